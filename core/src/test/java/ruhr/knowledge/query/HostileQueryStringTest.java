package ruhr.knowledge.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Keyword;
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.filter.Vocabulary;
import ruhr.knowledge.value.LocalizedText;

/** Whatever a stranger sends: reading gives a query and a list of problems, soon, and every problem has its sentence. */
class HostileQueryStringTest {

    private static ReadQuery read(String queryString) {
        ReadQuery read = QueryString.read(Parameters.parse(queryString), Lab.SCHEMA, Set.of());
        read.problems().forEach(problem -> assertFalse(problem.sentence().isBlank()));
        return read;
    }

    @Test
    void randomBytes() {
        Random random = new Random(1);
        for (int i = 0; i < 5000; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            read(new String(bytes, StandardCharsets.ISO_8859_1));
            read(new String(bytes, StandardCharsets.UTF_16));
        }
    }

    @Test
    void piecesOfTheGrammarInAnyOrder() {
        List<String> pieces = List.of(
                "topic",
                "status",
                "not_",
                "not_topic",
                "page",
                "limit",
                "facets",
                "sort",
                "[]",
                "=",
                "&",
                ",",
                "any",
                "none",
                "wind",
                "wasserstoff",
                "%",
                "%00",
                "%FF",
                "%2C",
                "%26",
                "~",
                "-1",
                "99999999999",
                "<",
                "\ud83d",
                "İ",
                "+");
        Random random = new Random(2);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(20); length > 0; length--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            ReadQuery read = read(text.toString());
            String canonical = QueryString.write(read.query(), Lab.SCHEMA);
            assertEquals(read.query(), read(canonical).query(), () -> "seed 2: " + text);
        }
    }

    @Test
    void fifteenHundredRepeats() {
        ReadQuery read = read("topic=wind&".repeat(1500));

        assertTrue(read.problems().size() <= 3, read.problems()::toString);
        assertEquals(QueryString.parse("topic=wind", Lab.SCHEMA), read.query());
    }

    @Test
    void fourThousandUnknownValues() {
        assertTrue(read("topic=" + "x,".repeat(4000)).problems().size() <= 65);
    }

    @Test
    void megabytes() {
        assertTimeout(Duration.ofSeconds(5), () -> {
            for (String piece : List.of("x", "%", "&", "=", ",", "topic=x&", "?", "a%2C", "\ud83d")) {
                assertTrue(read(piece.repeat(2_000_000)).problems().size() <= 400);
            }
        });
    }

    @Test
    void eightKilobytesOfNearMissesAgainstABigVocabulary() {
        Vocabulary many = Vocabulary.of(IntStream.range(0, 2000)
                .mapToObj(i -> Keyword.of("a".repeat(50) + i))
                .toList());
        FilterSchema<String> schema = FilterSchema.<String>of(x -> x, x -> x)
                .choice("v", LocalizedText.german("V"), many, List::of)
                .choice("w", LocalizedText.german("W"), many, List::of)
                .build();
        String hostile = ("v=" + "a".repeat(53) + "x&w=" + "a".repeat(53) + "y&").repeat(70);

        assertTimeout(
                Duration.ofSeconds(5),
                () -> QueryString.read(Parameters.parse(hostile), schema, Set.of())
                        .problems());
    }

    @Test
    void numbersBeyondEveryType() {
        assertEquals(Page.FIRST, read("page=" + "9".repeat(5000)).query().page());
        assertEquals(Page.FIRST, read("limit=-" + "9".repeat(5000)).query().page());
    }
}
