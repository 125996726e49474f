package ruhr.knowledge.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.query.Tier;
import ruhr.knowledge.text.Words;

/**
 * The words of all rows: which rows match the words of a question, and how well. Immutable, and safe for any number of
 * threads; {@code match} makes no garbage for each row or token, but one set of rows for each question.
 */
final class TextIndex {

    /*
     * How it works.
     *
     * A dictionary holds each distinct token once. For each token there are two lists of rows: those that have it in a name,
     * and those that have it in their text and in no name. (A row that has a token in both is found by the name at least as
     * well, so its text need not be noted.)
     *
     * A word of a question is a set of rows that grows from tier to tier: the rows of the same words in names, then of the names
     * that begin with it, then the same in texts, then of compounds, then of tokens that it may be, mistyped. Because each
     * tier holds those before it, "the worst of all words" is an intersection: the rows of a tier are the rows that every
     * word finds in that tier or a better one. One set serves a whole question; it is laid over each tier as soon as it
     * is large enough.
     *
     * Names that consist of just these words are looked up in drawers, by a hash of their tokens. There are about as many
     * drawers as names, so that few wrong ones lie in the right drawer. Those lack a word of the question nearly always, which
     * is seen at once in the tier of words in names; what is left is read again and compared.
     */

    private final int rows;
    private final Dictionary dictionary;
    private final Postings names;
    private final Postings texts;
    private final IntLists drawers;
    private final int drawerBits;
    private final IntFunction<? extends Collection<? extends @Nullable String>> namesOf;

    private TextIndex(Builder read, IntFunction<? extends Collection<? extends @Nullable String>> namesOf) {
        rows = read.rows;
        dictionary = new Dictionary(read.tokens.keySet());
        int[] numbers = new int[dictionary.size()];
        for (int token = 0; token < numbers.length; token++) {
            numbers[read.tokens.get(dictionary.token(token))] = token;
        }
        names = read.names.build(numbers, rows);
        texts = read.texts.build(numbers, rows);
        drawerBits = 31 - Integer.numberOfLeadingZeros(Math.max(1, read.drawers.size()));
        drawers = read.drawers.build(1 << drawerBits, this::drawer);
        this.namesOf = namesOf;
    }

    int rows() {
        return rows;
    }

    /** Returns about how much memory this takes, without the records. */
    long bytes() {
        return dictionary.bytes() + names.bytes() + texts.bytes() + drawers.bytes();
    }

