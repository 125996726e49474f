package ruhr.knowledge.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ruhr.knowledge.KnowledgeBase;

/**
 * Compares what widgets of the small data set look like with files. Whoever changes a template on purpose writes the
 * files anew with {@code mvn test -Dtest=WidgetGoldenTest -Dgolden=renew} and reads the difference before committing.
 */
class WidgetGoldenTest {

    private static final Path FILES = Path.of("src/test/resources/ruhr/knowledge/widget/golden");
    private static final boolean RENEW = "renew".equals(System.getProperty("golden"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "focus, id=energy, focus",
        "focus, id=founding, focus-without-hero",
        "focus, id=nowhere, focus-missing",
        "institutions, limit=2, institutions",
        "institutions, topic=energy&status=any&not_city=essen, institutions-filtered",
        "institutions, topic=nonsense, institutions-empty",
        "filter, topic=hydrogen, filter",
        "stories, id=new-hall, story"
    })
    void looksAsItsFileSays(String widget, String parameters, String name) throws IOException {
        KnowledgeBase base = Sample.open(folder);
        for (Locale language : new Locale[] {Locale.GERMAN, Locale.ENGLISH}) {
            String lang = "-" + language.getLanguage() + ".html";
            compare(name + lang, Sample.fragment(base, widget, parameters, language));
            compare(name + "-page" + lang, Sample.page(base, widget, parameters, language));
        }
    }

    @ParameterizedTest
    @CsvSource({"institutions", "filter"})
    void looksAsItsFileSaysInAPageThatPassesItsQueryOn(String widget) throws IOException {
        String html = Sample.hosted(
                Sample.open(folder),
                widget,
                "city=essen",
                "article=7&rk_topic=start-ups&rk_page=1&x=%26",
                Locale.GERMAN);

        compare(widget + "-hosted-de.html", html);
    }

    private static void compare(String name, String html) throws IOException {
        // The fingerprints of style sheet and pictures have tests of their own.
        String steady = html.replaceAll("/assets/[0-9a-f]{32}/", "/assets/fingerprint/");
        Path file = FILES.resolve(name);
        if (RENEW) {
            Files.createDirectories(FILES);
            Files.writeString(file, steady);
        }
        assertTrue(Files.exists(file), () -> file + " is missing. " + howToRenew());
        assertEquals(Files.readString(file), steady, () -> file + " looks different now. " + howToRenew());
    }

    private static String howToRenew() {
        return "If that is meant, write the files anew: mvn test -Dtest=WidgetGoldenTest -Dgolden=renew"
                + " and read the difference before you commit it.";
    }
}
