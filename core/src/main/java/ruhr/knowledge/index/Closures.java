package ruhr.knowledge.index;

import java.util.Arrays;

/** Reads off each row its values and all that stands above them, each once. For one thread. */
final class Closures {

    private final Domain domain;
    private final IntRows assigned;
    private final int[] lastReading;
    private int reading;
    private int[] ordinals = new int[16];

    Closures(Domain domain, IntRows assigned) {
        this.domain = domain;
        this.assigned = assigned;
        lastReading = new int[domain.size()];
    }

    /** Reads a row, and returns how many values it has. */
    int of(int row) {
        reading++;
        int size = 0;
        for (int at = assigned.start(row); at < assigned.end(row); at++) {
            for (int ordinal : domain.closure(assigned.values()[at])) {
                if (lastReading[ordinal] != reading) {
                    lastReading[ordinal] = reading;
                    if (size == ordinals.length) {
                        ordinals = Arrays.copyOf(ordinals, size * 2);
                    }
                    ordinals[size++] = ordinal;
                }
            }
        }
        return size;
    }

    /** Returns the ordinals of the row read last, as many as {@link #of} said. */
    int[] ordinals() {
        return ordinals;
    }
}
