package ruhr.knowledge.index;

import java.util.Arrays;

/**
 * For each token the rows that have it. Most tokens are rare, and are lists of rows; a token of so many rows that their bits
 * take less room is a set of bits. Immutable.
 */
final class Postings {

    /** What an array takes beside its numbers, and a reference to it. */
    private static final int ARRAY = 24;

    private final IntLists rare;
    private final int[] frequentTokens;
    private final long[][] frequent;

    private Postings(IntLists rare, int[] frequentTokens, long[][] frequent) {
        this.rare = rare;
        this.frequentTokens = frequentTokens;
        this.frequent = frequent;
    }

    /** Adds the rows of a token to a set. */
    void addTo(long[] set, int token) {
        addTo(set, token, token + 1);
    }

    /** Adds the rows of neighbouring tokens to a set. */
    void addTo(long[] set, int from, int to) {
        int end = rare.start(to);
        for (int i = rare.start(from); i < end; i++) {
            RowAlgebra.add(set, rare.number(i));
        }
        int next = Arrays.binarySearch(frequentTokens, from);
        for (int i = next < 0 ? -1 - next : next; i < frequentTokens.length && frequentTokens[i] < to; i++) {
            long[] rows = frequent[i];
            for (int word = 0; word < set.length; word++) {
                set[word] |= rows[word];
            }
        }
    }

    long bytes() {
        long bytes = rare.bytes() + 4L * frequentTokens.length;
        for (long[] rows : frequent) {
            bytes += ARRAY + 8L * rows.length;
        }
        return bytes;
    }

    /** Collects the tokens of rows 0, 1, 2… in that order. Tokens have the numbers in which they came until all are known. */
    static final class Builder {

        private final IntLists.Builder uses = new IntLists.Builder();
        private int[] lastRow = new int[0];

        /** Adds a token of a row; adding it once more changes nothing. */
        void add(int token, int row) {
            if (has(token, row)) {
                return;
            }
            if (token >= lastRow.length) {
                int known = lastRow.length;
                lastRow = Arrays.copyOf(lastRow, Math.max(64, token + (token >> 1) + 1));
                Arrays.fill(lastRow, known, lastRow.length, -1);
            }
            lastRow[token] = row;
            uses.add(token, row);
        }

        /** Tells whether the row that is being added has a token. */
        boolean has(int token, int row) {
            return token < lastRow.length && lastRow[token] == row;
        }

        /**
         * Returns what was collected.
         *
         * @param numbers for each token as it came, its number in the order of tokens
         * @param rows how many rows there are
         */
        Postings build(int[] numbers, int rows) {
            int words = (rows + 63) / 64;
            int[] sizes = uses.sizes(numbers.length);
            long[][] sets = new long[numbers.length][];
            int[] frequentTokens = new int[numbers.length];
            int count = 0;
            for (int token = 0; token < sizes.length; token++) {
                if (4L * sizes[token] > 8L * words + ARRAY) {
                    frequentTokens[count++] = numbers[token];
                    sets[numbers[token]] = new long[words];
                }
            }
            frequentTokens = Arrays.copyOf(frequentTokens, count);
            Arrays.sort(frequentTokens);
            uses.forEach((token, row) -> {
                if (sets[numbers[token]] != null) {
                    RowAlgebra.add(sets[numbers[token]], row);
                }
            });
            IntLists rare = uses.build(numbers.length, token -> sets[numbers[token]] == null ? numbers[token] : -1);
            long[][] frequent = new long[count][];
            for (int i = 0; i < count; i++) {
                frequent[i] = sets[frequentTokens[i]];
            }
            return new Postings(rare, frequentTokens, frequent);
        }
    }
}
