package ruhr.knowledge.examples.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The finder and the map, used without a mouse and without seeing them. */
@ExtendWith(Demo.class)
class FinderAndMapTest {

    private static final int MANY = 200;

    @Test
    void oneFindsWithTheKeyboardAlone(Demo.Running demo) {
        Page page = demo.open("/ruhr-knowledge/embed/finder?lang=en", Screen.WIDE.withoutScript());

        tabTo(page, "Words to search for");
        page.keyboard().type("wasserstof");
        page.keyboard().press("Enter");
        page.waitForURL("**/embed/finder?*q=wasserstof*");
        assertTrue(heading(page, 1).contains("Find knowledge"), heading(page, 1));
        String all = page.getByRole(AriaRole.STATUS).innerText();

        tabTo(page, "Services");
        page.keyboard().press("Enter");
        page.waitForURL("**kind=service*");

        String services = page.getByRole(AriaRole.STATUS).innerText();
        assertTrue(all.matches("[0-9]+ entries with the word “wasserstof”"), all);
        assertTrue(services.matches("[0-9]+ services? with the word “wasserstof”"), services);
        assertTrue(page.url().contains("q=wasserstof"), page.url());
    }

    @Test
    void oneReadsTheMapWithTheKeyboardAlone(Demo.Running demo) {
        Page page = demo.open("/ruhr-knowledge/embed/map?lang=en", Screen.WIDE.withoutScript());

        String town = tabTo(page, "Dortmund, ");
        page.keyboard().press("Enter");
        page.waitForURL("**city=dortmund*");

        String promised = town.replaceAll("\\D", "");
        assertTrue(page.getByRole(AriaRole.STATUS).innerText().startsWith(promised + " institutions in Dortmund"));
        tabTo(page, "Show the whole region");
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("city="));
    }

    @Test
    void theFocusIsSeenOnTheMap(Demo.Running demo) {
        Page page = demo.open("/ruhr-knowledge/embed/map?lang=en", Screen.WIDE);

        tabTo(page, "Bochum, ");

        assertEquals(
                "9px", page.evaluate("getComputedStyle(document.activeElement.querySelector('circle')).strokeWidth"));
        assertEquals(
                "4px",
                page.evaluate("getComputedStyle(document.querySelector('a.rk-town:not(:focus) circle')).strokeWidth"));
    }

    @Test
    void whoHearsTheFinderHearsWhatItIs(Demo.Running demo) {
        Page page = demo.open("/ruhr-knowledge/embed/finder?lang=en&q=wasserstof", Screen.WIDE);

        String heard = page.locator("main").ariaSnapshot();

        assertInOrder(
                heard,
                "- region \"Find knowledge in the Ruhr region\":",
                "- heading \"Find knowledge in the Ruhr region\" [level=1]",
                "- link \"Skip to the results\"",
                "- search:",
                "- searchbox \"Words to search for\": wasserstof",
                "- button \"Search\"",
                "- group \"Matching entries and filters\"",
                "- navigation \"Filter\"",
                "- group \"Content\"",
                "- status: ",
                "- list \"Filters set\"",
                "link \"Remove filter: Words: wasserstof\"",
                "- mark: ");
    }

    @Test
    void whoHearsTheMapHearsEveryPlaceWithItsNumber(Demo.Running demo) {
        Page page = demo.open("/ruhr-knowledge/embed/map?lang=de&city=bochum", Screen.WIDE);

        String heard = page.locator("main").ariaSnapshot();

        assertInOrder(
                heard,
                "- heading \"Karte der Einrichtungen\" [level=1]",
                "- status: ",
                "- group \"Karte des Ruhrgebiets mit Lippe, Emscher, Ruhr und Rhein; alle Orte stehen auch in der Liste",
                "Einrichtungen, ausgewählt, entfernen\"",
                "- link \"Die ganze Region zeigen\"",
                "- heading \"Orte nach Zahl der Einrichtungen\" [level=2]",
                "- link \"Bochum , ");
    }

    @Test
    void whoHearsTheFiguresHearsThemAndFindsThemInATable(Demo.Running demo) {
        Page page = demo.open("/ruhr-knowledge/embed/figures?lang=en", Screen.WIDE);
        page.getByText("All figures as a table").click();

        String heard = page.locator("main").ariaSnapshot();

        assertInOrder(
                heard,
                "- heading \"The Ruhr region in figures\" [level=1]",
                "- listitem:",
                "heading \"Compared: m²\" [level=2]",
                "- columnheader \"Key figure\"",
                "- rowheader \"Universities in the Ruhr region\"");
    }

    /** What a live region says is one short text that is there from the beginning and changes: never the list itself. */
    @Test
    void theCountIsTheOnlyThingThatIsAnnounced(Demo.Running demo) {
        for (String widget : List.of("institutions", "finder", "map", "filter", "services")) {
            Page page = demo.open("/ruhr-knowledge/embed/" + widget + "?lang=en", Screen.WIDE);
            Locator announced = page.locator("[role=status], [role=alert], [aria-live]");

            assertEquals(1, announced.count(), widget);
            assertTrue(announced.innerText().length() < 200, widget);
        }
    }

    private static String heading(Page page, int level) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(level))
                .first()
                .innerText();
    }

    /** Presses Tab until something whose name begins so has the focus; returns its name. */
    private static String tabTo(Page page, String name) {
        for (int i = 0; i < MANY; i++) {
            page.keyboard().press("Tab");
            String at = (String) page.evaluate("""
                    () => {
                      const it = document.activeElement;
                      const label = it.labels && it.labels[0] ? it.labels[0].innerText : '';
                      return (label || it.getAttribute('aria-label') || it.innerText || '').trim();
                    }
                    """);
            if (at.startsWith(name)) {
                return at;
            }
        }
        throw new AssertionError("nothing called '" + name + "' is reached by Tab");
    }

    private static void assertInOrder(String text, String... parts) {
        int from = 0;
        for (String part : parts) {
            int at = text.indexOf(part, from);
            assertTrue(at >= 0, "'" + part + "' behind what stands before it, in\n" + text);
            from = at + part.length();
        }
    }
}
