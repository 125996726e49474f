package ruhr.knowledge.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import opennlp.tools.stemmer.snowball.SnowballStemmer;
import opennlp.tools.stemmer.snowball.SnowballStemmer.ALGORITHM;

/**
 * The words of German and English texts: where they stand, which of them are the same, and which are nearly the same.
 *
 * <p>A search engine folds each word of its texts and of a question, and then compares folded words only:
 *
 * <pre>{@code
 * for (Words.Word word : Words.of("Gründungen im Häuserblock")) {
 *   word.folded();                                // "grundungen", "im", "hauserblock"
 * }
 * Words.same("grundungen", "grundung");           // true: one word, inflected
 * Words.isPartOf("hauser", "hauserblock");        // true: a compound
 * Words.isTypoOf("grundugn", "grundung");         // true: one swap
 * }</pre>
 *
 * <p>All answers depend on the arguments alone, never on a corpus, a locale or the JDK's default settings. No argument may
 * be null; any other text is fine, also one with broken surrogate pairs. All methods are safe for use by many threads, and
 * nothing is remembered between two calls.
 *
 * @since 0.1
 */
public final class Words {

    private static final int SHORTEST_PART = 4;
    private static final int LEAST_LEFT = 3;

    /** What "uni" is short for, in the forms that its own stems would not meet. */
    private static final List<String> UNIVERSITY = List.of("universitat", "university", "universities");

    /**
     * A word of a text and where it stands.
     *
     * @param folded the word as {@link Words#fold} gives it, never empty
     * @param start where it begins in the text, in UTF-16 units
     * @param end where it ends, exclusive
     */
    public record Word(String folded, int start, int end) {

        /**
         * Checks that there is a word.
         *
         * @throws IllegalArgumentException if the folded form is empty or the end is not behind the start
         */
        public Word {
            if (folded.isEmpty() || start < 0 || end <= start) {
                throw new IllegalArgumentException(
                        "A word has letters and a place in its text: expected a folded form and"
                                + " 0 <= start < end, found '" + folded + "' from " + start + " to " + end + ".");
            }
        }
    }

    private Words() {}

