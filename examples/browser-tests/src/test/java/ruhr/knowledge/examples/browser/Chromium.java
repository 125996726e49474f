package ruhr.knowledge.examples.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** Finds a Chromium and starts it: the one that {@code CHROME_PATH} names, one on the path, or Playwright's own. */
final class Chromium {

    private static final System.Logger LOG = System.getLogger(Chromium.class.getName());
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<String> QUIET = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private Chromium() {}

    /**
     * Starts the browser.
     *
     * @throws TestAbortedException if there is none and nobody required one
     */
    static Browser start(Playwright playwright) {
        Path executable = find(playwright).orElseThrow(Chromium::missing);
        boolean root = "root".equals(System.getProperty("user.name"));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setChromiumSandbox(!root)
                        .setArgs(QUIET));
    }

    private static Optional<Path> find(Playwright playwright) {
        Stream<Path> named = Stream.ofNullable(System.getenv("CHROME_PATH"))
                .filter(path -> !path.isBlank())
                .map(Path::of);
        Stream<Path> onThePath = Stream.of(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        Stream<Path> playwrights =
                Stream.of(playwright.chromium().executablePath()).map(Path::of);
        return Stream.of(named, onThePath, playwrights)
                .flatMap(paths -> paths)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static RuntimeException missing() {
        String reason = "No Chromium found: none in CHROME_PATH, none of " + String.join(", ", NAMES)
                + " on the PATH, none of Playwright's own. ";
        if ("required".equals(System.getProperty("browser"))) {
            return new IllegalStateException(reason + "It is required (-Dbrowser=required).");
        }
        String skipped = reason + "ALL BROWSER TESTS ARE SKIPPED. Install one (on Debian: apt-get install chromium).";
        LOG.log(System.Logger.Level.WARNING, skipped);
        return new TestAbortedException(skipped);
    }
}
