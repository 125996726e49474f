package ruhr.knowledge.examples.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of the pages for people to look at, in {@code target/screenshots}. */
@ExtendWith(Demo.class)
class ScreenshotsTest {

    private static final Path FOLDER = Path.of(System.getProperty("screenshots"));

    @ParameterizedTest
    @CsvSource({
        "de, 1280, script", "de, 1280, no-script", "de, 320, script", "de, 320, no-script", "de, 1280, dark",
        "en, 1280, script", "en, 1280, no-script", "en, 320, script", "en, 320, no-script", "en, 320, dark"
    })
    void showThePage(String language, int width, String manner, Demo.Running demo) throws IOException {
        Screen plain = width == Screen.NARROW.width() ? Screen.NARROW : Screen.WIDE;
        Screen screen = switch (manner) {
            case "no-script" -> plain.withoutScript();
            case "dark" -> plain.dark();
            default -> plain;
        };
        Path picture = FOLDER.resolve(language + "-" + width + "-" + manner + ".png");

        Page page = demo.open(language.equals("de") ? "/" : "/en/", screen);
        if (screen.script()) {
            Pictures.load(page);
        }
        page.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));

        assertTrue(Files.size(picture) > 20_000, picture + " shows something");
    }
}
