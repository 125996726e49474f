package ruhr.knowledge.query;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.filter.Problem;

/**
 * What Jazzer throws strings at, see {@code core/docs/testing.md}. It needs nothing of Jazzer, and says what is wrong by an
 * error.
 */
public final class GrammarFuzz {

    private static final QueryKeys KEYS = QueryKeys.of(Fair.SCHEMA);

    private GrammarFuzz() {}

    /** Reads any bytes as a query string: it ends in a query or in problems, and what is written is read as the same. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        ReadQuery read = QueryString.read(Parameters.parse(text), Fair.SCHEMA, Set.of());
        for (Problem problem : read.problems()) {
            require(problem.sentence().startsWith("Parameter \""), problem.sentence());
        }
        String canonical = QueryString.write(read.query(), Fair.SCHEMA);
        ReadQuery again = QueryString.read(Parameters.parse(canonical), Fair.SCHEMA, Set.of());
        require(again.query().equals(read.query()), canonical);
        require(QueryString.write(again.query(), Fair.SCHEMA).equals(canonical), canonical);
        KEYS.key(text).ifPresent(key -> {
            require(read.problems().isEmpty(), "a key for a string with problems");
            require(KEYS.key(canonical).map(key::equals).orElse(true), "another key for " + canonical);
        });
    }

    private static void require(boolean holds, String found) {
        if (!holds) {
            throw new AssertionError(found);
        }
    }
}
