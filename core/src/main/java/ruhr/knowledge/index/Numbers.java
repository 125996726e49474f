package ruhr.knowledge.index;

import java.util.Arrays;
import ruhr.knowledge.filter.Span;

/** The numbers of a field, from the smallest to the greatest, each with its row: the rows of a span stand side by side. */
final class Numbers {

    /** Each number once. */
    private final long[] numbers;

    /** The rows of the number at a place begin at this start, and end before the next one. */
    private final int[] starts;

    private final int[] rows;

    /**
     * Sorts numbers.
     *
     * @param given numbers in any order
     * @param givenRows the row of each of them
     */
    Numbers(long[] given, int[] givenRows) {
        numbers = Arrays.stream(given).sorted().distinct().toArray();
        starts = new int[numbers.length + 1];
        for (long number : given) {
            starts[firstFrom(number) + 1]++;
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        int[] next = starts.clone();
        rows = new int[given.length];
        for (int i = 0; i < given.length; i++) {
            rows[next[firstFrom(given[i])]++] = givenRows[i];
        }
    }

    /** Adds the rows that have a number in a span. */
    void addWithin(Span span, long[] bits) {
        int end = starts[span.to() == Long.MAX_VALUE ? numbers.length : firstFrom(span.to() + 1)];
        for (int i = starts[firstFrom(span.from())]; i < end; i++) {
            bits[rows[i] >>> 6] |= 1L << rows[i];
        }
    }

    private int firstFrom(long number) {
        int place = Arrays.binarySearch(numbers, number);
        return place < 0 ? ~place : place;
    }

    /** Copies all numbers and their rows, sorted. */
    void copyTo(long[] sorted, int[] sortedRows) {
        for (int i = 0; i < numbers.length; i++) {
            Arrays.fill(sorted, starts[i], starts[i + 1], numbers[i]);
        }
        System.arraycopy(rows, 0, sortedRows, 0, rows.length);
    }

    long bytes() {
        return 8L * numbers.length + 4L * starts.length + 4L * rows.length;
    }
}
