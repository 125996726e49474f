package ruhr.knowledge.examples.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Filters and paging are links: they work in a browser that runs no script. */
@ExtendWith(Demo.class)
class WithoutScriptTest {

    private static final Screen PLAIN = Screen.WIDE.withoutScript();

    @Test
    void aFilterLinkLeavesWhatItsNumberPromised(Demo.Running demo) {
        Page page = demo.open("/", PLAIN);
        List<String> before = Widgets.names(Widgets.institutions(page));
        Locator bochum = Widgets.panel(Widgets.institutions(page))
                .locator("a[href*='rk_city=bochum']")
                .first();
        int promised = Widgets.number(bochum);

        Widgets.follow(page, bochum);

        assertTrue(page.url().contains("rk_city=bochum"), page.url());
        assertEquals(promised, Widgets.total(Widgets.institutions(page)));
        assertNotEquals(before, Widgets.names(Widgets.institutions(page)));
    }

    @Test
    void pagingTheSecondListKeepsTheStateOfTheFirst(Demo.Running demo) {
        Page page = demo.open("/?rk_city=bochum&utm_source=letter", PLAIN);
        List<String> institutions = Widgets.names(Widgets.institutions(page));
        List<String> centres = Widgets.names(Widgets.centres(page));

        Widgets.follow(
                page,
                Widgets.results(Widgets.centres(page))
                        .locator("a[href*='rk_centres_page=2']")
                        .first());

        assertTrue(page.url().contains("rk_centres_page=2"), page.url());
        assertTrue(page.url().contains("rk_city=bochum"), page.url());
        assertTrue(page.url().contains("utm_source=letter"), page.url());
        assertEquals(institutions, Widgets.names(Widgets.institutions(page)));
        assertFalse(Widgets.names(Widgets.centres(page)).stream().anyMatch(centres::contains), "another page");
    }

    @Test
    void pagesFollowEachOtherWithoutGapsOrRepeats(Demo.Running demo) {
        Page page = demo.open("/", PLAIN);
        int total = Widgets.total(Widgets.centres(page));
        List<String> seen = new ArrayList<>(Widgets.names(Widgets.centres(page)));

        for (int next = 2; next <= (total + 5) / 6; next++) {
            Widgets.follow(
                    page,
                    Widgets.results(Widgets.centres(page))
                            .locator("a[href*='rk_centres_page=" + next + "']")
                            .first());
            seen.addAll(Widgets.names(Widgets.centres(page)));
        }

        assertEquals(total, seen.size());
        assertEquals(total, Set.copyOf(seen).size(), "each once: " + seen);
    }

    @Test
    void theChipOfTheFocusPageFiltersTheList(Demo.Running demo) {
        Page page = demo.open("/en/", PLAIN);

        Widgets.follow(
                page,
                page.locator("#knowledge-transfer a", new Page.LocatorOptions().setHasText("Set filter"))
                        .first());

        assertTrue(page.url().contains("rk_topic=knowledge-transfer"), page.url());
        assertTrue(Widgets.total(Widgets.institutions(page)) > 0, "and leaves some");
    }

    @Test
    void allInstitutionsOfABlockAreInTheListBelow(Demo.Running demo) {
        Page page = demo.open("/", PLAIN);
        Locator all = page.locator("#wissenstransfer .rk-more a").first();
        int promised = Widgets.number(all);

        Widgets.follow(page, all);

        assertEquals(promised, Widgets.total(Widgets.institutions(page)));
    }

    @Test
    void anUnknownValueIsSaidAndCanBeTakenAway(Demo.Running demo) {
        Page page = demo.open("/en/?rk_topic=no-such-topic&rk_centres_city=bochum", PLAIN);
        assertEquals(List.of(), Widgets.names(Widgets.institutions(page)));
        assertFalse(Widgets.names(Widgets.centres(page)).isEmpty(), "the other list is not touched");

        Widgets.follow(
                page, Widgets.results(Widgets.institutions(page)).locator("a").first());

        assertFalse(page.url().contains("no-such-topic"), page.url());
        assertTrue(page.url().contains("rk_centres_city=bochum"), page.url());
        assertFalse(Widgets.names(Widgets.institutions(page)).isEmpty());
    }

    @Test
    void theOtherLanguageKeepsTheChoice(Demo.Running demo) {
        Page page = demo.open("/?rk_city=bochum", PLAIN);
        int total = Widgets.total(Widgets.institutions(page));

        Widgets.follow(page, page.locator("a.language"));

        assertEquals(demo.address("/en/?rk_city=bochum"), page.url());
        assertEquals(total, Widgets.total(Widgets.institutions(page)));
    }
}
