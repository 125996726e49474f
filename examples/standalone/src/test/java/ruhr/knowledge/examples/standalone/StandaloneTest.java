package ruhr.knowledge.examples.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar is started as anybody would start it. */
class StandaloneTest {

    private static final String STORY = """
            {"stories": [{"id": "%s", "title": {"de": "%s"}, "teaser": {"de": "Ein Satz."},
              "published": "2026-11-20", "sources": ["own"], "example": true}],
             "sources": [{"id": "own", "title": {"de": "Eigene Angaben"}}]}
            """;

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void stop() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    private Process jar(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                "-jar",
                System.getProperty("jar")));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("log").toFile())
                .start();
        started.add(process);
        return process;
    }

    private URI ready(Process process) throws Exception {
        await(() -> out().contains("\n") || !process.isAlive());
        assertTrue(out().startsWith("ready: "), out());
        return URI.create(out().strip().substring("ready: ".length()));
    }

    private String out() throws IOException {
        return Files.readString(folder.resolve("out"));
    }

    private record Ended(int code, String out, String log) {}

    private Ended ended(Process process) throws Exception {
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it ends");
        return new Ended(process.exitValue(), out(), Files.readString(folder.resolve("log")));
    }

    private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aFolderIsServedBehindAPublicAddressAndItsEditsAppear() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("one.json"), STORY.formatted("own-story", "Erste Fassung"));
        Process server = jar(
                "serve",
                "data",
                "--port",
                "0",
                "--refresh",
                "1",
                "--public-base-url",
                "https://wissen.example/ruhr-knowledge",
                "--set",
                "frameAncestors=https://partner.example");
        URI address = ready(server);

        HttpResponse<String> page = get(address.resolve("/ruhr-knowledge/embed/stories/own-story"));
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("Erste Fassung"), page.body());
        assertTrue(page.body().contains("https://wissen.example/ruhr-knowledge/oembed?"), page.body());
        assertFalse(page.body().contains("localhost"), page.body());
        assertTrue(page.headers()
                .firstValue("Content-Security-Policy")
                .orElse("")
                .endsWith("frame-ancestors https://partner.example"));
        HttpResponse<String> entrance = get(address);
        assertEquals(302, entrance.statusCode());
        assertEquals(
                200,
                get(address.resolve(entrance.headers().firstValue("Location").orElseThrow()))
                        .statusCode());

        Files.writeString(data.resolve("one.json"), STORY.formatted("own-story", "Zweite Fassung"));
        Files.writeString(data.resolve("two.json"), STORY.formatted("new-story", "Noch eine"));
        await(() -> get(address.resolve("/ruhr-knowledge/embed/stories/own-story"))
                        .body()
                        .contains("Zweite Fassung")
                && get(address.resolve("/ruhr-knowledge/embed/stories/new-story"))
                                .statusCode()
                        == 200);

        Files.writeString(data.resolve("one.json"), "{ \"stories\": [");
        await(() -> Files.readString(folder.resolve("log")).contains("stays in use."));
        assertTrue(get(address.resolve("/ruhr-knowledge/embed/stories/own-story"))
                .body()
                .contains("Zweite Fassung"));
    }

    @Test
    void whenItIsStoppedNothingStays() throws Exception {
        Process server = jar("serve", "--port", "0");
        URI address = ready(server);
        assertEquals(200, get(address.resolve("/ruhr-knowledge/health")).statusCode());
        assertTrue(files() > 0, "the server has a folder of its own");

        server.destroy();
        Ended ended = ended(server);

        assertEquals(143, ended.code(), "ended by the signal");
        Assertions.assertThrows(ConnectException.class, () -> get(address.resolve("/ruhr-knowledge/health")));
        assertEquals(0, files());
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("tmp"))) {
            return files.filter(file -> !file.getFileName().toString().startsWith("hsperfdata"))
                    .count();
        }
    }

    @Test
    void noRequestIsLogged() throws Exception {
        Process server = jar("serve", "--port", "0");
        URI address = ready(server);

        for (String path : List.of("widgets/finder", "nothing", "oembed", "api/v1/institutions", "embed-builder")) {
            HttpRequest request = HttpRequest.newBuilder(
                            address.resolve("/ruhr-knowledge/" + path + "?q=geheimes&url=geheimes"))
                    .header("Referer", "https://partner.example/geheimes")
                    .header("User-Agent", "geheimes")
                    .header("Cookie", "geheimes=1")
                    .build();
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
        }
        server.destroy();
        Ended ended = ended(server);

        assertTrue(ended.log().contains("Ruhr Knowledge answers at"), "control: there is a log");
        assertFalse((ended.log() + ended.out()).contains("geheimes"), ended.log());
    }

    @Test
    void aPortThatIsTakenIsSaid() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ended ended = ended(jar("serve", "--port", String.valueOf(other.getLocalPort())));

            assertEquals(1, ended.code());
            assertTrue(ended.log().contains("Port " + other.getLocalPort() + ": expected a free port"), ended.log());
            assertFalse(ended.log().contains("\tat "), ended.log());
        }
    }

    @Test
    void whatIsNotThereIsSaid() throws Exception {
        Ended ended = ended(jar("serve", "no-such-folder"));

        assertEquals(1, ended.code());
        assertTrue(ended.log().contains("expected a file or a folder at no-such-folder"), ended.log());
        Files.createDirectories(folder.resolve("empty"));
        assertTrue(ended(jar("serve", "empty")).log().contains("found none. Nothing is read."));
        assertTrue(ended(jar("serve", "--without-ruhr")).log().contains("expected at least one file"));
    }

    @Test
    void anOptionThatMakesNoSenseIsSaidWithAllThatThereAre() throws Exception {
        Ended ended = ended(jar("serve", "--port", "many"));

        assertEquals(2, ended.code());
        assertTrue(ended.log().contains("--public-base-url"), ended.log());
        assertEquals(2, ended(jar("serve", "--port", "70000")).code());
        assertEquals(2, ended(jar()).code());
    }

    @Test
    void aDocumentCanBeCheckedBeforeItIsServed() throws Exception {
        Files.writeString(folder.resolve("good.json"), STORY.formatted("own-story", "Titel"));
        Files.writeString(folder.resolve("bad.json"), STORY.formatted("Kein Slug", "Titel"));

        Ended good = ended(jar("check", "good.json"));
        Ended bad = ended(jar("check", "bad.json"));

        assertEquals(0, good.code(), good.out() + good.log());
        assertTrue(good.out().contains("88 entries, 0 findings"), good.out());
        assertEquals(1, bad.code(), bad.out());
        assertTrue(bad.out().contains("bad.json at /stories/0"), bad.out());
    }

    @Test
    void aQuestionIsAnsweredAsATableThatSaysWhereEachEntryWasRead() throws Exception {
        Files.writeString(folder.resolve("own.json"), STORY.formatted("own-story", "Stahl ohne Kohle"));

        Ended asked = ended(jar("ask", "kind=story&q=stahl+kohle&facets=kind", "own.json"));

        assertEquals(0, asked.code(), asked.log());
        assertTrue(asked.out().matches("(?s).*story +own-story +Stahl ohne Kohle +own.json\\R.*"), asked.out());
        assertTrue(asked.out().contains("1 entry, page 1 of 1"), asked.out());
        assertTrue(asked.out().matches("(?s).*KIND +ENTRIES\\R.*story .* 1\\R.*"), asked.out());
    }

    @Test
    void aQuestionIsAnsweredAsJson() throws Exception {
        Ended asked = ended(jar("ask", "--json", "--lang", "en", "type=higher-education&city=dortmund&limit=2"));

        assertEquals(0, asked.code(), asked.log());
        assertTrue(asked.out().startsWith("{\"total\":"), asked.out());
        assertTrue(asked.out().contains("\"origin\":{\"source\":\"ruhr.json\""), asked.out());
    }

    @Test
    void aQuestionThatFindsNothingSaysWhatToLeaveOut() throws Exception {
        Ended asked = ended(jar("ask", "kind=service&type=higher-education"));

        assertEquals(0, asked.code(), asked.log());
        assertTrue(asked.out().contains("0 entries"), asked.out());
        assertTrue(asked.out().contains("Without \""), asked.out());
    }

    @Test
    void aQuestionThatCannotBeReadIsSaidWithWhatIsAllowed() throws Exception {
        Ended asked = ended(jar("ask", "topic=quantum-cheese"));

        assertEquals(2, asked.code(), asked.out());
        assertTrue(asked.log().contains("quantum-cheese"), asked.log());
        assertFalse(asked.log().contains("\tat "), asked.log());
    }

    @Test
    void aMirrorServesWhatItsOriginOffersAndStartsWithoutItFromWhatWasKept() throws Exception {
        Process origin = jar("serve", "--port", "0", "--set", "mirror=true");
        URI data = ready(origin).resolve("/ruhr-knowledge/api/v1/data/knowledge.json");
        String[] mirror = {
            "serve",
            data.toString(),
            "--without-ruhr",
            "--allow-host",
            "localhost",
            "--port",
            "0",
            "--refresh",
            "1",
            "--last-good",
            "kept"
        };
        Process first = jar(mirror);
        URI address = ready(first);
        assertTrue(get(address.resolve("/ruhr-knowledge/health")).body().contains("\"ok\""));
        origin.destroyForcibly().waitFor();
        await(() -> get(address.resolve("/ruhr-knowledge/health")).body().contains("\"stale\""));
        first.destroy();
        first.waitFor();

        URI again = ready(jar(mirror));

        assertTrue(get(again.resolve("/ruhr-knowledge/widgets/institutions"))
                .body()
                .contains("rk-card"));
        assertTrue(get(again.resolve("/ruhr-knowledge/health")).body().contains("\"stale\""));
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (!condition.holds()) {
            assertTrue(Instant.now().isBefore(end), "in time");
            Thread.sleep(100);
        }
    }
}
