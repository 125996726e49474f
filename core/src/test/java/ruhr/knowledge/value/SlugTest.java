package ruhr.knowledge.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "start-ups", "-", "tu-dortmund-2"})
    void lettersDigitsAndHyphensAreASlug(String text) {
        assertTrue(Slug.is(text));
        assertSame(text, Slug.require(text, "id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "ä", "a b", "a_b", "a,b", "a/b", "a\n", "\0", "٣", "а"})
    void anythingElseIsNot(String text) {
        assertFalse(Slug.is(text));
    }

    @Test
    void sixtyFourCharactersAreTheMost() {
        assertTrue(Slug.is("a".repeat(64)));
        assertFalse(Slug.is("a".repeat(65)));
    }

    @Test
    void theRefusalSaysWhatItNamesAndWhatWasFound() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Slug.require("Zeche 1", "id of a topic"));

        assertEquals(
                "id of a topic: expected 1 to 64 characters of a-z, 0-9 and -, found \"Zeche 1\"",
                refusal.getMessage());
    }
}
