package ruhr.knowledge.servlet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One installation reads its data from another, by HTTP. */
class MirrorTest {

    private static final String DATA = "/ruhr-knowledge/api/v1/data/knowledge.json";
    private static final String LIST = "/ruhr-knowledge/api/v1/institutions?limit=100&status=any&facets=none";
    private static final String PAGE = "/ruhr-knowledge/embed/focus?id=knowledge-transfer";

    @TempDir
    Path folder;

    @Test
    void aMirrorShowsWhatTheOriginShowsAndAnswersOnWhenThatIsGone() throws Exception {
        Site origin = Site.start("", offering());
        Consumer<Context> settings = mirrorOf(origin);
        Site mirror = Site.start("", settings);
        try {
            until(() -> mirror.get(PAGE).statusCode() == 200);
            assertEquals(
                    withoutVersion(origin.get(LIST).body()),
                    withoutVersion(mirror.get(LIST).body()));
            String page = mirror.get(PAGE).body();
            assertEquals(origin.get(PAGE).body(), page);
            Matcher picture = Pattern.compile("/ruhr-knowledge/assets/[0-9a-f]+/images/[^\"]+")
                    .matcher(page);
            assertTrue(picture.find(), "there is a picture");
            assertArrayEquals(
                    origin.bytes("GET", picture.group()).body(),
                    mirror.bytes("GET", picture.group()).body());
            assertTrue(health(mirror).contains("\"ok\""), health(mirror));

            origin.close();

            assertEquals(page, mirror.get(PAGE).body());
            until(() -> health(mirror).contains("\"stale\""));
            assertEquals(page, mirror.get(PAGE).body());
            assertEquals(200, mirror.get("/ruhr-knowledge/health").statusCode(), "it has something to show");
        } finally {
            origin.close();
            mirror.close();
        }
        try (Site again = Site.start("", settings)) {
            until(() -> again.get(PAGE).statusCode() == 200);
            assertTrue(again.get(PAGE).body().contains("<h1"), "what was kept is shown after a new start");
            assertTrue(health(again).contains("\"stale\""), health(again));
        }
    }

    @Test
    void eachEntryOfTheApiSaysWhereItWasReadIfItIsTold() throws Exception {
        Files.writeString(folder.resolve("own.json"), """
                {"institutions": [{"id": "own", "name": {"de": "Eigenes"}, "type": "office",
                                   "sites": [{"municipality": "essen"}]}],
                 "types": [{"id": "office", "label": {"de": "Amt"}}]}""");
        String documents = folder.resolve("own.json") + ", ruhr";
        for (boolean told : new boolean[] {true, false}) {
            try (Site site = Site.start("", context -> {
                context.addParameter("ruhr.knowledge.documents", documents);
                context.addParameter("ruhr.knowledge.origins", String.valueOf(told));
            })) {
                String own = site.get("/ruhr-knowledge/api/v1/institutions/own").body();
                String list = site.get("/ruhr-knowledge/api/v1/institutions?limit=100")
                        .body();
                String origin = "\"origin\":{\"source\":\"own.json\",\"document\":\"own.json\"}";
                assertEquals(told, own.contains(origin), own);
                assertEquals(told, list.contains(origin) && list.contains("\"source\":\"ruhr.json\""), list);
                assertEquals(told, list.contains("origin"), list);
            }
        }
    }

    @Test
    void whoAsksAgainIsToldThatNothingIsNew() throws Exception {
        try (Site origin = Site.start("", offering())) {
            var first = origin.get(DATA);
            assertEquals(200, first.statusCode());
            assertEquals("public, no-cache", HttpTest.header(first, "Cache-Control"), "persons can be withdrawn");
            var again = origin.get(DATA, "If-None-Match", HttpTest.header(first, "ETag"));
            assertEquals(304, again.statusCode());
            assertEquals("", again.body());
        }
    }

    @Test
    void theDataAreOfferedToNobodyUnlessTheInstallationSaysSo() throws Exception {
        try (Site site = Site.start()) {
            var answer = site.get(DATA);
            assertEquals(404, answer.statusCode());
            assertTrue(answer.body().contains("ruhr.knowledge.mirror"), answer.body());
            assertEquals(
                    404,
                    site.get("/ruhr-knowledge/api/v1/data/images/hydrogen.svg").statusCode());
        }
    }

