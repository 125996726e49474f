package ruhr.knowledge.index;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Puts records into the order of their names. Eight characters of the names are compared as one number, for all records at
 * once and byte by byte; where they are equal, the next eight. Only few names have to be compared with each other as a whole.
 */
final class NameOrder {

    private static final int PIECE = 8;

    /** So many pieces are read off each key beforehand. */
    private static final int AHEAD = 4;

    /** What stands for all characters beyond Latin-1, so that nothing is known about the order of what follows. */
    private static final int BEYOND = 255;

    /** So few names are sooner sorted by putting one after the other into its place. */
    private static final int FEW = 32;

    private final String[] keys;
    private final String[] names;
    private final String[] ids;

    /** The records in their order so far, and the piece that each of them is compared by. */
    private int[] order = {};

    private long[] pieces = {};
    private int[] movedOrder = {};
    private long[] movedPieces = {};

    /** The next pieces of each record, read while its key is at hand anyway. */
    private final long[][] piecesAhead = new long[AHEAD][];

    /**
     * Says what is compared.
     *
     * @param keys the sort keys, see {@link ruhr.knowledge.value.GermanOrder#key}
     * @param names decide between equal keys
     * @param ids decide between equal names
     */
    NameOrder(String[] keys, String[] names, String[] ids) {
        this.keys = keys;
        this.names = names;
        this.ids = ids;
    }

    /** Returns the places of the first records in their order. */
    int[] of(int size) {
        order = new int[size];
        pieces = new long[size];
        movedOrder = new int[size];
        movedPieces = new long[size];
        for (int ahead = 0; ahead < AHEAD; ahead++) {
            piecesAhead[ahead] = new long[size];
        }
        for (int i = 0; i < size; i++) {
            order[i] = i;
            for (int ahead = 0; ahead < AHEAD; ahead++) {
                piecesAhead[ahead][i] = piece(keys[i], ahead * PIECE);
            }
        }
        sort(0, size, 0);
        return order;
    }

    /**
     * Sorts records that agree in all pieces before one.
     *
     * @param next which piece they are compared by
     */
    private void sort(int from, int to, int next) {
        for (int i = from; i < to; i++) {
            pieces[i] = next < AHEAD ? piecesAhead[next][order[i]] : piece(keys[order[i]], next * PIECE);
        }
        if (to - from <= FEW) {
            insert(from, to);
        } else {
            distribute(from, to);
        }
        int start = from;
        while (start < to) {
            long piece = pieces[start];
            int end = start + 1;
            while (end < to && pieces[end] == piece) {
                end++;
            }
            if (end > start + 1) {
                // In the pieces of these records nobody is interested any more: their memory is used again.
                boolean goesOn = (piece & 255) != 0 && (piece & 255) != BEYOND;
                if (goesOn) {
                    sort(start, end, next + 1);
                } else {
                    sortByAll(start, end);
                }
            }
            start = end;
        }
    }

    /**
     * Returns eight characters as a number that is as great as they stand late; beyond the end of the key they are 0. What is
     * beyond Latin-1 becomes the greatest byte, and ends what is known.
     */
    private static long piece(String key, int start) {
        long piece = 0;
        boolean known = true;
        for (int i = start; i < start + PIECE; i++) {
            int c = !known ? BEYOND : i < key.length() ? Math.min(key.charAt(i) + 1, BEYOND) : 0;
            known &= c < BEYOND;
            piece = piece << 8 | c;
        }
        return piece;
    }

    private void insert(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            long piece = pieces[i];
            int record = order[i];
            int at = i;
            for (; at > from && Long.compareUnsigned(pieces[at - 1], piece) > 0; at--) {
                pieces[at] = pieces[at - 1];
                order[at] = order[at - 1];
            }
            pieces[at] = piece;
            order[at] = record;
        }
    }

    /** Sorts by one byte after the other, from the last to the first. */
    private void distribute(int from, int to) {
        for (int shift = 0; shift < Long.SIZE; shift += 8) {
            int[] starts = new int[257];
            for (int i = from; i < to; i++) {
                starts[(int) (pieces[i] >>> shift & 255) + 1]++;
            }
            if (starts[(int) (pieces[from] >>> shift & 255) + 1] == to - from) {
                continue;
            }
            starts[0] = from;
            for (int i = 1; i < starts.length; i++) {
                starts[i] += starts[i - 1];
            }
            for (int i = from; i < to; i++) {
                int place = starts[(int) (pieces[i] >>> shift & 255)]++;
                movedPieces[place] = pieces[i];
                movedOrder[place] = order[i];
            }
            System.arraycopy(movedPieces, from, pieces, from, to - from);
            System.arraycopy(movedOrder, from, order, from, to - from);
        }
    }

    private void sortByAll(int from, int to) {
        Integer[] part = new Integer[to - from];
        for (int i = from; i < to; i++) {
            part[i - from] = order[i];
        }
        // Slugs are ASCII, where the order of chars is that of code points.
        Arrays.sort(
                part,
                Comparator.<Integer, String>comparing(place -> keys[place])
                        .thenComparing(place -> names[place])
                        .thenComparing(place -> ids[place]));
        for (int i = from; i < to; i++) {
            order[i] = part[i - from];
        }
    }
}
