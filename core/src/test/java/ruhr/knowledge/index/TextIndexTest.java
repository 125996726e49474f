package ruhr.knowledge.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ruhr.knowledge.query.Tier;
import ruhr.knowledge.text.Words;

class TextIndexTest {

    private static final String NONE = "none";

    record Row(List<@Nullable String> names, List<@Nullable String> texts) {}

    @Test
    void findsAWordThatMissesItsLastLetterAsABeginning() {
        assertEquals("NAME_PREFIX", tier("wasserstof", named("Zentrum für Wasserstoff")));
    }

    @Test
    void findsAMistypedWordThatIsNotTheLast() {
        assertEquals("TYPO", tier("wasserstof zentrum", named("Zentrum für Wasserstoff")));
    }

    @Test
    void findsAMistypedLastWord() {
        assertEquals("TYPO", tier("waserstoff", named("Zentrum für Wasserstoff")));
    }

    @Test
    void findsAnUmlautWrittenAsTwoLetters() {
        assertEquals("NAME_WORD", tier("haeuser gruen", named("Grün und Häuser")));
    }

    @Test
    void findsTheSingularOfAPluralWithAnUmlaut() {
        assertEquals("EXACT_NAME", tier("haeuser", named("Häuser")));
        assertEquals("NAME_WORD", tier("Haus", named("Häuser")));
    }

    @Test
    void findsTheEndOfACompound() {
        assertEquals("COMPOUND", tier("technik", named("Wasserstofftechnik")));
    }

    @Test
    void findsTheBeginningOfACompoundThoughItIsNotTheLastWord() {
        assertEquals("COMPOUND", tier("wasserstoff labor", named("Labor der Wasserstofftechnik")));
    }

    @Test
    void findsAnAbbreviationBesideTheBeginningOfATown() {
        assertEquals("NAME_PREFIX", tier("uni dort", named("TU Dortmund", "Uni Dortmund")));
        assertEquals("COMPOUND", tier("dort uni", named("Uni Dortmund")));
    }

    @Test
    void asksForAllWords() {
        assertEquals(NONE, tier("Labor Bochum", named("Labor für Optik")));
    }

    @Test
    void hasTheTierOfTheWorstWord() {
        Row row = new Row(List.of("Labor für Optik"), List.of("Forscht mit Lasern."));

        assertEquals("NAME_WORD", tier("optik labor", row));
        assertEquals("TEXT", tier("labor laser", row));
        assertEquals("TEXT", tier("laser labor", row));
    }

    @Test
    void takesOnlyTheLastWordForABeginning() {
        Row row = new Row(List.of(), List.of("Robotik in Bochum"));

        assertEquals("TEXT", tier("bochum robo", row));
        assertEquals("COMPOUND", tier("robo bochum", row));
        assertEquals(NONE, tier("rob bochum", row));
    }

    @Test
    void knowsANameThatConsistsOfTheWordsInTheirOrder() {
        Row row = named("Haus der Technik", "HdT");

        assertEquals("EXACT_NAME", tier("haus der technik", row));
        assertEquals("EXACT_NAME", tier("HAUS, DER: Technik!", row));
        assertEquals("EXACT_NAME", tier("hdt", row));
        assertEquals("NAME_WORD", tier("technik der haus", row));
        assertEquals("NAME_WORD", tier("haus der", row));
        assertEquals("NAME_WORD", tier("haus der technik technik", row));
        assertEquals("NAME_WORD", tier("haus der technik hdt", row));
    }

    @Test
    void doesNotTakeTheSameWordsInOtherFormsForAnExactName() {
        assertEquals("NAME_WORD", tier("Häuser der Technik", named("Haus der Technik")));
    }

    @Test
    void readsNamesAgainBeforeItCallsThemExact() {
        TextIndex.Builder builder = new TextIndex.Builder();
        builder.add(List.of("Haus der Technik"), List.of());
        TextIndex changed = builder.build(row -> List.of("Technik der Haus"));

        assertEquals(List.of("NAME_WORD"), tiers(match(changed, "haus der technik", false), 1));
    }

