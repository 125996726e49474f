package ruhr.knowledge.examples.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruhr.knowledge.examples.portal.CityPortal;

/** A city's portal, which has the panel of the library beside records of its own. */
@ExtendWith(Demo.class)
class PortalTest {

    @TempDir
    static Path work;

    private static CityPortal portal;

    @BeforeAll
    static void start() throws IOException {
        portal = CityPortal.start(0, work);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private static Page open(String path, Demo.Running demo, Screen screen) {
        Page page = demo.window(screen);
        page.navigate(portal.address() + path);
        return page;
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name + "\\b")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?lang=en&preset=knowledge-transfer", "?kind=event&founded=2010..", "?topic=alchemy"})
    void nobodyIsShutOutAndNobodyElseIsAsked(String path, Demo.Running demo) {
        Page page = demo.window(Screen.WIDE);
        Heard heard = new Heard(page, portal.address().toString());
        page.navigate(portal.address() + path);

        assertEquals(List.of(), AccessibilityTest.violations(page));
        assertTrue(!heard.requests.isEmpty());
        assertEquals(List.of(), heard.foreign());
        assertEquals(List.of(), page.context().cookies());
        assertEquals(0, page.evaluate("localStorage.length + sessionStorage.length"));
    }

    /** The counts are those that were taken by hand, see docs/measured/filter-engine.md. */
    @Test
    void filtersAreSetAndTakenBackWithoutScript(Demo.Running demo) {
        Page page = open("?lang=en", demo, Screen.WIDE.withoutScript());
        assertEquals("300 results", page.getByRole(AriaRole.STATUS).innerText());

        link(page, "Set filter: Knowledge transfer").first().click();
        link(page, "Event").first().click();
        link(page, "Ostfeld").first().click();

        assertEquals("2 results", page.getByRole(AriaRole.STATUS).innerText());

        link(page, "Ostfeld").first().click();

        assertEquals("31 results", page.getByRole(AriaRole.STATUS).innerText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"?lang=de&preset=knowledge-transfer", "?lang=en&preset=knowledge-transfer"})
    void onASmallScreenNothingIsCutOff(String path, Demo.Running demo) {
        Page page = open(path, demo, Screen.NARROW);

        assertEquals(320, page.evaluate("document.documentElement.scrollWidth"));
    }
}
