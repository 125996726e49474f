package ruhr.knowledge;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.snapshot.LastGood;
import ruhr.knowledge.snapshot.Validator;
import ruhr.knowledge.source.Source;

/**
 * Builds a {@link KnowledgeBase} that runs by itself. For one thread.
 *
 * <p>What is opened here never fails for a reason that lies elsewhere: a source that is silent is replaced by what was last kept
 * of it, or left out, and asked again after one second, two, four and so on.
 */
public final class KnowledgeBaseBuilder {

    /** How many entries and counts the answers in the cache of one snapshot may hold together. */
    private static final long CACHE_WEIGHT = 200_000;

    private final List<Source> sources = new ArrayList<>();
    private final List<RefreshListener> listeners = new ArrayList<>();
    private List<Validator> validators = Validator.usual();
    private @Nullable LastGood lastGood;
    private @Nullable Duration interval;
    private Clock clock = Clock.systemDefaultZone();
    private LongSupplier ticker = System::nanoTime;
    private DoubleSupplier random = Math::random;
    private long cacheWeight = CACHE_WEIGHT;
    private boolean waiting = true;

    KnowledgeBaseBuilder() {}

    /**
     * Adds sources.
     *
     * @param more where two have a record of the same id, the first one holds
     * @return this builder
     */
    public KnowledgeBaseBuilder sources(Source... more) {
        sources.addAll(List.of(more));
        return this;
    }

    /**
     * Reads the sources again and again. A source that is silent is asked earlier, see {@link KnowledgeBaseBuilder}; one that
     * says when to come back ({@code Retry-After}) is asked then, but after an hour at the latest.
     *
     * @param pause how long after an answer a source is asked again, a tenth less or more by chance; at least a second
     * @return this builder
     * @throws IllegalArgumentException if it is less than a second
     */
    public KnowledgeBaseBuilder refreshEvery(Duration pause) {
        if (pause.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("refreshEvery: expected at least a second, found " + pause);
        }
        interval = pause;
        return this;
    }

    /**
     * Keeps what was last good in a folder, so that it can be shown after a restart while a source is away, see
     * {@link LastGood}. Without this call nothing is written to the disk.
     *
     * @param folder a folder for this alone; made when it is needed
     * @return this builder
     */
    public KnowledgeBaseBuilder lastGood(Path folder) {
        return lastGood(LastGood.in(folder));
    }

    /**
     * Keeps what was last good in a store.
     *
     * @param store for this alone
     * @return this builder
     */
    public KnowledgeBaseBuilder lastGood(LastGood store) {
        lastGood = store;
        return this;
    }

    /**
     * Says who looks at a snapshot before it is shown, in place of {@link Validator#usual()}. The first snapshot after the start
     * is shown in any case.
     *
     * @param all those who look; none if everything is to be shown
     * @return this builder
     */
    public KnowledgeBaseBuilder validators(List<Validator> all) {
        validators = List.copyOf(all);
        return this;
    }

    /**
     * Adds somebody who is told how reading goes on.
     *
     * @param listener is told from the first reading on
     * @return this builder
     */
    public KnowledgeBaseBuilder listener(RefreshListener listener) {
        listeners.add(listener);
        return this;
    }

    /**
     * Does not wait for a source behind a network when opening, even if nothing was kept of it: it is read on another thread, and
     * what it brings is shown when it is there.
     *
     * @return this builder
     */
    public KnowledgeBaseBuilder withoutWaiting() {
        waiting = false;
        return this;
    }

    /**
     * Says what time it is.
     *
     * @param other says when a snapshot is taken and which review dates are over; pauses do not depend on it
     * @return this builder
     */
    public KnowledgeBaseBuilder clock(Clock other) {
        clock = other;
        return this;
    }

    /**
     * Bounds the memory of answers.
     *
     * @param most how many entries, counts and values the cache of one snapshot may hold together; 200,000 if not said
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public KnowledgeBaseBuilder cacheWeight(long most) {
        if (most < 0) {
            throw new IllegalArgumentException("cacheWeight: expected zero or more, found " + most);
        }
        cacheWeight = most;
        return this;
    }

    /** For tests: pauses and ages are by this ticker, and by this chance. */
    KnowledgeBaseBuilder ticker(LongSupplier nanos, DoubleSupplier chance) {
        ticker = nanos;
        random = chance;
        return this;
    }

    /**
     * Opens the sources. Those that are files are read now; one behind a network is read now if nothing was kept of it, and soon
     * otherwise.
     *
     * @return a knowledge base with what could be had; {@link KnowledgeBase#freshness()} says whether that is all. Close it
     * @throws IllegalArgumentException if there is no source
     */
    public KnowledgeBase open() {
        return open(Timetable.onOneThread());
    }

    KnowledgeBase open(Timetable timetable) {
        return make(Optional.of(timetable)).start(waiting);
    }

    KnowledgeBase make(Optional<Timetable> timetable) {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("sources: expected at least one, found none");
        }
        return new KnowledgeBase(
                sources,
                new Refresher.Settings(
                        clock,
                        ticker,
                        new Backoff(Optional.ofNullable(interval), random),
                        Optional.ofNullable(lastGood),
                        validators,
                        List.copyOf(listeners),
                        cacheWeight),
                timetable);
    }
}
