package ruhr.knowledge.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FindingTest {

    @Test
    void aQuoteShowsAnOrdinaryTextAsItIs() {
        assertEquals("\"Müller & Söhne\"", Finding.quote("Müller & Söhne"));
        assertEquals("\"\"", Finding.quote(""));
    }

    @Test
    void aQuoteShowsWhatCannotBeSeen() {
        assertEquals("\"a\\u000ab\"", Finding.quote("a\nb"));
        assertEquals("\"\\u0000\\u001b[31m\"", Finding.quote("\0\u001b[31m"));
        assertEquals("\"\\u202egpj.exe\"", Finding.quote("\u202egpj.exe"));
        assertEquals("\"\\u2028\\u200b\"", Finding.quote("\u2028\u200b"));
        assertEquals("\"\\ud83d\"", Finding.quote("\ud83d"));
    }

    @Test
    void aQuoteIsShortHoweverLongTheTextIs() {
        String quoted = Finding.quote("x".repeat(100_000));

        assertEquals(83, quoted.length());
        assertTrue(quoted.endsWith("…\""));
    }

    @Test
    void aFindingIsOneSentenceAndItsConsequence() {
        Finding finding = new Finding(
                Finding.Severity.RECORD_LEFT_OUT,
                "ruhr.json",
                "/topics/3/id",
                "a slug",
                "\"A\"",
                "The record is left out.");

        assertEquals(
                "ruhr.json at /topics/3/id: expected a slug, found \"A\". The record is left out.", finding.toString());
    }
}