    /**
     * Finds the rows that match words.
     *
     * @param words the words of a question, in any spelling
     * @param namesOnly whether only the tokens of names are looked at, in all tiers
     * @param tiers a set of rows for each {@link Tier}, in their order, of {@code (rows + 63) / 64} numbers; cleared, and
     *     filled with the rows that match in that tier or a better one
     * @return whether there was a word in it; if not, the sets are left empty
     */
    boolean match(String words, boolean namesOnly, long[][] tiers) {
        for (long[] tier : tiers) {
            Arrays.fill(tier, 0);
        }
        List<String> asked = folded(words);
        if (asked.isEmpty()) {
            return false;
        }
        for (int tier = Tier.NAME_WORD.ordinal(); tier < tiers.length; tier++) {
            Arrays.fill(tiers[tier], -1);
        }
        long[] found = new long[(rows + 63) / 64];
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < asked.size(); i++) {
            // A word said twice is met once; if it is also the last, then not as a beginning, which is stricter.
            if (seen.add(asked.get(i))) {
                narrow(asked.get(i), i == asked.size() - 1, namesOnly, tiers, found);
            }
            if (isEmpty(tiers[Tier.TYPO.ordinal()])) {
                return true;
            }
        }
        addExactNames(words, asked, tiers[Tier.NAME_WORD.ordinal()], tiers[Tier.EXACT_NAME.ordinal()]);
        return true;
    }

    /** Leaves in each tier the rows that match one more word in it. */
    private void narrow(String word, boolean last, boolean namesOnly, long[][] tiers, long[] found) {
        Arrays.fill(found, 0);
        int[] same = dictionary.same(word);
        Dictionary.Range beginning = last ? dictionary.startingWith(word) : Dictionary.Range.NONE;

        for (int token : same) {
            names.addTo(found, token);
        }
        keep(found, tiers, Tier.NAME_WORD);

        names.addTo(found, beginning.from(), beginning.to());
        keep(found, tiers, Tier.NAME_PREFIX);

        if (!namesOnly) {
            for (int token : same) {
                texts.addTo(found, token);
            }
            texts.addTo(found, beginning.from(), beginning.to());
        }
        keep(found, tiers, Tier.TEXT);

        IntConsumer anywhere = token -> {
            names.addTo(found, token);
            if (!namesOnly) {
                texts.addTo(found, token);
            }
        };
        dictionary.forEachCompound(word, anywhere);
        keep(found, tiers, Tier.COMPOUND);

        dictionary.forEachTypo(word, anywhere);
        keep(found, tiers, Tier.TYPO);
    }

    private static void keep(long[] found, long[][] tiers, Tier tier) {
        long[] kept = tiers[tier.ordinal()];
        for (int i = 0; i < found.length; i++) {
            kept[i] &= found[i];
        }
    }

    private static boolean isEmpty(long[] set) {
        for (long word : set) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    /** Many rows may have the same name: once a spelling is known to consist of these words, it is not read again. */
    private void addExactNames(String words, List<String> asked, long[] candidates, long[] exact) {
        String known = words;
        int drawer = drawer(hash(asked));
        for (int i = drawers.start(drawer); i < drawers.start(drawer + 1); i++) {
            int row = drawers.number(i);
            if ((candidates[row >> 6] & 1L << row) == 0) {
                continue;
            }
            for (String name : namesOf.apply(row)) {
                if (name != null && (name.equals(known) || folded(name).equals(asked))) {
                    known = name;
                    RowAlgebra.add(exact, row);
                    break;
                }
            }
        }
    }

    /** A hash is used from its top, where all of its tokens have left a mark. */
    private int drawer(int hash) {
        return drawerBits == 0 ? 0 : hash >>> 32 - drawerBits;
    }

    private static int hash(List<String> tokens) {
        int hash = tokens.size();
        for (String token : tokens) {
            hash = (Integer.rotateLeft(hash, 5) ^ token.hashCode()) * 0x9E3779B9;
        }
        return (hash ^ hash >>> 15) * 0x85EBCA6B;
    }

    private static List<String> folded(String text) {
        List<String> folded = new ArrayList<>();
        for (Words.Word word : Words.of(text)) {
            folded.add(word.folded());
        }
        return folded;
    }

    /** Reads names and texts of rows 0, 1, 2… in that order. For one thread. */
    static final class Builder {

        /** With the numbers in which they came. */
        private final Map<String, Integer> tokens = new HashMap<>();

        private final Postings.Builder names = new Postings.Builder();
        private final Postings.Builder texts = new Postings.Builder();
        private final IntLists.Builder drawers = new IntLists.Builder();
        private int rows;

        /**
         * Adds the next row.
         *
         * @param namesOfRow all its names; null among them is passed over
         * @param textsOfRow all its texts; null among them is passed over
         */
        void add(Collection<? extends @Nullable String> namesOfRow, Collection<? extends @Nullable String> textsOfRow) {
            for (String name : namesOfRow) {
                List<String> folded = name == null ? List.of() : folded(name);
                for (String token : folded) {
                    names.add(number(token), rows);
                }
                if (!folded.isEmpty()) {
                    drawers.add(hash(folded), rows);
                }
            }
            for (String text : textsOfRow) {
                if (text != null) {
                    for (Words.Word word : Words.of(text)) {
                        int token = number(word.folded());
                        if (!names.has(token, rows)) {
                            texts.add(token, rows);
                        }
                    }
                }
            }
            rows++;
        }

        /**
         * Returns the index of what was added.
         *
         * @param namesOf reads the names of a row once more, as they were added; by many threads, whenever words may be an exact
         *     name
         */
        TextIndex build(IntFunction<? extends Collection<? extends @Nullable String>> namesOf) {
            return new TextIndex(this, namesOf);
        }

        private int number(String token) {
            Integer number = tokens.putIfAbsent(token, tokens.size());
            return number == null ? tokens.size() - 1 : number;
        }
    }
}
