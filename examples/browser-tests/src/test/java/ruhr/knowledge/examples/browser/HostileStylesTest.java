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
    private static final String HOSTILE = """
            a { color: red; font-size: 40px; text-decoration: line-through }
            #content a { color: lime; padding: 13px; display: block; float: left }
            #content h2, #content h3 { text-transform: uppercase; color: orange; margin: 60px }
            ul { padding-left: 77px; list-style: square }
            li { margin-left: 31px; float: left }
            * { letter-spacing: 5px }
            p { color: purple !important; font-style: italic }
            img { border: 9px solid red; max-width: none }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/en/?rk_topic=energy", "/?rk_topic=no-such-topic"})
    void widgetsKeepTheirLook(String address, Demo.Running demo) {
        List<?> calm = styles(copy(demo, address, ""), Widgets.ROOT);
        List<?> shouted = styles(copy(demo, address, HOSTILE), Widgets.ROOT);

        assertTrue(calm.size() > 100, "elements of widgets are compared: " + calm.size());
        assertEquals(List.of(), differences(calm, shouted));
    }

    @Test
    void theHostsOwnParagraphsDoChange(Demo.Running demo) {
        List<?> calm = styles(copy(demo, "/", ""), ".foot");
        List<?> shouted = styles(copy(demo, "/", HOSTILE), ".foot");

        String differences = differences(calm, shouted).toString();

        assertFalse(differences.isEmpty());
        assertTrue(differences.contains("letter-spacing: normal -> 5px"), differences);
        assertTrue(differences.contains("rgb(128, 0, 128)"), differences);
    }

    private static Page copy(Demo.Running demo, String address, String hostile) {
        String html = demo.get(address)
                .body()
                .replace("</head>", "<style>" + hostile + "</style></head>")
                .replace("<main ", "<div id=\"content\"><main ")
                .replace("</main>", "</main></div>");
        return demo.openInstead(address, Screen.WIDE, html, Map.of());
    }

    private static List<?> styles(Page page, String root) {
        return (List<?>) page.evaluate("""
                root => {
                  const measured = /size$|^width$|^height$|origin$|^(inset|top|right|bottom|left)|^-webkit-locale$/;
                  return Array.from(document.querySelectorAll(root))
                      .flatMap(widget => [widget, ...widget.querySelectorAll('*')])
                      .map(element => {
                        const style = getComputedStyle(element);
                        const name = element.tagName.toLowerCase() + '.' + element.getAttribute('class');
                        return name + '\\n' + Array.from(style)
                            .filter(property => !measured.test(property) || property === 'font-size')
                            .filter(property => !property.startsWith('--'))
                            .map(property => property + ': ' + style.getPropertyValue(property))
                            .join('\\n');
                      });
                }
                """, root);
    }

    private static List<String> differences(List<?> calm, List<?> shouted) {
        assertEquals(calm.size(), shouted.size(), "the same elements");
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < calm.size(); i++) {
            List<String> before = calm.get(i).toString().lines().toList();
            List<String> after = shouted.get(i).toString().lines().toList();
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
