package ruhr.knowledge.index;

import org.jspecify.annotations.Nullable;

/** The rows that have one value: a bit for each row of the index where they are many, a sorted list where they are few. */
final class ValueSet {

    /**
     * A list takes 32 bits for each of its rows, bits take one for each row of the index. To count how many rows of a list
     * are among others costs about as much as for bits at one row in 100; up to here, lists win in memory and hardly lose in
     * time.
     */
    private static final int ROWS_FOR_ONE_LISTED = 96;

    private static final int[] NO_LIST = {};

    private final int count;
    private final long @Nullable [] bits;
    private final int[] list;

    private ValueSet(int count, long @Nullable [] bits, int[] list) {
        this.count = count;
        this.bits = bits;
        this.list = list;
    }

    /** Returns how many rows the longest list can have in an index of so many rows. */
    static int longestList(int rows) {
        return rows / ROWS_FOR_ONE_LISTED;
    }

    static ValueSet ofBits(long[] bits, int count) {
        return new ValueSet(count, bits, NO_LIST);
    }

    static ValueSet ofList(int[] list) {
        return new ValueSet(list.length, null, list);
    }

    int count() {
        return count;
    }

    /** Returns a bit for each row, or null if this is a list. */
    long @Nullable [] bits() {
        return bits;
    }

    /** Returns the rows in their order; nothing if there are bits. */
    int[] list() {
        return list;
    }

    long bytes() {
        return bits == null ? 4L * list.length : 8L * bits.length;
    }
}
