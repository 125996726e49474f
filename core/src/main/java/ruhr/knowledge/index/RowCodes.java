package ruhr.knowledge.index;

import java.util.Arrays;

/** Finds the codes that stand for the values of a row, see {@link Coding}. For one thread, while an index is built. */
final class RowCodes {

    private final Domain domain;
    private final IntRows assigned;
    private final Closures closures;

    /** The ordinals that have values below them, and for each ordinal its place among those, or -1. */
    private final int[] negatives;

    private final int[] negativePlaces;
    private int[] codes = new int[16];

    RowCodes(Domain domain, IntRows assigned) {
        this.domain = domain;
        this.assigned = assigned;
        closures = new Closures(domain, assigned);
        negativePlaces = new int[domain.size()];
        negatives = findNegatives();
    }

    private int[] findNegatives() {
        Arrays.fill(negativePlaces, -1);
        int[] found = new int[domain.size()];
        int size = 0;
        for (int ordinal = 0; domain.isTree() && ordinal < domain.size(); ordinal++) {
            int parent = domain.parent(ordinal);
            if (parent >= 0 && negativePlaces[parent] < 0) {
                negativePlaces[parent] = size;
                found[size++] = parent;
            }
        }
        return Arrays.copyOf(found, size);
    }

    /** Returns the ordinals that negative codes stand for. */
    int[] negatives() {
        return negatives;
    }

    /** Returns the codes of the row read last, as many as {@link #of} said. */
    int[] codes() {
        return codes;
    }

    int size() {
        return assigned.size();
    }

    /** Reads all values of a row, those above its own too. */
    Closures closures() {
        return closures;
    }

    /** Finds the codes of a row, positive ones as ordinals from 0 and negative ones behind them; returns how many. */
    int of(int row) {
        if (domain.isFlat()) {
            int size = assigned.end(row) - assigned.start(row);
            reserve(size);
            System.arraycopy(assigned.values(), assigned.start(row), codes, 0, size);
            return size;
        }
        if (!domain.isTree()) {
            int size = closures.of(row);
            reserve(size);
            System.arraycopy(closures.ordinals(), 0, codes, 0, size);
            return size;
        }
        return treeCodesOf(row);
    }

    private void reserve(int size) {
        if (codes.length < size) {
            codes = new int[size * 2];
        }
    }

    private int treeCodesOf(int row) {
        int size = 0;
        reserve(2 * (assigned.end(row) - assigned.start(row)));
        for (int at = assigned.start(row); at < assigned.end(row); at++) {
            int ordinal = assigned.values()[at];
            if (!standsAboveAnother(row, ordinal)) {
                int to = size++;
                for (; to > 0 && domain.place(codes[to - 1]) > domain.place(ordinal); to--) {
                    codes[to] = codes[to - 1];
                }
                codes[to] = ordinal;
            }
        }
        int positives = size;
        for (int i = 1; i < positives; i++) {
            int meeting = meeting(codes[i - 1], codes[i]);
            if (meeting >= 0) {
                codes[size++] = domain.size() + negativePlaces[meeting];
            }
        }
        return size;
    }

    private boolean standsAboveAnother(int row, int ordinal) {
        for (int at = assigned.start(row); at < assigned.end(row); at++) {
            int other = assigned.values()[at];
            if (other != ordinal) {
                for (int above : domain.closure(other)) {
                    if (above == ordinal) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private int meeting(int a, int b) {
        for (int above : domain.closure(a)) {
            for (int other : domain.closure(b)) {
                if (above == other) {
                    return above;
                }
            }
        }
        return -1;
    }
}
