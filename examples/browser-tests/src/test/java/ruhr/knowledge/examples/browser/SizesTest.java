package ruhr.knowledge.examples.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a visitor's browser has to fetch, beside what others ask for a part of it: {@code mvn -Pembedding}. */
@EnabledIfSystemProperty(named = "embedding", matches = ".+")
@ExtendWith(Demo.class)
class SizesTest {

    private static final System.Logger LOG = System.getLogger(SizesTest.class.getName());

    /** Packages with the files that a page loads of them; what those load besides is not counted. */
    private static final Map<String, List<String>> PEERS = peers();

    @TempDir
    private Path folder;

    private static Map<String, List<String>> peers() {
        Map<String, List<String>> peers = new LinkedHashMap<>();
        peers.put("instantsearch.js@4.118.1", List.of("instantsearch.js/dist/instantsearch.production.min.js"));
        peers.put("@docsearch/js@5.2.0", List.of("@docsearch/js/dist/umd/index.js"));
        peers.put(
                "@pagefind/default-ui@1.5.2",
                List.of(
                        "@pagefind/default-ui/npm_dist/mjs/ui-core.mjs",
                        "@pagefind/default-ui/npm_dist/mjs/ui-core.css"));
        peers.put("leaflet@1.9.4", List.of("leaflet/dist/leaflet.js", "leaflet/dist/leaflet.css"));
        peers.put("@iframe-resizer/parent@5.5.9", List.of("@iframe-resizer/parent/index.umd.js"));
        peers.put("@iframe-resizer/child@5.5.9", List.of("@iframe-resizer/child/index.umd.js"));
        return peers;
    }

    @Test
    void ourScriptsAreSmallerThanFiveKilobytesAndThanThoseOfOthers(Demo.Running demo) throws Exception {
        String page = demo.get("/ruhr-knowledge/embed/services").body();
        int element = served(demo.address("/ruhr-knowledge/ruhr-knowledge.js"));
        int frame = served(Jsoup.parse(page).selectFirst("script").attr("src"));
        int styles =
                served(Jsoup.parse(page).selectFirst("link[rel=stylesheet]").attr("href"));
        List<String> rows = new ArrayList<>(List.of(
                row("ours: element", element),
                row("ours: script for frames", frame),
                row("ours: styles of all widgets", styles)));
        try (Programs programs = new Programs(folder)) {
            programs.fetch(PEERS.keySet());
        }
        for (Map.Entry<String, List<String>> peer : PEERS.entrySet()) {
            int size = 0;
            for (String file : peer.getValue()) {
                size += packed(Files.readAllBytes(folder.resolve("node_modules").resolve(file)));
            }
            rows.add(row(peer.getKey(), size));
            boolean isWhole = !peer.getKey().startsWith("@iframe-resizer");
            assertTrue(!isWhole || size > element + frame, peer.getKey() + ": " + size);
        }

        LOG.log(System.Logger.Level.INFO, "\n" + String.join("\n", rows));
        assertTrue(element + frame < 5000, element + " and " + frame);
        assertEquals(3 + PEERS.size(), rows.size());
    }

    private static String row(String name, int bytes) {
        return "| " + name + " | " + String.format("%,d", bytes) + " |";
    }

    /** Returns how many bytes come over the wire. */
    private static int served(String address) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address))
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertEquals("gzip", answer.headers().firstValue("Content-Encoding").orElse(""));
        return answer.body().length;
    }

    private static int packed(byte[] file) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(file);
        }
        return packed.size();
    }
}
