package ruhr.knowledge.examples.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nu.validator.client.EmbeddedValidator;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/** The Nu HTML checker finds no error: in the documents, and so in the fragments inside them. */
@ExtendWith(Demo.class)
class HtmlTest {

    @ParameterizedTest
    @FieldSource("ruhr.knowledge.examples.browser.Addresses#ALL")
    void everyDocumentIsValid(String address, Demo.Running demo) throws Exception {
        assertEquals(List.of(), errors(demo.get(address).body()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/en/nothing"})
    void alsoThePageForWhatIsNotThere(String address, Demo.Running demo) throws Exception {
        assertEquals(List.of(), errors(demo.get(address).body()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "pinned"})
    void aPageWithTheCodeOfTheBuilderIsValid(String system, Demo.Running demo) throws Exception {
        String builder = demo.get("/ruhr-knowledge/embed-builder?widget=services&topic=start-ups&lang=de&scheme=dark")
                .body();
        String code = Jsoup.parse(builder).selectFirst("#rkb-code-" + system).wholeText();

        assertEquals(List.of(), errors(page(code)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"services?limit=3", "institutions/rub?lang=en", "map?limit=2&theme=kern", "focus?id=hydrogen"})
    void aPageWithAnElementFromTheServerIsValid(String widget, Demo.Running demo) throws Exception {
        String separator = widget.contains("?") ? "&" : "?";
        String element = demo.get("/ruhr-knowledge/widgets/" + widget + separator + "as=element&host=rk_city%3Dbochum")
                .body();

        assertEquals(List.of(), errors(page(element)));
    }

    private static String page(String body) {
        return "<!doctype html>\n<html lang=\"de\"><head><meta charset=\"utf-8\"><title>Partner</title></head><body>"
                + body + "</body></html>";
    }

    @Test
    void plantedErrorsAreCaught() throws Exception {
        List<String> errors = errors("<!doctype html><html lang=en><head><title>Planted</title></head><body>"
                + "<p id=a>one</p><p id=a>two</p><img src=x><ul><p>no item</p></ul></body></html>");

        assertTrue(errors.toString().contains("Duplicate ID"), errors.toString());
        assertTrue(errors.toString().contains("alt"), errors.toString());
        assertTrue(errors.size() >= 3, errors.toString());
    }

    static List<String> errors(String html) throws IOException, SAXException {
        EmbeddedValidator checker = new EmbeddedValidator();
        checker.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        checker.setForceHTML(true);
        String findings = checker.validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
        return findings.lines().filter(line -> line.contains("error")).toList();
    }
}
