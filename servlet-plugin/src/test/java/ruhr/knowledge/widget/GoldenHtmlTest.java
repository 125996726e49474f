package ruhr.knowledge.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ruhr.knowledge.KnowledgeBase;

/** The HTML of each widget, to the letter. {@code -Dgolden=renew} writes the files anew; look at the difference then. */
class GoldenHtmlTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @TempDir
    Path folder;

    @Test
    void everyWidgetLooksAsAgreedInBothLanguages() throws IOException {
        KnowledgeBase base = SmallWorld.open(folder);
        for (Locale language : Render.LANGUAGES) {
            String tag = language.getLanguage();
            compare("focus." + tag, Render.inHost(base, "focus", "id=energy", "article=7", language));
            compare("institutions." + tag, Render.fragment(base, "institutions", "status=any", language));
            compare("filter." + tag, Render.inHost(base, "filter", "", "rk_topic=hydrogen", language));
            compare("stories." + tag, Render.fragment(base, "stories", "id=opening", language));
            compare("page." + tag, Render.page(base, "institutions", "topic=hydrogen", language));
            compare("empty." + tag, Render.inHost(base, "institutions", "", "rk_topic=nothing", language));
        }
    }

    private static void compare(String name, String html) throws IOException {
        // The style sheet's fingerprint changes with every rule; it is not what is compared here.
        String found = html.replaceAll("assets/[0-9a-f]{32}/", "assets/HASH/")
                .replaceAll("[ \\t]+\n", "\n")
                .replaceAll("\n{2,}", "\n")
                .strip();
        Path file = GOLDEN.resolve(name + ".html");
        if ("renew".equals(System.getProperty("golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, found + "\n");
        }
        assertEquals(
                Files.readString(file).strip(),
                found,
                () -> name + " has changed. If that is meant: mvn -Pall -pl core,servlet-plugin test -Dgolden=renew"
                        + " -Dtest=GoldenHtmlTest -Dsurefire.failIfNoSpecifiedTests=false, and look at the difference.");
    }
}
