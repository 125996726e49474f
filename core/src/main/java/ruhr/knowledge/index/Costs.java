package ruhr.knowledge.index;

/**
 * What the steps of counting take, in nanoseconds on some machine. Only their ratios matter, and those hardly: where two ways
 * cost about the same, either will do.
 *
 * @param word to intersect and count one word of two sets of bits
 * @param listed to look up one row of a list in a set of bits
 * @param row to find the next row of a set and to read its packed word
 * @param slot to count one slot of a packed word
 * @param combination to look at one counter of a unit
 */
record Costs(double word, double listed, double row, double slot, double combination) {

    /** Measured on JDK 17 and 110,000 rows, see {@code core/docs/performance.md}. */
    static final Costs MEASURED = new Costs(0.36, 0.5, 1.6, 0.4, 0.7);
}
