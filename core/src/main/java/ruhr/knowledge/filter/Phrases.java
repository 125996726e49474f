package ruhr.knowledge.filter;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import ruhr.knowledge.value.LocalizedText;

/**
 * How sentences speak of the records of a schema.
 *
 * @param noun what records are called, in the plural
 * @param nounField the field whose values say it better
 * @param before by field, the words that lead its values in
 * @param whole by field, what makes a whole phrase of a value
 */
record Phrases(
        LocalizedText noun,
        Optional<String> nounField,
        Map<String, LocalizedText> before,
        Map<String, Function<? super Term, LocalizedText>> whole) {

    static final LocalizedText ENTRIES = LocalizedText.of("Einträge", "Entries");

    Phrases {
        before = Map.copyOf(before);
        whole = Map.copyOf(whole);
    }

    boolean has(String field) {
        return before.containsKey(field) || whole.containsKey(field);
    }
}
