package ruhr.knowledge.examples.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Lighthouse says of the partner's pages: {@code mvn -Plighthouse}, which needs Node and fetches Lighthouse with it. */
@EnabledIfSystemProperty(named = "lighthouse", matches = ".+")
@ExtendWith(Demo.class)
class LighthouseTest {

    private static final System.Logger LOG = System.getLogger(LighthouseTest.class.getName());
    private static final List<String> CATEGORIES = List.of("accessibility", "best-practices", "seo");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/en/", "/suche/", "/en/search/"})
    void findsNothingToImprove(String path, Demo.Running demo) throws Exception {
        for (String device : List.of("mobile", "desktop")) {
            JsonObject report = report(demo.address(path), device);
            LOG.log(System.Logger.Level.INFO, path + " " + device + ": " + measured(report));

            assertEquals(List.of(), complaints(report), path + " " + device);
        }
    }

    @Test
    void plantedFaultsAreFound() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] page = ("<!doctype html><html><head></head><body><img src='/none.png'>"
                            + "<p style='color:#999;background:#fff'>pale</p><a href='/'></a>"
                            + "<script>setTimeout(() => { const from = Date.now(); while (Date.now() - from < 500); }, 300)</script></body></html>")
                    .getBytes(StandardCharsets.UTF_8);
            boolean isPage = exchange.getRequestURI().getPath().equals("/");
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(isPage ? 200 : 404, isPage ? page.length : -1);
            if (isPage) {
                exchange.getResponseBody().write(page);
            }
            exchange.close();
        });
        server.start();
        try {
            JsonObject report = report("http://localhost:" + server.getAddress().getPort() + "/", "mobile");

            String complaints = complaints(report).toString();
            for (String fault :
                    List.of("html-has-lang", "document-title", "image-alt", "color-contrast", "errors-in-console")) {
                assertTrue(complaints.contains(fault), fault + " in " + complaints);
            }
            assertTrue(number(report, "total-blocking-time") > 250, measured(report));
        } finally {
            server.stop(0);
        }
    }

    private JsonObject report(String address, String device) throws IOException, InterruptedException {
        Path file = folder.resolve("report.json");
        Path log = folder.resolve("log.txt");
        boolean root = "root".equals(System.getProperty("user.name"));
        List<String> command = new ArrayList<>(List.of(
                "npx",
                "--yes",
                "lighthouse@" + System.getProperty("lighthouse"),
                address,
                "--quiet",
                "--chrome-flags=--headless=new" + (root ? " --no-sandbox" : ""),
                "--only-categories=performance," + String.join(",", CATEGORIES),
                "--output=json",
                "--output-path=" + file));
        if (device.equals("desktop")) {
            command.add("--preset=desktop");
        }
        Process lighthouse = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = lighthouse.waitFor(3, TimeUnit.MINUTES);
        lighthouse.destroyForcibly();
        assertTrue(ended && lighthouse.exitValue() == 0, () -> "Lighthouse: " + read(log));
        try (Reader reader = Files.newBufferedReader(file);
                JsonReader json = Json.createReader(reader)) {
            return json.readObject();
        }
    }

    /** Returns what keeps a category below its best. */
    private static List<String> complaints(JsonObject report) {
        List<String> found = new ArrayList<>();
        for (String category : CATEGORIES) {
            JsonObject it = report.getJsonObject("categories").getJsonObject(category);
            if (it.getJsonNumber("score").doubleValue() < 1) {
                found.add(category + " " + it.getJsonNumber("score"));
            }
            for (JsonObject reference : it.getJsonArray("auditRefs").getValuesAs(JsonObject.class)) {
                JsonObject audit = report.getJsonObject("audits").getJsonObject(reference.getString("id"));
                JsonValue score = audit.get("score");
                boolean isWeighed = reference.getJsonNumber("weight").doubleValue() > 0;
                if (isWeighed
                        && score != JsonValue.NULL
                        && audit.getJsonNumber("score").doubleValue() < 1) {
                    found.add(category + ": " + audit.getString("id"));
                }
            }
        }
        return found;
    }

    private static String measured(JsonObject report) {
        int requests = report.getJsonObject("audits")
                .getJsonObject("network-requests")
                .getJsonObject("details")
                .getJsonArray("items")
                .size();
        return "performance "
                + report.getJsonObject("categories")
                        .getJsonObject("performance")
                        .get("score")
                + ", blocked " + Math.round(number(report, "total-blocking-time")) + " ms, "
                + Math.round(number(report, "total-byte-weight")) + " bytes, " + requests + " requests";
    }

    private static double number(JsonObject report, String audit) {
        return report.getJsonObject("audits")
                .getJsonObject(audit)
                .getJsonNumber("numericValue")
                .doubleValue();
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
