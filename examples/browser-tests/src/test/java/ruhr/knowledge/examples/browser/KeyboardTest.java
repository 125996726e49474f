package ruhr.knowledge.examples.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has no mouse gets everywhere, sees where, and gets out again. */
@ExtendWith(Demo.class)
class KeyboardTest {

    private static final int MANY = 600;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/en/"})
    void theTabKeyReachesEverythingThatCanBeUsed(String address, Demo.Running demo) {
        Page page = demo.open(address, Screen.WIDE);
        int usable = ((Number) page.evaluate("""
                        () => Array.from(document.querySelectorAll('a[href], button, input, select, summary'))
                            .filter(it => it.checkVisibility() && it.type !== 'hidden').length
                        """)).intValue();

        List<Stop> stops = walk(page);

        assertEquals(usable, stops.size(), "stops of the Tab key");
        assertTrue(stops.get(0).classes.contains("skip"), "first comes " + stops.get(0));
        assertReached(
                stops,
                "the chip",
                stop -> stop.name.startsWith("Filter setzen: ") || stop.name.startsWith("Set filter: "));
        assertReached(
                stops,
                "a filter of the first list",
                stop -> stop.place.equals("panel") && stop.target.contains("?rk_t"));
        assertReached(
                stops,
                "a filter of the second list",
                stop -> stop.place.equals("panel") && stop.target.contains("rk_centres_"));
        assertReached(
                stops,
                "paging of the first list",
                stop -> stop.place.equals("results") && stop.target.contains("rk_page=2"));
        assertReached(
                stops,
                "paging of the second list",
                stop -> stop.place.equals("results") && stop.target.contains("rk_centres_page=2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?rk_topic=energy", "/en/?rk_centres_city=bochum", "/ruhr-knowledge/embed/filter?lang=de"})
    void oneSeesWhereOneIs(String address, Demo.Running demo) {
        List<Stop> stops = walk(demo.open(address, Screen.WIDE));

        assertTrue(stops.size() > 10, "there are places to go");
        assertEquals(List.of(), stops.stream().filter(stop -> !stop.seen).toList());
    }

    @Test
    void aPlantedLinkWithoutVisibleFocusIsSeen(Demo.Running demo) {
        Page page = demo.openInstead(
                "/planted",
                Screen.WIDE,
                "<!doctype html><style>a{outline:none!important}</style><a href='/'>hidden</a>",
                Map.of());

        assertTrue(walk(page).stream().anyMatch(stop -> !stop.seen));
    }

    @Test
    void theSkipLinkLeadsPastTheHead(Demo.Running demo) {
        Page page = demo.open("/", Screen.WIDE);

        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");

        assertEquals(true, page.evaluate("document.querySelector('main').contains(document.activeElement)"));
    }

    private static void assertReached(List<Stop> stops, String what, Predicate<Stop> is) {
        assertTrue(stops.stream().anyMatch(is), () -> what + " is among " + stops);
    }

    /** Presses Tab until the focus leaves the page, and writes down each stop. */
    private static List<Stop> walk(Page page) {
        List<Stop> stops = new ArrayList<>();
        page.evaluate("document.activeElement.blur()");
        for (int i = 0; i < MANY; i++) {
            page.keyboard().press("Tab");
            Map<?, ?> at = (Map<?, ?>) page.evaluate("""
                    () => {
                      const it = document.activeElement;
                      if (!it || it === document.body || it.dataset.visited) {
                        return null;
                      }
                      it.dataset.visited = 'yes';
                      const style = getComputedStyle(it);
                      const box = it.getBoundingClientRect();
                      const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
                      const inView = box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0;
                      return {
                        name: (it.getAttribute('aria-label') || it.innerText || it.value || '').trim().replace(/\\s+/g, ' '),
                        classes: it.className,
                        target: it.getAttribute('href') || '',
                        place: it.closest('.panel') ? 'panel' : it.closest('.results') ? 'results' : '',
                        seen: outlined && inView,
                      };
                    }
                    """);
            if (at == null) {
                return stops;
            }
            stops.add(new Stop(
                    String.valueOf(at.get("name")),
                    String.valueOf(at.get("classes")),
                    String.valueOf(at.get("target")),
                    String.valueOf(at.get("place")),
                    Boolean.TRUE.equals(at.get("seen"))));
        }
        throw new AssertionError("After " + MANY + " stops the focus is still in the page");
    }

    private record Stop(String name, String classes, String target, String place, boolean seen) {}
}
