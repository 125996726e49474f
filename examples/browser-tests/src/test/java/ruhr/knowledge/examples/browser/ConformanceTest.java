package ruhr.knowledge.examples.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The page that says which demand of EN 301 549 is shown by which test is made of a table, and the tests that it names exist.
 * Whoever changes the table writes the page anew with {@code -Daccessibility=renew}.
 */
class ConformanceTest {

    private static final Path PAGE = Path.of("../../core/docs/accessibility.md");
    private static final List<Path> TESTS =
            List.of(Path.of("src/test/java"), Path.of("../../servlet-plugin/src/test/java"));

    private static final String HEAD = """
            # Accessibility

            The widgets aim at WCAG 2.2 AA and at EN 301 549 V3.2.1, chapter 9, which public bodies in Germany are bound to by BITV 2.0, \
            and those in North Rhine-Westphalia by BITV NRW. This page is made of a table by `ConformanceTest`: it says what shows that a \
            demand is met. Programs find perhaps a third of what can be wrong; nobody with a disability has tried these widgets yet. \
            Who finds something that shuts people out: it is a bug, please tell.

            axe-core, the Nu checker, reflow at 320 pixels and text twice as large are looked at for a sample of all widgets, languages, \
            themes and colour schemes with every `mvn verify`, and for all of them with `mvn -Pall verify -Da11y=full`.

            | clause | demand | how it is met | shown by |
            |---|---|---|---|
            """;

    private static final String FOOT = """

            ## For the statement of your site

            A site that shows the widgets remains responsible for its own statement. This text may go into it:

            > Das Verzeichnis auf dieser Seite wird mit „Ruhr Knowledge“ dargestellt. Es ist auf Konformität mit WCAG 2.2 AA und \
            EN 301 549 V3.2.1, Kapitel 9, ausgelegt und wird mit jeder Änderung automatisch geprüft (axe-core, Nu-Prüfer, Bedienung \
            mit der Tastatur, Umbruch bei 320 Pixeln); eine Prüfung durch Menschen mit Behinderungen steht aus. Karten und Diagramme \
            stehen zugleich als Liste oder Tabelle da. Barrieren melden Sie bitte an die unten genannte Stelle.

            > The directory on this page is shown by "Ruhr Knowledge". It is built to conform to WCAG 2.2 AA and EN 301 549 V3.2.1, \
            chapter 9, and is checked automatically with each change (axe-core, Nu checker, use of the keyboard, reflow at 320 pixels); \
            people with disabilities have not tried it yet. What maps and charts show stands in a list or table, too. Please report \
            barriers to the contact named below.

            Leichte Sprache and sign language are duties of the page around the widgets, not of the widgets.
            """;

    @Test
    void thePageIsTheOneThatTheTableGives() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        for (String[] row : rows()) {
            String tests = row[3].isEmpty() ? "–" : "`" + row[3].replace(", ", "`, `") + "`";
            page.append("| ").append(String.join(" | ", row[0], row[1], row[2].isEmpty() ? "–" : row[2], tests));
            page.append(" |\n");
        }
        page.append(FOOT);
        if ("renew".equals(System.getProperty("accessibility"))) {
            Files.writeString(PAGE, page);
        }

        assertEquals(page.toString(), Files.readString(PAGE), "write it anew with -Daccessibility=renew");
    }

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        List<String> missing = new ArrayList<>();
        int named = 0;
        for (String[] row : rows()) {
            for (String test : row[3].isEmpty() ? new String[0] : row[3].split(", ")) {
                named++;
                if (!exists(test)) {
                    missing.add(test);
                }
            }
        }

        assertEquals(List.of(), missing);
        assertTrue(named > 50, "tests named: " + named);
    }

    @Test
    void aTestThatIsNotThereIsMissed() throws IOException {
        assertTrue(exists("ConformanceTest.aTestThatIsNotThereIsMissed"));
        assertEquals(false, exists("ConformanceTest.nothing"));
        assertEquals(false, exists("Nothing.nothing"));
    }

    private static List<String[]> rows() throws IOException {
        try (var in = ConformanceTest.class.getResourceAsStream("conformance.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(";", -1))
                    .peek(row -> assertTrue(row.length >= 4, () -> String.join(";", row)))
                    .map(ConformanceTest::joined)
                    .toList();
        }
    }

    /** What is met may have semicolons of its own. */
    private static String[] joined(String[] row) {
        int last = row.length - 1;
        return new String[] {row[0], row[1], String.join(";", List.of(row).subList(2, last)), row[last]};
    }

    private static boolean exists(String test) throws IOException {
        String[] names = test.split("\\.");
        for (Path folder : TESTS) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.filter(it -> it.endsWith(names[0] + ".java")).toList()) {
                    if (Files.readString(file).contains("void " + names[1] + "(")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
