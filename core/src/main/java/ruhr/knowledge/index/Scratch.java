package ruhr.knowledge.index;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The memory that one question works with, so that the next one finds it ready: sets of rows, counters, a page. For one thread
 * at a time; an answer holds nothing of it.
 */
final class Scratch {

    /** How many words are read from packed rows in one go; they stay in the processor's first cache. */
    static final int CHUNK = 1024;

    /** How many sets of rows are kept for the next question; a filter of hundreds of conditions may need more for a moment. */
    private static final int KEPT = 16;

    /*
     * Nothing here ever points to something newer than itself, except when memory is taken for the first time: a scratch grows
     * old, and where old objects are made to point to young ones, garbage collectors have to keep books about it (on G1 that
     * made a short answer take ten times as long). So what is handed out stays where it is, and a flag says that it is taken.
     */

    private final int rows;
    private final int longestList;
    private final long[][] bits = new long[KEPT][];
    private final boolean[] bitsTaken = new boolean[KEPT];
    private final int[][] lists = new int[KEPT][];
    private final boolean[] listsTaken = new boolean[KEPT];

    final long[] chunk = new long[CHUNK];
    final int[][] counters;
    final Tally tally;
    final int[][] counts;

    /** Which fields are counted, and not done yet. */
    final boolean[] wanted;

    final int[] page = new int[128];

    /** What each unit of packed rows costs, and whether it takes part. */
    final double[] ofSets;

    final double[] ofRows;
    final double[] ofOthers;
    final boolean[] joins;

    /**
     * Takes memory for questions to one index.
     *
     * @param rows how many rows the index has
     * @param counters how many counters each row of counters has, two of them for each slot of packed rows
     * @param values how many values each field has
     */
    Scratch(int rows, int[] counters, int[] values) {
        this.rows = rows;
        longestList = ValueSet.longestList(rows);
        this.counters = new int[counters.length][];
        for (int i = 0; i < counters.length; i++) {
            this.counters[i] = new int[counters[i]];
        }
        tally = new Tally(this.counters);
        counts = new int[values.length][];
        for (int i = 0; i < values.length; i++) {
            counts[i] = new int[values[i]];
        }
        wanted = new boolean[values.length];
        ofSets = new double[counters.length];
        ofRows = new double[counters.length];
        ofOthers = new double[counters.length];
        joins = new boolean[counters.length];
    }

    /** Returns how many words hold a bit for each row. */
    static int words(int rows) {
        return rows + 63 >>> 6;
    }

    int rows() {
        return rows;
    }

    Rows newRows() {
        return new Rows();
    }

    /** Returns bits with anything in them. */
    long[] anyBits() {
        for (int i = 0; i < KEPT; i++) {
            if (!bitsTaken[i]) {
                bitsTaken[i] = true;
                if (bits[i] == null) {
                    bits[i] = new long[words(rows)];
                }
                return bits[i];
            }
        }
        return new long[words(rows)];
    }

    /** Returns bits that are all zero. */
    long[] noBits() {
        long[] zero = anyBits();
        Arrays.fill(zero, 0);
        return zero;
    }

    /** Returns a list that is long enough for the rows of any value that is kept as a list. */
    int[] anyList() {
        for (int i = 0; i < KEPT; i++) {
            if (!listsTaken[i]) {
                listsTaken[i] = true;
                if (lists[i] == null) {
                    lists[i] = new int[longestList];
                }
                return lists[i];
            }
        }
        return new int[longestList];
    }

    /** Takes back bits that were asked for directly. */
    void giveBack(long[] done) {
        for (int i = 0; i < KEPT; i++) {
            if (bits[i] == done) {
                bitsTaken[i] = false;
            }
        }
    }

    /** Takes back rows that are not needed any more before the question is answered. */
    void giveBack(Rows done) {
        if (!done.borrowed) {
            if (done.form == Rows.Form.BITS) {
                giveBack(done.bits);
            }
            for (int i = 0; i < KEPT && done.form == Rows.Form.LIST; i++) {
                if (lists[i] == done.list) {
                    listsTaken[i] = false;
                }
            }
            done.all(rows);
        }
    }

    /** Takes everything back. */
    private void reset() {
        Arrays.fill(bitsTaken, false);
        Arrays.fill(listsTaken, false);
        Arrays.fill(wanted, false);
    }

    /**
     * Scratch memory for many threads. Threads of any kind take one and bring it back; nothing is bound to a thread, so nothing
     * stays behind when one ends.
     */
    static final class Pool {

        private static final int SIZE = 16;

        private final int rows;
        private final int[] counters;
        private final int[] values;
        private final AtomicReferenceArray<Scratch> idle = new AtomicReferenceArray<>(SIZE);

        Pool(int rows, int[] counters, int[] values) {
            this.rows = rows;
            this.counters = counters.clone();
            this.values = values.clone();
        }

        Scratch take() {
            for (int i = 0; i < SIZE; i++) {
                if (idle.get(i) != null) {
                    Scratch taken = idle.getAndSet(i, null);
                    if (taken != null) {
                        return taken;
                    }
                }
            }
            return new Scratch(rows, counters, values);
        }

        void bringBack(Scratch scratch) {
            scratch.reset();
            for (int i = 0; i < SIZE; i++) {
                if (idle.get(i) == null && idle.compareAndSet(i, null, scratch)) {
                    return;
                }
            }
        }
    }
}
