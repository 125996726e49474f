package ruhr.knowledge.examples.benchmarks.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import ruhr.knowledge.cache.CachedSearcher;
import ruhr.knowledge.examples.benchmarks.data.Catalogue;
import ruhr.knowledge.examples.benchmarks.data.Condition;
import ruhr.knowledge.examples.benchmarks.data.Field;
import ruhr.knowledge.examples.benchmarks.data.Item;
import ruhr.knowledge.examples.benchmarks.data.Question;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Term;
import ruhr.knowledge.filter.Vocabulary;
import ruhr.knowledge.index.FilterIndex;
import ruhr.knowledge.index.Footprint;
import ruhr.knowledge.query.Answer;
import ruhr.knowledge.query.Deadline;
import ruhr.knowledge.query.FacetCount;
import ruhr.knowledge.query.Query;
import ruhr.knowledge.query.QueryString;
import ruhr.knowledge.query.Suggestion;
import ruhr.knowledge.value.GeoPoint;
import ruhr.knowledge.value.LocalizedText;
import ruhr.knowledge.value.Version;

/**
 * The engine of this library, used through its public face alone: a schema, an index, queries.
 *
 * <p>All that depends on how the library is called stands in this class.
 */
public final class OurEngine implements Engine {

    /** What an index computes before it is asked. */
    public enum Variant {
        /** No table of what two values have in common: every count is taken when the question comes. */
        WITHOUT_PAIRS("Ruhr Knowledge, no pair tables"),
        /** Everything that an index computes by default. */
        WITH_PAIRS("Ruhr Knowledge");

        private final String label;

        Variant(String label) {
            this.label = label;
        }
    }

    private static final Version VERSION = new Version("benchmark");

    private final Catalogue catalogue;
    private final Variant variant;
    private final boolean text;
    private final FilterIndex<Item> index;

    /**
     * Indexes a catalogue.
     *
     * @param catalogue the records
     * @param variant what is computed before
     * @param text whether the texts are indexed, too; names always are
     */
    public OurEngine(Catalogue catalogue, Variant variant, boolean text) {
        this.catalogue = catalogue;
        this.variant = variant;
        this.text = text;
        index = index(schema(catalogue, text), catalogue.items(), variant);
    }

    private static FilterIndex<Item> index(FilterSchema<Item> schema, List<Item> items, Variant variant) {
        return switch (variant) {
            case WITHOUT_PAIRS -> FilterIndex.withoutPairs(schema, items, VERSION);
            case WITH_PAIRS -> FilterIndex.of(schema, items, VERSION);
        };
    }

    /**
     * Returns the names of the engine in reports.
     *
     * @param variant what is computed before
     * @return its name
     */
    public static String nameOf(Variant variant) {
        return variant.label;
    }

    @Override
    public String name() {
        return variant.label;
    }

    /** By what it is for: the words of names are there even where texts are not indexed. */
    @Override
    public Map<String, Long> bytes() {
        Footprint footprint = index.footprint();
        Map<String, Long> bytes = new LinkedHashMap<>();
        bytes.put("facets", footprint.facets());
        bytes.put("places", footprint.places());
        bytes.put(text ? "words" : "words of names", footprint.texts());
        bytes.put("ids and order", footprint.order());
        return bytes;
    }

    /** The words of names are always indexed. */
    @Override
    public long wordNanos() {
        return index.footprint().textNanos();
    }

    @Override
    public Asked prepare(Question question) {
        List<Filter> filters = new ArrayList<>();
        question.choices().forEach(choice -> filters.add(filter(choice)));
        question.ground().forEach(condition -> filters.add(filter(condition)));
        Query query = Query.all()
                .filtered(Filter.and(filters))
                .counting(catalogue.fields().stream().map(Field::name).toList());
        return new Asked() {
            @Override
            public Object answer() {
                return index.ask(query);
            }

            @Override
            public Reply read(Object answer) {
                return reply((Answer<?>) answer);
            }
        };
    }

    private Reply reply(Answer<?> answer) {
        int[] counts = new int[catalogue.values()];
        for (Field field : catalogue.fields()) {
            int value = field.first();
            for (FacetCount count : answer.counts(field.name())) {
                counts[value++] = count.entries();
            }
        }
        int[] page = answer.entries().stream()
                .mapToInt(entry -> ((Item) entry).number())
                .toArray();
        return new Reply(answer.total(), page, counts);
    }

