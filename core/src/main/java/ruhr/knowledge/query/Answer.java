package ruhr.knowledge.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ruhr.knowledge.value.Version;

/**
 * The answer to one query, from one version of the data. Immutable.
 *
 * @param query the question
 * @param version the version that answered
 * @param total how many entries there are on all pages; exact
 * @param entries the entries of the page asked for, in the order asked for
 * @param counts for each field that the query asked to count, its values; see {@link #counts(String)}
 * @param <T> the type of the entries
 */
public record Answer<T>(
        Query query, Version version, int total, List<T> entries, Map<String, List<FacetCount>> counts) {

    /** Copies the collections. */
    public Answer {
        entries = List.copyOf(entries);
        Map<String, List<FacetCount>> copy = new LinkedHashMap<>();
        counts.forEach((field, values) -> copy.put(field, List.copyOf(values)));
        counts = Collections.unmodifiableMap(copy);
    }

    /**
     * Returns how many entries each value of a field would leave.
     *
     * <p>The visitor's own choice in that field is set aside while counting: with "Robotics" chosen, the panel still
     * tells how many entries "Energy" would bring. What the visitor excluded stays excluded, and all other fields and
     * the scope hold. So the count of a value is exactly the total that the answer would have if this value alone were
     * chosen in the field. A term counts what stands below it, too. Values that would leave nothing are kept with zero,
     * so a panel does not jump.
     *
     * @param field a field that the query asked to count
     * @return the counts in the order of the field's vocabulary; unmodifiable
     * @throws IllegalArgumentException if the query did not ask for counts of this field
     */
    public List<FacetCount> counts(String field) {
        List<FacetCount> values = counts.get(field);
        if (values == null) {
            throw new IllegalArgumentException(
                    "counts of '" + field + "': the query asked for " + query.facets() + " only");
        }
        return values;
    }

    /**
     * Returns how many pages there are.
     *
     * @return at least 1, also for no entries
     */
    public int pages() {
        return query.page().pagesOf(total);
    }
}
