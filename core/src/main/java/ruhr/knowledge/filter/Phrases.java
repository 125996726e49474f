package ruhr.knowledge.filter;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import ruhr.knowledge.value.LocalizedText;

/**
 * How sentences speak of the records of a schema.
 *
 * @param noun what records are called, in the plural
 * @param one what a single record is called, if the schema says so
 * @param nounField the field whose values say it better
 * @param oneOf what a single record of such a value is called
 * @param before by field, the words that lead its values in
 * @param whole by field, what makes a whole phrase of a value
 */
record Phrases(
        LocalizedText noun,
        Optional<LocalizedText> one,
        Optional<String> nounField,
        Function<? super Term, Optional<LocalizedText>> oneOf,
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