    @Test
    void findsAllRowsThatShareOneNameInSeveralSpellings() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            rows.add(named("Stadt" + i, i % 3 == 0 ? "Kita Süd" : i % 3 == 1 ? "KITA Sued" : "Kita-Süd"));
        }

        List<String> tiers = tiers(match(index(rows), "kita süd", false), rows.size());

        assertEquals(Collections.nCopies(200, "EXACT_NAME"), tiers);
    }

    @Test
    void looksAtNamesOnlyWhenAsked() {
        Row row = new Row(List.of("Labor für Wasserstofftechnik"), List.of("Elektronik und Lasersysteme, Robotik"));
        TextIndex index = index(List.of(row));

        assertEquals(List.of("COMPOUND"), tiers(match(index, "technik", true), 1));
        for (String word : List.of("robotik", "elektr", "laser", "elektrnik")) {
            assertEquals(List.of(NONE), tiers(match(index, word, true), 1), word);
            assertNotEquals(List.of(NONE), tiers(match(index, word, false), 1), word);
        }
    }

    @Test
    void saysWhenThereIsNoWordAndLeavesTheSetsEmpty() {
        TextIndex index = index(List.of(named("Labor")));
        long[][] tiers = {{7}, {7}, {7}, {7}, {7}, {7}};

        assertFalse(index.match(" – !? ", false, tiers));

        assertArrayEquals(new long[6][1], tiers);
    }

    @Test
    void clearsTheSetsBeforeItFillsThem() {
        TextIndex index = index(List.of(named("Labor")));
        long[][] tiers = {{7}, {7}, {7}, {7}, {7}, {7}};

        assertTrue(index.match("bibliothek", false, tiers));

        assertArrayEquals(new long[6][1], tiers);
    }

    @Test
    void passesOverNullAmongNamesAndTexts() {
        Row row = new Row(Arrays.asList(null, "Labor", null), Arrays.asList(null, "Optik"));

        assertEquals("EXACT_NAME", tier("labor", row));
        assertEquals("TEXT", tier("optik", row));
    }

    @Test
    void answersWithoutRows() {
        TextIndex empty = index(List.of());

        assertTrue(empty.match("wasserstofftechnik labor", false, new long[6][0]));
        assertEquals(0, empty.rows());
    }

    @Test
    void readsTextsOfAMegabyte() {
        String long_ = "optik ".repeat(100_000) + "x".repeat(1_000_000);
        TextIndex index = index(List.of(new Row(List.of(long_), List.of(long_ + " laser")), named("Optik")));

        assertEquals(List.of("NAME_WORD", "EXACT_NAME"), tiers(match(index, "optik", false), 2));
        assertEquals(List.of("TEXT", NONE), tiers(match(index, "laser", false), 2));
    }

    @Test
    void tellsHowMuchMemoryItTakes() {
        List<Row> few =
                IntStream.range(0, 100).mapToObj(i -> named("Haus " + i)).toList();
        List<Row> many =
                IntStream.range(0, 200).mapToObj(i -> named("Haus " + i)).toList();

        long bytes = index(many).bytes() - index(few).bytes();

        assertTrue(bytes > 100 * 60 && bytes < 100 * 200, "bytes for 100 more names: " + bytes);
    }

    @Test
    void agreesWithAPlainLoopOverWordsOfAFewLetters() {
        for (int seed = 1; seed <= 250; seed++) {
            Random random = new Random(seed);
            List<String> words = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                words.add(nastyWord(random));
            }
            compare(random, words, "few letters, seed " + seed);
        }
    }

    @Test
    void agreesWithAPlainLoopOverGermanAndEnglishWords() {
        for (int seed = 1; seed <= 250; seed++) {
            Random random = new Random(seed);
            List<String> words = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                words.add(realWord(random));
            }
            compare(random, words, "German and English, seed " + seed);
        }
    }

    @Test
    void aPlantedWrongTierWouldBeNoticed() {
        List<Row> rows = List.of(named("Labor"), named("Laboratorium"), named("Optik"));
        long[][] tiers = match(index(rows), "labor", false);
        PlainLoop loop = new PlainLoop();
        assertEquals("", loop.difference(rows, "labor", false, tiers));

        tiers[Tier.NAME_WORD.ordinal()][0] |= 2;

        assertEquals(
                "'labor' in " + rows.get(1) + ": expected NAME_PREFIX, found NAME_WORD",
                loop.difference(rows, "labor", false, tiers));
    }

    @Test
    void aPlantedRowBehindTheLastWouldBeNoticed() {
        List<Row> rows = List.of(named("Labor"));
        long[][] tiers = match(index(rows), "labor", false);

        tiers[Tier.TYPO.ordinal()][0] |= 2;

        assertEquals("'labor': expected 1 rows, found row 1", new PlainLoop().difference(rows, "labor", false, tiers));
    }

    @Test
    void randomQuestionsReachEveryTier() {
        PlainLoop loop = new PlainLoop();
        Random random = new Random(7);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            words.add(realWord(random));
        }
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < 3_000; i++) {
            Row row = row(random, words);
            seen.merge(loop.tier(row, question(random, words, List.of(row)), false), 1, Integer::sum);
        }

        for (Tier tier : Tier.values()) {
            assertTrue(seen.getOrDefault(tier.name(), 0) >= 10, tier + " in " + seen);
        }
        assertTrue(seen.get(NONE) >= 10);
    }

    @Test
    void manyReadersGetTheSameAnswers() throws Exception {
        Random random = new Random(3);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            words.add(realWord(random));
        }
        List<Row> rows = rows(random, words, 130);
        TextIndex index = index(rows);
        List<String> questions = IntStream.range(0, 200)
                .mapToObj(i -> question(random, words, rows))
                .toList();
        List<long[][]> alone =
                questions.stream().map(asked -> match(index, asked, false)).toList();

        ExecutorService readers = Executors.newFixedThreadPool(8);
        try {
            Callable<List<long[][]>> reader = () ->
                    questions.stream().map(asked -> match(index, asked, false)).toList();
            for (Future<List<long[][]>> read : readers.invokeAll(Collections.nCopies(8, reader))) {
                assertArrayEquals(alone.toArray(), read.get().toArray());
            }
        } finally {
            readers.shutdownNow();
        }
    }

    /** The rules as they are written, row by row and token by token. */
    static final class PlainLoop {

        private final Map<String, Map<String, List<Boolean>>> kinships = new HashMap<>();
        private final Map<String, List<String>> read = new HashMap<>();

        String tier(Row row, String words, boolean namesOnly) {
            List<String> asked = folded(words);
            if (asked.isEmpty()) {
                return NONE;
            }
            List<String> names = new ArrayList<>();
            List<String> texts = new ArrayList<>();
            boolean exact = false;
            for (String name : row.names()) {
                if (name != null) {
                    names.addAll(folded(name));
                    exact |= folded(name).equals(asked);
                }
            }
            for (String text : row.texts()) {
                if (text != null && !namesOnly) {
                    texts.addAll(folded(text));
                }
            }
            if (exact) {
                return Tier.EXACT_NAME.name();
            }
            Tier worst = Tier.NAME_WORD;
            for (int i = 0; i < asked.size(); i++) {
                Tier tier = tier(asked.get(i), i == asked.size() - 1, names, texts);
                if (tier == null) {
                    return NONE;
                }
                worst = tier.compareTo(worst) > 0 ? tier : worst;
            }
            return worst.name();
        }

        private @Nullable Tier tier(String word, boolean last, List<String> names, List<String> texts) {
            List<String> all = new ArrayList<>(names);
            all.addAll(texts);
            if (names.stream().anyMatch(token -> kinship(word, token).get(0))) {
                return Tier.NAME_WORD;
            } else if (last && names.stream().anyMatch(token -> token.startsWith(word))) {
                return Tier.NAME_PREFIX;
            } else if (texts.stream().anyMatch(token -> kinship(word, token).get(0))
                    || last && texts.stream().anyMatch(token -> token.startsWith(word))) {
                return Tier.TEXT;
            } else if (all.stream().anyMatch(token -> kinship(word, token).get(1))) {
                return Tier.COMPOUND;
            }
            return all.stream().anyMatch(token -> kinship(word, token).get(2)) ? Tier.TYPO : null;
        }

        /** Whether the words are the same, one a part of the other, one a typo of the other; remembered for the next row. */
        private List<Boolean> kinship(String word, String token) {
            return kinships.computeIfAbsent(word, any -> new HashMap<>())
                    .computeIfAbsent(
                            token,
                            any -> List.of(
                                    Words.same(word, token), Words.isPartOf(word, token), Words.isTypoOf(word, token)));
        }

        private List<String> folded(String text) {
            return read.computeIfAbsent(
                    text, any -> Words.of(any).stream().map(Words.Word::folded).toList());
        }

        /** Returns the first row that is not in the sets where it should be, in words; empty if all are. */
        String difference(List<Row> rows, String words, boolean namesOnly, long[][] tiers) {
            List<String> found = tiers(tiers, rows.size());
            for (int row = 0; row < rows.size(); row++) {
                String expected = tier(rows.get(row), words, namesOnly);
                if (!expected.equals(found.get(row))) {
                    return "'" + words + "' in " + rows.get(row) + ": expected " + expected + ", found "
                            + found.get(row);
                }
            }
            for (int row = rows.size(); row < 64 * tiers[0].length; row++) {
                for (long[] tier : tiers) {
                    if (has(tier, row)) {
                        return "'" + words + "': expected " + rows.size() + " rows, found row " + row;
                    }
                }
            }
            return "";
        }
    }

    private static void compare(Random random, List<String> words, String where) {
        int[] sizes = {0, 1, 2, 10, 20, 63, 64, 65};
        List<Row> rows = rows(random, words, sizes[random.nextInt(sizes.length)]);
        TextIndex index = index(rows);
        PlainLoop loop = new PlainLoop();
        for (int i = 0; i < 20; i++) {
            String asked = question(random, words, rows);
            boolean namesOnly = random.nextInt(4) == 0;
            long[][] tiers = match(index, asked, namesOnly);

            assertEquals("", loop.difference(rows, asked, namesOnly, tiers), where + ", names only: " + namesOnly);
        }
    }

    private static List<Row> rows(Random random, List<String> words, int count) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(row(random, words));
        }
        return rows;
    }

    private static Row row(Random random, List<String> words) {
        List<@Nullable String> names = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            names.add(random.nextInt(20) == 0 ? null : phrase(random, words, 3));
        }
        List<@Nullable String> texts = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            texts.add(random.nextInt(20) == 0 ? null : phrase(random, words, 6));
        }
        return new Row(names, texts);
    }

    private static String phrase(Random random, List<String> words, int most) {
        List<String> phrase = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            phrase.add(words.get(random.nextInt(words.size())));
        }
        return String.join(random.nextBoolean() ? " " : "-", phrase);
    }

    /** Asks for a name, for words, for their beginnings and ends, or mistypes them. */
    private static String question(Random random, List<String> words, List<Row> rows) {
        if (!rows.isEmpty() && random.nextInt(5) == 0) {
            List<@Nullable String> names = rows.get(random.nextInt(rows.size())).names();
            return names.isEmpty() ? "" : String.valueOf(names.get(0));
        }
        List<String> asked = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            String word = words.get(random.nextInt(words.size()));
            asked.add(
                    switch (random.nextInt(6)) {
                        case 0 -> word.substring(0, random.nextInt(word.length() + 1));
                        case 1 -> word.substring(random.nextInt(word.length() + 1));
                        case 2 -> mistyped(random, word);
                        case 3 -> mistyped(random, mistyped(random, word));
                        default -> word;
                    });
        }
        return String.join(" ", asked);
    }

    private static String mistyped(Random random, String word) {
        if (word.length() < 2) {
            return word;
        }
        int at = random.nextInt(word.length() - 1);
        char letter = word.charAt(random.nextInt(word.length()));
        return switch (random.nextInt(4)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + letter + word.substring(at);
            case 2 -> word.substring(0, at) + letter + word.substring(at + 1);
            default -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
        };
    }

    private static String nastyWord(Random random) {
        String[] letters = {
            "a", "b", "b", "s", "e", "u", "ü", "ß", "ss", "n", "en", "er", "ing", "1", "²", "'", "\u00AD", "\uD83D",
            "\uDC00", "İ", "學", "ﬁ"
        };
        int kinds = random.nextBoolean() ? 3 : random.nextBoolean() ? 11 : letters.length;
        StringBuilder word = new StringBuilder();
        for (int i = 1 + random.nextInt(12); i > 0; i--) {
            word.append(letters[random.nextInt(kinds)]);
        }
        return word.toString();
    }

    private static String realWord(Random random) {
        String[] words = {
            "Haus",
            "Häuser",
            "haeuser",
            "Straße",
            "Strasse",
            "Technik",
            "Techniken",
            "Wasserstoff",
            "Labor",
            "Labore",
            "Forschung",
            "Forschungen",
            "research",
            "researcher",
            "companies",
            "company",
            "values",
            "value",
            "Gründung",
            "Gründungen",
            "gruenden",
            "Universität",
            "university",
            "Uni",
            "Dortmund",
            "Bochum",
            "Bochums",
            "Ruhr",
            "für",
            "of",
            "the",
            "3D",
            "A40",
            "44801",
            "Robotik",
            "robotics",
            "Mikroelektronik",
            "Elektronik",
            "Energie",
            "energy",
            "Büro"
        };
        String word = words[random.nextInt(words.length)];
        return switch (random.nextInt(8)) {
            case 0, 1 -> word + words[random.nextInt(words.length)];
            case 2 -> mistyped(random, word);
            default -> word;
        };
    }

    private static Row named(String... names) {
        return new Row(Arrays.asList(names), List.of());
    }

    private static String tier(String words, Row row) {
        return tiers(match(index(List.of(row)), words, false), 1).get(0);
    }

    private static TextIndex index(List<Row> rows) {
        TextIndex.Builder builder = new TextIndex.Builder();
        rows.forEach(row -> builder.add(row.names(), row.texts()));
        return builder.build(row -> rows.get(row).names());
    }

    private static long[][] match(TextIndex index, String words, boolean namesOnly) {
        long[][] tiers = new long[Tier.values().length][(index.rows() + 63) / 64];
        index.match(words, namesOnly, tiers);
        return tiers;
    }

    /** Returns the best tier of each row; it must be in all that are worse, too. */
    private static List<String> tiers(long[][] sets, int rows) {
        List<String> tiers = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            String best = NONE;
            for (Tier tier : Tier.values()) {
                boolean has = has(sets[tier.ordinal()], row);
                if (has && best.equals(NONE)) {
                    best = tier.name();
                } else if (!has && !best.equals(NONE)) {
                    best += ", but not " + tier;
                }
            }
            tiers.add(best);
        }
        return tiers;
    }

    private static boolean has(long[] set, int row) {
        return (set[row >> 6] >>> row & 1) != 0;
    }
}
