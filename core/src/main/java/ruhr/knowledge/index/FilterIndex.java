package ruhr.knowledge.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Problem;
import ruhr.knowledge.filter.Term;
import ruhr.knowledge.query.Answer;
import ruhr.knowledge.query.Cursor;
import ruhr.knowledge.query.CursorExpired;
import ruhr.knowledge.query.Deadline;
import ruhr.knowledge.query.InvalidQuery;
import ruhr.knowledge.query.Matching;
import ruhr.knowledge.query.Query;
import ruhr.knowledge.query.QueryString;
import ruhr.knowledge.query.Searcher;
import ruhr.knowledge.query.Suggestion;
import ruhr.knowledge.query.Tier;
import ruhr.knowledge.value.Finding;
import ruhr.knowledge.value.LocalizedText;
import ruhr.knowledge.value.Version;

/**
 * Records in memory, filtered with exact totals and exact disjunctive facet counts.
 *
 * <pre>{@code
 * FilterIndex<CityEvent> events = FilterIndex.of(schema, cityEvents);
 * Answer<CityEvent> energy = events.ask("topic=energy&district=altstadt&facets=topic,district");
 * energy.total();              // on all pages
 * energy.counts("district");   // as if no district were chosen
 * }</pre>
 *
 * <p>Built once, then immutable: changed data are a new index. Thread-safe, without locks, for threads of any kind. The
 * records themselves are held, not copied, and should not change: what was read off them when the index was built stays.
 *
 * <p>Bad data are never an exception. A record without an id, with an id that is no slug or that another record before it
 * has, is left out; a value outside the vocabulary is left off its record; where a function of the schema gives null or
 * throws, its part is missing. Each of them is one of the {@link #findings()}.
 *
 * <p>A query takes time in proportion to the records, divided by 64, times the values counted, or to the entries found,
 * whichever is less; where the visitor chose one value only, the counts are looked up. {@code core/docs/performance.md}
 * has the figures.
 *
 * @param <T> the type of the records
 */
public final class FilterIndex<T> implements Searcher<T> {

    /*
     * How it works.
     *
     * Records stand in the order of their names, and a row is a place in that order. Each value of each field has a set of
     * rows: those that have the value or one below it, so trees cost nothing when a query comes (Column, ValueSet). A choice
     * is the union of the sets of its values, and a filter is intersections and complements (Filtering, RowAlgebra). The
     * total is the number of rows left; a page is the first ones after as many as the pages before it hold (Paging).
     *
     * Counting is what takes the time. For each field it is done in the cheapest of several ways (Planner, Counter): a
     * look-up, where the rows to count among are all, or those of one value (PairTable); an intersection with the set of
     * each value; or a walk over the rows, or over all others, that reads the values of each off one packed word
     * (PackedRows, Coding). All of them come to the same numbers, and tests force each of them.
     *
     * Which rows to count among is said in Answering. Places and words find their rows in indexes of their own (Places,
     * TextIndex), and from then on are sets of rows like all others.
     */

    private final FilterSchema<T> schema;
    private final Version version;
    private final List<Finding> findings;
    private final Object[] items;
    private final String[] names;
    private final IdTable table;
    private final Columns columns;
    private final PackedRows packed;
    private final PairTable pairs;
    private final Places places;
    private final TextIndex texts;
    private final long textNanos;
    private final @Nullable Newest newest;
    private final Suggesting suggesting;
    private final Planner planner;
    private final Scratch.Pool scratches;

    private FilterIndex(FilterSchema<T> schema, Intake<T> intake, Version version, boolean withPairs, Planner planner) {
        this.schema = schema;
        this.version = version;
        this.planner = planner;
        findings = intake.findings();
        items = intake.items();
        names = intake.names();
        table = intake.table();
        List<IntRows> assigned = intake.assigned();
        columns = new Columns(intake.columns(assigned));
        packed = new PackedRows(columns.inOrder(), assigned, items.length);
        pairs = withPairs ? PairTable.of(columns.inOrder(), assigned, items.length) : PairTable.none(columns.inOrder());
        places = intake.places();
        long start = System.nanoTime();
        texts = intake.texts(this::namesOf);
        textNanos = System.nanoTime() - start;
        newest = intake.newest();
        suggesting = new Suggesting(columns.inOrder(), this::isRecord, texts, this::suggestion);
        scratches = new Scratch.Pool(
                items.length,
                packed.counters(),
                columns.inOrder().stream()
                        .mapToInt(column -> column.domain().size())
                        .toArray());
    }