    private Filter filter(Condition condition) {
        if (condition instanceof Condition.Choice choice) {
            return Filter.choice(
                    choice.field().name(),
                    choice.values().stream().map(catalogue::valueId).toList());
        }
        if (condition instanceof Condition.Word word) {
            return Filter.text(catalogue.words().get(word.number()));
        }
        if (condition instanceof Condition.Not not) {
            return Filter.not(filter(not.part()));
        }
        if (condition instanceof Condition.All all) {
            return Filter.and(all.parts().stream().map(this::filter).toArray(Filter[]::new));
        }
        if (condition instanceof Condition.Any any) {
            return Filter.or(any.parts().stream().map(this::filter).toArray(Filter[]::new));
        }
        if (condition instanceof Condition.Circle circle) {
            return Filter.near(new GeoPoint(circle.latitude(), circle.longitude()), circle.metres());
        }
        Condition.Box box = (Condition.Box) condition;
        return Filter.box(box.west(), box.south(), box.east(), box.north());
    }

    /**
     * Returns the ways in which a query string can be answered out of a cache. The answer is in the cache from the second
     * call on.
     *
     * @return by what a report calls it: takes a query string, gives an answer
     */
    public Map<String, Function<String, Object>> cached() {
        CachedSearcher<Item> cache = CachedSearcher.around(index, index.schema(), 100_000);
        Map<String, Function<String, Object>> ways = new LinkedHashMap<>();
        ways.put("query string, its key found in the cache", text -> cache.ask(text, Deadline.none()));
        ways.put(
                "query string, parsed to its query, found in the cache",
                text -> cache.ask(QueryString.parse(text, index.schema()), Deadline.none()));
        return ways;
    }

    /**
     * Searches names and texts: total and first page by relevance.
     *
     * @param words what a visitor typed
     * @param counting whether all values are counted, too
     * @return asks the question and gives the total
     */
    public IntSupplier search(String words, boolean counting) {
        Query query = Query.where(Filter.text(words));
        Query asked = counting
                ? query.counting(catalogue.fields().stream().map(Field::name).toList())
                : query;
        return () -> index.ask(asked).total();
    }

    /**
     * Returns what somebody who is typing may mean.
     *
     * @param typed what stands in the search box
     * @return at most 10 suggestions
     */
    public List<Suggestion> suggest(String typed) {
        return index.suggest(typed, Suggestion.MOST, Deadline.none());
    }

    /**
     * Returns a schema for a catalogue.
     *
     * @param catalogue the records
     * @param text whether they have a text
     * @return fields, places, names and text
     */
    static FilterSchema<Item> schema(Catalogue catalogue, boolean text) {
        FilterSchema.Builder<Item> schema = FilterSchema.of(Item.class, Item::id, Item::name);
        for (Field field : catalogue.fields()) {
            schema.choice(field.name(), LocalizedText.of(field.name(), field.name()), vocabulary(field), reader(field));
        }
        schema.alsoNamed(Item::otherNames).geo(item -> List.of(item.place()));
        if (text && catalogue.hasWords()) {
            schema.text(item -> List.of(catalogue.text(item)));
        }
        return schema.build();
    }

    private record Value(String id, LocalizedText label, List<String> broader) implements Term {}

    private static Vocabulary vocabulary(Field field) {
        return Vocabulary.of(IntStream.range(0, field.values().size())
                .mapToObj(at -> {
                    String id = field.values().get(at);
                    int above = field.broader().get(at);
                    return new Value(
                            id,
                            LocalizedText.of(id, id),
                            above < 0 ? List.of() : List.of(field.values().get(above - field.first())));
                })
                .toList());
    }

    /** Reads values off a record without making an object for one value alone: the records would hold it themselves. */
    private static Function<Item, Collection<String>> reader(Field field) {
        List<List<String>> alone = field.values().stream().map(List::of).toList();
        return item -> {
            int[] values = item.values();
            int from = firstAtLeast(values, field.first());
            int to = firstAtLeast(values, field.end());
            if (to - from == 1) {
                return alone.get(values[from] - field.first());
            }
            return Arrays.stream(values, from, to)
                    .mapToObj(value -> field.values().get(value - field.first()))
                    .toList();
        };
    }

    private static int firstAtLeast(int[] values, int wanted) {
        int at = 0;
        while (at < values.length && values[at] < wanted) {
            at++;
        }
        return at;
    }
}
