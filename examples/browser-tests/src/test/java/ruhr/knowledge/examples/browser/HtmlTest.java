package ruhr.knowledge.examples.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nu.validator.client.EmbeddedValidator;
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
