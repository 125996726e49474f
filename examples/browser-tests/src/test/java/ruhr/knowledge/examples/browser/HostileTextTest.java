package ruhr.knowledge.examples.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Texts that want to run something run nothing, even where no policy of the page forbids it. */
@ExtendWith(Demo.class)
class HostileTextTest {

    private static final List<String> HOSTILE = List.of(
            "<img src=x onerror=alert(1)>",
            "\\\"><script>alert(1)</script>",
            "' onmouseover='alert(1)' x='",
            "</title></style></textarea><svg onload=alert(1)>",
            "javascript:alert(1)",
            "{{constructor.constructor('alert(1)')()}}",
            "<a href=javascript:alert(1)>x</a>");

    @TempDir
    Path folder;

    @Test
    void nothingRuns(Demo.Running demo) {
        List<String> seen = new ArrayList<>();
        OwnData data = new OwnData(folder, document(String.join(" ", HOSTILE)));
        Page page = demo.window(Screen.WIDE);
        page.onDialog(dialog -> {
            seen.add(page.content());
            dialog.dismiss();
        });
        for (String widget :
                List.of("institutions", "services", "contacts", "stories", "figures", "finder", "map", "filter")) {
            page.setContent(data.html(widget, widget.equals("finder") ? "q=fundwort" : "status=any"));
            page.locator("h1").hover();
        }
        for (String one : List.of("institutions i", "services s", "contacts c", "stories o")) {
            String[] listAndId = one.split(" ");
            page.setContent(data.html(listAndId[0], "id=" + listAndId[1]));
            page.locator("h1").hover();
        }

        assertEquals(List.of(), seen);
    }

    @Test
    void aPlantedAlertIsSeen(Demo.Running demo) {
        List<String> seen = new ArrayList<>();
        Page page = demo.window(Screen.WIDE);
        page.onDialog(dialog -> {
            seen.add(dialog.message());
            dialog.dismiss();
        });

        page.setContent("<h1><img src=x onerror=alert(1)></h1>");
        page.waitForCondition(() -> !seen.isEmpty());

        assertTrue(seen.contains("1"), seen.toString());
    }

    private static String document(String text) {
        String localized = "{\"de\": \"" + text + " Fundwort\"}";
        return """
                {"topics": [{"id": "t", "label": %1$s}], "types": [{"id": "y", "label": %1$s}],
                 "municipalities": [{"id": "m", "label": %1$s, "kind": "city", "location": {"lat": 51.4, "lon": 7.1}}],
                 "institutions": [{"id": "i", "name": %1$s, "shortName": "%2$s", "type": "y", "summary": %1$s,
                   "website": "%2$s", "topics": [{"id": "t"}],
                   "sites": [{"municipality": "m", "label": %1$s, "address": {"street": "%2$s", "postalCode": "%2$s"}}]}],
                 "services": [{"id": "s", "name": %1$s, "summary": %1$s, "provider": "i", "contacts": ["c"],
                   "link": {"url": "%2$s", "label": %1$s}}],
                 "contacts": [{"id": "c", "institution": "i", "role": %1$s, "name": "%2$s", "email": "%2$s",
                   "phone": "%2$s", "publish": ["name", "email", "phone"]}],
                 "stories": [{"id": "o", "title": %1$s, "teaser": %1$s, "paragraphs": [%1$s], "institutions": ["i"]}],
                 "figures": [{"id": "f", "value": "12", "unit": "%2$s", "year": 2020, "label": %1$s},
                   {"id": "g", "value": "13", "unit": "%2$s", "year": 2020, "label": %1$s}]}
                """.formatted(localized, text);
    }
}