    /**
     * Returns the words of a text.
     *
     * <p>A word is a run of letters and digits, with the accents that stand on them. "3D" and "A40" are one word; so is "H₂",
     * as "h2". Everything else ends a word, hyphens and dots too: "Start-up" is two words, "z.B." is two, "1.000" is two.
     * Three exceptions:
     *
     * <ul>
     *   <li>An apostrophe between two letters is passed over ("Bochum's" is "bochums", whose stem is "bochum").
     *   <li>Invisible characters inside a word are passed over: soft hyphens, zero-width spaces and joiners.
     *   <li>A raised digit ends a word and begins none, because most are footnotes: "Ruhr²" is "ruhr".
     * </ul>
     *
     * <p>Scripts without spaces are not divided: each run is one word.
     *
     * @param text any text
     * @return the words in the order of the text; for each of them, the text between its start and its end folds to its folded
     *     form; unmodifiable. Takes time in proportion to the text
     */
    public static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        int next = 0;
        while (next < text.length()) {
            int c = text.codePointAt(next);
            if (!Character.isLetterOrDigit(c)) {
                next += Character.charCount(c);
                continue;
            }
            int end = endOfWord(text, next);
            String folded = Folding.fold(text, next, end);
            if (!folded.isEmpty()) {
                words.add(new Word(folded, next, end));
            }
            next = end;
        }
        return Collections.unmodifiableList(words);
    }

    /**
     * Returns what all spellings of a word have in common: lower case, without accents, ü = ue = u, ß = ss.
     *
     * <p>Exactly: each character in compatibility form (NFKD) and lower case; marks, and all that is neither letter nor digit,
     * left out; ß as ss, æ as ae, œ as oe, ø as o, ł as l, þ as th, đ and ð as d, ı as i; cut after 64 UTF-16 units. Then
     * each e that follows an a, o or u is dropped, as the second half of an umlaut, unless
     *
     * <ul>
     *   <li>a vowel, y or q stands before the two: "neue", "Steuer", "Quelle" and "Bioenergie" keep theirs, or
     *   <li>the e begins elek-, elec-, energ-, effek-, effec-, effiz-, effic-, entwi-, ein- or ex-: so do "Mikroelektronik" and
     *       "Klimaentwicklung", whose second half would not be found otherwise.
     * </ul>
     *
     * <p>Other words lose an e that is no umlaut's ("aktuell" is "aktull", "Moers" is "mors"): in every spelling, on both sides
     * of a comparison, so they are found all the same. The beginning of a folded word is nearly always the fold of a beginning
     * of the word; only "Mikroel" is "mikrol" and "Mikroelek" is "mikroelek".
     *
     * <p>Folding a folded word changes nothing. The result may be empty, for a text without letters and digits.
     *
     * @param word a word, or any text, which is then folded as if it were one
     * @return the folded form, at most 64 UTF-16 units
     */
    public static String fold(String word) {
        return Folding.fold(word, 0, word.length());
    }

    /**
     * Returns the stems of a word in German and in English, and the word itself: two words are the same word if their sets
     * have an element in common.
     *
     * <p>Both languages always, since nobody says in which one a word of a question is. The stems are Snowball's, taken from
     * the folded form: "haus", "hauses" and "hauser" meet in "haus", "companies" and "company" in "compani". They are no words
     * to show to anybody. Words with digits or of other scripts have no stem but themselves.
     *
     * <p>One word no stemmer knows, and everybody in the Ruhr says it: "Uni" and "Unis" are the same word as "Universität" and
     * "university".
     *
     * <p>About a microsecond: 0.8 to 1.2 µs were measured on JDK 17 with the words of the Ruhr's own data, 4 µs while the code was
     * still cold. Whoever asks for the same word again and again keeps the answer.
     *
     * @param folded a folded word
     * @return the word itself and up to three stems; unmodifiable
     */
    public static Set<String> stems(String folded) {
        if (!isPlainLatin(folded)) {
            return Set.of(folded);
        }
        Set<String> stems = new LinkedHashSet<>(8);
        stems.add(folded);
        if (folded.equals("uni") || folded.equals("unis")) {
            stems.addAll(UNIVERSITY);
            return Collections.unmodifiableSet(stems);
        }
        stems.add(stem(ALGORITHM.GERMAN, folded));
        stems.add(stem(ALGORITHM.ENGLISH, folded));
        if (mayBePluralOfUe(folded)) {
            stems.add(stem(ALGORITHM.ENGLISH, folded.substring(0, folded.length() - 1)));
        }
        return Collections.unmodifiableSet(stems);
    }

    /**
     * Tells whether two folded words are one word in two forms, in German or in English.
     *
     * <p>Compares {@link #stems} of both, and costs as much as asking for them. Symmetric, but not transitive: "a" may share a
     * German stem with "b" and "b" an English one with "c".
     *
     * @param foldedA a folded word
     * @param foldedB another
     * @return whether they are equal or have a stem in common
     */
    public static boolean same(String foldedA, String foldedB) {
        return foldedA.equals(foldedB) || !Collections.disjoint(stems(foldedA), stems(foldedB));
    }

    /**
     * Tells whether a word is the beginning or the end of a longer one, as "wasserstoff" and "technik" are of
     * "wasserstofftechnik".
     *
     * <p>There is no list of words behind this. A word counts as a part if it has four letters or more (digits are no letters, so
     * that part of a postcode is not a place) and leaves three characters or more.
     *
     * @param folded the folded word that is looked for
     * @param longerToken the folded word that may contain it
     * @return whether it does; false for the word itself
     */
    public static boolean isPartOf(String folded, String longerToken) {
        return longerToken.length() - folded.length() >= LEAST_LEFT
                && (longerToken.startsWith(folded) || longerToken.endsWith(folded))
                && letters(folded) >= SHORTEST_PART;
    }

    /**
     * Returns how many typing errors a word may have and still be understood.
     *
     * @param folded the folded word that is looked for
     * @return 0 for a word of up to four letters, 1 from five on, 2 from nine on; digits are no letters, so that a number is
     *     never understood as another number
     */
    public static int allowedTypos(String folded) {
        int letters = letters(folded);
        return letters < 5 ? 0 : letters < 9 ? 1 : 2;
    }

    /**
     * Tells whether a word may be another one, mistyped: at least one error, and no more than {@link #allowedTypos}.
     *
     * <p>Not symmetric: the number of errors depends on the word that is looked for.
     *
     * @param folded the folded word that is looked for
     * @param token the folded word that may be meant
     * @return whether it may; false for the word itself
     */
    public static boolean isTypoOf(String folded, String token) {
        int allowed = allowedTypos(folded);
        return allowed > 0 && !folded.equals(token) && distance(folded, token, allowed) <= allowed;
    }

    /**
     * Counts the typing errors between two texts, up to a bound: characters left out, added or exchanged, and neighbours swapped
     * (optimal string alignment distance).
     *
     * <p>Compares UTF-16 units as they are; nothing is folded. Symmetric. Most pairs of different words are told apart without
     * a table, in some 10 ns; the others take memory for three rows of the shorter remains, and time in proportion to the length
     * of the texts times the bound.
     *
     * @param a a text
     * @param b another
     * @param most how many errors are of interest
     * @return the number of errors, or {@code most + 1} if there are more than that
     * @throws IllegalArgumentException if the bound is negative
     */
    public static int distance(String a, String b, int most) {
        if (most < 0) {
            throw new IllegalArgumentException("A bound on typing errors is 0 or more, found " + most + ".");
        }
        return TypingErrors.between(a, b, most);
    }

    private static int endOfWord(String text, int start) {
        int end = start;
        int next = start;
        while (next < text.length()) {
            int c = text.codePointAt(next);
            next += Character.charCount(c);
            if (isPartOfWord(c)) {
                end = next;
            } else if (!isPassedOver(c, text, next)) {
                break;
            }
        }
        return end;
    }

    private static boolean isPartOfWord(int c) {
        if (Character.isLetterOrDigit(c)) {
            return true;
        }
        int type = Character.getType(c);
        boolean mark = type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
        return mark || isLoweredDigit(c);
    }

    private static boolean isLoweredDigit(int c) {
        return c >= '\u2080' && c <= '\u2089';
    }

    private static boolean isPassedOver(int c, String text, int next) {
        return Character.getType(c) == Character.FORMAT
                || Folding.isApostrophe(c) && next < text.length() && Character.isLetterOrDigit(text.codePointAt(next));
    }

    private static int letters(String folded) {
        int letters = 0;
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetter(c)) {
                letters++;
            }
        }
        return letters;
    }

    private static boolean isPlainLatin(String folded) {
        for (int i = 0; i < folded.length(); i++) {
            if (folded.charAt(i) < 'a' || folded.charAt(i) > 'z') {
                return false;
            }
        }
        return !folded.isEmpty();
    }

    /** A stemmer keeps the word that it works on, so each word gets one of its own; that is two small objects. */
    private static String stem(ALGORITHM language, String folded) {
        return new SnowballStemmer(language).stem(folded).toString();
    }

    /** "values" is folded to "valus", in which no English stemmer sees a plural. */
    private static boolean mayBePluralOfUe(String folded) {
        return folded.length() >= 5 && folded.endsWith("us");
    }
}
