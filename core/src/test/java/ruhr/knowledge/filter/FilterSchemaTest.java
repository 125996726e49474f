package ruhr.knowledge.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruhr.knowledge.value.LocalizedText;

class FilterSchemaTest {

    private static final LocalizedText LABEL = LocalizedText.german("Feld");
    private static final Vocabulary WORDS =
            Vocabulary.of(List.of(Keyword.of("a").alias("alpha"), Keyword.of("b")));

    private static FilterSchema.Builder<String> schema() {
        return FilterSchema.of(text -> text, text -> text);
    }

    private static FilterSchema.Builder<String> with(String name, String... defaults) {
        return schema().choice(name, LABEL, WORDS, List::of, defaults);
    }

    @Test
    void fieldsStandInTheOrderGiven() {
        FilterSchema<String> schema =
                with("topic").choice("city_2", LABEL, WORDS, List::of).build();

        assertEquals(
                List.of("topic", "city_2"),
                schema.fields().stream().map(FilterSchema.Field::name).toList());
        assertEquals("topic", schema.field("topic").orElseThrow().name());
        assertEquals(Optional.empty(), schema.field("colour"));
        assertEquals("schema of [topic, city_2]", schema.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"page", "sort", "limit", "facets", "q", "lang", "any", "host", "preset", "not_topic", "rk_topic"
            })
    void aNameThatMeansSomethingElseInAUrlIsRefused(String name) {
        assertRefused("means something else in a URL", () -> with(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Topic", "to pic", "thema-1", "größe", "a[]", "a,b"})
    void aMalformedNameIsRefused(String name) {
        assertRefused("expected a name of a-z, 0-9 and _", () -> with(name));
    }

    @Test
    void aNameIsTakenOnce() {
        assertRefused("expected each name once", () -> with("topic").choice("topic", LABEL, WORDS, List::of));
    }

    @Test
    void aDefaultIsAnIdOfTheVocabulary() {
        assertRefused("its default 'c' is not in its vocabulary", () -> with("topic", "c"));
        assertRefused("its default 'alpha' is not in its vocabulary", () -> with("topic", "alpha"));
    }

    @Test
    void noValueIsSpelledLikeTheWordThatLiftsAChoice() {
        Vocabulary words = Vocabulary.of(List.of(Keyword.of("a").alias("any")));

        assertRefused("'any'", () -> schema().choice("topic", LABEL, words, List::of));
    }

    @Test
    void aBuilderThatGoesOnDoesNotChangeWhatItBuilt() {
        FilterSchema.Builder<String> builder = with("topic");
        FilterSchema<String> schema = builder.build();
        builder.choice("city", LABEL, WORDS, List::of);

        assertEquals(1, schema.fields().size());
    }

    private static void assertRefused(String part, Runnable building) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, building::run);
        assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
    }
}
