package ruhr.knowledge.examples.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** At 320 pixels, which is also 1280 pixels enlarged to 400 per cent, one scrolls down and never sideways. */
@ExtendWith(Demo.class)
class NarrowScreensTest {

    @ParameterizedTest
    @FieldSource("ruhr.knowledge.examples.browser.Addresses#ALL")
    void nothingStandsOutSideways(String address, Demo.Running demo) {
        assertEquals(List.of(), standingOut(demo.open(address, Screen.NARROW)));
    }

    @ParameterizedTest
    @FieldSource("ruhr.knowledge.examples.browser.Addresses#ALL")
    void alsoWithTextTwiceAsLarge(String address, Demo.Running demo) {
        Page page = demo.open(address, Screen.WIDE);
        page.evaluate("document.documentElement.style.fontSize = '200%'");

        assertEquals(List.of(), standingOut(page));
    }

    @Test
    void aPlantedWideElementIsSeen(Demo.Running demo) {
        Page page = demo.openInstead(
                "/planted",
                Screen.NARROW,
                "<!doctype html><meta name=viewport content='width=device-width'><p style='width:400px'>wide</p>",
                Map.of());

        assertTrue(
                standingOut(page).toString().contains("P "), standingOut(page).toString());
    }

    static List<?> standingOut(Page page) {
        return (List<?>) page.evaluate("""
                () => {
                  const root = document.documentElement;
                  if (root.scrollWidth <= root.clientWidth) {
                    return [];
                  }
                  return Array.from(document.body.querySelectorAll('*'))
                      .filter(element => element.getBoundingClientRect().right > root.clientWidth + 1)
                      .map(element => element.tagName + ' ' + element.className + ' '
                          + Math.round(element.getBoundingClientRect().right))
                      .slice(0, 10)
                      .concat(['scrollWidth ' + root.scrollWidth]);
                }
                """);
    }
}
