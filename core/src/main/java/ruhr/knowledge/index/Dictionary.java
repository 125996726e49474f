package ruhr.knowledge.index;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import ruhr.knowledge.text.Words;

/** The distinct folded tokens of all rows, numbered in their order, and which of them a word of a question means. Immutable. */
final class Dictionary {

    /*
     * Which tokens are a word, or nearly, is decided by Words alone. This class finds those worth asking about.
     *
     * Sameness: two words are the same if they have a stem in common, and each word is among its own stems. So a word means
     * the tokens that its stems are, and the tokens that have one of its stems; the latter are noted under each stem.
     *
     * Beginnings: tokens that begin alike are neighbours, since tokens are sorted; those that end alike are neighbours in a
     * second order, by their letters from the last to the first.
     *
     * Typing errors: all tokens of nearly the same length are looked at, but only at a sketch of 64 bits. It has two bits for
     * each of 32 kinds of characters, as many as a small alphabet has letters: one if the token has a character of the kind,
     * another if it has two or more. A character left out, added or exchanged takes away one bit at most, and brings one at
     * most; swapped neighbours change none. The length says more: if the token has d characters more, d of the errors were
     * additions, which take nothing away. Few tokens pass, and their errors are counted.
     */

    /** Tokens that stand next to each other: from the first number to the second, exclusive. */
    record Range(int from, int to) {
        static final Range NONE = new Range(0, 0);
    }

    private static final int KINDS = 32;

    private final String[] tokens;
    private final String[] stems;
    private final IntLists tokensOfStem;
    private final int[] backwards;
    private final IntLists tokensOfLength;
    private final int longest;

    /** In the order of {@link #tokensOfLength}. */
    private final long[] sketches;

