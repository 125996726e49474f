package ruhr.knowledge.index;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * Keeps the nearest of many rows without sorting them all. Rows are offered with rough distances; those that surely are too far
 * away are forgotten from time to time, and only of the others the distances are taken exactly.
 */
final class Nearest {

    /** By how many metres a rough distance may be off, rounding to whole metres included. */
    static final double MARGIN = 2;

    private final int wanted;
    private int[] rows;
    private double[] roughly;
    private int size;
    private double limit = Double.POSITIVE_INFINITY;

    /**
     * Begins without rows.
     *
     * @param wanted how many of the nearest are wanted
     */
    Nearest(int wanted) {
        this.wanted = wanted;
        rows = new int[4 * wanted + 256];
        roughly = new double[rows.length];
    }

    void offer(int row, double rough) {
        if (rough <= limit) {
            if (size == rows.length) {
                forget();
            }
            rows[size] = row;
            roughly[size++] = rough;
        }
    }

    /** Forgets rows that are farther away than the last one that is wanted. */
    private void forget() {
        double[] sorted = Arrays.copyOf(roughly, size);
        Arrays.sort(sorted);
        limit = sorted[wanted - 1] + 2 * MARGIN;
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (roughly[i] <= limit) {
                rows[kept] = rows[i];
                roughly[kept++] = roughly[i];
            }
        }
        size = kept;
        if (size > rows.length / 2) {
            // Very many rows at one place.
            rows = Arrays.copyOf(rows, rows.length * 2);
            roughly = Arrays.copyOf(roughly, rows.length);
        }
    }

    /**
     * Sorts the rows that are left, and puts those of one page where they belong.
     *
     * @return how many there are
     */
    int page(IntToLongFunction metres, int offset, int most, int[] page) {
        record Distant(int row, long metres) {}
        Distant[] all = new Distant[size];
        for (int i = 0; i < size; i++) {
            all[i] = new Distant(rows[i], metres.applyAsLong(rows[i]));
        }
        Arrays.sort(
                all,
                (a, b) -> a.metres() != b.metres()
                        ? Long.compare(a.metres(), b.metres())
                        : Integer.compare(a.row(), b.row()));
        int found = 0;
        for (int i = offset; i < size && found < most; i++) {
            page[found++] = all[i].row();
        }
        return found;
    }
}
