package ruhr.knowledge.examples.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartnerSiteTest {

    @TempDir
    static Path folder;

    private static PartnerSite site;
    private static Visitor visitor;

    @BeforeAll
    static void open() throws IOException {
        site = PartnerSite.start(0, folder);
        visitor = new Visitor(site.address());
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void speaksGermanAtTheRootAndEnglishBelowEn() throws Exception {
        assertTrue(visitor.text("/").contains("<html lang=\"de\">"));
        assertTrue(visitor.text("/en/").contains("<html lang=\"en\">"));
        assertEquals(
                "/en/?rk_q=x",
                visitor.get("/en?rk_q=x").headers().firstValue("Location").orElse(""));
    }

    @Test
    void hasTheWidgetsInThePageItself() throws Exception {
        String page = visitor.text("/");

        assertFalse(page.contains("<!--#"), "no mark is left");
        assertTrue(page.contains("Wissenstransfer im Ruhrgebiet"), "the focus page");
        assertTrue(page.contains("TechnologieZentrumDortmund") || page.contains("Technologiezentrum Ruhr"), "a centre");
    }

    @Test
    void findsAndShowsOnAMapOnASecondPage() throws Exception {
        String german = visitor.text("/suche/?rk_q=wasserstoff");
        String english = visitor.text("/en/search/?rk_map_city=bochum");

        assertFalse(german.contains("<!--#") || english.contains("<!--#"), "no mark is left");
        assertTrue(german.contains("id=\"rk-finder\"") && german.contains("<mark"), "the finder found the word");
        assertTrue(english.contains("<svg") && english.contains("id=\"rk-map-map\""), "the map");
        assertEquals(
                "/suche/?rk_q=x",
                visitor.get("/suche?rk_q=x").headers().firstValue("Location").orElse(""));
    }

    @Test
    void allAddressesThatThePagesNameAnswer() throws Exception {
        Map<String, HttpResponse<byte[]>> answers =
                visitor.answersAround(List.of("/", "/en/", "/suche/", "/en/search/"));

        assertTrue(answers.size() > 20, "links are found");
        answers.forEach((address, answer) -> assertEquals(200, answer.statusCode(), address));
    }

    @Test
    void keepsTheChoiceWhenTheLanguageChanges() throws Exception {
        String page = visitor.text("/?rk_topic=energy&x=%22%3E");

        assertTrue(page.contains("href=\"/en/?rk_topic=energy&amp;x=%22%3E\""), "link to the other language");
    }

    @Test
    void doesNotTakeTheHostPagesOwnParametersForFilters() throws Exception {
        String plain = body(visitor.text("/"));

        assertEquals(plain, body(visitor.text("/?topic=no-such-topic&lang=en&limit=1")));
    }

    private static String body(String page) {
        return page.replaceAll("(href|value|name)=\"[^\"]*\"", "").replaceAll("<input[^>]*>", "");
    }

    @Test
    void hasNoPageForAnUnknownAddress() throws Exception {
        for (String address : List.of("/nothing", "/en/nothing", "/index.de.html", "/site/", "/site/../people.json")) {
            assertEquals(404, visitor.get(address).statusCode(), address);
        }
    }

    @Test
    void servesItsOwnStyleSheetAndDrawings() throws Exception {
        for (String file : List.of("/site/chamber.css", "/site/logo.svg", "/site/skyline.svg", "/favicon.ico")) {
            assertEquals(200, visitor.get(file).statusCode(), file);
        }
    }

    @Test
    void forbidsEverythingThatThePageDoesNotNeed() throws Exception {
        String policy =
                visitor.get("/").headers().firstValue("Content-Security-Policy").orElse("");

        assertTrue(policy.startsWith("default-src 'none'; style-src 'self'; img-src 'self'"), policy);
        assertFalse(policy.contains("unsafe"), policy);
    }

    @Test
    void whoeverComesByAnotherNameOfThisComputerSeesTheWidgetsToo() throws Exception {
        URI byNumber = URI.create("http://127.0.0.1:" + site.address().getPort() + "/");
        HttpResponse<byte[]> answer = new Visitor(byNumber).get("/");
        String origin = site.address().toString().replaceAll("/$", "");

        assertTrue(
                Visitor.text(answer).contains("<link rel=\"stylesheet\" href=\"" + origin + "/ruhr-knowledge/assets/"));
        String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.contains("style-src 'self' " + origin + "; img-src 'self' " + origin + ";"), policy);
    }

    @Test
    void saysInOneSentenceThatAPortIsTaken(@TempDir Path other) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            BindException refused = assertThrows(BindException.class, () -> PartnerSite.start(port, other));

            assertEquals(
                    "Port " + port + " is taken by another program. Choose a free one, for example: "
                            + "mvn -Pdemo -Dport=8081",
                    refused.getMessage());
        }
    }
}
