package ruhr.knowledge.examples.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** axe-core finds nothing, on wide and narrow screens, light and dark. */
@ExtendWith(Demo.class)
class AccessibilityTest {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice");

    /** The rules that another colour scheme can break; the others see the same page. */
    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

    @ParameterizedTest
    @FieldSource("ruhr.knowledge.examples.browser.Addresses#ALL")
    void nobodyIsShutOut(String address, Demo.Running demo) {
        assertEquals(List.of(), violations(demo.open(address, Screen.WIDE)));
    }

    /** The rules that another width can break. */
    private static final List<String> WIDTHS = List.of("target-size", "scrollable-region-focusable");

    /** Looks at a page on wide and narrow screens, in both colour schemes. */
    static List<String> violations(Page page) {
        List<String> found = new ArrayList<>();
        for (int width : List.of(Screen.WIDE.width(), Screen.NARROW.width())) {
            page.setViewportSize(width, 900);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            violations(axe(page).withTags(RULES)).forEach(it -> found.add(width + " light: " + it));
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            violations(axe(page).withRules(COLOURS)).forEach(it -> found.add(width + " dark: " + it));
        }
        return found;
    }

    /** Looks at a page on a narrow screen for what its width can break. */
    static List<String> violationsOfWidth(Page page) {
        page.setViewportSize(Screen.NARROW.width(), 900);
        return violations(axe(page).withRules(WIDTHS));
    }

    /** Looks at a page as it is shown now. */
    static List<String> violationsAsItIs(Page page) {
        return violations(axe(page).withTags(RULES));
    }

    @Test
    void plantedSmallTargetsAreCaught(Demo.Running demo) {
        Page page = demo.openInstead(
                "/planted",
                Screen.NARROW,
                "<!doctype html><html lang='en'><title>Planted</title><main><h1>Planted</h1><p style='font-size:8px'>"
                        + "<button style='padding:0;border:0'>a</button><button style='padding:0;border:0'>b</button>"
                        + "</main>",
                Map.of());

        assertTrue(violationsOfWidth(page).toString().contains("target-size"));
    }

    @Test
    void plantedViolationsAreCaught(Demo.Running demo) {
        Page page = demo.openInstead(
                "/planted",
                Screen.WIDE,
                "<!doctype html><html><head><title>Planted</title></head><body><main><h1>Planted</h1>"
                        + "<img src='/site/logo.svg'><p style='color:#999;background:#fff'>pale</p><a href='/'></a>"
                        + "</main></body></html>",
                Map.of());

        String violations = violations(axe(page).withTags(RULES)).toString();

        for (String rule : List.of("html-has-lang", "image-alt", "color-contrast", "link-name")) {
            assertTrue(violations.contains(rule), rule + " in " + violations);
        }
    }

    @Test
    void aPlantedPaleTextIsCaughtInTheDark(Demo.Running demo) {
        Page page = demo.openInstead(
                "/planted",
                Screen.WIDE.dark(),
                "<!doctype html><html lang='en'><meta name='color-scheme' content='light dark'><title>Planted</title>"
                        + "<p style='color:light-dark(#000,#555);background:light-dark(#fff,#111)'>dim</p>",
                Map.of());

        assertTrue(violations(axe(page).withRules(COLOURS)).toString().contains("color-contrast"));
    }

    /**
     * Legacy means that results are put together in the page itself. Otherwise a page is opened for each look, and starting one
     * takes longer than the look; that is needed for frames of other origins only, and there are none here.
     */
    private static AxeBuilder axe(Page page) {
        // Of what is right, nobody wants to know each place: naming them would take most of the time.
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).options(options).setLegacyMode(true);
    }

    private static List<String> violations(AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .map(rule -> rule.getId() + " "
                        + rule.getNodes().stream()
                                .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                .toList())
                .toList();
    }
}
