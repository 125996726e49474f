package ruhr.knowledge.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocalizedTextTest {

    private static final LocalizedText BOTH = LocalizedText.of("Stadt", "City");

    @Test
    void aTextIsGivenInTheLanguageAskedFor() {
        assertEquals(new Wording("Stadt", Locale.GERMAN), BOTH.in(Locale.GERMANY));
        assertEquals(new Wording("City", Locale.ENGLISH), BOTH.in(Locale.UK));
    }

    @Test
    void aThirdLanguageCountsAsEnglish() {
        assertEquals("City", BOTH.in(Locale.FRENCH).text());
    }

    @Test
    void theOtherLanguageStandsInAndSaysSo() {
        Wording wording = LocalizedText.german("Zeche").in(Locale.ENGLISH);

        assertEquals(new Wording("Zeche", Locale.GERMAN), wording);
        assertTrue(wording.isForeignTo(Locale.ENGLISH));
        assertFalse(wording.isForeignTo(Locale.GERMANY));
        assertEquals("Mine", LocalizedText.of(null, "Mine").in(Locale.GERMAN).text());
    }

    @Test
    void blankCountsAsMissing() {
        LocalizedText text = LocalizedText.of(" \n\t", "City");

        assertEquals(Optional.empty(), text.german());
        assertEquals(Optional.of("City"), text.english());
        assertThrows(IllegalArgumentException.class, () -> LocalizedText.of(null, " "));
        assertThrows(IllegalArgumentException.class, () -> LocalizedText.german(""));
    }

    @Test
    void whiteSpaceAndControlCharactersAreFolded() {
        assertEquals(
                "a b c",
                LocalizedText.german("  a\r\n\t b\0\u001bc ").in(Locale.GERMAN).text());
    }

    @Test
    void halfOfASurrogatePairIsReplacedAndAWholeOneStays() {
        assertEquals("a\ufffd", LocalizedText.german("a\ud83d").toString());
        assertEquals("\ufffdb", LocalizedText.german("\ude00b").toString());
        assertEquals("\ud83d\ude00", LocalizedText.german("\ud83d\ude00").toString());
    }

    @Test
    void equalTextsAreEqual() {
        assertEquals(BOTH, LocalizedText.of(" Stadt ", "City"));
        assertEquals(BOTH.hashCode(), LocalizedText.of("Stadt", "City").hashCode());
        assertFalse(BOTH.equals(LocalizedText.german("Stadt")));
    }
}
