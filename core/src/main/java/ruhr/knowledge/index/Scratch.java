package ruhr.knowledge.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    private final int rows;
    private final int longestList;
    private final List<long[]> freeBits = new ArrayList<>();
    private final List<int[]> freeLists = new ArrayList<>();
    private final List<Rows> handedOut = new ArrayList<>();
    private final List<Rows> free = new ArrayList<>();

    final long[] chunk = new long[CHUNK];
    final int[][] counters;
    final Tally tally;
    final int[][] counts;
    final int[][] wanted;
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
     * @param counters how many counters each slot of packed rows has
     * @param values how many values each field has
     */
    Scratch(int rows, int[] counters, int[] values) {
        this.rows = rows;
        longestList = ValueSet.longestList(rows);
        this.counters = new int[counters.length][];
        tally = new Tally(counters.length);
        for (int i = 0; i < counters.length; i++) {
            this.counters[i] = new int[counters[i]];
        }
        counts = new int[values.length][];
        for (int i = 0; i < values.length; i++) {
            counts[i] = new int[values[i]];
        }
        wanted = new int[values.length][];
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
        Rows made = free.isEmpty() ? new Rows() : free.remove(free.size() - 1);
        handedOut.add(made);
        return made;
    }

    /** Returns bits with anything in them. */
    long[] anyBits() {
        return freeBits.isEmpty() ? new long[words(rows)] : freeBits.remove(freeBits.size() - 1);
    }

    /** Returns bits that are all zero. */
    long[] noBits() {
        if (freeBits.isEmpty()) {
            return new long[words(rows)];
        }
        long[] bits = freeBits.remove(freeBits.size() - 1);
        Arrays.fill(bits, 0);
        return bits;
    }

    /** Returns a list that is long enough for the rows of any value that is kept as a list. */
    int[] anyList() {
        return freeLists.isEmpty() ? new int[longestList] : freeLists.remove(freeLists.size() - 1);
    }

    /** Takes back bits that were asked for directly. */
    void giveBack(long[] bits) {
        freeBits.add(bits);
    }

    /** Takes back rows that are not needed any more before the question is answered. */
    void giveBack(Rows done) {
        if (!done.borrowed) {
            if (done.form == Rows.Form.BITS) {
                freeBits.add(done.bits);
            } else if (done.form == Rows.Form.LIST) {
                freeLists.add(done.list);
            }
            done.all(rows);
        }
    }

    /** Takes everything back. */
    private void reset() {
        for (int i = 0; i < handedOut.size(); i++) {
            giveBack(handedOut.get(i));
            free.add(handedOut.get(i));
        }
        handedOut.clear();
        shorten(freeBits);
        shorten(freeLists);
        shorten(free);
    }

    private static void shorten(List<?> kept) {
        while (kept.size() > KEPT) {
            kept.remove(kept.size() - 1);
        }
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
