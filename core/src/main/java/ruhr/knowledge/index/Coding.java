package ruhr.knowledge.index;

import java.util.Arrays;

/**
 * How the values of one field are written into a few bits of each row.
 *
 * <p>Either as a mask, with one bit for each value; or as slots, each with one code. In a tree, the codes of a row are chosen
 * so that few are needed: its most specific values, and for each two neighbours of them in a walk through the tree the value
 * where their ways up meet, as a negative. Adding up the positives and taking off the negatives, each way up counts once:
 * "hydrogen", "wind", minus "energy" are three codes for hydrogen, wind, energy and all that is above energy.
 *
 * <p>A row with more codes than slots has none; it stands in a list beside, with all its values.
 */
final class Coding {

    /** The most values of a field that is written as a mask. */
    private static final int MOST_IN_A_MASK = 8;

    /** One row in so many may have more codes than there are slots. */
    private static final int ROWS_FOR_ONE_BESIDE = 64;

    private final Column column;
    private final boolean mask;
    private final int bits;
    private final int slots;

    /** The code of ordinal 0; 0 where every row fills the only slot, 1 where code 0 stands for an empty slot. */
    private final int firstCode;

    /** The ordinals of negative codes. */
    private final int[] negatives;

    private final int[] rowsBeside;
    private final int[][] ordinalsBeside;

    Coding(Column column, RowCodes rowCodes) {
        this.column = column;
        Domain domain = column.domain();
        negatives = rowCodes.negatives();
        boolean none = column.totals()[domain.none()] > 0;
        int values = none ? domain.size() : domain.none();
        if (!column.isSingle() && values <= MOST_IN_A_MASK) {
            mask = true;
            // A field of numbers may have no spans, and each record a number: its one bit is never set.
            bits = Math.max(1, values);
            slots = 1;
            firstCode = 0;
            rowsBeside = new int[0];
            ordinalsBeside = new int[0][];
            return;
        }
        mask = false;
        int[] rowsByCodes = new int[65];
        int rows = rowCodes.size();
        for (int row = 0; row < rows; row++) {
            rowsByCodes[Math.min(rowCodes.of(row), 64)]++;
        }
        int most = 64;
        int beside = rowsByCodes[64];
        while (most > 2 && beside + rowsByCodes[most - 1] <= rows / ROWS_FOR_ONE_BESIDE) {
            beside += rowsByCodes[--most];
        }
        slots = most - 1;
        firstCode = slots == 1 && rowsByCodes[1] == rows ? 0 : 1;
        int codesInAll = firstCode + (negatives.length > 0 ? domain.size() + negatives.length : values);
        bits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(codesInAll - 1));
        rowsBeside = new int[isTooWide() ? 0 : beside];
        ordinalsBeside = new int[rowsBeside.length][];
        listRowsBeside(rowCodes);
    }

    private void listRowsBeside(RowCodes rowCodes) {
        int size = 0;
        for (int row = 0; row < rowCodes.size() && size < rowsBeside.length; row++) {
            if (rowCodes.of(row) > slots) {
                rowsBeside[size] = row;
                int values = rowCodes.closures().of(row);
                ordinalsBeside[size++] = Arrays.copyOf(rowCodes.closures().ordinals(), values);
            }
        }
    }

    Column column() {
        return column;
    }

    /** Tells whether the codes of a row do not fit into one word. */
    boolean isTooWide() {
        return width() > Long.SIZE;
    }

    /** Returns how many bits of each row this takes. */
    int width() {
        return bits * slots;
    }

    /** Tells whether there is one slot so narrow that others may be counted in one go with it. */
    boolean isNarrow(int most) {
        return slots == 1 && bits <= most;
    }

    int bits() {
        return bits;
    }

    int slots() {
        return slots;
    }

    /** Writes a row. */
    long write(RowCodes rowCodes, int row) {
        long written = 0;
        if (mask) {
            int size = rowCodes.closures().of(row);
            for (int i = 0; i < size; i++) {
                written |= 1L << rowCodes.closures().ordinals()[i];
            }
            return written;
        }
        int size = rowCodes.of(row);
        if (size <= slots) {
            for (int i = 0; i < size; i++) {
                written |= (long) (rowCodes.codes()[i] + firstCode) << i * bits;
            }
        }
        return written;
    }

    /** Adds to the counts what stands so often in what was written. Call {@link #finish} at the end. */
    void add(int code, int times, int[] counts) {
        if (mask) {
            for (int rest = code; rest != 0; rest &= rest - 1) {
                counts[Integer.numberOfTrailingZeros(rest)] += times;
            }
            return;
        }
        int ordinal = code - firstCode;
        if (ordinal < 0) {
            return;
        }
        if (ordinal < counts.length) {
            counts[ordinal] += times;
        } else {
            counts[negatives[ordinal - counts.length]] -= times;
        }
    }

    /** Turns counts of codes into counts of values: what stands below a value counts for it, too. */
    void finish(int[] counts) {
        Domain domain = column.domain();
        if (!mask && domain.isTree() && !domain.isFlat()) {
            for (int ordinal : domain.upwards()) {
                int parent = domain.parent(ordinal);
                if (parent >= 0) {
                    counts[parent] += counts[ordinal];
                }
            }
        }
    }

    /** Returns the rows that were not written, in their order. */
    int[] rowsBeside() {
        return rowsBeside;
    }

    /** Adds to the counts the values of a row that was not written. */
    void addBeside(int place, int[] counts) {
        for (int ordinal : ordinalsBeside[place]) {
            counts[ordinal]++;
        }
    }

    long bytesBeside() {
        long bytes = 4L * rowsBeside.length;
        for (int[] ordinals : ordinalsBeside) {
            bytes += 4L * ordinals.length + 20;
        }
        return bytes;
    }
}
