package ruhr.knowledge.examples.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two paged widgets in one page of PHP, and in one of nginx, both without script, from the code that the embed builder
 * gives: {@code mvn -Pembedding}.
 */
@EnabledIfSystemProperty(named = "embedding", matches = ".+")
@ExtendWith(Demo.class)
class ServerSideTest {

    @TempDir
    private Path folder;

    private Programs programs;

    @BeforeEach
    void open() {
        programs = new Programs(folder);
    }

    @AfterEach
    void stop() {
        programs.close();
    }

    /** Returns the code of the embed builder, as somebody copies it. */
    private static String code(Demo.Running demo, String system, String choice) {
        String page =
                demo.get("/ruhr-knowledge/embed-builder?lang=de&" + choice).body();
        return Jsoup.parse(page).selectFirst("#rkb-code-" + system).wholeText();
    }

    private static String page(String first, String second) {
        return "<!doctype html>\n<html lang=\"de\">\n<meta charset=\"utf-8\">\n<title>Partner</title>\n<h1>Partner</h1>\n"
                + "<div id=\"first\">\n" + first + "</div>\n<div id=\"second\">\n" + second + "</div>\n</html>\n";
    }

    private String bothCodes(Demo.Running demo, String system) {
        return page(
                code(demo, system, "widget=institutions&limit=3&group=a"),
                code(demo, system, "widget=institutions&topic=energy&limit=2&group=b"));
    }

