package ruhr.knowledge.examples.benchmarks.run;

import java.util.Random;
import java.util.concurrent.Callable;
import ruhr.knowledge.examples.benchmarks.data.Catalogue;

/**
 * What the machine can do at best: how fast it reads memory, and how long it takes to count all values of a catalogue among
 * half of the records by the plainest loop, one AND and one bit count for each word of one bit set for each value.
 *
 * @param gigabytesPerSecond how fast one thread reads an array that no cache can hold
 * @param countNanos CPU time of counting all values once
 * @param countBytes how many bytes are read for that, the bit sets of the values
 */
public record Bound(double gigabytesPerSecond, double countNanos, long countBytes) {

    private static final int WORDS = 32 << 20;
    private static final long MOST_BYTES = 1L << 30;

    /**
     * Measures.
     *
     * @param catalogue the records
     * @return the bound
     * @throws Exception never
     */
    public static Bound of(Catalogue catalogue) throws Exception {
        return new Bound(readSpeed(), countNanos(catalogue), bytes(catalogue));
    }

    private static long bytes(Catalogue catalogue) {
        return 8L * catalogue.values() * words(catalogue);
    }

    private static int words(Catalogue catalogue) {
        return (catalogue.items().size() + 63) / 64;
    }

    private static double readSpeed() throws Exception {
        long[] memory = new long[WORDS];
        double nanos = median(7, () -> sum(memory));
        return 8.0 * WORDS / nanos;
    }

    private static long sum(long[] memory) {
        long sum = 0;
        for (int i = 0; i < memory.length; i++) {
            sum += memory[i];
        }
        return sum;
    }

    private static double countNanos(Catalogue catalogue) throws Exception {
        if (bytes(catalogue) > MOST_BYTES) {
            return Double.NaN;
        }
        long[][] values = new long[catalogue.values()][words(catalogue)];
        catalogue.items().forEach(item -> {
            int row = catalogue.rank(item);
            for (int value : catalogue.closure(item)) {
                values[value][row >> 6] |= 1L << row;
            }
        });
        long[] half = new Random(1).longs(words(catalogue)).toArray();
        int[] counts = new int[values.length];
        return median(15, () -> count(values, half, counts));
    }

    private static int[] count(long[][] values, long[] among, int[] counts) {
        for (int value = 0; value < values.length; value++) {
            counts[value] = shared(values[value], among);
        }
        return counts;
    }

    /** Not unrolled by hand: that would keep the compiler from using vectors. */
    private static int shared(long[] one, long[] other) {
        int count = 0;
        for (int i = 0; i < one.length; i++) {
            count += Long.bitCount(one[i] & other[i]);
        }
        return count;
    }

    private static double median(int rounds, Callable<?> call) throws Exception {
        Meter meter = new Meter();
        int times = meter.batch(5e6, 400e6, call);
        double[] nanos = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            nanos[round] = meter.measure(times, call).nanos();
        }
        return Meter.median(nanos);
    }
}
