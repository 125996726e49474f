package ruhr.knowledge.examples.benchmarks.engine;

import static com.googlecode.cqengine.query.QueryFactory.all;
import static com.googlecode.cqengine.query.QueryFactory.and;
import static com.googlecode.cqengine.query.QueryFactory.between;
import static com.googlecode.cqengine.query.QueryFactory.deduplicate;
import static com.googlecode.cqengine.query.QueryFactory.equal;
import static com.googlecode.cqengine.query.QueryFactory.in;
import static com.googlecode.cqengine.query.QueryFactory.not;
import static com.googlecode.cqengine.query.QueryFactory.or;
import static com.googlecode.cqengine.query.QueryFactory.queryOptions;

import com.googlecode.cqengine.ConcurrentIndexedCollection;
import com.googlecode.cqengine.IndexedCollection;
import com.googlecode.cqengine.attribute.Attribute;
import com.googlecode.cqengine.attribute.MultiValueAttribute;
import com.googlecode.cqengine.attribute.SelfAttribute;
import com.googlecode.cqengine.attribute.SimpleAttribute;
import com.googlecode.cqengine.index.hash.HashIndex;
import com.googlecode.cqengine.index.navigable.NavigableIndex;
import com.googlecode.cqengine.query.Query;
import com.googlecode.cqengine.query.option.DeduplicationStrategy;
import com.googlecode.cqengine.query.option.QueryOptions;
import com.googlecode.cqengine.query.simple.SimpleQuery;
import com.googlecode.cqengine.resultset.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.examples.benchmarks.data.Catalogue;
import ruhr.knowledge.examples.benchmarks.data.Condition;
import ruhr.knowledge.examples.benchmarks.data.Field;
import ruhr.knowledge.examples.benchmarks.data.Item;
import ruhr.knowledge.examples.benchmarks.data.Question;

/**
 * CQEngine 3.6.
 *
 * <p>Choices: a hash index for each field and for words, whose attributes give the values of a record and those above them;
 * a navigable index for latitudes, and a condition of its own for the distance. CQEngine has no facets and its author
 * recommends to count over the results, so there is one retrieval for the hits and one more for each field with a choice
 * of its own. The first records by name are kept in a heap of twenty while the results are counted, which takes less time
 * than {@code orderBy}: that would sort them all.
 */
public final class CqEngine implements Engine {

    private static final SimpleAttribute<Item, Double> LATITUDE = new SimpleAttribute<>("latitude") {
        @Override
        public Double getValue(Item item, QueryOptions options) {
            return item.latitude();
        }
    };

    private static final SimpleAttribute<Item, Double> LONGITUDE = new SimpleAttribute<>("longitude") {
        @Override
        public Double getValue(Item item, QueryOptions options) {
            return item.longitude();
        }
    };

    private static final MultiValueAttribute<Item, Integer> WORDS = new MultiValueAttribute<>("words") {
        @Override
        public Iterable<Integer> getValues(Item item, QueryOptions options) {
            return Arrays.stream(item.words()).boxed().toList();
        }
    };

    /** A record that has several of the values asked for is found several times, unless one says otherwise. */
    private static final QueryOptions ONCE = queryOptions(deduplicate(DeduplicationStrategy.MATERIALIZE));

    private final Catalogue catalogue;
    private final Map<Field, Attribute<Item, Integer>> attributes = new LinkedHashMap<>();
    private final IndexedCollection<Item> items = new ConcurrentIndexedCollection<>();

    /**
     * Indexes a catalogue.
     *
     * @param catalogue the records
     */
    public CqEngine(Catalogue catalogue) {
        this.catalogue = catalogue;
        for (Field field : catalogue.fields()) {
            attributes.put(field, attribute(field));
            items.addIndex(HashIndex.onAttribute(attributes.get(field)));
        }
        items.addIndex(NavigableIndex.onAttribute(LATITUDE));
        if (catalogue.hasWords()) {
            items.addIndex(HashIndex.onAttribute(WORDS));
        }
        items.addAll(catalogue.items());
    }

    private Attribute<Item, Integer> attribute(Field field) {
        if (field.single() && catalogue.items().stream().allMatch(item -> only(item, field) >= 0)) {
            return new SimpleAttribute<>(Item.class, Integer.class, field.name()) {
                @Override
                public Integer getValue(Item item, QueryOptions options) {
                    return only(item, field);
                }
            };
        }
        return new MultiValueAttribute<>(Item.class, Integer.class, field.name()) {
            @Override
            public Iterable<Integer> getValues(Item item, QueryOptions options) {
                return Arrays.stream(catalogue.closure(item))
                        .filter(value -> value >= field.first() && value < field.end())
                        .boxed()
                        .toList();
            }
        };
    }

    private static int only(Item item, Field field) {
        for (int value : item.values()) {
            if (value >= field.first() && value < field.end()) {
                return value;
            }
        }
        return -1;
    }

