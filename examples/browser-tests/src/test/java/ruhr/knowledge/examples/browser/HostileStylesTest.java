package ruhr.knowledge.examples.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A host's style sheet that shouts does not get into the widgets. */
@ExtendWith(Demo.class)
class HostileStylesTest {

    /** What was seen in real hosts' themes: element rules, rules by id, rules for everything, and important ones. */
    static final String HOSTILE = """
            a { color: red; font-size: 40px; text-decoration: line-through }
            #content a { color: lime; padding: 13px; display: block; float: left }
            #content h2, #content h3 { text-transform: uppercase; color: orange; margin: 60px }
            ul { padding-left: 77px; list-style: square }
            li { margin-left: 31px; float: left }
            * { letter-spacing: 5px }
            p { color: purple !important; font-style: italic }
            img { border: 9px solid red; max-width: none }
            svg, svg * { padding: 9px; border: 3px solid red; text-transform: uppercase; fill: lime; stroke: red }
            svg { box-sizing: content-box; vertical-align: middle; max-width: 50%; height: 3px !important; position: absolute; filter: invert(1) }
            text { font: 9px cursive; word-spacing: 9px }
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/en/?rk_topic=energy",
                "/?rk_topic=no-such-topic",
                "/ruhr-knowledge/embed/map",
                "/ruhr-knowledge/embed/finder?q=wasserstof",
                "/ruhr-knowledge/embed/figures"
            })
    void widgetsKeepTheirLook(String address, Demo.Running demo) {
        List<String> calm = styles(copy(demo, address, ""), Widgets.ROOT);
        List<String> shouted = styles(copy(demo, address, HOSTILE), Widgets.ROOT);

        assertTrue(calm.size() > 100, "elements of widgets are compared: " + calm.size());
        assertEquals(List.of(), differences(calm, shouted));
    }

    @Test
    void theHostsOwnParagraphsDoChange(Demo.Running demo) {
        List<String> calm = styles(copy(demo, "/", ""), ".foot");
        List<String> shouted = styles(copy(demo, "/", HOSTILE), ".foot");

        String differences = differences(calm, shouted).toString();

        assertFalse(differences.isEmpty());
        assertTrue(differences.contains("letter-spacing: normal -> 5px"), differences);
        assertTrue(differences.contains("rgb(128, 0, 128)"), differences);
    }

    private static Page copy(Demo.Running demo, String address, String hostile) {
        String html = demo.get(address)
                .body()
                .replace("</head>", "<style>" + hostile + "</style></head>")
                .replaceFirst("<main", "<div id=\"content\"><main")
                .replace("</main>", "</main></div>");
        return demo.openInstead(address, Screen.WIDE, html, Map.of());
    }

    /**
     * Returns the style of elements. Of those that have the same classes and stand inside of the same ones, a rule cannot
     * tell more than the first, the last and those between apart: six of each are looked at.
     */
    private static List<String> styles(Page page, String root) {
        Map<?, ?> styles = (Map<?, ?>) page.evaluate("""
                root => {
                  const measured = /size$|^width$|^height$|origin$|^(inset|top|right|bottom|left)|^-webkit-locale$/;
                  const distinct = new Map();
                  const seen = new Map();
                  const place = it => it.tagName + '.' + it.getAttribute('class')
                      + (it.previousElementSibling ? it.nextElementSibling ? '' : ':last' : ':first')
                      + (it.matches(root) ? '' : ' in ' + place(it.parentElement));
                  const of = Array.from(document.querySelectorAll(root))
                      .flatMap(widget => [widget, ...widget.querySelectorAll('*')])
                      .filter(element => {
                        const times = (seen.get(place(element)) || 0) + 1;
                        seen.set(place(element), times);
                        return times <= 6;
                      })
                      .map(element => {
                        const style = getComputedStyle(element);
                        const name = element.tagName.toLowerCase() + '.' + element.getAttribute('class');
                        const whole = name + '\\n' + Array.from(style)
                            .filter(property => !measured.test(property) || property === 'font-size')
                            .filter(property => !property.startsWith('--'))
                            .map(property => property + ': ' + style.getPropertyValue(property))
                            .join('\\n');
                        if (!distinct.has(whole)) {
                          distinct.set(whole, distinct.size);
                        }
                        return distinct.get(whole);
                      });
                  return {distinct: Array.from(distinct.keys()), of: of};
                }
                """, root);
        List<?> distinct = (List<?>) styles.get("distinct");
        return ((List<?>) styles.get("of"))
                .stream()
                        .map(index -> distinct.get(((Number) index).intValue()).toString())
                        .toList();
    }

    private static List<String> differences(List<String> calm, List<String> shouted) {
        assertEquals(calm.size(), shouted.size(), "the same elements");
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < calm.size(); i++) {
            if (calm.get(i).equals(shouted.get(i))) {
                continue;
            }
            List<String> before = calm.get(i).lines().toList();
            List<String> after = shouted.get(i).lines().toList();
            for (int j = 1; j < before.size(); j++) {
                String value = after.get(j);
                if (!before.get(j).equals(value)) {
                    differences.add(
                            before.get(0) + " " + before.get(j) + " -> " + value.substring(value.indexOf(": ") + 2));
                }
            }
        }
        return differences.stream().distinct().toList();
    }
}
