package ruhr.knowledge.examples.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import ruhr.knowledge.examples.partner.PartnerSite;

/**
 * The partner's site on a free port, and a browser to look at it: started at the first use, one for all tests, stopped
 * after the last. Tests take it as a parameter. What is opened is closed after each test, or used by the next one.
 */
final class Demo implements BeforeAllCallback, AfterEachCallback, ParameterResolver {

    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(Demo.class);

    private Running running;

    /** What a test can do. */
    static final class Running implements AutoCloseable {

        private final Path folder;
        private final PartnerSite site;
        private final HttpClient http = HttpClient.newHttpClient();
        private final List<BrowserContext> windows = new ArrayList<>();
        private final Map<Boolean, Deque<Page>> free = Map.of(true, new ArrayDeque<>(), false, new ArrayDeque<>());
        private final Map<Page, Boolean> taken = new IdentityHashMap<>();
        private Playwright playwright;
        private Browser browser;

        private Running() {
            try {
                folder = Files.createTempDirectory("partner-site");
                site = PartnerSite.start(0, folder);
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            }
        }

        /** Returns the address of a path of the site. */
        String address(String path) {
            return site.address().resolve(path).toString();
        }

        /** Opens a path of the site in a window that no other page of this test is in. */
        Page open(String path, Screen screen) {
            Page page = used(screen);
            page.navigate(address(path));
            return page;
        }

        /** Opens HTML as if the site served it at a path, with the headers given. */
        Page openInstead(String path, Screen screen, String html, Map<String, String> headers) {
            Page page = used(screen);
            page.route(
                    address(path),
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("text/html;charset=UTF-8")
                            .setHeaders(headers)
                            .setBody(html)));
            page.navigate(address(path));
            return page;
        }

        /** Returns a window in which earlier tests may have looked at pages: a new one takes a second to open. */
        private Page used(Screen screen) {
            Page page = free.get(screen.script()).poll();
            if (page == null) {
                page = browser().newContext(settings(screen)).newPage();
                page.setDefaultTimeout(10_000);
            } else {
                page.setViewportSize(screen.width(), 900);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(screen.colours()));
            }
            taken.put(page, screen.script());
            return page;
        }

        /** Opens a new window that shows nothing yet. */
        Page window(Screen screen) {
            BrowserContext window = browser().newContext(settings(screen));
            window.setDefaultTimeout(10_000);
            windows.add(window);
            return window.newPage();
        }

        private static Browser.NewContextOptions settings(Screen screen) {
            return new Browser.NewContextOptions()
                    .setViewportSize(screen.width(), 900)
                    .setColorScheme(screen.colours())
                    .setJavaScriptEnabled(screen.script())
                    .setReducedMotion(ReducedMotion.REDUCE);
        }

        private Browser browser() {
            if (browser == null) {
                playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                browser = Chromium.start(playwright);
            }
            return browser;
        }

        /** Returns what the site answers, without a browser. */
        HttpResponse<String> get(String path) {
            try {
                return http.send(
                        HttpRequest.newBuilder(URI.create(address(path))).build(),
                        BodyHandlers.ofString(StandardCharsets.UTF_8));
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }

        private void closeWindows() {
            windows.forEach(BrowserContext::close);
            windows.clear();
            taken.forEach((page, script) -> {
                page.unrouteAll();
                free.get(script).push(page);
            });
            taken.clear();
        }

        @Override
        public void close() throws IOException {
            closeWindows();
            if (playwright != null) {
                playwright.close();
            }
            site.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot()
                .getStore(OURS)
                .getOrComputeIfAbsent(Running.class, key -> new Running(), Running.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        running.closeWindows();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return running;
    }
}
