package ruhr.knowledge;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterPreset;
import ruhr.knowledge.filter.FilterPresets;
import ruhr.knowledge.model.Entry;
import ruhr.knowledge.query.Answer;
import ruhr.knowledge.query.Deadline;
import ruhr.knowledge.query.EngineUnavailable;
import ruhr.knowledge.query.Query;
import ruhr.knowledge.query.Suggestion;
import ruhr.knowledge.snapshot.LastGood;
import ruhr.knowledge.snapshot.Snapshot;
import ruhr.knowledge.source.ClassPathSource;
import ruhr.knowledge.source.Source;
import ruhr.knowledge.source.SourceException;
import ruhr.knowledge.value.Finding;
import ruhr.knowledge.value.Version;

/**
 * The front door to the Ruhr's knowledge transfer: opens sources, keeps what they hold in memory, answers questions, and
 * reads anew when told to, or by itself.
 *
 * <pre>{@code
 * KnowledgeBase ruhr = KnowledgeBase.ruhr();
 * Answer<Entry> answer = ruhr.ask("kind=service&topic=start-ups&city=bochum");
 * }</pre>
 *
 * <p>Thread-safe. Questions never wait for a source: while one is read, or is silent, they are answered from the snapshot of
 * before. Whoever asks several questions that have to fit together takes a {@link #snapshot()} once and asks that.
 *
 * <p>One that was opened by {@code open} or {@code ruhr} starts no thread: {@link #refresh()} reads on the thread that calls it.
 * One from a {@link #builder()} can read by itself, start while its sources are away, and keep what was last good on disk.
 */
