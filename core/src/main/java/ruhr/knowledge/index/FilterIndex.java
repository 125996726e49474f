package ruhr.knowledge.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.query.Answer;
import ruhr.knowledge.query.Deadline;
import ruhr.knowledge.query.Facet;
import ruhr.knowledge.query.FacetCount;
import ruhr.knowledge.query.InvalidQuery;
import ruhr.knowledge.query.Page;
import ruhr.knowledge.query.Query;
import ruhr.knowledge.query.QueryString;
import ruhr.knowledge.query.Searcher;
import ruhr.knowledge.query.Suggestion;
import ruhr.knowledge.value.Finding;
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
 * <p>Built once, then immutable: changed data are a new index. Thread-safe, without locks. The records themselves are
 * held, not copied, and should not change: what was read off them when the index was built stays.
 *
 * <p>Bad data are never an exception. A record without an id, with an id that is no slug or that another record before it
 * has, is left out; a value outside the vocabulary is left off its record; where a function of the schema gives null or
 * throws, its part is missing. Each of them is one of the {@link #findings()}.
 *
 * <p>A query takes time in proportion to the records, divided by 64, times the values named and the values counted.
 *
 * @param <T> the type of the records
 */
public final class FilterIndex<T> implements Searcher<T> {

    /*
     * How it works.
     *
     * Records stand in the order of their names, and a row is a place in that order. Each value of each field has a set of
     * rows, one bit for each: those that have the value or one below it, so trees cost nothing when a query comes. A choice
     * is the union of the sets of its values, and a filter is intersections and complements. The total is the number of
     * bits; a page is the first bits after as many as the pages before it hold. Nothing is sorted.
     *
     * Counting a field sets the visitor's own choice in it aside. Therefore the choices that stand alone at the top of the
     * filter are kept apart by field; all else (the scope, exclusions, alternatives, nested conditions) is one set, the
     * ground. The rows to count a field among are the ground and the choices of all other fields. For a field without a
     * choice these are the hits themselves. The count of a value is then the number of bits that its set and those rows
     * share. Where those rows are all rows, the counts have been taken when the index was built.
     */

    private final FilterSchema<T> schema;
    private final Version version;
    private final List<Finding> findings;
    private final List<T> items;
    private final Map<String, T> itemsById;
    private final RowSets sets;
    private final Map<String, Column> columns = new LinkedHashMap<>();

    private FilterIndex(FilterSchema<T> schema, Intake<T> intake, Version version) {
        this.schema = schema;
        this.version = version;
        findings = intake.findings();
        List<Intake.Row<T>> rows = intake.rows();
        items = rows.stream().map(Intake.Row::item).toList();
        itemsById = new HashMap<>();
        rows.forEach(row -> itemsById.put(row.id(), row.item()));
        sets = new RowSets(rows.size());
        int at = 0;
        for (FilterSchema.Field<T> field : schema.fields()) {
            int place = at++;
            List<Set<String>> values =
                    rows.stream().map(row -> row.values().get(place)).toList();
            columns.put(field.name(), new Column(sets, field.vocabulary(), values));
        }
    }

    /**
     * Returns an index whose version is the fingerprint of all that filters see: vocabularies, ids, names and values. Give
     * a version where the records hold more than that and a change of it shall be noticed.
     *
     * @param schema the fields of the records
     * @param records the records in any order; read once, not kept as a collection
     * @param <T> the type of the records
     * @return the index
     */
    public static <T> FilterIndex<T> of(FilterSchema<T> schema, Collection<? extends T> records) {
        Intake<T> intake = new Intake<>(schema, records);
        return new FilterIndex<>(schema, intake, intake.fingerprint());
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
        return new FilterIndex<>(schema, new Intake<>(schema, records), version);
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
     * Answers a query.
     *
     * @param query the question
     * @return the answer
     * @throws IllegalArgumentException if the query names a field that the schema does not have
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
     */
    public Answer<T> ask(String queryString) {
        return ask(QueryString.parse(queryString, schema));
    }

    @Override
    public Answer<T> ask(Query query, Deadline deadline) {
        query.facets().forEach(this::column);
        long[] ground = rows(query.scope());
        Map<String, long[]> chosen = new LinkedHashMap<>();
        for (Filter condition : flat(query.filter())) {
            long[] rows = rows(condition);
            if (condition instanceof Filter.Choice choice) {
                chosen.merge(choice.field(), rows, sets::both);
            } else {
                ground = sets.both(ground, rows);
            }
        }
        long[] hits = without("", ground, chosen);
        List<Facet> counts = new ArrayList<>();
        for (String facet : query.facets()) {
            long[] among = chosen.containsKey(facet) ? without(facet, ground, chosen) : hits;
            List<FacetCount> values = column(facet).counts(among);
            counts.add(Facet.of(
                    facet,
                    values.stream().map(FacetCount::value).toList(),
                    values.stream().mapToInt(FacetCount::entries).toArray(),
                    0));
        }
        return new Answer<>(
                query,
                version,
                RowSets.count(hits),
                entries(hits, query.page()),
                List.of(),
                counts,
                List.of(),
                Optional.empty());
    }

    /**
     * Returns the record of an id.
     *
     * @param id any text
     * @return the record, or empty if there is none
     */
    public Optional<T> find(String id) {
        return Optional.ofNullable(itemsById.get(id));
    }

    @Override
    public Optional<T> find(String id, Deadline deadline) {
        return find(id);
    }

    @Override
    public List<Suggestion> suggest(String typed, int limit, Deadline deadline) {
        return List.of();
    }

    /** Returns the rows of the ground and of all choices but those of one field. */
    private long[] without(String field, long[] ground, Map<String, long[]> chosen) {
        long[] rows = ground;
        for (Map.Entry<String, long[]> choice : chosen.entrySet()) {
            if (!choice.getKey().equals(field)) {
                rows = sets.both(rows, choice.getValue());
            }
        }
        return rows;
    }

    private static List<Filter> flat(Filter filter) {
        if (!(filter instanceof Filter.And and)) {
            return List.of(filter);
        }
        List<Filter> flat = new ArrayList<>();
        and.parts().forEach(part -> flat.addAll(flat(part)));
        return flat;
    }

    private long[] rows(Filter filter) {
        if (filter instanceof Filter.Choice choice) {
            Column column = column(choice.field());
            long[] rows = sets.none();
            for (String value : choice.values()) {
                rows = sets.either(rows, column.rows(value));
            }
            return rows;
        }
        if (filter instanceof Filter.Not not) {
            return sets.except(rows(not.part()));
        }
        if (filter instanceof Filter.And and) {
            long[] rows = sets.all();
            for (Filter part : and.parts()) {
                rows = sets.both(rows, rows(part));
            }
            return rows;
        }
        if (filter instanceof Filter.Preset preset) {
            return rows(preset.filter());
        }
        if (!(filter instanceof Filter.Or or)) {
            throw new UnsupportedOperationException(filter.toString());
        }
        long[] rows = sets.none();
        for (Filter part : or.parts()) {
            rows = sets.either(rows, rows(part));
        }
        return rows;
    }

    private Column column(String field) {
        Column column = columns.get(field);
        if (column == null) {
            throw new IllegalArgumentException(
                    "field '" + field + "': expected one of " + columns.keySet() + ", which the records have");
        }
        return column;
    }

    private List<T> entries(long[] hits, Page page) {
        List<T> entries = new ArrayList<>(page.limit());
        int skip = page.offset();
        for (int i = 0; i < hits.length && entries.size() < page.limit(); i++) {
            long word = hits[i];
            int rows = Long.bitCount(word);
            if (skip >= rows) {
                skip -= rows;
                continue;
            }
            for (; word != 0 && entries.size() < page.limit(); word &= word - 1) {
                if (skip > 0) {
                    skip--;
                } else {
                    entries.add(items.get(i * 64 + Long.numberOfTrailingZeros(word)));
                }
            }
        }
        return entries;
    }
}
