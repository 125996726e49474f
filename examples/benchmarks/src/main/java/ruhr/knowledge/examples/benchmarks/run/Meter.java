package ruhr.knowledge.examples.benchmarks.run;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.Callable;

/**
 * Measures what the calling thread does: its CPU time, so that other processes cost nothing but caches, and what it
 * allocates.
 */
public final class Meter {

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Where results go, so that computing them cannot be left out. */
    private Object kept = "";

    /**
     * What a batch took.
     *
     * @param nanos CPU time of one call
     * @param bytes what one call allocated on the heap
     */
    public record Cost(double nanos, double bytes) {}

    /**
     * Calls again and again.
     *
     * @param times how often
     * @param call what is measured
     * @return the mean of the calls
     * @throws Exception if the call fails
     */
    public Cost measure(int times, Callable<?> call) throws Exception {
        long thread = Thread.currentThread().getId();
        long bytes = THREADS.getThreadAllocatedBytes(thread);
        long nanos = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < times; i++) {
            kept = call.call();
        }
        long spent = THREADS.getCurrentThreadCpuTime() - nanos;
        return new Cost(spent / (double) times, (THREADS.getThreadAllocatedBytes(thread) - bytes) / (double) times);
    }

    /**
     * Finds out how often a call has to be repeated, and warms it up.
     *
     * @param nanos how long a batch should take at least
     * @param warmUp how long to warm up, in nanoseconds
     * @param call what will be measured
     * @return how many calls a batch should have
     * @throws Exception if the call fails
     */
    public int batch(double nanos, double warmUp, Callable<?> call) throws Exception {
        int times = 1;
        double spent = 0;
        while (true) {
            double each = measure(times, call).nanos();
            spent += each * times;
            if (spent >= warmUp || each * times >= warmUp) {
                return (int) Math.max(1, Math.min(10_000_000, Math.ceil(nanos / Math.max(1, each))));
            }
            if (each * times < nanos) {
                times *= 2;
            }
        }
    }

    /**
     * Returns the result of the last call.
     *
     * @return any object
     */
    public Object kept() {
        return kept;
    }

    /**
     * Returns the middle of values.
     *
     * @param values at least one value
     * @return the median
     */
    public static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /**
     * Returns the geometric mean of values.
     *
     * @param values positive values
     * @return their geometric mean, not a number if there are none
     */
    public static double geometricMean(double... values) {
        return Math.exp(Arrays.stream(values).map(Math::log).average().orElse(Double.NaN));
    }
}
