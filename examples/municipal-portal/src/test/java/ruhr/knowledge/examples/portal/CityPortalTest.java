package ruhr.knowledge.examples.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The portal over HTTP. */
class CityPortalTest {

    @TempDir
    static Path work;

    private static CityPortal portal;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        portal = CityPortal.start(0, work);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(portal.address() + path)).build(), BodyHandlers.ofString());
    }

    @Test
    void theFirstPageShowsThePanelWithTheSharedPreset() throws Exception {
        HttpResponse<String> page = get("");

        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("300 Ergebnisse"), page.body());
        assertTrue(page.body().contains("preset=knowledge-transfer"), page.body());
        assertTrue(page.body().contains("Filter setzen:"), page.body());
    }

    @Test
    void theSamePageSpeaksEnglish() throws Exception {
        HttpResponse<String> page = get("?lang=en");

        assertTrue(page.body().contains("300 results"), page.body());
        assertTrue(page.body().contains("Set filter: </span><span>Knowledge transfer"), page.body());
        assertFalse(page.body().contains("Filter setzen"), page.body());
    }

    @Test
    void aSetPresetCanBeTakenBack() throws Exception {
        HttpResponse<String> page = get("?preset=knowledge-transfer");

        assertTrue(page.body().contains("Filter entfernen:"), page.body());
    }

    @Test
    void foundWordsAreMarked() throws Exception {
        assertTrue(get("?q=Wasserstoff").body().contains("<mark>Wasserstoff</mark>"));
    }

    @Test
    void whereNothingIsFoundThePageSaysWhichFilterStandsInTheWay() throws Exception {
        HttpResponse<String> page = get("?kind=event&founded=2010..");

        assertTrue(page.body().contains("Nichts passt zu allen gesetzten Filtern"), page.body());
        assertTrue(page.body().contains("Ohne diesen Filter:"), page.body());
    }

    @ParameterizedTest
    @CsvSource({
        "?topic=alchemy, alchemy",
        "?near=1, near",
        "?district[]=%3Cscript%3E, &lt;script",
        "?limit=100000, limit",
        "?cursor=abc, cursor"
    })
    void whatCannotBeMeantIsToldWithStatus400(String query, String told) throws Exception {
        HttpResponse<String> page = get(query.replace("[", "%5B").replace("]", "%5D"));

        assertEquals(400, page.statusCode());
        assertTrue(page.body().contains(told), page.body());
        assertFalse(page.body().contains("<script"), page.body());
        assertFalse(page.body().contains("\tat "), page.body());
    }

    @Test
    void hostileWordsAreEscaped() throws Exception {
        HttpResponse<String> page = get("?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");

        assertEquals(200, page.statusCode());
        assertFalse(page.body().contains("<script"), page.body());
    }

    @Test
    void anOfferHasAPageOfItsOwn() throws Exception {
        assertEquals(200, get("offers/site-2").statusCode());
        assertEquals(404, get("offers/nothing").statusCode());
        assertEquals(404, get("elsewhere").statusCode());
    }

    @Test
    void everyLinkOfThePanelLeadsToAPage() throws Exception {
        String body = get("?topic=energy&q=forum&not_kind=site").body();
        int links = 0;
        for (String part : body.split("href=\"/\\?")) {
            String query = part.substring(0, Math.max(0, part.indexOf('"')));
            if (links < 40 && query.startsWith("lang=de")) {
                assertEquals(
                        200,
                        get("?" + query.replace("&amp;", "&").replace(" ", "%20"))
                                .statusCode(),
                        query);
                links++;
            }
        }
        assertTrue(links > 10, body);
    }
}
