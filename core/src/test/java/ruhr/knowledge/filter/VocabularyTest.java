package ruhr.knowledge.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    private final Vocabulary topics = Vocabulary.of(List.of(
            Keyword.of("vision").below("ai"),
            Keyword.of("data"),
            Keyword.of("ai").below("data", "robotics").alias("ki", "kuenstliche-intelligenz"),
            Keyword.of("robotics")));

    @Test
    void aSpellingLeadsToItsTermAndNothingElseDoes() {
        assertEquals(Optional.of("ai"), topics.resolve("ai"));
        assertEquals(Optional.of("ai"), topics.resolve("ki"));
        assertEquals(Optional.empty(), topics.resolve("KI"));
        assertEquals(Optional.empty(), topics.resolve(""));
    }

    @Test
    void anAliasIsNotATerm() {
        assertTrue(topics.term("ai").isPresent());
        assertTrue(topics.term("ki").isEmpty());
        assertEquals(Set.of(), topics.within("ki"));
    }

    @Test
    void aTermReachesAllBelowItInTheOrderGiven() {
        assertEquals(List.of("vision", "data", "ai"), List.copyOf(topics.within("data")));
        assertEquals(List.of("vision", "ai", "robotics"), List.copyOf(topics.within("robotics")));
        assertEquals(Set.of("vision"), topics.within("vision"));
    }

    @Test
    void topsHaveNothingAboveThem() {
        assertEquals(
                List.of("data", "robotics"),
                topics.tops().stream().map(Term::id).toList());
        assertEquals(
                List.of("ai"), topics.narrower("data").stream().map(Term::id).toList());
        assertEquals(List.of(), topics.narrower("vision"));
    }

    @Test
    void aVocabularyMayBeEmpty() {
        assertEquals(List.of(), Vocabulary.of(List.of()).terms());
    }

    @Test
    void theOrderOfTermsIsTheOrderGiven() {
        assertEquals(
                List.of("vision", "data", "ai", "robotics"),
                topics.terms().stream().map(Term::id).toList());
    }

    @Test
    void anIdIsASlugAndStandsOnce() {
        assertRefused("id of a term", Keyword.of("Ä"));
        assertRefused("found it twice", Keyword.of("a"), Keyword.of("a"));
    }

    @Test
    void anAliasIsASlugAndLeadsToOneTerm() {
        assertRefused("alias of 'a'", Keyword.of("a").alias("B c"));
        assertRefused("already leads to 'b'", Keyword.of("a").alias("b"), Keyword.of("b"));
        assertRefused(
                "already leads to 'a'",
                Keyword.of("a").alias("x"),
                Keyword.of("b").alias("x"));
    }

    @Test
    void aBroaderTermIsThere() {
        assertRefused("'nowhere' is not in the vocabulary", Keyword.of("a").below("nowhere"));
    }

    @Test
    void noTermStandsAboveItself() {
        assertRefused("'a' stands above itself", Keyword.of("a").below("a"));
        assertRefused(
                "stands above itself",
                Keyword.of("a").below("c"),
                Keyword.of("b").below("a"),
                Keyword.of("c").below("b"));
    }

    private static void assertRefused(String part, Term... terms) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Vocabulary.of(List.of(terms)));
        assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
    }
}
