package ruhr.knowledge;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterPreset;
import ruhr.knowledge.filter.FilterPresets;
import ruhr.knowledge.model.Entry;
import ruhr.knowledge.query.Answer;
import ruhr.knowledge.query.Deadline;
import ruhr.knowledge.query.Query;
import ruhr.knowledge.query.Suggestion;
import ruhr.knowledge.snapshot.Assembly;
import ruhr.knowledge.snapshot.Snapshot;
import ruhr.knowledge.source.ClassPathSource;
import ruhr.knowledge.source.Reading;
import ruhr.knowledge.source.Since;
import ruhr.knowledge.source.Source;
import ruhr.knowledge.source.SourceException;
import ruhr.knowledge.value.Finding;

/**
 * The front door to the Ruhr's knowledge transfer: opens sources, keeps what they hold in memory, answers questions, and
 * reads anew when told to.
 *
 * <pre>{@code
 * KnowledgeBase ruhr = KnowledgeBase.ruhr();
 * Answer<Entry> answer = ruhr.ask("kind=service&topic=start-ups&city=bochum");
 * }</pre>
 *
 * <p>Thread-safe. It starts no thread: {@link #refresh()} reads on the thread that calls it, and questions asked
 * meanwhile are answered from the snapshot before. Whoever asks several questions that have to fit together takes a
 * {@link #snapshot()} once and asks that.
 */
public final class KnowledgeBase implements AutoCloseable {

    /** How many entries and counts the answers in the cache of one snapshot may hold together. */
    private static final long CACHE_WEIGHT = 200_000;

    private static final Logger LOG = LoggerFactory.getLogger(KnowledgeBase.class);

    private final List<Source> sources;
    private final Clock clock;
    private final List<Consumer<Snapshot>> listeners = new CopyOnWriteArrayList<>();
    private final Object reading = new Object();
    private List<Reading> last = List.of();
    private boolean closed;
    private volatile @Nullable Snapshot current;

    private KnowledgeBase(List<Source> sources, Clock clock) {
        this.sources = List.copyOf(sources);
        this.clock = clock;
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
        if (sources.length == 0) {
            throw new IllegalArgumentException("sources: expected at least one, found none");
        }
        KnowledgeBase base = new KnowledgeBase(List.of(sources), clock);
        base.refresh();
        return base;
    }

    /**
     * Returns what is known now.
     *
     * @return the current snapshot; always the same one until {@link #refresh()} finds a change
     */
    public Snapshot snapshot() {
        Snapshot snapshot = current;
        if (snapshot == null) {
            throw closed();
        }
        return snapshot;
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
     * @throws SourceException if a source cannot be read; the snapshot before stays in use
     */
    public boolean refresh() {
        synchronized (reading) {
            if (closed) {
                throw closed();
            }
            Snapshot before = current;
            Assembly assembly = new Assembly(clock, CACHE_WEIGHT);
            List<Reading> readings = readChanged(assembly, before);
            if (readings.stream().allMatch(Reading::unchanged)) {
                return false;
            }
            readUnchanged(assembly, readings);
            last = readings;
            Snapshot next = assembly.snapshot();
            if (before != null && before.version().equals(next.version())) {
                // Written differently, says the same: caches and ETags stay good.
                return false;
            }
            current = next;
            log(next);
            listeners.forEach(listener -> listener.accept(next));
            return true;
        }
    }

    private List<Reading> readChanged(Assembly assembly, @Nullable Snapshot before) {
        boolean anew = before == null || isOver(before.validUntil());
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            readings.add(read(assembly, i, anew ? Since.never() : Since.of(last.get(i))));
        }
        return readings;
    }

    private void readUnchanged(Assembly assembly, List<Reading> readings) {
        for (int i = 0; i < sources.size(); i++) {
            if (readings.get(i).unchanged()) {
                readings.set(i, read(assembly, i, Since.never()));
            }
        }
    }

    private Reading read(Assembly assembly, int position, Since since) {
        Source source = sources.get(position);
        try {
            return assembly.read(position, source, since);
        } catch (IOException unreadable) {
            Snapshot before = current;
            String now = before == null
                    ? "There is no earlier snapshot."
                    : "The snapshot of " + before.takenAt() + " stays in use.";
            throw new SourceException(
                    "Source '" + source.name() + "': " + unreadable.getMessage() + " " + now, unreadable);
        }
    }

    private boolean isOver(Optional<LocalDate> lastDay) {
        return lastDay.isPresent() && LocalDate.now(clock).isAfter(lastDay.get());
    }

    private static void log(Snapshot snapshot) {
        LOG.info(
                "Took snapshot {} with {} findings",
                snapshot.version(),
                snapshot.findings().size());
        for (Finding finding : snapshot.findings()) {
            LOG.warn("{}", finding);
        }
    }

    /**
     * Tells a listener of every new snapshot, so that it can drop what it made of the old one. It is called on the thread
     * that reads, after the new snapshot is in use, and must not throw.
     *
     * @param listener takes the new snapshot
     * @return closes the subscription
     */
    public Subscription onChange(Consumer<Snapshot> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Lets go of the snapshot and of all listeners. Nothing else has to be closed, and nothing can be asked after. */
    @Override
    public void close() {
        synchronized (reading) {
            closed = true;
            current = null;
            listeners.clear();
        }
    }

    /** A listener's subscription. */
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {

        /** Ends the subscription; a second call does nothing. */
        @Override
        void close();
    }
}