    @Test
    void whatIsNoPictureOfTheDataIsNotAFile() throws Exception {
        Files.writeString(folder.resolve("secret.txt"), "secret");
        try (Site origin = Site.start("", offering())) {
            for (String path : new String[] {
                "images/none.svg", "../secret.txt", "..%2fsecret.txt", "images//", "", "images/hydrogen.svg/..;/x"
            }) {
                String answer = origin.whole("GET /ruhr-knowledge/api/v1/data/" + path
                        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
                assertTrue(answer.startsWith("HTTP/1.1 4"), path + ": " + answer);
                assertFalse(answer.contains("secret\n"), path);
            }
        }
    }

    @Test
    void aMirrorWhoseOriginWasNeverThereIsNeutralAndItsHealthSaysEmpty() throws Exception {
        Site origin = Site.start("", offering());
        Consumer<Context> settings = mirrorOf(origin);
        origin.close();
        try (Site mirror = Site.start("", settings)) {
            assertEquals(200, mirror.get("/ruhr-knowledge/widgets/focus").statusCode());
            assertEquals(503, mirror.get(LIST).statusCode());
            assertTrue(health(mirror).contains("\"empty\""), health(mirror));
        }
    }

    @Test
    void whereNothingCanBeKeptTheServiceGoesOnAndItsHealthSaysDegraded() throws Exception {
        Path file = Files.writeString(folder.resolve("kept"), "no folder");
        try (Site origin = Site.start("", offering());
                Site mirror = Site.start("", context -> {
                    mirrorOf(origin).accept(context);
                    context.removeParameter("ruhr.knowledge.lastGoodFolder");
                    context.addParameter(
                            "ruhr.knowledge.lastGoodFolder",
                            file.resolve("inside").toString());
                })) {
            until(() -> mirror.get(PAGE).statusCode() == 200);
            assertTrue(health(mirror).contains("\"degraded\""), health(mirror));
            assertFalse(health(mirror).contains("kept"), "no path");
        }
        assertEquals("no folder", Files.readString(file));
    }

    @Test
    void withoutASettingWhatIsKeptLiesInTheFolderOfTheContainer() throws Exception {
        try (Site origin = Site.start("", offering());
                Site mirror = Site.start("", context -> {
                    mirrorOf(origin).accept(context);
                    context.removeParameter("ruhr.knowledge.lastGoodFolder");
                })) {
            until(() -> mirror.get(PAGE).statusCode() == 200);
            Object temporary = mirror.context().getServletContext().getAttribute("jakarta.servlet.context.tempdir");
            Path kept = ((java.io.File) temporary).toPath().resolve("ruhr-knowledge");
            try (Stream<Path> files = Files.list(kept)) {
                assertTrue(files.anyMatch(it -> it.toString().endsWith(".good")));
            }
        }
    }

    @Test
    void aPrivateAddressIsAskedOnlyIfItIsAllowed() throws Exception {
        try (Site origin = Site.start("", offering());
                Site mirror = Site.start("", context -> {
                    mirrorOf(origin).accept(context);
                    context.removeParameter("ruhr.knowledge.allowedHosts");
                })) {
            for (int i = 0; i < 20; i++) {
                assertEquals(503, mirror.get(LIST).statusCode());
                Thread.sleep(20);
            }
        }
    }

    private static Consumer<Context> offering() {
        return context -> context.addParameter("ruhr.knowledge.mirror", "true");
    }

    private Consumer<Context> mirrorOf(Site origin) {
        String address = origin.address(DATA).toString();
        return context -> {
            context.addParameter("ruhr.knowledge.documents", address);
            context.addParameter("ruhr.knowledge.allowedHosts", "127.0.0.1");
            context.addParameter("ruhr.knowledge.refreshSeconds", "1");
            context.addParameter(
                    "ruhr.knowledge.lastGoodFolder", folder.resolve("last-good").toString());
        };
    }

    private static String health(Site site) throws Exception {
        return new String(site.bytes("GET", "/ruhr-knowledge/health").body(), StandardCharsets.UTF_8);
    }

    private static String withoutVersion(String json) {
        return json.replaceAll("\"version\":\"[0-9a-f]+\"", "\"version\":\"\"");
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!condition.call()) {
            assertTrue(System.nanoTime() < end, "it has not come to that in half a minute");
            Thread.sleep(20);
        }
    }
}
