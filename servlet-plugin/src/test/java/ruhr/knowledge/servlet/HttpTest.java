package ruhr.knowledge.servlet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTest {

    private static final String ROOT = "/ruhr-knowledge";
    private static Site site;

    @BeforeAll
    static void start() throws Exception {
        site = Site.start("", context -> {
            Site.add(context, "/with-writer", new IncludingPage(true));
            Site.add(context, "/with-stream", new IncludingPage(false));
            Site.add(context, "/planted-defect", new Defect());
        });
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/widgets/focus",
                "/widgets/institutions?lang=en",
                "/widgets/filter",
                "/widgets/stories/tzr-new-building",
                "/embed/focus?lang=en&id=hydrogen",
                "/embed/institutions",
                "/embed/filter?lang=en",
                "/embed/stories/tzr-new-building?lang=en",
                "/api/v1/institutions",
                "/api/v1/institutions/rub"
            })
    void everyRouteAnswersWithTheHeadersThatKeepVisitorsSafeAndCachesUseful(String path) throws Exception {
        HttpResponse<String> answer = site.get(ROOT + path);

        assertEquals(200, answer.statusCode());
        assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
        assertEquals("strict-origin-when-cross-origin", header(answer, "Referrer-Policy"));
        assertEquals("cross-origin", header(answer, "Cross-Origin-Resource-Policy"));
        assertTrue(header(answer, "Cache-Control").matches("public, (max-age=60, stale-.*|no-cache)"));
        assertEquals("Accept-Encoding", header(answer, "Vary"));
        assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
        if (path.startsWith("/embed")) {
            assertTrue(header(answer, "Content-Security-Policy").contains("default-src 'none'"));
            assertTrue(header(answer, "Content-Security-Policy").endsWith("frame-ancestors *"));
        } else {
            assertEquals("*", header(answer, "Access-Control-Allow-Origin"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "",
                "/widgets",
                "/widgets/",
                "/widgets/nothing",
                "/widgets/focus/",
                "/widgets/stories/",
                "/widgets/stories/nothing",
                "/embed/focus?id=nothing",
                "/api",
                "/api/v1",
                "/api/v2/institutions",
                "/api/v1/institutions/",
                "/api/v1/institutions/nothing",
                "/api/v1/institutions/partner-search",
                "/assets/0/ruhr-knowledge.css",
                "/assets/ruhr-knowledge.css",
                "/health/more"
            })
    void whatIsNotThereIsNotFoundAndNotKept(String path) throws Exception {
        HttpResponse<String> answer = site.get(ROOT + path);

        assertEquals(404, answer.statusCode());
        assertEquals("no-store", header(answer, "Cache-Control"));
        assertEquals(
                path.startsWith("/api"), header(answer, "Content-Type").startsWith("application/problem+json"), path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "FOO"})
    void onlyReadingIsAllowed(String method) throws Exception {
        HttpResponse<byte[]> answer = site.bytes(method, ROOT + "/widgets/focus");

        assertEquals(405, answer.statusCode());
        assertEquals("GET, HEAD", header(answer, "Allow"));
    }

    @Test
    void compressionChangesTheBytesAndTheTagButNotTheContent() throws Exception {
        HttpResponse<byte[]> plain = site.bytes("GET", ROOT + "/widgets/focus");
        HttpResponse<byte[]> zipped = site.bytes("GET", ROOT + "/widgets/focus", "Accept-Encoding", "br, gzip;q=0.8");

        assertEquals("gzip", header(zipped, "Content-Encoding"));
        assertTrue(zipped.body().length < plain.body().length / 2);
        assertArrayEquals(plain.body(), new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes());
        assertNotEquals(header(plain, "ETag"), header(zipped, "ETag"));
        assertFalse(header(plain, "ETag").startsWith("W/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip;q=0", "br", "*;q=0", "gzip;q=0, *", "gzip; q=0.000", ""})
    void nobodyGetsCompressionWhoDoesNotWantIt(String accepted) throws Exception {
        HttpResponse<byte[]> answer = site.bytes("GET", ROOT + "/widgets/focus", "Accept-Encoding", accepted);

        assertTrue(answer.headers().firstValue("Content-Encoding").isEmpty());
    }

    @Test
    void whoHasTheCurrentVariantGetsNoBody() throws Exception {
        String tag = header(site.bytes("GET", ROOT + "/embed/filter"), "ETag");
        for (String condition : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            HttpResponse<byte[]> answer = site.bytes("GET", ROOT + "/embed/filter", "If-None-Match", condition);

            assertEquals(304, answer.statusCode(), condition);
            assertEquals(0, answer.body().length);
            assertEquals(tag, header(answer, "ETag"));
            assertEquals("Accept-Encoding", header(answer, "Vary"));
            assertTrue(header(answer, "Cache-Control").startsWith("public"));
        }
        assertEquals(
                200,
                site.bytes("GET", ROOT + "/embed/filter", "If-None-Match", tag, "Accept-Encoding", "gzip")
                        .statusCode(),
                "the other variant has another tag");
        assertEquals(
                200,
                site.bytes("GET", ROOT + "/embed/filter", "If-None-Match", "\"other\"")
                        .statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/widgets/focus", "/api/v1/institutions", "/health", "/nothing", "/embed/filter"})
    void headIsGetWithoutTheBody(String path) throws Exception {
        HttpResponse<byte[]> get = site.bytes("GET", ROOT + path);
        HttpResponse<byte[]> head = site.bytes("HEAD", ROOT + path);

        assertEquals(get.statusCode(), head.statusCode());
        assertEquals(0, head.body().length);
        for (String name : List.of("Content-Type", "Content-Length", "Cache-Control", "Vary", "ETag")) {
            assertEquals(get.headers().firstValue(name), head.headers().firstValue(name), name);
        }
    }

    @Test
    void assetsAreImmutableAndCannotRunAnything() throws Exception {
        String page = site.get(ROOT + "/embed/focus").body();
        List<String> assets = new ArrayList<>();
        Matcher found = Pattern.compile("(?:href|src)=\"(/ruhr-knowledge/assets/[^\"]+)\"")
                .matcher(page);
        while (found.find()) {
            assets.add(found.group(1));
        }

        assertTrue(assets.stream().anyMatch(path -> path.endsWith(".css")));
        assertTrue(assets.stream().anyMatch(path -> path.endsWith(".svg")));
        assertTrue(assets.stream().anyMatch(path -> path.endsWith("/frame.js")));
        for (String path : assets) {
            HttpResponse<String> asset = site.get(path);
            assertEquals(200, asset.statusCode(), path);
            assertTrue(header(asset, "Cache-Control").contains("immutable"));
            assertTrue(header(asset, "Content-Security-Policy").contains("sandbox"));
            assertEquals(
                    Map.of(
                                    "css",
                                    "text/css;charset=UTF-8",
                                    "svg",
                                    "image/svg+xml",
                                    "js",
                                    "text/javascript;charset=UTF-8")
                            .get(path.substring(path.lastIndexOf('.') + 1)),
                    header(asset, "Content-Type"));
            assertEquals(
                    404,
                    site.get(path.replaceFirst("[0-9a-f]{32}", "0".repeat(32))).statusCode());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/with-writer", "/with-stream"})
    void aPageIncludesAFragmentByEitherMeans(String page) throws Exception {
        HttpResponse<String> answer = site.get(page + "?article=7&rk_topic=hydrogen");

        assertTrue(answer.body().startsWith("before"), answer.body());
        assertTrue(answer.body().endsWith("after"));
        assertTrue(answer.body().contains("1 Einrichtung"), answer.body());
        assertTrue(answer.body().contains("href=\"?article=7#rk-institutions\""), answer.body());
        assertTrue(answer.headers().firstValue("ETag").isEmpty(), "the page's headers are the page's");
    }

    @Test
    void aPageInAnotherEncodingGetsLettersThatItCanShow() throws Exception {
        String german = site.get("/with-writer?charset=ISO-8859-1").body();
        String bytes = site.get("/with-stream").body();

        for (String page : List.of(german, bytes)) {
            assertTrue(page.contains("Hochschule f&#252;r"), page);
            assertFalse(page.contains("\uFFFD") || page.contains("?r "), page);
        }
    }

    @Test
    void anUnknownWidgetIncludedTakesNothingFromThePage() throws Exception {
        assertEquals(200, site.get("/with-writer?widget=nothing").statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/widgets/institutions",
                "/widgets/focus",
                "/widgets/filter",
                "/embed/institutions",
                "/api/v1/institutions",
                "/api/v1/institutions/rub",
                "/widgets/stories/tzr-new-building"
            })
    void hostileQueriesNeverCostMoreThanTheirOwnAnswer(String path) throws Exception {
        List<String> queries = new ArrayList<>(List.of(
                "a=%zz",
                "topic=%",
                "topic=%00",
                "topic=%ff%fe",
                "%ff=1",
                "topic=%ed%a0%80",
                "&&&===",
                "=",
                "a=b=c",
                "topic[]=a&topic[]=b",
                "topic=" + ",".repeat(4000),
                "q=" + "%F0%9F%92%A9".repeat(200),
                "host=%zz",
                "host=" + "a%3Db%26".repeat(700),
                "page=-1",
                "page=99999999999999999999",
                "limit=101",
                "limit=0",
                "group=../..",
                "heading=99",
                "lang=xx",
                "id=../../etc/passwd",
                "sort=%27",
                "facets=%3C",
                "status=any,any"));
        StringBuilder wide = new StringBuilder();
        for (String field : List.of("topic", "type", "city", "not_topic", "not_city")) {
            wide.append('&').append(field).append('=');
            for (int i = 0; i < 64; i++) {
                wide.append("value-").append(i).append("-of-very-many,");
            }
        }
        queries.add(wide.substring(0, Math.min(7900, wide.length())));
        queries.add("x=" + "y".repeat(7500));
        StringBuilder repeated = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            repeated.append("topic=a&");
        }
        queries.add(repeated.toString().substring(0, 7900));
        Random random = new Random(20261124);
        for (int i = 0; i < 60; i++) {
            StringBuilder noise = new StringBuilder();
            for (int c = 0; c < 80; c++) {
                noise.append("%&=,[]+abtopichost0159._~-".charAt(random.nextInt(26)));
            }
            queries.add(noise.toString());
        }
        for (String query : queries) {
            String line =
                    site.raw("GET " + ROOT + path + "?" + query + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            assertTrue(line.matches("HTTP/1\\.1 (200|400|404)"), line + " for " + query);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%00",
                "/..%2f..%2fetc",
                "/widgets/%2e%2e/x",
                "/assets/x/../../web.xml",
                "/widgets;a=b/focus",
                "//",
                "/widgets/focus;y=2"
            })
    void hostilePathsNeverCostMoreThanTheirOwnAnswer(String path) throws Exception {
        String line = site.raw("GET " + ROOT + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertTrue(line.matches("HTTP/1\\.1 (200|400|404)"), line);
    }

    @Test
    void aPlantedDefectIsSeenByTheSameCheck() throws Exception {
        String line = site.raw("GET /planted-defect HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertFalse(line.matches("HTTP/1\\.1 (200|400|404)"), line);
    }

    @Test
    void headersThatNobodyAskedForChangeNothing() throws Exception {
        String[] names = {
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Forwarded-Prefix",
            "X-Forwarded-For",
            "X-Forwarded-Port",
            "Forwarded",
            "X-Original-URL",
            "X-Rewrite-URL",
            "X-Host",
            "X-HTTP-Method-Override",
            "Accept",
            "Accept-Language",
            "Cookie",
            "Referer",
            "Origin",
            "User-Agent",
            "X-Requested-With",
            "Range",
            "If-Modified-Since",
            "X-Real-IP",
            "Via",
            "DNT",
            "Save-Data",
            "X-Forwarded-Scheme",
            "True-Client-IP",
            "Authorization",
            "X-Wap-Profile",
            "Sec-Fetch-Site"
        };
        for (String path : List.of("/widgets/focus", "/embed/institutions?lang=en", "/api/v1/institutions?limit=3")) {
            String expected = site.get(ROOT + path).body();
            for (String name : names) {
                String value = name.equals("Range") ? "bytes=0-9" : "evil.example";
                HttpResponse<String> answer = site.get(ROOT + path, name, value);
                assertEquals(200, answer.statusCode(), name);
                assertEquals(expected, answer.body(), name);
                assertTrue(answer.headers()
                        .allValues("Access-Control-Allow-Credentials")
                        .isEmpty());
            }
            assertFalse(site.raw("GET " + ROOT + path + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
                    .contains("evil"));
        }
    }

    @Test
    void healthSaysHowItIsAndNothingElse() throws Exception {
        assertTrue(site.get(ROOT + "/health").body().matches("\\{\"status\":\"ok\",\"ageSeconds\":\\d+}"));
    }

    @Test
    void theLanguageOfAnAnswerIsThatOfItsAddress() throws Exception {
        for (String path :
                List.of("/embed/focus", "/embed/institutions", "/embed/filter", "/widgets/focus?id=hydrogen")) {
            String mark = path.contains("?") ? "&" : "?";
            assertTrue(site.get(ROOT + path).body().contains("lang=\"de\""));
            String english = site.get(ROOT + path + mark + "lang=en").body();
            assertTrue(english.contains("lang=\"en\""));
            assertFalse(english.contains("Filter setzen"), path);
        }
    }

    static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** A host's page. */
    private static final class IncludingPage extends HttpServlet {

        private static final long serialVersionUID = 1L;
        private final boolean writer;

        IncludingPage(boolean writer) {
            this.writer = writer;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            String charset = request.getParameter("charset") == null ? "UTF-8" : request.getParameter("charset");
            response.setContentType("text/plain;charset=" + charset);
            say(response, "before");
            String widget = request.getParameter("widget") == null ? "institutions" : "nothing";
            String host = java.net.URLEncoder.encode(String.valueOf(request.getQueryString()), StandardCharsets.UTF_8);
            request.getRequestDispatcher("/ruhr-knowledge/widgets/" + widget + "?host=" + host)
                    .include(request, response);
            say(response, "after");
        }

        private void say(HttpServletResponse response, String text) throws IOException {
            if (writer) {
                response.getWriter().write(text);
            } else {
                response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** A servlet with a defect. */
    private static final class Defect extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            throw new IllegalStateException("planted");
        }
    }
}