public final class KnowledgeBase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KnowledgeBase.class);

    private final Refresher refresher;
    private final Optional<LastGood> lastGood;
    private final Optional<Timetable> timetable;
    private final List<Consumer<Snapshot>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean isAskedFor = new AtomicBoolean();
    private volatile boolean closed;

    KnowledgeBase(List<Source> sources, Refresher.Settings settings, Optional<Timetable> timetable) {
        refresher = new Refresher(sources, settings, this::changed);
        lastGood = settings.lastGood();
        this.timetable = timetable;
    }

    /**
     * Opens the data set that ships with this library: the Ruhr's universities, institutes, innovation centres,
     * municipalities, topics, figures and focus pages.
     *
     * @return a knowledge base of its own, read anew at each call; keep it
     */
    public static KnowledgeBase ruhr() {
        return open(embedded());
    }

    /**
     * Returns the source of the data set that ships with this library, to be opened together with others.
     *
     * <pre>{@code
     * KnowledgeBase ours = KnowledgeBase.open(KnowledgeBase.embedded(), FileSource.of(Path.of("our-people.json")));
     * }</pre>
     *
     * @return the embedded document
     */
    public static Source embedded() {
        return ClassPathSource.of(KnowledgeBase.class, "data/ruhr.json");
    }

    /**
     * Opens sources and reads them.
     *
     * @param sources at least one; where two have a record of the same id, the first one holds
     * @return a knowledge base with a snapshot
     * @throws SourceException if a source cannot be read; the message says which, where and why
     * @throws IllegalArgumentException if there is no source
     */
    public static KnowledgeBase open(Source... sources) {
        return open(Clock.systemDefaultZone(), sources);
    }

    /**
     * Opens sources and reads them, by another clock.
     *
     * @param clock says when a snapshot is taken and which review dates are over
     * @param sources at least one; where two have a record of the same id, the first one holds
     * @return a knowledge base with a snapshot
     * @throws SourceException if a source cannot be read; the message says which, where and why
     * @throws IllegalArgumentException if there is no source
     */
    public static KnowledgeBase open(Clock clock, Source... sources) {
        KnowledgeBase base =
                builder().clock(clock).validators(List.of()).sources(sources).make(Optional.empty());
        try {
            base.refresh();
            return base;
        } catch (RuntimeException refused) {
            base.close();
            throw refused;
        }
    }

    /**
     * Begins a knowledge base that runs by itself.
     *
     * <pre>{@code
     * KnowledgeBase base = KnowledgeBase.builder()
     *         .sources(KnowledgeBase.embedded(), HttpSource.of(URI.create("https://example.org/knowledge.json")))
     *         .refreshEvery(Duration.ofMinutes(5))
     *         .lastGood(Path.of("/var/lib/portal/knowledge"))
     *         .open();
     * }</pre>
     *
     * @return a builder without sources
     */
    public static KnowledgeBaseBuilder builder() {
        return new KnowledgeBaseBuilder();
    }

    /** Reads for the first time, and then whenever a source is due. */
    KnowledgeBase start(boolean waiting) {
        refresher.start(waiting);
        plan();
        return this;
    }

    private void plan() {
        if (!closed) {
            timetable.ifPresent(it -> refresher.pause().ifPresent(pause -> it.run(pause, this::refreshDue)));
        }
    }

    private void refreshDue() {
        work(refresher::refreshDue);
        plan();
    }

    private void work(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            if (!closed) {
                LOG.error(
                        "Reading the sources has failed in a way that nobody thought of; the next try comes", failure);
            }
        }
    }

    /**
     * Returns what is known now.
     *
     * @return the current snapshot; always the same one until reading finds a change
     * @throws EngineUnavailable if there is none yet, see {@link Freshness.State#EMPTY}
     * @throws IllegalStateException if this is closed
     */
    public Snapshot snapshot() {
        return current()
                .orElseThrow(() -> closed
                        ? closed()
                        : new EngineUnavailable(
                                "Knowledge base: expected content, found none yet: no source has answered, and nothing was kept of one."
                                        + " They are asked again.",
                                null));
    }

    /**
     * Returns what is known now, if anything is.
     *
     * @return the current snapshot; empty while no source has answered and nothing was kept of one, and after closing
     */
    public Optional<Snapshot> current() {
        return refresher.current();
    }

    private static IllegalStateException closed() {
        return new IllegalStateException("This knowledge base is closed.");
    }

    /**
     * Answers a question in the grammar of URLs. All facets are left uncounted unless the question names them.
     *
     * @param queryString for example {@code topic=hydrogen,energy&city=bochum&facets=type}
     * @return the answer of the current snapshot
     * @throws ruhr.knowledge.query.InvalidQuery if the question names a field or value that does not exist, or is
     *     malformed; the message names what is allowed
     */
    public Answer<Entry> ask(String queryString) {
        return snapshot().ask(queryString, Deadline.none());
    }

    /**
     * Answers a question.
     *
     * @param query the question; it says all that it means, no default is added
     * @return the answer of the current snapshot
     * @throws IllegalArgumentException if it names a field that entries do not have
     */
    public Answer<Entry> ask(Query query) {
        return snapshot().searcher().ask(query, Deadline.none());
    }

    /**
     * Returns the entry of an id.
     *
     * @param id any text
     * @return the entry in the current snapshot, or empty if there is none
     */
    public Optional<Entry> find(String id) {
        return snapshot().searcher().find(id, Deadline.none());
    }

    /**
     * Returns the presets of the data: published filters, to be offered on other pages, too.
     *
     * @return the presets of the current snapshot, in the order of the documents
     */
    public FilterPresets presets() {
        return snapshot().frame().presets();
    }

    /**
     * Returns what a preset wants, together with all that it builds on. It is a filter, so it can be asked, and joined with
     * others; on records of another kind, conditions on fields that these do not have find nothing.
     *
     * <pre>{@code
     * Answer<CityEvent> mine = events.ask(Query.where(ruhr.preset("knowledge-transfer")));
     * }</pre>
     *
     * @param id the id of a preset
     * @return the preset as a filter; label and description are in {@link #presets()}
     * @throws IllegalArgumentException if there is no such preset; the message names those that there are
     */
    public Filter.Preset preset(String id) {
        FilterPresets presets = presets();
        Filter filter = presets.filter(id).orElseThrow(() -> unknownPreset(id, presets));
        return new Filter.Preset(id, filter);
    }

    private static IllegalArgumentException unknownPreset(String id, FilterPresets presets) {
        String known = presets.all().stream().map(FilterPreset::id).collect(Collectors.joining(", "));
        return new IllegalArgumentException("preset: expected one of " + known + ", found " + Finding.quote(id) + ".");
    }

    /**
     * Returns what somebody who is typing into a search box may mean: values to filter by, and entries.
     *
     * @param typed what was typed so far
     * @param limit how many at most, 1 to {@link Suggestion#MOST}
     * @return suggestions, the best {@link ruhr.knowledge.query.Tier} first; empty if nothing matches
     * @throws IllegalArgumentException if the limit is out of range
     */
    public List<Suggestion> suggest(String typed, int limit) {
        return snapshot().searcher().suggest(typed, limit, Deadline.none());
    }

    /**
     * Reads the sources anew on this thread. If anything has changed, the new snapshot takes the place of the old one in
     * one step; the old one's caches go with it. A second call waits for the first.
     *
     * @return true if there is a new snapshot
     * @throws SourceException if a source cannot be read. What the others have that is new is shown all the same if the silent
     *     one was kept on disk; else the snapshot before stays in use. {@link #tryRefresh()} tells the two apart
     */
    public boolean refresh() {
        Optional<Snapshot> before = current();
        RefreshReport report = tryRefresh();
        for (RefreshReport.SourceReport failed : report.failures()) {
            String now = before.map(it -> "The snapshot of " + it.takenAt() + " stays in use.")
                    .orElse("There is no earlier snapshot.");
            throw new SourceException(
                    failed.message().orElse("") + " " + now, failed.failure().orElse(null));
        }
        return report.outcome() == RefreshReport.Outcome.CHANGED;
    }

    /**
     * Reads the sources anew on this thread, as {@link #refresh()} does, and says what came of it. A source that fails, a
     * snapshot that is held back: nothing of that is an exception here.
     *
     * @return what came of it
     * @throws IllegalStateException if this is closed
     */
    public RefreshReport tryRefresh() {
        return refresher.refreshAll();
    }

    /**
     * Asks for reading the sources anew soon, on another thread. However often it is called: one reading runs, and one more
     * follows it at most.
     *
     * @throws IllegalStateException if this was opened without a {@link #builder()} and has no thread
     */
    public void refreshSoon() {
        Timetable work = timetable.orElseThrow(
                () -> new IllegalStateException(
                        "refreshSoon: expected a knowledge base from KnowledgeBase.builder(), found one without a thread of its own"));
        if (isAskedFor.compareAndSet(false, true)) {
            work.run(Duration.ZERO, () -> {
                isAskedFor.set(false);
                work(refresher::refreshAll);
            });
        }
    }

    /**
     * Returns what is not shown because a validator objects to it.
     *
     * @return the snapshot that was last held back; empty if all that is known is shown
     */
    public Optional<HeldBack> heldBack() {
        return refresher.heldBack();
    }

    /**
     * Accepts a version that was held back: the next reading shows it, if the sources still say the same.
     *
     * @param version what {@link #heldBack()} names
     */
    public void accept(Version version) {
        refresher.accept(version);
    }

    /**
     * Returns how far what is shown can be relied on. Waits for nobody.
     *
     * @return state, age, and the sources that are silent
     */
    public Freshness freshness() {
        return refresher.freshness();
    }

    /**
     * Returns what went wrong with the folder of what was last good.
     *
     * @return a sentence for the person who runs this; empty if all is well, or there is no such folder
     */
    public Optional<String> lastGoodProblem() {
        return lastGood.flatMap(LastGood::problem);
    }

    /**
     * Returns numbers for a monitoring system. Waits for nobody.
     *
     * @return the numbers of now
     */
    public KnowledgeStats stats() {
        return refresher.stats();
    }

    private void changed(Snapshot next) {
        for (Consumer<Snapshot> listener : listeners) {
            try {
                listener.accept(next);
            } catch (RuntimeException thrown) {
                LOG.warn("A listener has thrown; the new snapshot is shown all the same", thrown);
            }
        }
    }

    /**
     * Tells a listener of every new snapshot, so that it can drop what it made of the old one. It is called on the thread
     * that reads, after the new snapshot is in use; what it throws is logged and goes no further.
     *
     * @param listener takes the new snapshot
     * @return closes the subscription
     */
    public Subscription onChange(Consumer<Snapshot> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Lets go of the snapshot, of all listeners, and of threads and connections if there are any: what is being read is given
     * up, which takes two seconds at most. Nothing else has to be closed, and nothing can be asked after. A second call does
     * nothing.
     */
    @Override
    public void close() {
        closed = true;
        refresher.close();
        timetable.ifPresent(Timetable::close);
        refresher.release();
        listeners.clear();
    }

    /** A listener's subscription. */
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {

        /** Ends the subscription; a second call does nothing. */
        @Override
        void close();
    }
}
