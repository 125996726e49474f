package ruhr.knowledge.query;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.filter.Filter;

/**
 * How many entries each value of a field would leave. Immutable; made for being built often: the counts are one array, and
 * {@link FacetCount}s come into being as they are asked for.
 */
public final class Facet {

    private final String field;
    private final List<String> values;
    private final int[] entries;
    private final int missing;

    private Facet(String field, List<String> values, int[] entries, int missing) {
        this.field = field;
        this.values = values;
        this.entries = entries;
        this.missing = missing;
    }

    /**
     * Returns a facet.
     *
     * @param field the name of the field
     * @param values the values in the order of the vocabulary; an unmodifiable list is not copied
     * @param entries for each value how many entries it would leave; copied
     * @param missing how many entries {@link Filter#NONE} would leave: those without a value
     * @return the facet
     * @throws IllegalArgumentException if there are not as many counts as values
     */
    public static Facet of(String field, List<String> values, int[] entries, int missing) {
        if (values.size() != entries.length) {
            throw new IllegalArgumentException(
                    "facet '" + field + "': expected " + values.size() + " counts, found " + entries.length);
        }
        return new Facet(field, List.copyOf(values), entries.clone(), missing);
    }

    /**
     * Returns a facet, see {@link #of(String, List, int[], int)}, of counts that stand in one array.
     *
     * @param field the name of the field
     * @param values the values in the order of the vocabulary; an unmodifiable list is not copied
     * @param counts for each value how many entries it would leave, and behind them what {@link Filter#NONE} would leave;
     *     copied
     * @return the facet
     * @throws IllegalArgumentException if there is not one count more than there are values
     */
    public static Facet of(String field, List<String> values, int[] counts) {
        if (values.size() + 1 != counts.length) {
            throw new IllegalArgumentException(
                    "facet '" + field + "': expected " + (values.size() + 1) + " counts, found " + counts.length);
        }
        return new Facet(field, List.copyOf(values), Arrays.copyOf(counts, values.size()), counts[values.size()]);
    }

    /**
     * Returns the name of the field.
     *
     * @return the name as in a URL
     */
    public String field() {
        return field;
    }

    /**
     * Returns the counts.
     *
     * @return a count for each value, those with zero too, in the order of the vocabulary; unmodifiable, constant time
     */
    public List<FacetCount> counts() {
        return new Counts(values, entries);
    }

    /**
     * Returns how many entries have no value in this field: what choosing {@link Filter#NONE} alone
     * would leave.
     *
     * @return 0 or more
     */
    public int missing() {
        return missing;
    }

    /**
     * Returns the count of one value.
     *
     * @param value the id of a value, or {@link Filter#NONE}
     * @return how many entries it would leave; 0 for a value that the field does not have. Takes time in proportion to the
     *     number of values
     */
    public int count(String value) {
        int at = values.indexOf(value);
        return at >= 0 ? entries[at] : value.equals(Filter.NONE) ? missing : 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Facet that
                && field.equals(that.field)
                && missing == that.missing
                && Arrays.equals(entries, that.entries)
                && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return 31 * field.hashCode() + Arrays.hashCode(entries);
    }

    @Override
    public String toString() {
        return field + counts() + " and " + missing + " without a value";
    }

    private static final class Counts extends AbstractList<FacetCount> implements RandomAccess {

        private final List<String> values;
        private final int[] entries;

        Counts(List<String> values, int[] entries) {
            this.values = values;
            this.entries = entries;
        }

        @Override
        public FacetCount get(int index) {
            return new FacetCount(values.get(index), entries[index]);
        }

        @Override
        public int size() {
            return entries.length;
        }
    }
}
