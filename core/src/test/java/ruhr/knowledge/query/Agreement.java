package ruhr.knowledge.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterSchema;

/** Compares an engine with {@link PlainLoop}, answer by answer, and makes a small example out of a difference. */
public final class Agreement {

    private static final int MOST_TRIALS = 400;

    private Agreement() {}

    /** Makes engines of records, to look for a smaller example. */
    public interface Maker<T> {
        Searcher<T> make(List<T> records);
    }

    /** Compares engines of one schema and the same records. */
    static final class Of<T> {

        private final FilterSchema<T> schema;
        private final List<T> records;

        Of(FilterSchema<T> schema, List<T> records) {
            this.schema = schema;
            this.records = records;
        }

        /**
         * Compares the answer to one question, and if it differs, fails with records and a question that are as few and as
         * short as can be found quickly.
         */
        void check(Outcome<T> expected, Searcher<T> engine, Query query, String where, Maker<T> maker) {
            Optional<String> difference = difference(expected, outcome(engine, query));
            if (difference.isPresent()) {
                Example<T> small = new Shrinking<>(schema, maker).smallest(new Example<>(records, query));
                throw new AssertionError(difference.get() + "; " + where + ": " + query + "\nThe same, smaller: "
                        + small.query() + "\nof " + small.records() + "\n"
                        + small.difference(schema, maker).orElse("which agrees when it is asked again"));
            }
        }
    }

    private static <T> Optional<String> difference(Outcome<T> expected, Outcome<T> found) {
        if (expected.answer().isEmpty() || found.answer().isEmpty()) {
            return expected.refusal().equals(found.refusal())
                    ? Optional.empty()
                    : Optional.of("refusal; expected " + expected + ", found " + found);
        }
        Answer<T> right = expected.answer().get();
        Answer<T> other = found.answer().get();
        return differs("query", right, other, Answer::query)
                .or(() -> differs("version", right, other, Answer::version))
                .or(() -> differs("total", right, other, Answer::total))
                .or(() -> differs("entries", right, other, Answer::entries))
                .or(() -> differs("last", right, other, Answer::last))
                .or(() -> differs("matches", right, other, Answer::matches))
                .or(() -> differs("counts", right, other, Answer::facets))
                .or(() -> differs("relaxations", right, other, Answer::relaxations));
    }

    private static <T> Optional<String> differs(
            String part, Answer<T> expected, Answer<T> found, Function<Answer<T>, Object> of) {
        return Objects.equals(of.apply(expected), of.apply(found))
                ? Optional.empty()
                : Optional.of(part + "; expected " + of.apply(expected) + ", found " + of.apply(found));
    }

    /** An answer, or the name of the exception in its place. */
    record Outcome<T>(Optional<Answer<T>> answer, String refusal) {}

    static <T> Outcome<T> outcome(Searcher<T> searcher, Query query) {
        try {
            return new Outcome<>(Optional.of(searcher.ask(query, Deadline.none())), "");
        } catch (RuntimeException refused) {
            return new Outcome<>(Optional.empty(), refused.getClass().getSimpleName());
        }
    }

    /** Records and a question about them. */
    private record Example<T>(List<T> records, Query query) {

        Optional<String> difference(FilterSchema<T> schema, Maker<T> maker) {
            Searcher<T> engine = maker.make(records);
            return Agreement.difference(
                    outcome(new PlainLoop<>(schema, records, engine.version()), query), outcome(engine, query));
        }
    }

    /** Leaves out whatever the difference does not need. */
    private static final class Shrinking<T> {

        private final FilterSchema<T> schema;
        private final Maker<T> maker;
        private int trials;

        Shrinking(FilterSchema<T> schema, Maker<T> maker) {
            this.schema = schema;
            this.maker = maker;
        }

        Example<T> smallest(Example<T> example) {
            Example<T> small = example;
            Optional<Example<T>> smaller = smaller(small);
            while (smaller.isPresent()) {
                small = smaller.get();
                smaller = smaller(small);
            }
            return small;
        }

        private Optional<Example<T>> smaller(Example<T> example) {
            return candidates(example).stream()
                    .filter(candidate -> trials++ < MOST_TRIALS && differs(candidate))
                    .findFirst();
        }

        private boolean differs(Example<T> example) {
            try {
                return example.difference(schema, maker).isPresent();
            } catch (RuntimeException failed) {
                return true;
            }
        }

        private List<Example<T>> candidates(Example<T> example) {
            List<Example<T>> candidates = new ArrayList<>();
            List<T> records = example.records();
            for (int size = records.size() / 2; size > 0; size /= 2) {
                for (int from = 0; from + size <= records.size(); from += size) {
                    List<T> fewer = new ArrayList<>(records);
                    fewer.subList(from, from + size).clear();
                    candidates.add(new Example<>(fewer, example.query()));
                }
            }
            Query query = example.query();
            for (Filter scope : simpler(query.scope())) {
                candidates.add(new Example<>(records, query.within(scope)));
            }
            for (Filter filter : simpler(query.filter())) {
                candidates.add(new Example<>(records, query.filtered(filter)));
            }
            for (String facet : query.facets()) {
                TreeSet<String> fewer = new TreeSet<>(query.facets());
                fewer.remove(facet);
                candidates.add(new Example<>(records, query.counting(fewer)));
            }
            if (query.sort() != Sort.NAME) {
                candidates.add(new Example<>(records, query.sort(Sort.NAME)));
            }
            if (!query.page().equals(Page.FIRST)) {
                candidates.add(new Example<>(records, query.page(Page.FIRST)));
            }
            return candidates;
        }

        private static List<Filter> simpler(Filter filter) {
            List<Filter> simpler = new ArrayList<>();
            if (filter instanceof Filter.Not not) {
                simpler.add(not.part());
                simpler(not.part()).forEach(part -> simpler.add(Filter.not(part)));
            } else if (filter instanceof Filter.Preset preset) {
                simpler.add(preset.filter());
            } else if (filter instanceof Filter.And and) {
                addSimpler(and.parts(), simpler, Filter.And::new);
            } else if (filter instanceof Filter.Or or) {
                addSimpler(or.parts(), simpler, parts -> parts.isEmpty() ? Filter.everything() : new Filter.Or(parts));
            } else if (filter instanceof Filter.Choice choice && choice.values().size() > 1) {
                for (String value : choice.values()) {
                    simpler.add(Filter.choice(choice.field(), value));
                }
            }
            return simpler;
        }

        private static void addSimpler(
                List<Filter> parts, List<Filter> simpler, Function<List<Filter>, Filter> joined) {
            for (int i = 0; i < parts.size(); i++) {
                List<Filter> fewer = new ArrayList<>(parts);
                Filter part = fewer.remove(i);
                simpler.add(joined.apply(List.copyOf(fewer)));
                for (Filter other : simpler(part)) {
                    List<Filter> changed = new ArrayList<>(parts);
                    changed.set(i, other);
                    simpler.add(joined.apply(List.copyOf(changed)));
                }
            }
        }
    }
}
