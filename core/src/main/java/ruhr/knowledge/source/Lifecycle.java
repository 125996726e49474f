package ruhr.knowledge.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns threads: nothing else in this library makes one. All are daemons, know no context but that of this library, end by
 * themselves when nothing has waited for them for a second, and are ended by {@link #close()}.
 *
 * <p>Thread-safe.
 */
public final class Lifecycle implements AutoCloseable {

    /** How long closing waits for what is running. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

    private final ThreadFactory factory;
    private final List<ThreadPoolExecutor> pools = new ArrayList<>();

    /** Those that have not ended: an executor counts itself as terminated an instant before its last thread has. */
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    /**
     * Begins without any thread.
     *
     * @param name how its threads are called
     */
    public Lifecycle(String name) {
        AtomicInteger number = new AtomicInteger();
        factory = work -> {
            Thread thread = new Thread(null, work, name + "-" + number.incrementAndGet(), 0, false);
            thread.setDaemon(true);
            thread.setContextClassLoader(Lifecycle.class.getClassLoader());
            threads.removeIf(it -> it.getState() == Thread.State.TERMINATED);
            threads.add(thread);
            return thread;
        };
    }

    /**
     * Returns an executor that runs each task on a thread of its own, at once.
     *
     * @return an executor that refuses tasks once this is closed
     */
    public Executor executor() {
        return add(
                new ThreadPoolExecutor(0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), factory));
    }

    /**
     * Returns an executor that runs tasks one after the other, each when its time has come.
     *
     * @return an executor that refuses tasks once this is closed
     */
    public ScheduledThreadPoolExecutor clockwork() {
        ScheduledThreadPoolExecutor clockwork = new ScheduledThreadPoolExecutor(1, factory);
        clockwork.setRemoveOnCancelPolicy(true);
        clockwork.setKeepAliveTime(1, TimeUnit.SECONDS);
        clockwork.allowCoreThreadTimeOut(true);
        return add(clockwork);
    }

    private synchronized <P extends ThreadPoolExecutor> P add(P pool) {
        pools.add(pool);
        return pool;
    }

    /**
     * Interrupts whatever runs, forgets whatever waits, and gives it two seconds to end. A second call does nothing.
     */
    @Override
    public synchronized void close() {
        pools.forEach(ThreadPoolExecutor::shutdownNow);
        long until = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (ThreadPoolExecutor pool : pools) {
                pool.awaitTermination(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
            for (Thread thread : threads) {
                if (thread != Thread.currentThread()) {
                    thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
                }
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return;
        }
        threads.removeIf(it -> !it.isAlive());
        if (!threads.isEmpty()) {
            LOG.warn("{} of this library are still busy two seconds after they were told to end", threads);
        }
        pools.clear();
    }
}
