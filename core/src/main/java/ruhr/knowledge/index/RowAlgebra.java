package ruhr.knowledge.index;

import java.util.Arrays;

/** And, or and not of rows. What is given stays as it is; what is returned may be one of those given. */
final class RowAlgebra {

    private final Scratch scratch;

    RowAlgebra(Scratch scratch) {
        this.scratch = scratch;
    }

    Rows all() {
        return scratch.newRows().all(scratch.rows());
    }

    Rows none() {
        return scratch.newRows().none();
    }

    /** Returns bits as rows; they are counted and become the scratch's own. */
    Rows ofBits(long[] bits) {
        return scratch.newRows().bits(bits, count(bits));
    }

    /** Returns bits as rows; they are counted, and stay the caller's. */
    Rows borrowed(long[] bits) {
        Rows rows = ofBits(bits);
        rows.borrowed = true;
        return rows;
    }

    Rows and(Rows a, Rows b) {
        if (a.isAll() || b.isEmpty()) {
            return b;
        }
        if (b.isAll() || a.isEmpty()) {
            return a;
        }
        if (a.form == Rows.Form.LIST) {
            return b.form == Rows.Form.LIST ? listed(a, b) : filtered(a, b);
        }
        if (b.form == Rows.Form.LIST) {
            return filtered(b, a);
        }
        long[] both = scratch.anyBits();
        long[] bitsOfA = a.bits;
        long[] bitsOfB = b.bits;
        int count = 0;
        for (int i = 0; i < both.length; i++) {
            long word = bitsOfA[i] & bitsOfB[i];
            both[i] = word;
            count += Long.bitCount(word);
        }
        return scratch.newRows().bits(both, count);
    }

    private Rows listed(Rows a, Rows b) {
        int[] both = scratch.anyList();
        int count = 0;
        int i = 0;
        int j = 0;
        while (i < a.count && j < b.count) {
            int rowOfA = a.list[i];
            int rowOfB = b.list[j];
            if (rowOfA == rowOfB) {
                both[count++] = rowOfA;
            }
            i += rowOfA <= rowOfB ? 1 : 0;
            j += rowOfB <= rowOfA ? 1 : 0;
        }
        return scratch.newRows().list(both, count);
    }

    private Rows filtered(Rows list, Rows bits) {
        int[] both = scratch.anyList();
        int count = 0;
        for (int i = 0; i < list.count; i++) {
            int row = list.list[i];
            both[count] = row;
            count += (int) (bits.bits[row >>> 6] >>> row & 1);
        }
        return scratch.newRows().list(both, count);
    }

    Rows not(Rows rows) {
        if (rows.isAll()) {
            return none();
        }
        if (rows.isEmpty()) {
            return all();
        }
        long[] others = scratch.anyBits();
        if (rows.form == Rows.Form.BITS) {
            for (int i = 0; i < others.length; i++) {
                others[i] = ~rows.bits[i];
            }
        } else {
            Arrays.fill(others, -1);
            for (int i = 0; i < rows.count; i++) {
                others[rows.list[i] >>> 6] &= ~(1L << rows.list[i]);
            }
        }
        others[others.length - 1] &= lastWord(scratch.rows());
        Rows made = scratch.newRows().bits(others, scratch.rows() - rows.count);
        if (rows.column != null) {
            made.named(rows.column, rows.ordinals);
            made.negated = !rows.negated;
        }
        return made;
    }

    /** Adds a row to bits. */
    static void add(long[] bits, int row) {
        bits[row >>> 6] |= 1L << row;
    }

    /** Adds all rows to bits. */
    static void addAll(int rows, long[] bits) {
        Arrays.fill(bits, -1);
        if (bits.length > 0) {
            bits[bits.length - 1] = lastWord(rows);
        }
    }

    /** Adds rows to bits. */
    static void add(Rows rows, long[] bits) {
        switch (rows.form) {
            case ALL -> throw new IllegalArgumentException("expected some rows, found all");
            case BITS -> add(rows.bits, bits);
            case LIST -> add(rows.list, rows.count, bits);
        }
    }

    static void add(ValueSet values, long[] bits) {
        long[] more = values.bits();
        if (more == null) {
            add(values.list(), values.count(), bits);
        } else {
            add(more, bits);
        }
    }

    private static void add(long[] more, long[] bits) {
        for (int i = 0; i < bits.length; i++) {
            bits[i] |= more[i];
        }
    }

    private static void add(int[] list, int count, long[] bits) {
        for (int i = 0; i < count; i++) {
            bits[list[i] >>> 6] |= 1L << list[i];
        }
    }

    static int count(long[] bits) {
        int count = 0;
        for (int i = 0; i < bits.length; i++) {
            count += Long.bitCount(bits[i]);
        }
        return count;
    }

    /** Returns the bits of the last word that stand for rows. */
    static long lastWord(int rows) {
        return -1L >>> -rows;
    }
}