    private int php(String page) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("index.php"), page);
        Files.writeString(folder.resolve("favicon.ico"), "");
        int port = Programs.freePort();
        programs.start(
                Map.of("PHP_CLI_SERVER_WORKERS", "2"),
                List.of("php", "-d", "display_errors=1", "-S", "127.0.0.1:" + port, "-t", folder.toString()));
        Programs.awaitPort(port);
        return port;
    }

    private int nginx(String page, String server) throws IOException, InterruptedException {
        return nginx(page, server, "access_log off;");
    }

    private int nginx(String page, String server, String log) throws IOException, InterruptedException {
        Path site = Files.createDirectories(folder.resolve("site"));
        Files.writeString(site.resolve("index.html"), page);
        Files.writeString(site.resolve("favicon.ico"), "");
        int port = Programs.freePort();
        Path settings = Files.writeString(folder.resolve("nginx.conf"), """
                daemon off;
                worker_processes 1;
                pid %1$s/nginx.pid;
                error_log %1$s/error.log;
                events {}
                http {
                  %4$s
                  types { text/html html; }
                  client_body_temp_path %1$s/body;
                  proxy_temp_path %1$s/proxy;
                  fastcgi_temp_path %1$s/fastcgi;
                  uwsgi_temp_path %1$s/uwsgi;
                  scgi_temp_path %1$s/scgi;
                  server {
                    listen 127.0.0.1:%2$d;
                    root %1$s/site;
                    ssi on;
                    location /ruhr/ {
                      proxy_pass %3$s/ruhr-knowledge/;
                      proxy_set_header Accept-Encoding "";
                      proxy_pass_request_headers off;
                      proxy_connect_timeout 2s;
                      proxy_read_timeout 3s;
                    }
                  }
                }
                """.formatted(folder, port, server, log));
        // Its own processes read the folder as somebody else.
        for (Path open = folder;
                open != null && open.startsWith(Path.of(System.getProperty("java.io.tmpdir")));
                open = open.getParent()) {
            if (!open.equals(Path.of(System.getProperty("java.io.tmpdir")))) {
                open.toFile().setExecutable(true, false);
                open.toFile().setReadable(true, false);
            }
        }
        programs.start(Map.of(), List.of("nginx", "-c", settings.toString(), "-p", folder.toString()));
        Programs.awaitPort(port);
        return port;
    }

    /** Starts Varnish with the lines that the guide gives, in front of a site and of the plugin. */
    private int varnish(Demo.Running demo, String page, int pluginPort) throws IOException, InterruptedException {
        int site = nginx(page, demo.address("").replaceAll("/$", ""));
        String guide = Files.readString(Path.of("../../servlet-plugin/docs/embedding.md"));
        Matcher lines = Pattern.compile("```vcl\n(.*?)```", Pattern.DOTALL).matcher(guide);
        assertTrue(lines.find(), "the guide has lines for Varnish");
        String vcl = lines.group(1)
                .replace("\"site.internal\"; .port = \"80\"", "\"127.0.0.1\"; .port = \"" + site + "\"")
                .replace("\"wissen.internal\"; .port = \"8080\"", "\"127.0.0.1\"; .port = \"" + pluginPort + "\"");
        assertFalse(vcl.contains("internal"), vcl);
        Path settings = Files.writeString(folder.resolve("default.vcl"), vcl);
        int port = Programs.freePort();
        programs.start(
                Map.of(),
                List.of(
                        "varnishd",
                        "-F",
                        "-a",
                        "127.0.0.1:" + port,
                        "-f",
                        settings.toString(),
                        "-n",
                        folder.resolve("varnish").toString(),
                        "-s",
                        "malloc,32m"));
        Programs.awaitPort(port);
        return port;
    }

    @Test
    void aPageBehindVarnishHasTwoListsThatPageApart(Demo.Running demo) throws Exception {
        int plugin = URI.create(demo.address("")).getPort();

        twoListsPageApart(demo, varnish(demo, bothCodes(demo, "esi"), plugin), "varnish");
    }

    @Test
    void aPageBehindVarnishIsThereWhenThePluginIsNot(Demo.Running demo) throws Exception {
        Page page = demo.window(Screen.WIDE.withoutScript());
        page.navigate("http://127.0.0.1:" + varnish(demo, page(code(demo, "esi", "widget=services"), ""), 9) + "/");

        assertThat(page.locator("h1")).hasText("Partner");
        assertThat(page.locator("#second")).hasCount(1);
        assertThat(page.locator("#first a")).hasText("Ruhr Knowledge");
    }

    @Test
    void theLogThatThePrivacyPageShowsNamesNoVisitorAndNoWords(Demo.Running demo) throws Exception {
        String guide = Files.readString(Path.of("../../core/docs/privacy.md"));
        Matcher lines = Pattern.compile("```nginx\n(.*?)```", Pattern.DOTALL).matcher(guide);
        assertTrue(lines.find(), "the page has lines for nginx");
        Path log = folder.resolve("access.log");
        int port = nginx(
                "x",
                demo.address("").replaceAll("/$", ""),
                lines.group(1).replace("/var/log/nginx/ruhr.log", log.toString()));

        for (String query : List.of("lang=de", "q=geheimes", "a=1&rk_q=geheimes", "rk_centres_q=geheimes&b=2")) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/?" + query))
                    .header("Referer", "https://partner.example/geheimes?q=geheimes")
                    .header("User-Agent", "geheimes")
                    .build();
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
        }
        programs.close();

        String written = Files.readString(log);
        assertEquals(4, written.lines().count(), written);
        assertTrue(written.contains("GET /index.html lang=de 200"), written);
        assertEquals(4, written.split("https://partner.example\n", -1).length - 1, written);
        assertFalse(written.contains("geheimes"), written);
        assertFalse(written.contains("127.0.0.1"), written);
    }

    /** Drupal is not here; this is what its module documents. */
    @Test
    void theProviderForDrupalHasTheKeysOfTheModule(Demo.Running demo) throws Exception {
        programs.fetch(List.of("yaml@2.8.1"));
        Files.writeString(folder.resolve("provider.yml"), code(demo, "drupal-provider", "widget=services"));
        String base = demo.address("/ruhr-knowledge");

        String read = programs.run(
                Map.of(),
                List.of(
                        "node",
                        "-e",
                        "const yaml = require('yaml'), fs = require('fs');"
                                + "process.stdout.write(JSON.stringify(yaml.parse(fs.readFileSync('provider.yml', 'utf8'))))"));

        assertEquals(
                "{\"id\":\"ruhr_knowledge\",\"label\":\"Ruhr Knowledge\",\"provider_url\":\"" + base
                        + "\",\"endpoints\":[{\"schemes\":[\"" + base + "/embed/*\"],\"url\":\"" + base
                        + "/oembed\",\"discovery\":true,\"formats\":{\"json\":true,\"xml\":false}}]}",
                read);
        assertTrue(
                demo.get("/ruhr-knowledge/oembed?url=" + base + "/embed/services")
                        .body()
                        .contains("\"provider_name\":\"Ruhr Knowledge\""),
                "Drupal compares the label with this");
    }

    @Test
    void theExtensionForTypo3TakesOurAddressesAndNoOthers() throws Exception {
        Path extension = Path.of("../typo3").toRealPath();
        Path trial = Path.of("src/test/resources/ruhr/knowledge/examples/browser/typo3/try.php")
                .toRealPath();

        try (Stream<Path> files = Files.walk(extension)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".php")).toList()) {
                programs.run(Map.of(), List.of("php", "-l", file.toString()));
            }
        }
        assertEquals("as expected", programs.run(Map.of(), List.of("php", trial.toString(), extension.toString())));
    }

    @Test
    void aPageOfPhpHasTwoListsThatPageApart(Demo.Running demo) throws Exception {
        twoListsPageApart(demo, php(bothCodes(demo, "php")), "php");
    }

    @Test
    void aPageOfNginxHasTwoListsThatPageApart(Demo.Running demo) throws Exception {
        twoListsPageApart(demo, nginx(bothCodes(demo, "ssi"), demo.address("").replaceAll("/$", "")), "nginx");
    }

    private void twoListsPageApart(Demo.Running demo, int port, String name) {
        Page page = demo.window(Screen.WIDE.withoutScript());
        Heard heard = new Heard(page, "http://127.0.0.1:" + port);
        page.navigate("http://127.0.0.1:" + port + "/?article=7&title=a%26b");
        Locator first = page.locator("#first");
        Locator second = page.locator("#second");
        assertEquals(3, first.locator("h3").count(), page.content());
        assertEquals(2, second.locator("h3").count());
        List<String> before = first.locator("h3").allInnerTexts();

        second.locator("a[href*='rk_b_page=2']").first().click();
        assertThat(second.locator(".rk-page-on")).containsText("2");
        List<String> secondPage = second.locator("h3").allInnerTexts();
        assertEquals(before, first.locator("h3").allInnerTexts());

        first.locator("a[href*='rk_a_page=3']").first().click();
        assertThat(first.locator(".rk-page-on")).containsText("3");
        assertFalse(before.equals(first.locator("h3").allInnerTexts()));
        assertEquals(secondPage, second.locator("h3").allInnerTexts());
        assertTrue(page.url().contains("article=7"), page.url());
        assertTrue(page.url().contains("title=a%26b"), page.url());
        assertTrue(page.url().contains("rk_b_page=2"), page.url());
        assertEquals(List.of(), heard.console);
        assertEquals(
                List.of(),
                heard.foreign().stream()
                        .filter(url -> !url.startsWith(demo.address("")))
                        .toList());
        assertEquals(List.of(), page.context().cookies());
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(System.getProperty("screenshots"), "server-side-" + name + ".png"))
                .setFullPage(true));
    }

    @Test
    void aPageOfPhpKeepsItsLinkWhenNobodyAnswers(Demo.Running demo) throws Exception {
        String page = code(demo, "php", "widget=services").replace(demo.address(""), "http://127.0.0.1:9/");

        keepsItsLink(demo, php(page(page, "")));
    }

    @Test
    void aPageOfNginxKeepsItsLinkWhenNobodyAnswers(Demo.Running demo) throws Exception {
        keepsItsLink(demo, nginx(page(code(demo, "ssi", "widget=services"), ""), "http://127.0.0.1:9"));
    }

    private static void keepsItsLink(Demo.Running demo, int port) {
        Page page = demo.window(Screen.WIDE.withoutScript());
        page.navigate("http://127.0.0.1:" + port + "/?a=1");

        assertThat(page.locator("#first a")).hasText("Angebote im Ruhrgebiet");
        assertFalse(page.content().contains("Warning"), page.content());
    }
}