    /**
     * Returns an index whose version is the fingerprint of all that filters see: vocabularies, ids, names, values, numbers,
     * places, texts and days. Give a version where the records hold more than that and a change of it shall be noticed.
     *
     * @param schema the fields of the records
     * @param records the records in any order; read once, not kept as a collection
     * @param <T> the type of the records
     * @return the index
     */
    public static <T> FilterIndex<T> of(FilterSchema<T> schema, Collection<? extends T> records) {
        Intake<T> intake = new Intake<>(schema, records);
        return new FilterIndex<>(schema, intake, intake.fingerprint(), true, planner(Plan.CHEAPEST));
    }

    /**
     * Returns an index of a version that the caller knows.
     *
     * @param schema the fields of the records
     * @param records the records in any order; read once, not kept as a collection
     * @param version the version of the records
     * @param <T> the type of the records
     * @return the index
     */
    public static <T> FilterIndex<T> of(FilterSchema<T> schema, Collection<? extends T> records, Version version) {
        return of(schema, records, version, true, planner(Plan.CHEAPEST));
    }

    /**
     * Returns an index that does not know in advance how many records have each two values. It is built faster and takes up
     * to 16 MB less; the counts of queries that choose a single value take as long as those of other queries.
     *
     * @param schema the fields of the records
     * @param records the records in any order; read once, not kept as a collection
     * @param version the version of the records
     * @param <T> the type of the records
     * @return the index
     */
    public static <T> FilterIndex<T> withoutPairs(
            FilterSchema<T> schema, Collection<? extends T> records, Version version) {
        return of(schema, records, version, false, planner(Plan.CHEAPEST));
    }

    static <T> FilterIndex<T> of(
            FilterSchema<T> schema,
            Collection<? extends T> records,
            Version version,
            boolean withPairs,
            Planner planner) {
        return new FilterIndex<>(schema, new Intake<>(schema, records), version, withPairs, planner);
    }

    private static Planner planner(Plan plan) {
        return new Planner(Costs.MEASURED, plan);
    }

    @Override
    public Version version() {
        return version;
    }

    /**
     * Returns the fields of the records.
     *
     * @return the schema that the index was built with
     */
    public FilterSchema<T> schema() {
        return schema;
    }

    /**
     * Returns what was wrong in the records.
     *
     * @return the findings in the order of the records; their pointers begin with the place of the record in the collection
     *     given, from 0; unmodifiable
     */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * Returns how much memory the index takes beside the records.
     *
     * @return the sizes of its arrays
     */
    public Footprint footprint() {
        long facets = packed.bytes() + pairs.bytes();
        for (Column column : columns.inOrder()) {
            facets += column.bytes();
        }
        long order = 12L * items.length + table.bytes() + (newest == null ? 0 : newest.bytes());
        return new Footprint(facets, places.bytes(), texts.bytes(), order, textNanos);
    }

    /**
     * Answers a query.
     *
     * @param query the question
     * @return the answer
     * @throws IllegalArgumentException if the query names a field that the schema does not have
     * @throws CursorExpired if the query names a cursor of another version
     * @throws InvalidQuery if the query names a cursor of another query, or of an entry that does not exist
     */
    public Answer<T> ask(Query query) {
        return ask(query, Deadline.none());
    }

    /**
     * Answers a query string, read strictly, see {@link QueryString}.
     *
     * @param queryString for example {@code topic=energy&page=2}
     * @return the answer
     * @throws InvalidQuery if anything in the string cannot be meant as it stands
     * @throws CursorExpired if the string names a cursor of another version
     */
    public Answer<T> ask(String queryString) {
        return ask(QueryString.parse(queryString, schema));
    }

