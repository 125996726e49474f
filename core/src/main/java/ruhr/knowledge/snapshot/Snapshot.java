package ruhr.knowledge.snapshot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ruhr.knowledge.cache.CachedSearcher;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.model.Entry;
import ruhr.knowledge.model.EntryKind;
import ruhr.knowledge.query.Answer;
import ruhr.knowledge.query.Deadline;
import ruhr.knowledge.query.Searcher;
import ruhr.knowledge.value.Finding;
import ruhr.knowledge.value.Version;

/**
 * Everything that is known at one moment. Immutable and thread-safe: whoever takes a snapshot once and asks only it gets
 * answers that fit together, however often the data is read anew meanwhile.
 *
 * <p>It has two parts: the {@link Frame}, which is small, and a {@link Searcher} for the entries, which may be many.
 */
public final class Snapshot {

    private final Instant takenAt;
    private final Frame frame;
    private final FilterSchema<Entry> schema;
    private final CachedSearcher<Entry> searcher;
    private final List<Finding> findings;
    private final Intake intake;
    private final Map<EntryKind, Integer> kinds;
    private final Map<String, Origin> origins;
    private final Optional<LocalDate> validUntil;

    Snapshot(
            Instant takenAt,
            Frame frame,
            FilterSchema<Entry> schema,
            CachedSearcher<Entry> searcher,
            List<Finding> findings,
            Intake intake,
            Map<EntryKind, Integer> kinds,
            Map<String, Origin> origins,
            Optional<LocalDate> validUntil) {
        this.takenAt = takenAt;
        this.frame = frame;
        this.schema = schema;
        this.searcher = searcher;
        this.findings = List.copyOf(findings);
        this.intake = intake;
        this.kinds = kinds;
        this.origins = origins;
        this.validUntil = validUntil;
    }

    /**
     * Returns the fingerprint of the content.
     *
     * @return the version of {@link #searcher()}
     */
    public Version version() {
        return searcher.version();
    }

    /**
     * Returns when the documents were read.
     *
     * @return the moment of assembly
     */
    public Instant takenAt() {
        return takenAt;
    }

    /**
     * Returns what stands around the entries.
     *
     * @return the frame
     */
    public Frame frame() {
        return frame;
    }

    /**
     * Returns the fields by which entries can be filtered: {@code kind}, {@code topic}, {@code type}, {@code city},
     * {@code status} (by default {@code active}) and {@code established}; further by place, by words and by preset.
     *
     * @return the schema of {@link #searcher()}
     */
    public FilterSchema<Entry> schema() {
        return schema;
    }

    /**
     * Returns what answers queries on the entries.
     *
     * @return a searcher pinned to this version, with a cache of its own that goes when the snapshot goes
     */
    public Searcher<Entry> searcher() {
        return searcher;
    }

    /**
     * Answers a question in the grammar of URLs, see {@link CachedSearcher#ask(String, Deadline)}.
     *
     * @param queryString for example {@code topic=hydrogen,energy&city=bochum&facets=type}
     * @param deadline until when an answer is of use
     * @return the answer of this version
     * @throws ruhr.knowledge.query.InvalidQuery if there is a problem in the string; the message has a sentence for each
     */
    public Answer<Entry> ask(String queryString, Deadline deadline) {
        return searcher.ask(queryString, deadline);
    }

    /**
     * Returns what is wrong in the data, in the order of the documents.
     *
     * @return findings; empty if all is well
     */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * Returns how much came in.
     *
     * @return numbers of records, whether they are shown or not
     */
    public Intake intake() {
        return intake;
    }

    /**
     * Returns how many entries there are.
     *
     * @return entries of all kinds and any status
     */
    public int entries() {
        return origins.size();
    }

    /**
     * Returns how many entries there are of a kind.
     *
     * @param kind a kind
     * @return entries of any status
     */
    public int entries(EntryKind kind) {
        return kinds.getOrDefault(kind, 0);
    }

    /**
     * Returns where an entry was read.
     *
     * @param id the id of an entry
     * @return the first source that has it, which is the one that holds; empty if there is no such entry
     */
    public Optional<Origin> origin(String id) {
        return Optional.ofNullable(origins.get(id));
    }

    /** Returns the ids of all entries, in the order of the documents. */
    Stream<String> ids() {
        return origins.keySet().stream();
    }

    /**
     * Returns the cache of this snapshot's answers, for its numbers.
     *
     * @return what {@link #searcher()} returns, by its type
     */
    public CachedSearcher<Entry> cache() {
        return searcher;
    }

    /**
     * Returns the last day on which this snapshot may be shown unchanged: behind it, the review date of a contact person
     * has passed.
     *
     * @return the earliest review date that is not over; empty if there is none
     */
    public Optional<LocalDate> validUntil() {
        return validUntil;
    }
}
