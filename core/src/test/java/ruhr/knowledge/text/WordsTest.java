package ruhr.knowledge.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruhr.knowledge.text.Words.Word;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "Häuser, hauser",
        "haeuser, hauser",
        "HAEUSER, hauser",
        "Hauser, hauser",
        "Müller, muller",
        "Mueller, muller",
        "Öl, ol",
        "Oel, ol",
        "über, uber",
        "Ueber, uber",
        "europäisch, europaisch",
        "europaeisch, europaisch",
        "Trophäe, tropha",
        "Säule, saule",
        "Saeule, saule",
        "öffentlich, offentlich",
        "oeffentlich, offentlich",
        "Straße, strasse",
        "STRASSE, strasse",
        "GROẞ, gross",
        "Café, cafe",
        "Łódź, lodz",
        "Ærø, aro",
        "Œuvre, ouvre",
        "Þór, thor",
        "Işık, isik",
        "İzmir, izmir",
        "ﬁnanz, finanz",
        "ΟΔΟΣ, οδοσ",
        "H₂, h2",
        "Start-up, startup",
        "'', ''",
        "'-–!', ''",
    })
    void allSpellingsOfAWordHaveOneFold(String spelling, String folded) {
        assertEquals(folded, Words.fold(spelling));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "neue",
                "steuer",
                "quelle",
                "frequenz",
                "bauer",
                "abenteuer",
                "treue",
                "bioenergie",
                "mikroelektronik",
                "microelectronics",
                "koeffizient",
                "coefficient",
                "koexistenz",
                "klimaentwicklung",
                "autoeinfuhr",
                "ruine",
                "technik",
            })
    void anEThatIsNoUmlautStays(String word) {
        assertEquals(word, Words.fold(word));
    }

    @Test
    void anEThatOnlyLooksLikeAnUmlautGoesInEverySpelling() {
        assertEquals("aktull", Words.fold("aktuell"));
        assertEquals("mors", Words.fold("Moers"));
        assertEquals("mors", Words.fold("Mörs"));
    }

    @Test
    void accentsComposedOrNotFoldToOneForm() {
        assertEquals(Words.fold("\u00fcber"), Words.fold("u\u0308ber"));
        assertEquals("uber", Words.fold("u\u0308\u0323ber"));
    }

    @Test
    void aFoldedCharacterStaysAsItIs() {
        List<String> changed = new ArrayList<>();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            String folded = Words.fold(
                    new StringBuilder("u").appendCodePoint(c).append("elek").toString());
            if (!Words.fold(folded).equals(folded)) {
                changed.add(Integer.toHexString(c));
            }
        }
        assertEquals(List.of(), changed);
    }

    @Test
    void foldingTwiceIsFoldingOnce() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String word = randomText(random, 90);
            String folded = Words.fold(word);

            assertEquals(folded, Words.fold(folded), word);
            assertTrue(folded.length() <= 64, word);
        }
    }

    @Test
    void aFoldedWordEndsAfter64UnitsAndNeverInsideAPair() {
        assertEquals("x".repeat(64), Words.fold("x".repeat(65)));
        assertEquals("x".repeat(63), Words.fold("x".repeat(63) + "\uD801\uDC28"));
        assertEquals("x".repeat(62) + "\uD801\uDC28", Words.fold("x".repeat(62) + "\uD801\uDC28" + "x"));
        assertEquals("x".repeat(63) + "s", Words.fold("x".repeat(63) + "ß"));
    }

    @Test
    void aTextHasItsWordsInOrder() {
        assertEquals(
                List.of("3d", "druck", "an", "der", "a40", "h2", "und", "東京大学"),
                folded("3D-Druck an der A40: H₂ und 東京大学."));
    }

    @Test
    void hyphensAndDotsEndAWord() {
        assertEquals(List.of("start", "up"), folded("Start-up"));
        assertEquals(List.of("z", "b", "1", "000", "f", "e"), folded("z.B. 1.000 F&E"));
    }

    @Test
    void anApostropheBetweenLettersIsPassedOver() {
        assertEquals(List.of("bochums", "ruhrs", "oneill", "x"), folded("Bochum's Ruhr’s O'Neill 'x'"));
        assertEquals(List.of("dortmund", "essen"), folded("'Dortmund''Essen'"));
        assertTrue(Words.same("bochums", "bochum"));
    }

    @Test
    void whatIsInvisibleInsideAWordIsPassedOver() {
        assertEquals(
                List.of(new Word("wasserstoff", 1, 14)),
                Words.of(" Was\u00ADser\u200B\u200Dstoff".replace("\u200B\u200D", "\u200B") + "\u00AD "));
        assertEquals(List.of("ab"), folded("a\u200B\u200C\u200D\u2060\uFEFFb"));
        assertEquals(List.of(), folded("\u00AD\u200B"));
    }

    @Test
    void aRaisedDigitIsAFootnote() {
        assertEquals(List.of("ruhr", "m"), folded("Ruhr² m²"));
    }

    @Test
    void aWordStandsWhereTheTextHasIt() {
        assertEquals(List.of(new Word("grosse", 2, 7), new Word("ole", 9, 14)), Words.of("„ Große  O\u0308le\u0301!"));
    }

    @Test
    void eachWordsPlaceInTheTextFoldsToIt() {
        Random random = new Random(11);
        for (int i = 0; i < 5_000; i++) {
            String text = randomText(random, 60);
            int last = 0;
            for (Word word : Words.of(text)) {
                String place = text.substring(word.start(), word.end());

                assertTrue(word.start() >= last, text);
                assertEquals(word.folded(), Words.fold(place), text);
                assertEquals(List.of(new Word(word.folded(), 0, place.length())), Words.of(place), text);
                last = word.end();
            }
        }
    }

    @Test
    void noLetterOrDigitIsLost() {
        Random random = new Random(13);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = 0; j < 30; j++) {
                text.append("abXz09 -.,'\u00AD".charAt(random.nextInt(12)));
            }
            String all = String.join("", folded(text.toString()));

            assertEquals(text.toString().replaceAll("[^a-zA-Z0-9]", "").toLowerCase(), all);
        }
    }

    @Test
    void aWordHasLettersAndAPlace() {
        assertThrows(IllegalArgumentException.class, () -> new Word("", 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Word("a", -1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Word("a", 1, 1));
    }

    @Test
    void theWordsOfATextCannotBeChanged() {
        List<Word> words = Words.of("Ruhr");
        Set<String> stems = Words.stems("hauser");

        assertThrows(UnsupportedOperationException.class, words::clear);
        assertThrows(UnsupportedOperationException.class, stems::clear);
    }

    @ParameterizedTest
    @CsvSource({
        "Häuser, Haus",
        "haeuser, Hauses",
        "Gründung, Gründungen",
        "Beratung, Beratungen",
        "Dienst, Dienste",
        "Hochschule, Hochschulen",
        "Universität, Universitaeten",
        "Stadt, Städte",
        "Projekte, Projekten",
        "Innovation, Innovationen",
        "Quelle, Quellen",
        "aktuell, aktuelle",
        "neue, neuer",
        "services, service",
        "companies, company",
        "technology, technologies",
        "networks, network",
        "start-ups, startup",
        "values, value",
        "issues, issue",
        "venue, venues",
        "founding, founded",
        "Energie, energy",
        "Bochum's, Bochum",
    })
    void aWordIsTheSameInAllItsForms(String one, String other) {
        assertTrue(Words.same(Words.fold(one), Words.fold(other)));
        assertTrue(Words.same(Words.fold(other), Words.fold(one)));
    }

    @ParameterizedTest
    @CsvSource({
        "Haus, Maus",
        "Gründung, Grund",
        "Wasser, Wasserstoff",
        "Dortmund, Bochum",
        "44801, 44802",
        "h2, h2o",
        "東京, 東京大学",
        "Essen, Esse-n",
    })
    void differentWordsAreNot(String one, String other) {
        assertEquals(Words.fold(one).equals(Words.fold(other)), Words.same(Words.fold(one), Words.fold(other)));
        assertEquals(Words.fold(one).equals(Words.fold(other)), Words.same(Words.fold(other), Words.fold(one)));
    }

    @Test
    void theStemsOfAWordContainItAndFewOthers() {
        Random random = new Random(17);
        for (int i = 0; i < 5_000; i++) {
            String folded = Words.fold(randomText(random, 20));
            Set<String> stems = Words.stems(folded);

            assertTrue(stems.contains(folded), folded);
            assertTrue(stems.size() <= 4, folded);
            assertEquals(stems, Words.stems(folded), folded);
        }
        assertEquals(Set.of("hauser", "haus"), Words.stems("hauser"));
        assertEquals(Set.of("a40"), Words.stems("a40"));
        assertTrue(
                Words.same("uni", "universitaten") && Words.same("universities", "unis") && Words.same("uni", "unis"));
        assertFalse(Words.same("uni", "universal") || Words.same("uni", "union"));
        assertEquals(Set.of(""), Words.stems(""));
    }

    @Test
    void wordsOfOtherScriptsHaveNoStemButThemselves() {
        assertEquals(Set.of("москва"), Words.stems("москва"));
    }

    @Test
    void aCompoundHasAFirstAndALastPart() {
        assertTrue(Words.isPartOf("technik", "wasserstofftechnik"));
        assertTrue(Words.isPartOf("wasserstoff", "wasserstofftechnik"));
        assertTrue(Words.isPartOf("elektronik", Words.fold("Mikroelektronik")));
        assertTrue(Words.isPartOf("energie", Words.fold("Bioenergie")));
        assertTrue(Words.isPartOf("horizon", "horizon2020"));
    }

    @Test
    void aPartInTheMiddleIsNone() {
        assertFalse(Words.isPartOf("stoff", "wasserstofftechnik"));
        assertFalse(Words.isPartOf("wasserstofftechnik", "technik"));
        assertFalse(Words.isPartOf("technik", "technik"));
    }

    @Test
    void aPartHasFourLettersAndLeavesThreeCharacters() {
        assertTrue(Words.isPartOf("stadt", "stadtrat"));
        assertTrue(Words.isPartOf("dort", "dortmund"));
        assertFalse(Words.isPartOf("dortm", "dortmun"));
        assertFalse(Words.isPartOf("uni", "universitat"));
        assertFalse(Words.isPartOf("4480", "44801234"));
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "ruhr, 0", "44801, 0", "a44801, 0", "stoff, 1", "wirtscha, 1", "wirtschaf, 2", "wasserstoff, 2"
    })
    void longWordsMayHaveMoreTypingErrors(String word, int allowed) {
        assertEquals(allowed, Words.allowedTypos(word));
    }

    @ParameterizedTest
    @CsvSource({
        "wasserstof, wasserstoff",
        "wassrestof, wasserstoff",
        "bohcum, bochum",
        "bchum, bochum",
        "bochumm, bochum",
        "bockum, bochum",
    })
    void aSlipOfTheKeyboardIsATypo(String found, String meant) {
        assertTrue(Words.isTypoOf(found, meant));
    }

    @ParameterizedTest
    @CsvSource({
        "bochum, bochum",
        "bokcum, bochum",
        "haus, maus",
        "44801, 44802",
        "wirtschafft, gesellschaft",
        "bochu, bochumer",
    })
    void theWordItselfAndWhatIsTooFarAwayAreNot(String found, String other) {
        assertFalse(Words.isTypoOf(found, other));
    }

    @Test
    void brokenTextIsJustText() {
        assertEquals(List.of("a", "b"), folded("a\uD800b"));
        assertEquals(List.of("a"), folded("\uDC00a\uD800"));
        assertEquals("ab", Words.fold("a\uDC00\uD800b"));
        assertEquals(Set.of("\uD800"), Words.stems("\uD800"));
        assertEquals(1, Words.distance("\uD800", "\uDC00", 3));
        assertEquals(0, Words.allowedTypos("\uD800".repeat(20)));
        assertFalse(Words.isPartOf("\uD800\uD800\uD800\uD800", "\uD800\uD800\uD800\uD800abc"));
    }

    /** Puts marks into an order that a normaliser would have to sort, one by one. */
    @Test
    void aMillionMarksAreOneWordsAccents() {
        String text = "u" + "\u0301\u0316".repeat(500_000) + "e";

        assertEquals(List.of(new Word("u", 0, text.length())), Words.of(text));
        assertEquals(List.of(), Words.of(text.substring(1, text.length() - 1)));
    }

    @Test
    void aMillionOfAnythingComesToAnEnd() {
        for (String piece :
                List.of("a", "ue", "e", "ß", "'", "a'", "\u00AD", "a\u00AD", "\uFDFA", "\uD800", "한", "1.", "あ゙")) {
            String text = piece.repeat(1_000_000 / piece.length());

            assertTrue(Words.of(text).size() <= 1_000_000, piece);
            assertTrue(Words.fold(text).length() <= 64, piece);
        }
        String stops = "s".repeat(100_000);
        assertTrue(Words.stems(stops).contains(stops));
        assertEquals(3, Words.distance(stops, "xyz" + stops.substring(3), 5));
        assertEquals(6, Words.distance("xyzxyz" + stops, stops + "abcabc", 5));
    }

    @Test
    void manyThreadsGetTheSameAnswers() throws Exception {
        List<String> words = new ArrayList<>();
        Random random = new Random(19);
        String[] parts = {"haus", "haeus", "grund", "stadt", "en", "er", "ung", "ungen", "ies", "ing", "technik", "s"};
        for (int i = 0; i < 2_000; i++) {
            words.add(Words.fold(parts[random.nextInt(parts.length)]
                    + parts[random.nextInt(parts.length)]
                    + parts[random.nextInt(parts.length)]));
        }
        List<Set<String>> expected = words.stream().map(Words::stems).toList();
        Callable<List<Set<String>>> work =
                () -> words.stream().map(Words::stems).toList();

        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<List<Set<String>>> answer : threads.invokeAll(List.of(work, work, work, work))) {
                assertEquals(expected, answer.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> folded(String text) {
        return Words.of(text).stream().map(Word::folded).toList();
    }

    /** Draws mostly what folding and dividing have rules for, now and then anything. */
    private static String randomText(Random random, int length) {
        String likely = "aaoouueeeeqiylekxnrgfictwsbdhmßäöüÄÖÜÆœøı \u0308\u0301'’-.\u00AD\u200B0₂²";
        StringBuilder text = new StringBuilder();
        int characters = random.nextInt(length);
        for (int i = 0; i < characters; i++) {
            if (random.nextInt(12) > 0) {
                text.append(likely.charAt(random.nextInt(likely.length())));
            } else {
                text.appendCodePoint(random.nextInt(random.nextBoolean() ? 0x3100 : Character.MAX_CODE_POINT + 1));
            }
        }
        return text.toString();
    }
}
