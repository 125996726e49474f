package ruhr.knowledge.servlet;

import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ruhr.knowledge.KnowledgeBase;

/**
 * What lives between the start and the stop of a web application: a knowledge base, opened by the first request, and what
 * is made of it. Thread-safe.
 */
final class Plugin implements AutoCloseable {

    /** How long to wait before trying again after the data could not be opened. */
    static final int RETRY_SECONDS = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Plugin.class);

    private final Supplier<Opened> opener;
    private final Answering answering;
    private final long cacheBytes;
    private final LongSupplier nanoTime;
    private volatile @Nullable Running running;
    private boolean closed;
    private boolean failed;
    private long failedAt;

    /**
     * A knowledge base and whether it is ours to close.
     *
     * @param base the knowledge base
     * @param ours whether it was opened here
     */
    record Opened(KnowledgeBase base, boolean ours) {}

    private record Running(Opened opened, Routes routes, RenderCache cache, KnowledgeBase.Subscription subscription) {}

    Plugin(Supplier<Opened> opener, Answering answering, long cacheBytes, LongSupplier nanoTime) {
        this.opener = opener;
        this.answering = answering;
        this.cacheBytes = cacheBytes;
        this.nanoTime = nanoTime;
    }

    /** Returns the routes, or empty while the data cannot be opened. */
    Optional<Routes> routes() {
        Running current = running;
        return current != null ? Optional.of(current.routes()) : open().map(Running::routes);
    }

    /** For tests: what is remembered. */
    Optional<RenderCache> cache() {
        return Optional.ofNullable(running).map(Running::cache);
    }

    private synchronized Optional<Running> open() {
        if (running != null || closed) {
            return Optional.ofNullable(running);
        }
        if (failed && nanoTime.getAsLong() - failedAt < RETRY_SECONDS * 1_000_000_000L) {
            return Optional.empty();
        }
        try {
            Opened opened = opener.get();
            RenderCache cache = new RenderCache(null, cacheBytes);
            KnowledgeBase.Subscription subscription =
                    opened.base().onChange(snapshot -> cache.turnTo(snapshot.version()));
            opened.base().current().ifPresent(snapshot -> cache.turnTo(snapshot.version()));
            Routes routes = new Routes(opened.base(), answering, cache);
            running = new Running(opened, routes, cache, subscription);
            return Optional.of(running);
        } catch (RuntimeException failure) {
            failed = true;
            failedAt = nanoTime.getAsLong();
            LOG.error(
                    "The data cannot be opened; the next try is in {} seconds at the earliest", RETRY_SECONDS, failure);
            return Optional.empty();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        Running current = running;
        running = null;
        if (current != null) {
            current.subscription().close();
            if (current.opened().ours()) {
                current.opened().base().close();
            }
        }
    }
}
