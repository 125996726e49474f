package ruhr.knowledge.index;

/**
 * Sets of rows as bits, 64 rows in a word. A set that was handed out is never changed: every operation gives a new one,
 * or one of those it was given. The full set is one object, so "everything" is recognised without looking at a bit.
 */
final class RowSets {

    private final long[] all;
    private final long[] none;

    RowSets(int rows) {
        all = new long[(rows + 63) / 64];
        none = new long[all.length];
        for (int row = 0; row < rows; row++) {
            add(all, row);
        }
    }

    long[] all() {
        return all;
    }

    long[] none() {
        return none;
    }

    long[] empty() {
        return new long[all.length];
    }

    static void add(long[] set, int row) {
        set[row >> 6] |= 1L << row;
    }

    long[] both(long[] a, long[] b) {
        if (a == all || b == all) {
            return a == all ? b : a;
        }
        long[] both = empty();
        for (int i = 0; i < both.length; i++) {
            both[i] = a[i] & b[i];
        }
        return both;
    }

    long[] either(long[] a, long[] b) {
        if (a == none || b == none) {
            return a == none ? b : a;
        }
        long[] either = empty();
        for (int i = 0; i < either.length; i++) {
            either[i] = a[i] | b[i];
        }
        return either;
    }

    long[] except(long[] a) {
        if (a == none) {
            return all;
        }
        long[] except = empty();
        for (int i = 0; i < except.length; i++) {
            except[i] = all[i] & ~a[i];
        }
        return except;
    }

    static int count(long[] a) {
        int count = 0;
        for (int i = 0; i < a.length; i++) {
            count += Long.bitCount(a[i]);
        }
        return count;
    }

    static int countBoth(long[] a, long[] b) {
        int count = 0;
        for (int i = 0; i < a.length; i++) {
            count += Long.bitCount(a[i] & b[i]);
        }
        return count;
    }
}
