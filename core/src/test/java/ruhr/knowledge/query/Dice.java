package ruhr.knowledge.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Term;

/** Random labs and random questions about them. The same seed gives the same ones. */
public final class Dice {

    private final Random random;

    public Dice(long seed) {
        random = new Random(seed);
    }

    /** A query, and one of the many ways to write it. */
    public record Written(String queryString, Query query) {}

    public List<Lab> labs(int size) {
        List<Lab> labs = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Set<String> topics = new TreeSet<>();
            for (int draws = random.nextInt(4); draws > 0; draws--) {
                topics.add(idOf(Lab.TOPICS.terms()));
            }
            Set<String> cities = random.nextInt(4) == 0 ? Set.of() : Set.of(idOf(Lab.CITIES.terms()));
            String status = random.nextInt(3) == 0 ? idOf(Lab.STATUSES.terms()) : "active";
            labs.add(new Lab("lab-" + i, one(Lab.NAMES), topics, cities, status));
        }
        Collections.shuffle(labs, random);
        return labs;
    }

    /** A query of any shape, also of shapes that no query string has. */
    public Query query() {
        Filter scope = random.nextInt(3) == 0 ? filter(2) : Filter.everything();
        return withControls(new Query(scope, filter(3), Sort.NAME, Page.FIRST, new TreeSet<>(), Optional.empty()));
    }

    private Filter filter(int depth) {
        int kind = random.nextInt(depth == 0 ? 6 : 10);
        if (kind < 5) {
            return choice();
        }
        if (kind == 5) {
            return Filter.not(depth == 0 ? choice() : filter(depth - 1));
        }
        List<Filter> parts = new ArrayList<>();
        for (int draws = random.nextInt(5); draws > 0; draws--) {
            parts.add(filter(depth - 1));
        }
        if (kind == 6 && !parts.isEmpty()) {
            return new Filter.Or(parts);
        }
        return random.nextBoolean() ? Filter.and(parts) : new Filter.And(parts);
    }

    private Filter choice() {
        FilterSchema.Field<Lab> field = one(List.copyOf(Lab.SCHEMA.fields()));
        Set<String> values = new TreeSet<>();
        do {
            boolean unknown = random.nextInt(12) == 0;
            values.add(unknown ? "nowhere" : idOf(field.vocabulary().terms()));
        } while (random.nextInt(3) == 0);
        return Filter.choice(field.name(), values);
    }

    private Query withControls(Query query) {
        Query changed = query;
        if (random.nextBoolean()) {
            int limit = random.nextInt(8);
            changed = changed.page(new Page(1 + random.nextInt(5), limit));
        }
        List<String> fields = new ArrayList<>(List.of("topic", "city", "status"));
        Collections.shuffle(fields, random);
        return changed.counting(fields.subList(0, random.nextInt(4)));
    }

    /** A query that a query string can say, and a string that says it: repeated, aliased, in capitals, in any order. */
    public Written written() {
        List<Filter> conditions = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (FilterSchema.Field<Lab> field : Lab.SCHEMA.fields()) {
            int kind = random.nextInt(5);
            if (kind == 0) {
                parts.add(field.name() + "="
                        + (random.nextBoolean()
                                ? "any"
                                : "any," + idOf(field.vocabulary().terms())));
            } else if (kind < 3) {
                conditions.add(Filter.choice(field.name(), written(field, field.name(), parts)));
            } else if (!field.defaults().isEmpty()) {
                conditions.add(Filter.choice(field.name(), field.defaults()));
            }
            if (random.nextInt(4) == 0) {
                String name = "not_" + field.name();
                conditions.add(Filter.not(Filter.choice(field.name(), written(field, name, parts))));
            }
        }
        Query query = withControls(Query.where(Filter.and(conditions)));
        if (!query.page().equals(Page.FIRST)) {
            parts.add("page=" + query.page().number());
            parts.add("limit=" + query.page().limit());
        }
        query.facets().forEach(facet -> parts.add("facets=" + facet));
        if (random.nextInt(8) == 0) {
            parts.add(one(List.of("topic=", "city", "sort=name", "facets=none", "limit=", "", "not_city=,")));
        }
        Collections.shuffle(parts, random);
        return new Written(String.join("&", parts), query);
    }

    private Set<String> written(FilterSchema.Field<Lab> field, String name, List<String> parts) {
        Set<String> ids = new TreeSet<>();
        List<String> open = new ArrayList<>();
        do {
            Term term = one(field.vocabulary().terms());
            ids.add(term.id());
            String spelling = term.aliases().isEmpty() || random.nextBoolean() ? term.id() : one(term.aliases());
            open.add(random.nextInt(3) == 0 ? "+" + spelling.toUpperCase(Locale.ROOT) : spelling);
            if (random.nextBoolean()) {
                parts.add(name
                        + (random.nextInt(3) == 0 ? "%5B%5D=" : "=")
                        + String.join(random.nextBoolean() ? "," : "%2c", open));
                open.clear();
            }
        } while (random.nextInt(3) == 0 || !open.isEmpty());
        return ids;
    }

    private String idOf(List<Term> terms) {
        return one(terms).id();
    }

    private <V> V one(List<V> list) {
        return list.get(random.nextInt(list.size()));
    }
}
