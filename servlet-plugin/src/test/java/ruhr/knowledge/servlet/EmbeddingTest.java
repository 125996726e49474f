package ruhr.knowledge.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other sites get to embed: scripts, the element with a widget in it, pages for frames, oEmbed replies. */
class EmbeddingTest {

    private static final String ROOT = "/ruhr-knowledge";
    private static final String PUBLIC = "https://wissen.example:8443/ruhr-knowledge";
    private static Site site;
    private static Site quiet;

    @BeforeAll
    static void start() throws Exception {
        site = Site.start("", context -> context.addParameter("ruhr.knowledge.publicBaseUrl", PUBLIC));
        quiet = Site.start();
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
        quiet.close();
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ruhr-knowledge.js", "/ruhr-knowledge.d.ts"})
    void theScriptStaysAtItsAddressAndIsAskedForAgain(String path) throws Exception {
        HttpResponse<String> answer = site.get(ROOT + path);

        assertEquals(200, answer.statusCode());
        assertTrue(header(answer, "Content-Type").matches("text/(javascript|plain);charset=UTF-8"));
        assertTrue(header(answer, "Cache-Control").startsWith("public, max-age=60,"));
        assertEquals("*", header(answer, "Access-Control-Allow-Origin"));
        assertEquals("cross-origin", header(answer, "Cross-Origin-Resource-Policy"));
        assertEquals(
                304,
                site.get(ROOT + path, "If-None-Match", header(answer, "ETag")).statusCode());
        assertEquals(404, site.get(ROOT + path + "/more").statusCode());
    }

    @Test
    void bothScriptsTogetherAreSmallerThanFiveKilobytes() throws Exception {
        int element = site.bytes("GET", ROOT + "/ruhr-knowledge.js", "Accept-Encoding", "gzip")
                .body()
                .length;
        String frame = URI.create(Jsoup.parse(site.get(ROOT + "/embed/filter").body())
                        .selectFirst("script")
                        .attr("src"))
                .getPath();
        HttpResponse<byte[]> packed = site.bytes("GET", frame, "Accept-Encoding", "gzip");

        assertEquals("gzip", header(packed, "Content-Encoding"));
        assertTrue(element + packed.body().length < 5000, element + " and " + packed.body().length + " bytes");
    }

    @Test
    void aScriptIsServedWithoutWhatOnlyItsAuthorsRead() throws Exception {
        String script = site.get(ROOT + "/ruhr-knowledge.js").body();

        assertFalse(script.contains("/*"), script);
        assertFalse(script.contains("\n "), script);
        assertTrue(script.contains("customElements.define('ruhr-knowledge'"));
    }

    @Test
    void aPageSaysWhereItsReplyIsAndTheReplyShowsThePage() throws Exception {
        Document page = Jsoup.parse(site.get(ROOT + "/embed/services?Topic=Start-ups&lang=en&utm_source=letter")
                .body());
        Element discovery = page.selectFirst("head > link[rel=alternate][type=application/json+oembed]");
        String reply = discovery.attr("href");
        assertTrue(reply.startsWith(PUBLIC + "/oembed?"), reply);

        // What WordPress appends.
        HttpResponse<String> answer = site.get(
                reply.substring(reply.indexOf("/ruhr-knowledge")) + "&maxwidth=500&maxheight=750&dnt=1&format=json");
        JsonObject json = Json.createReader(new StringReader(answer.body())).readObject();

        assertEquals(200, answer.statusCode());
        assertEquals("application/json", header(answer, "Content-Type"));
        assertEquals("*", header(answer, "Access-Control-Allow-Origin"));
        String frame = Jsoup.parse(json.getString("html")).selectFirst("iframe").attr("src");
        assertEquals(page.selectFirst("link[rel=canonical]").attr("href"), frame);
        assertEquals(PUBLIC + "/embed/services?topic=start-ups&lang=en", frame);
    }

    @Test
    void theDiscoveryLinkComesEarlyEnoughForThoseWhoReadAPart() throws Exception {
        String html = site.get(ROOT + "/embed/focus").body();

        assertTrue(html.indexOf("application/json+oembed") < 2000);
        assertTrue(html.indexOf("application/json+oembed") < html.indexOf("</head>"));
    }

    @Test
    void withoutAPublicAddressNothingClaimsToBeEmbeddable() throws Exception {
        assertFalse(quiet.get(ROOT + "/embed/services").body().contains("oembed"));
        HttpResponse<String> answer = quiet.get(ROOT + "/oembed?url="
                + URLEncoder.encode(quiet.address(ROOT + "/embed/services").toString(), StandardCharsets.UTF_8));

        assertEquals(404, answer.statusCode());
        assertTrue(answer.body().contains("publicBaseUrl"), answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oembed?url=https%3A%2F%2Fevil.example%2Fruhr-knowledge%2Fembed%2Fservices",
                "/oembed?url=https%3A%2F%2Fwissen.example%3A8443%40evil.example%2Fruhr-knowledge%2Fembed%2Fservices",
                "/oembed?url=https%3A%2F%2Fwissen.example%3A8443%2Fruhr-knowledge%2Fembed%2Fservices%23a",
                "/oembed?url=%00",
                "/oembed?url=%25"
            })
    void whatIsNotOursIsAClearRefusalAsProblemDetails(String path) throws Exception {
        HttpResponse<String> answer = site.get(ROOT + path);

        assertTrue(answer.statusCode() == 404 || answer.statusCode() == 400, answer.body());
        assertEquals("application/problem+json", header(answer, "Content-Type"));
        assertTrue(answer.body().contains(PUBLIC + "/embed/"), answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/embed/services?lang=en",
                "/widgets/services?lang=en",
                "/widgets/services?as=element",
                "/embed-builder",
                "/ruhr-knowledge.js",
                "/api/v1/institutions"
            })
    void noHeaderOfARequestChangesAByte(String path) throws Exception {
        for (Site it : List.of(site, quiet)) {
            byte[] plain = it.bytes("GET", ROOT + path).body();
            // The client of Java sets no Host header; a raw request below does.
            for (String[] headers : List.of(
                    new String[] {"X-Forwarded-Host", "evil.example", "X-Forwarded-Proto", "https"},
                    new String[] {"Forwarded", "host=evil.example;proto=https;for=1.2.3.4"},
                    new String[] {"X-Forwarded-Prefix", "/evil", "X-Original-URL", "/evil", "X-Rewrite-URL", "/evil"},
                    new String[] {"Origin", "https://evil.example", "Referer", "https://evil.example/"},
                    new String[] {"Accept-Language", "en", "Cookie", "lang=en", "User-Agent", "WordPress/6.1"})) {
                assertEquals(
                        new String(plain, StandardCharsets.UTF_8),
                        new String(it.bytes("GET", ROOT + path, headers).body(), StandardCharsets.UTF_8));
            }
            assertEquals(
                    body(it.whole("GET " + ROOT + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")),
                    body(it.whole(
                            "GET " + ROOT + path + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")));
        }
    }

    private static String body(String answer) {
        assertTrue(answer.startsWith("HTTP/1.1 200"), answer.substring(0, Math.min(200, answer.length())));
        return answer.substring(answer.indexOf("\r\n\r\n"));
    }

    @Test
    void aDifferenceOfOneByteWouldBeSeen() throws Exception {
        assertNotEquals(
                body(site.whole("GET " + ROOT + "/embed/services HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")),
                body(quiet.whole("GET " + ROOT + "/embed/services HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")));
    }

    @Test
    void theElementHoldsTheWidgetInAShadowRootThatNeedsNoScript() throws Exception {
        HttpResponse<String> answer = site.get(
                ROOT
                        + "/widgets/services?topic=start-ups&limit=3&theme=neutral&group=a&lang=en&as=element&host=rk_a_city%3Dbochum");
        Element element = Jsoup.parseBodyFragment(answer.body()).selectFirst("ruhr-knowledge");

        assertEquals("services", element.attr("widget"));
        assertEquals("en", element.attr("lang"));
        assertEquals("a", element.attr("group"));
        assertEquals("neutral", element.attr("theme"));
        assertEquals("topic=start-ups&limit=3", element.attr("parameters"));
        assertTrue(element.hasAttr("sync"));
        assertFalse(element.hasAttr("entry"));
        assertEquals(
                1,
                element.select("> template[shadowrootmode=open] > .rk-inside .rk-list")
                        .size());
        assertTrue(element.select("> a").attr("href").startsWith(PUBLIC + "/embed/services?"));
        assertEquals("*", header(answer, "Access-Control-Allow-Origin"));
    }

    @Test
    void theElementOfOneEntryNamesIt() throws Exception {
        String html = site.get(ROOT + "/widgets/institutions/rub?as=element").body();
        Element element = Jsoup.parseBodyFragment(html).selectFirst("ruhr-knowledge");

        assertEquals("rub", element.attr("entry"));
        assertFalse(element.hasAttr("sync"), "the page did not say what its address is");
        assertFalse(element.hasAttr("parameters"));
    }

    @Test
    void theElementAndTheFragmentAreRememberedApart() throws Exception {
        String fragment = site.get(ROOT + "/widgets/stories?limit=4").body();
        String element = site.get(ROOT + "/widgets/stories?limit=4&as=element").body();

        assertTrue(fragment.strip().startsWith("<link"));
        assertTrue(element.strip().startsWith("<ruhr-knowledge "));
        assertEquals(fragment, site.get(ROOT + "/widgets/stories?limit=4").body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%22%3E%3Cimg%20src%3Dx%3E", "%3C%2Ftemplate%3E%3Cscript%3E", "'%20onclick%3D'a()"})
    void nothingOfAnAddressBecomesMarkupOfTheElement(String hostile) throws Exception {
        String html = site.get(ROOT + "/widgets/services?as=element&title=" + hostile + "&group=" + hostile + "&theme="
                        + hostile + "&id2=" + hostile + "&host=rk_topic%3D" + hostile)
                .body();
        String harmless = site.get(
                        ROOT + "/widgets/services?as=element&title=x&group=x%20&theme=x&id2=x&host=rk_topic%3Dx")
                .body();

        assertEquals(names(harmless), names(html), html);
        assertEquals(
                0,
                Jsoup.parseBodyFragment(html)
                        .select("script, img[src=x], [onclick]")
                        .size());
    }

    private static List<String> names(String html) {
        return Jsoup.parseBodyFragment(html).getAllElements().stream()
                .map(it -> it.tagName()
                        + it.attributes().asList().stream().map(a -> a.getKey()).toList())
                .toList();
    }

    @Test
    void aFailureIsLoggedWithItsPlaceAndWithoutWhatAVisitorAskedFor() {
        Exception failure = new IllegalStateException("q=geheimes", new IllegalArgumentException("geheimes"));

        Throwable logged = KnowledgeServlet.withoutWords(failure);
        StringWriter text = new StringWriter();
        logged.printStackTrace(new PrintWriter(text));

        assertFalse(text.toString().contains("geheimes"), text.toString());
        assertTrue(text.toString().contains("java.lang.IllegalArgumentException"), text.toString());
        assertEquals(List.of(failure.getStackTrace()), List.of(logged.getStackTrace()));
    }

    @Test
    void aPageMayRunItsOwnScriptAndNoOther() throws Exception {
        String policy = header(site.get(ROOT + "/embed/services"), "Content-Security-Policy");

        assertTrue(policy.contains("script-src 'self' https://wissen.example:8443;"), policy);
        assertFalse(policy.contains("unsafe"), policy);
    }
}
