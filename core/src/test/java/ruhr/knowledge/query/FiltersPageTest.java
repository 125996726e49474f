package ruhr.knowledge.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import ruhr.knowledge.filter.Parameters;

/** Every example of {@code core/docs/filters.md} is true. */
class FiltersPageTest {

    private static final Path PAGE = Path.of("docs/filters.md");

    /** One line of a table whose head begins with "query string". */
    private record Example(String written, String column, String meaning) {

        void check() {
            if (column.equals("problem")) {
                InvalidQuery refusal = assertThrows(InvalidQuery.class, () -> QueryString.parse(written, Fair.SCHEMA));
                assertEquals(meaning, refusal.getMessage());
                return;
            }
            Query query = QueryString.parse(written, Fair.SCHEMA);
            String canonical = plain(meaning);
            assertEquals(canonical, QueryString.write(query, Fair.SCHEMA));
            assertEquals(query, QueryString.parse(canonical, Fair.SCHEMA));
        }
    }

    private static String plain(String code) {
        assertTrue(code.startsWith("`") && code.endsWith("`"), code);
        return code.substring(1, code.length() - 1);
    }

    private static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        String column = "";
        for (String line : Files.readAllLines(PAGE)) {
            String[] cells = line.split(" *\\| *", -1);
            if (cells.length != 4) {
                column = "";
            } else if (cells[1].equals("query string")) {
                column = cells[2];
            } else if (!column.isEmpty() && !cells[1].startsWith("---")) {
                examples.add(new Example(plain(cells[1]), column, cells[2]));
            }
        }
        return examples;
    }

    @TestFactory
    Stream<DynamicTest> anExampleMeansWhatThePageSays() throws IOException {
        return examples().stream().map(example -> DynamicTest.dynamicTest(example.written(), example::check));
    }

    @Test
    void thePageNamesEveryParameter() throws IOException {
        String page = Files.readString(PAGE);
        for (String name : Grammar.names(Fair.SCHEMA)) {
            assertTrue(page.contains("`" + name), name);
        }
    }

    @Test
    void aWrongExampleIsSeen() {
        assertThrows(AssertionError.class, () -> new Example("topic=wind", "canonical form", "`topic=data`").check());
        assertThrows(
                AssertionError.class,
                () -> new Example("topic=wind", "problem", "Parameter \"topic\": expected nothing.").check());
    }

    @Test
    void thePageHasExamplesOfEverySort() throws IOException {
        List<Example> examples = examples();
        for (String column : List.of("canonical form", "problem")) {
            long count = examples.stream()
                    .filter(example -> example.column().equals(column))
                    .count();
            assertTrue(count >= 25, count + " examples of " + column);
        }
        for (Example example : examples) {
            assertEquals(
                    List.of(),
                    Parameters.parse(example.written()).problems().stream()
                            .filter(problem -> !example.column().equals("problem"))
                            .toList());
        }
    }
}