    /**
     * Answers a filter: the first page, see {@link Query#where}.
     *
     * @param filter for example that of a preset
     * @return the answer, without counts
     * @throws IllegalArgumentException if the filter names a field that the schema does not have
     */
    public Answer<T> ask(Filter filter) {
        return ask(Query.where(filter));
    }

    @Override
    public Answer<T> ask(Query query, Deadline deadline) {
        int after = query.after().isPresent() ? rowOf(query.after().get(), query) : -1;
        Scratch scratch = scratches.take();
        Filtering filtering = new Filtering(columns, places, texts, scratch);
        try {
            Answering answering =
                    new Answering(query, columns, scratch, filtering, new Counter(packed, pairs, planner, scratch));
            answering.find();
            int limit = query.page().limit();
            int found = limit == 0 ? 0 : answering.page(limit + 1, after, places, newest);
            List<T> entries = entries(scratch.page, Math.min(found, limit));
            return new Answer<>(
                    query,
                    version,
                    answering.hits().count,
                    entries,
                    Matching.of(schema, query).matches(entries),
                    answering.facets(),
                    answering.relaxations(),
                    found > limit ? Optional.of(table.id(scratch.page[limit - 1])) : Optional.empty());
        } finally {
            filtering.giveBackTiers();
            scratches.bringBack(scratch);
        }
    }

    private int rowOf(Cursor cursor, Query query) {
        cursor.require(query, version);
        int row = table.find(cursor.last());
        if (row < 0) {
            throw new InvalidQuery(Problem.malformed("cursor", cursor.toString(), "the cursor of an entry"));
        }
        return row;
    }

    /** Tells whether a value stands for one of the records, as the institution does that offers a service. */
    private boolean isRecord(Term value) {
        return find(value.id())
                .filter(item ->
                        schema.name(item).equals(value.label().in(Locale.GERMAN).text()))
                .isPresent();
    }

    private List<T> entries(int[] page, int size) {
        List<T> entries = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            entries.add(item(page[i]));
        }
        return entries;
    }

    @SuppressWarnings("unchecked") // The intake took them from a collection of this type.
    private T item(int row) {
        return (T) items[row];
    }

    /**
     * Returns the record of an id.
     *
     * @param id any text
     * @return the record, or empty if there is none
     */
    public Optional<T> find(String id) {
        int row = table.find(id);
        return row < 0 ? Optional.empty() : Optional.of(item(row));
    }

    @Override
    public Optional<T> find(String id, Deadline deadline) {
        return find(id);
    }

    /**
     * Returns what somebody who is typing may mean, see {@link Searcher#suggest}.
     *
     * @param typed what stands in the search box so far
     * @return at most {@value Suggestion#MOST} suggestions
     */
    public List<Suggestion> suggest(String typed) {
        return suggest(typed, Suggestion.MOST, Deadline.none());
    }

    @Override
    public List<Suggestion> suggest(String typed, int limit, Deadline deadline) {
        if (limit < 1 || limit > Suggestion.MOST) {
            throw new IllegalArgumentException(
                    "suggestions: expected a limit of 1 to " + Suggestion.MOST + ", found " + limit);
        }
        return suggesting.suggest(typed, limit);
    }

    private Suggestion suggestion(int row) {
        String id = table.id(row);
        String label = names[row].isBlank() ? id : names[row];
        return new Suggestion(Optional.empty(), id, LocalizedText.german(label), Tier.NAME_WORD);
    }

    /** Returns all names of a row; where the schema cannot give them any more, those that it gave before. */
    private Collection<String> namesOf(int row) {
        List<String> all = new ArrayList<>(4);
        all.add(names[row]);
        try {
            for (String other : schema.otherNames(item(row))) {
                if (other != null) {
                    all.add(other);
                }
            }
        } catch (RuntimeException alreadyNoted) {
            // The intake read the same and has a finding about it.
            return List.of(names[row]);
        }
        return all;
    }
}
