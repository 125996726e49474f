package ruhr.knowledge.examples.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A visitor's browser asks nobody but the site, and has nothing to complain about. */
@ExtendWith(Demo.class)
class RequestsTest {

    @ParameterizedTest
    @FieldSource("ruhr.knowledge.examples.browser.Addresses#ALL")
    void noRequestLeavesTheSiteAndTheConsoleStaysEmpty(String address, Demo.Running demo) {
        Page page = demo.window(Screen.WIDE);
        Heard heard = new Heard(page, demo.address("/"));

        page.navigate(demo.address(address));
        Pictures.load(page);

        assertTrue(heard.requests.size() > 1, "requests are heard: " + heard.requests);
        assertEquals(List.of(), heard.foreign());
        assertEquals(List.of(), heard.console);
        assertEquals(List.of(), heard.failed);
        assertEquals(List.of(), page.context().cookies());
        assertEquals(0, page.evaluate("localStorage.length + sessionStorage.length"));
    }

    @Test
    void aPlantedForeignPictureIsHeard(Demo.Running demo) {
        Page page = demo.window(Screen.WIDE);
        Heard heard = new Heard(page, demo.address("/"));
        page.route("http://elsewhere.example/**", route -> route.abort());

        page.setContent("<img src='http://elsewhere.example/pixel.png' alt=''>");
        page.waitForCondition(() -> !heard.foreign().isEmpty());

        assertEquals(List.of("http://elsewhere.example/pixel.png"), heard.foreign());
    }

    @Test
    void aPlantedCookieAndAPlantedNoteAreSeen(Demo.Running demo) {
        Page page = demo.window(Screen.WIDE);
        page.navigate(demo.address("/robots.txt"));

        page.evaluate("() => { document.cookie = 'planted=1'; localStorage.setItem('planted', '1') }");

        assertEquals(1, page.context().cookies().size());
        assertEquals(1, page.evaluate("localStorage.length + sessionStorage.length"));
    }

    @Test
    void aPlantedInlineStyleIsRefusedAndHeard(Demo.Running demo) {
        String policy =
                demo.get("/").headers().firstValue("Content-Security-Policy").orElseThrow();
        Page page = demo.window(Screen.WIDE);
        Heard heard = new Heard(page, demo.address("/"));
        page.route(
                demo.address("/planted"),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setHeaders(Map.of("Content-Security-Policy", policy, "Content-Type", "text/html"))
                        .setBody("<!doctype html><title>Planted</title><p style='color:red'>red</p>")));

        page.navigate(demo.address("/planted"));
        page.waitForCondition(() -> !heard.console.isEmpty());

        assertTrue(heard.console.toString().contains("Content Security Policy"), heard.console.toString());
    }
}