    @Override
    public String name() {
        return "CQEngine";
    }

    @Override
    public Asked prepare(Question question) {
        Query<Item> hits = query(question, null);
        Map<Field, Query<Item>> aside = new LinkedHashMap<>();
        question.choices().forEach(choice -> aside.put(choice.field(), query(question, choice.field())));
        return new Asked() {
            @Override
            public Object answer() {
                return ask(hits, aside);
            }

            @Override
            public Reply read(Object answer) {
                return (Reply) answer;
            }
        };
    }

    private Reply ask(Query<Item> hits, Map<Field, Query<Item>> aside) {
        int[] counts = new int[catalogue.values()];
        boolean[] counted = new boolean[catalogue.values()];
        for (Field field : catalogue.fields()) {
            Arrays.fill(counted, field.first(), field.end(), !aside.containsKey(field));
        }
        // The last of those kept is at the head.
        PriorityQueue<Integer> first = new PriorityQueue<>((one, other) -> Integer.compare(other, one));
        int total = 0;
        try (ResultSet<Item> found = items.retrieve(hits, ONCE)) {
            for (Item item : found) {
                total++;
                for (int value : catalogue.closure(item)) {
                    if (counted[value]) {
                        counts[value]++;
                    }
                }
                int rank = catalogue.rank(item);
                if (first.size() < Question.PAGE) {
                    first.add(rank);
                } else if (rank < first.element()) {
                    first.remove();
                    first.add(rank);
                }
            }
        }
        aside.forEach((field, query) -> {
            try (ResultSet<Item> found = items.retrieve(query, ONCE)) {
                for (Item item : found) {
                    for (int value : catalogue.closure(item)) {
                        if (value >= field.first() && value < field.end()) {
                            counts[value]++;
                        }
                    }
                }
            }
        });
        int[] page = first.stream()
                .sorted()
                .mapToInt(rank -> catalogue.atRank(rank).number())
                .toArray();
        return new Reply(total, page, counts);
    }

    private Query<Item> query(Question question, @Nullable Field aside) {
        List<Query<Item>> parts = new ArrayList<>();
        for (Condition.Choice choice : question.choices()) {
            if (choice.field() != aside) {
                parts.add(query(choice));
            }
        }
        question.ground().forEach(condition -> parts.add(query(condition)));
        return parts.isEmpty() ? all(Item.class) : parts.size() == 1 ? parts.get(0) : both(parts);
    }

    private static Query<Item> both(List<Query<Item>> parts) {
        return and(parts.get(0), parts.get(1), parts.subList(2, parts.size()));
    }

    private Query<Item> query(Condition condition) {
        if (condition instanceof Condition.Choice choice) {
            Attribute<Item, Integer> attribute = attributes.get(choice.field());
            return choice.values().size() == 1
                    ? equal(attribute, choice.values().get(0))
                    : in(attribute, choice.values());
        }
        if (condition instanceof Condition.Word word) {
            return equal(WORDS, word.number());
        }
        if (condition instanceof Condition.Not not) {
            return not(query(not.part()));
        }
        if (condition instanceof Condition.All all) {
            return both(all.parts().stream().map(this::query).toList());
        }
        if (condition instanceof Condition.Any any) {
            List<Query<Item>> parts = any.parts().stream().map(this::query).toList();
            return or(parts.get(0), parts.get(1), parts.subList(2, parts.size()));
        }
        if (condition instanceof Condition.Circle circle) {
            return and(
                    between(LATITUDE, circle.latitude() - circle.reach(), circle.latitude() + circle.reach()),
                    new Within(circle));
        }
        Condition.Box box = (Condition.Box) condition;
        return and(between(LATITUDE, box.south(), box.north()), between(LONGITUDE, box.west(), box.east()));
    }

    /** A condition of our own, for which there is no index: CQEngine tests what other conditions find. */
    private static final class Within extends SimpleQuery<Item, Item> {

        private static final SelfAttribute<Item> SELF = new SelfAttribute<>(Item.class, "self");

        private final Condition.Circle circle;
        private final double limit;

        Within(Condition.Circle circle) {
            super(SELF);
            this.circle = circle;
            limit = circle.limit();
        }

        @Override
        protected boolean matchesSimpleAttribute(SimpleAttribute<Item, Item> self, Item item, QueryOptions options) {
            return circle.haversine(item.latitude(), item.longitude()) <= limit;
        }

        @Override
        protected boolean matchesNonSimpleAttribute(Attribute<Item, Item> self, Item item, QueryOptions options) {
            return circle.haversine(item.latitude(), item.longitude()) <= limit;
        }

        @Override
        protected int calcHashCode() {
            return circle.hashCode();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Within that && circle.equals(that.circle);
        }

        @Override
        public int hashCode() {
            return super.hashCode();
        }
    }
}
