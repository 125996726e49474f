package ruhr.knowledge.filter;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which records are wanted. Immutable; compares by value, where the order of conditions or alternatives says nothing.
 *
 * <pre>{@code
 * Filter filter = Filter.and(
 *         Filter.choice("topic", "hydrogen", "energy"),        // one of them, or one below them
 *         Filter.not(Filter.choice("type", "network")));
 * }</pre>
 */
public sealed interface Filter {

    /**
     * Returns the filter that keeps every record.
     *
     * @return an empty conjunction
     */
    static Filter everything() {
        return And.EVERYTHING;
    }

    /**
     * Returns a filter on one field: a record passes if it has one of the values, or a value below one of them.
     *
     * @param field the name of a field
     * @param values ids of the field's vocabulary; a value that is not in it matches nothing
     * @return the choice
     * @throws IllegalArgumentException if there are no values
     */
    static Filter choice(String field, String... values) {
        return new Choice(field, Arrays.asList(values));
    }

    /**
     * Returns a filter on one field, see {@link #choice(String, String...)}.
     *
     * @param field the name of a field
     * @param values ids of the field's vocabulary
     * @return the choice
     * @throws IllegalArgumentException if there are no values
     */
    static Filter choice(String field, Collection<String> values) {
        return new Choice(field, values);
    }

    /**
     * Returns the records that another filter leaves out.
     *
     * @param filter what is not wanted
     * @return its complement
     */
    static Filter not(Filter filter) {
        return new Not(filter);
    }

    /**
     * Returns the records that pass all filters. Conjunctions inside are flattened, and one filter alone is returned as
     * it is.
     *
     * @param filters what has to hold; none means everything
     * @return the conjunction
     */
    static Filter and(Filter... filters) {
        return and(Arrays.asList(filters));
    }

    /**
     * Returns the records that pass all filters, see {@link #and(Filter...)}.
     *
     * @param filters what has to hold; none means everything
     * @return the conjunction
     */
    static Filter and(Collection<Filter> filters) {
        List<Filter> flat = filters.stream()
                .flatMap(filter -> filter instanceof And inner ? inner.parts().stream() : Stream.of(filter))
                .distinct()
                .toList();
        return flat.size() == 1 ? flat.get(0) : new And(flat);
    }

    /**
     * Returns the records that pass at least one filter.
     *
     * @param filters the alternatives, at least one
     * @return the disjunction
     * @throws IllegalArgumentException if there are none
     */
    static Filter or(Filter... filters) {
        return filters.length == 1 ? filters[0] : new Or(Arrays.asList(filters));
    }

    /**
     * Returns the filters that all have to hold: the parts of a conjunction, or this filter alone.
     *
     * @return the parts; empty for {@link #everything()}
     */
    default List<Filter> conjuncts() {
        return List.of(this);
    }

    /**
     * One of several values of one field.
     *
     * @param field the name of the field
     * @param values the values, sorted; at least one
     */
    record Choice(String field, SortedSet<String> values) implements Filter {

        /** Copies and sorts the values. */
        public Choice {
            values = Collections.unmodifiableSortedSet(new TreeSet<>(values));
            if (values.isEmpty()) {
                throw new IllegalArgumentException(
                        "filter on '" + field + "': expected at least one value, found none");
            }
        }

        /**
         * Copies and sorts the values.
         *
         * @param field the name of the field
         * @param values the values, at least one
         */
        public Choice(String field, Collection<String> values) {
            this(field, new TreeSet<>(values));
        }
    }

    /**
     * What another filter leaves out.
     *
     * @param part the filter whose records are not wanted
     */
    record Not(Filter part) implements Filter {}

    /**
     * All of several filters.
     *
     * @param parts the filters; none means everything
     */
    record And(List<Filter> parts) implements Filter {

        private static final And EVERYTHING = new And(List.of());

        /** Copies the parts. */
        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public List<Filter> conjuncts() {
            return parts;
        }

        /** Compares the parts as a set: their order says nothing. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof And that && new HashSet<>(parts).equals(new HashSet<>(that.parts));
        }

        @Override
        public int hashCode() {
            return new HashSet<>(parts).hashCode();
        }
    }

    /**
     * At least one of several filters.
     *
     * @param parts the alternatives, at least one
     */
    record Or(List<Filter> parts) implements Filter {

        /** Copies the parts. */
        public Or {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("filter 'or': expected at least one alternative, found none");
            }
        }

        /** Compares the alternatives as a set: their order says nothing. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Or that && new HashSet<>(parts).equals(new HashSet<>(that.parts));
        }

        @Override
        public int hashCode() {
            // Not the hash of the same parts in a conjunction.
            return ~new HashSet<>(parts).hashCode();
        }
    }
}