    /**
     * Reads the tokens.
     *
     * @param distinct tokens in any order, each once
     */
    Dictionary(Collection<String> distinct) {
        tokens = distinct.toArray(String[]::new);
        Arrays.sort(tokens);

        Map<String, Integer> numbers = new HashMap<>();
        IntLists.Builder stemmed = new IntLists.Builder();
        IntLists.Builder lengths = new IntLists.Builder();
        int most = 0;
        for (int token = 0; token < tokens.length; token++) {
            for (String stem : Words.stems(tokens[token])) {
                if (!stem.equals(tokens[token])) {
                    Integer number = numbers.putIfAbsent(stem, numbers.size());
                    stemmed.add(number == null ? numbers.size() - 1 : number, token);
                }
            }
            lengths.add(tokens[token].length(), token);
            most = Math.max(most, tokens[token].length());
        }
        longest = most;
        tokensOfLength = lengths.build(longest + 1, length -> length);
        sketches = new long[tokens.length];
        for (int i = 0; i < tokens.length; i++) {
            sketches[i] = sketch(tokens[tokensOfLength.number(i)]);
        }

        stems = numbers.keySet().toArray(String[]::new);
        Arrays.sort(stems);
        int[] sorted = new int[stems.length];
        for (int i = 0; i < stems.length; i++) {
            sorted[numbers.get(stems[i])] = i;
            int token = Arrays.binarySearch(tokens, stems[i]);
            if (token >= 0) {
                stems[i] = tokens[token];
            }
        }
        tokensOfStem = stemmed.build(stems.length, stem -> sorted[stem]);

        Integer[] order = new Integer[tokens.length];
        Arrays.setAll(order, Integer::valueOf);
        Arrays.sort(order, Comparator.comparing(token -> tokens[token], Dictionary::compareBackwards));
        backwards = Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    int size() {
        return tokens.length;
    }

    String token(int number) {
        return tokens[number];
    }

    /** Returns the tokens that are the same word, in any order; one may be named twice. */
    int[] same(String word) {
        int[] same = new int[8];
        int size = 0;
        for (String stem : Words.stems(word)) {
            int token = Arrays.binarySearch(tokens, stem);
            int listed = Arrays.binarySearch(stems, stem);
            int more = listed < 0 ? 0 : tokensOfStem.size(listed);
            if (size + more + 1 > same.length) {
                same = Arrays.copyOf(same, 2 * (size + more + 1));
            }
            if (token >= 0) {
                same[size++] = token;
            }
            for (int i = 0; i < more; i++) {
                same[size++] = tokensOfStem.number(tokensOfStem.start(listed) + i);
            }
        }
        return Arrays.copyOf(same, size);
    }

    /** Returns the tokens that begin with a word, itself among them. */
    Range startingWith(String word) {
        int from = first(0, tokens.length, at -> tokens[at].compareTo(word) >= 0);
        return new Range(from, first(from, tokens.length, at -> !tokens[at].startsWith(word)));
    }

    /** Hands out the tokens that a word is a part of; those that begin and end with it, twice. */
    void forEachCompound(String word, IntConsumer use) {
        if (!mayBePart(word)) {
            return;
        }
        Range beginning = startingWith(word);
        for (int token = beginning.from(); token < beginning.to(); token++) {
            if (Words.isPartOf(word, tokens[token])) {
                use.accept(token);
            }
        }
        int from = first(0, tokens.length, at -> compareBackwards(tokens[backwards[at]], word) >= 0);
        int to = first(from, tokens.length, at -> !tokens[backwards[at]].endsWith(word));
        for (int at = from; at < to; at++) {
            if (Words.isPartOf(word, tokens[backwards[at]])) {
                use.accept(backwards[at]);
            }
        }
    }

    /** Hands out the tokens that a word may be, mistyped. */
    void forEachTypo(String word, IntConsumer use) {
        int allowed = Words.allowedTypos(word);
        if (allowed == 0) {
            return;
        }
        long sketch = sketch(word);
        int to = Math.min(longest, word.length() + allowed);
        for (int length = Math.max(0, word.length() - allowed); length <= to; length++) {
            int added = Math.max(0, length - word.length());
            int leftOut = Math.max(0, word.length() - length);
            int mayLack = allowed - added;
            int mayHave = allowed - leftOut;
            int end = tokensOfLength.start(length + 1);
            for (int at = tokensOfLength.start(length); at < end; at++) {
                long other = sketches[at];
                if (Long.bitCount(sketch & ~other) <= mayLack && Long.bitCount(other & ~sketch) <= mayHave) {
                    int token = tokensOfLength.number(at);
                    int errors = Words.distance(word, tokens[token], allowed);
                    if (errors > 0 && errors <= allowed) {
                        use.accept(token);
                    }
                }
            }
        }
    }

    long bytes() {
        long bytes = tokensOfStem.bytes() + tokensOfLength.bytes() + 4L * backwards.length + 8L * sketches.length;
        for (String token : tokens) {
            bytes += bytes(token);
        }
        for (String stem : stems) {
            bytes += Arrays.binarySearch(tokens, stem) < 0 ? bytes(stem) : 4;
        }
        return bytes;
    }

    /** A string as the JDK's compressed references and strings have it, and a reference to it. */
    private static long bytes(String text) {
        boolean narrow = text.chars().allMatch(c -> c < 256);
        return 4 + 24 + 16 + ((narrow ? 1L : 2L) * text.length() + 7) / 8 * 8;
    }

    /** Asks about a token that leaves enough: the word alone then decides, and short words are sent away here. */
    private static boolean mayBePart(String word) {
        return Words.isPartOf(word, word + "0".repeat(KINDS));
    }

    private static long sketch(String token) {
        long once = 0;
        long again = 0;
        for (int i = 0; i < token.length(); i++) {
            long kind = 1L << token.charAt(i) % KINDS;
            again |= once & kind;
            once |= kind;
        }
        return again << KINDS | once;
    }

    private static int compareBackwards(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        for (int i = 1; i <= shorter; i++) {
            int order = Character.compare(a.charAt(a.length() - i), b.charAt(b.length() - i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    /** Returns the first place where a condition holds that then holds for all places behind it; the end if nowhere. */
    private static int first(int from, int to, IntPredicate condition) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (condition.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
