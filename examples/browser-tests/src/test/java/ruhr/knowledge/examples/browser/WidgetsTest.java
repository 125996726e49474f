package ruhr.knowledge.examples.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every widget, in both languages, all themes, by day and by night, on a page of its own and in somebody else's: axe-core and
 * the Nu checker find nothing, and nothing stands out sideways at 320 pixels or with text twice as large. A sample by default;
 * everything with {@code -Da11y=full}.
 *
 * <p>That these checks see what is planted is shown by the tests of each: {@link AccessibilityTest}, {@link HtmlTest},
 * {@link NarrowScreensTest}.
 */
@ExtendWith(Demo.class)
class WidgetsTest {

    static List<Variant> variants() {
        return "full".equals(System.getProperty("a11y")) ? Variant.all() : Variant.sample();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void everybodyCanUseIt(Variant variant, Demo.Running demo) throws Exception {
        Page page = variant.open(demo, Screen.WIDE);

        assertEquals(List.of(), AccessibilityTest.violationsAsItIs(page));
        page.evaluate("document.documentElement.style.fontSize = '200%'");
        assertEquals(List.of(), NarrowScreensTest.standingOut(page), "with text twice as large");
        page.evaluate("document.documentElement.style.fontSize = ''");
        page.setViewportSize(Screen.NARROW.width(), 900);
        assertEquals(List.of(), NarrowScreensTest.standingOut(page), "at 320 pixels");
        assertEquals(List.of(), AccessibilityTest.violationsOfWidth(page), "at 320 pixels");
        assertEquals(List.of(), HtmlTest.errors(variant.html(demo)));
    }

    @Test
    void theSampleHasEachWidgetAndAllPairsOfTheRest() {
        Set<String> widgets = new TreeSet<>();
        Set<String> pairs = new TreeSet<>();
        for (Variant variant : Variant.sample()) {
            widgets.add(variant.widget());
            List<String> rest = List.of(
                    variant.language(), variant.theme(), variant.scheme().name(), variant.delivery());
            for (int i = 0; i < rest.size(); i++) {
                for (int j = i + 1; j < rest.size(); j++) {
                    pairs.add(i + rest.get(i) + " " + j + rest.get(j));
                }
            }
        }

        assertEquals(Set.copyOf(Variant.WIDGETS), widgets);
        assertEquals(2 * 3 + 2 * 2 + 2 * 2 + 3 * 2 + 3 * 2 + 2 * 2, pairs.size(), pairs.toString());
        assertTrue(
                Variant.sample().size() >= 39, "variants: " + Variant.sample().size());
    }

    @Test
    void theFullListHasThemAll() {
        assertEquals(Variant.WIDGETS.size() * 24, Set.copyOf(Variant.all()).size());
    }

    @Test
    void aDarkWidgetInADarkPageIsDark(Demo.Running demo) {
        List<String> papers = new ArrayList<>();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = new Variant("institutions?limit=3", "de", "ruhr", scheme, "fragment").open(demo, Screen.WIDE);
            papers.add((String) page.evaluate("getComputedStyle(document.querySelector('.rk-card')).backgroundColor"));
        }

        assertEquals(List.of("rgb(255, 255, 255)", "rgb(19, 36, 42)"), papers);
    }
}
