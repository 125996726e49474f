package ruhr.knowledge.examples.benchmarks.run;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.Callable;
import ruhr.knowledge.examples.benchmarks.engine.Engine;

/**
 * An engine, and what it took to fill it.
 *
 * @param engine the engine
 * @param cpuNanos CPU time of the thread that built it
 * @param wordNanos the part of it that went into words: the engine tells how long they took by the clock on the wall, and
 *     the same part of the CPU time is taken for them; 0 where the engine does not tell
 * @param processNanos CPU time of the whole process meanwhile: other threads, garbage collection, compilation
 * @param heapBytes by how much the heap has grown
 * @param bytes what the engine itself knows about its memory
 */
public record Built(
        Engine engine, long cpuNanos, long wordNanos, long processNanos, long heapBytes, Map<String, Long> bytes) {

    /**
     * Builds an engine.
     *
     * @param build gives the engine
     * @return the engine and its cost
     * @throws Exception if it cannot be built
     */
    public static Built of(Callable<? extends Engine> build) throws Exception {
        long heap = usedHeap();
        long before = process();
        long wall = System.nanoTime();
        long thread = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Engine engine = build.call();
        long threadNanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - thread;
        wall = System.nanoTime() - wall;
        long processNanos = process() - before;
        return new Built(engine, threadNanos, part(threadNanos, engine.wordNanos(), wall), processNanos, usedHeap() - heap, engine.bytes());
    }

    /** Other processes take the processor away now and then: the wall says how much of a time was what, not how long it was. */
    static long part(long cpuNanos, long wordNanos, long wallNanos) {
        return wallNanos <= 0 ? 0 : Math.round(cpuNanos * Math.min(1, wordNanos / (double) wallNanos));
    }

    private static long process() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** Collects until nothing more goes: soft references and what finalisers held go only with the second round. */
    private static long usedHeap() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 2; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
