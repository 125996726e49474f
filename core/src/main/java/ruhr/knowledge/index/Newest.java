package ruhr.knowledge.index;

import java.util.Arrays;

/** Rows from the newest to the oldest; those without a day stand last. */
final class Newest {

    private final int[] rows;
    private final int[] ranks;

    /**
     * Sorts rows by day; rows of one day stay in their order.
     *
     * @param days the day of each row as by {@link java.time.LocalDate#toEpochDay()}; the smallest number for none
     */
    Newest(long[] days) {
        rows = new int[days.length];
        ranks = new int[days.length];
        long[] distinct = Arrays.stream(days).sorted().distinct().toArray();
        int[] next = new int[distinct.length + 1];
        for (long day : days) {
            next[place(distinct, day) + 1]++;
        }
        for (int i = 1; i < next.length; i++) {
            next[i] += next[i - 1];
        }
        for (int row = 0; row < days.length; row++) {
            int rank = next[place(distinct, days[row])]++;
            ranks[row] = rank;
            rows[rank] = row;
        }
    }

    /** Returns the place of a day from the latest one on. */
    private static int place(long[] distinct, long day) {
        return distinct.length - 1 - Arrays.binarySearch(distinct, day);
    }

    int row(int rank) {
        return rows[rank];
    }

    int rank(int row) {
        return ranks[row];
    }

    long bytes() {
        return 8L * rows.length;
    }
}
