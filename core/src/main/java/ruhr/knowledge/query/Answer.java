package ruhr.knowledge.query;

import java.util.List;
import java.util.Optional;
import ruhr.knowledge.value.Version;

/**
 * The answer to one query, from one version of the data. Immutable.
 *
 * @param query the question
 * @param version the version that answered
 * @param total how many entries there are on all pages; exact
 * @param entries the entries of the page asked for, in the order asked for
 * @param matches for each of these entries why it is there; empty if the query has neither words nor a circle
 * @param facets for each field that the query asked to count, its values, in the order of {@link Query#facets()}
 * @param relaxations if there is no entry: which single condition of the visitor's filter, taken away, would bring how
 *     many, the most first
 * @param last the id of the last entry of this page if others come behind it
 * @param <T> the type of the entries
 */
public record Answer<T>(
        Query query,
        Version version,
        int total,
        List<T> entries,
        List<Match> matches,
        List<Facet> facets,
        List<Relaxation> relaxations,
        Optional<String> last) {

    /** Copies the lists that can be changed. */
    public Answer {
        entries = List.copyOf(entries);
        matches = matches instanceof LateMatches<?> ? matches : List.copyOf(matches);
        facets = List.copyOf(facets);
        relaxations = List.copyOf(relaxations);
    }

    /**
     * Returns why an entry is there.
     *
     * @param index the place of the entry on this page, from 0
     * @return the match; {@link Match#PLAIN} if the query has neither words nor a circle
     */
    public Match match(int index) {
        return matches.isEmpty() ? Match.PLAIN : matches.get(index);
    }

    /**
     * Returns where the next page begins. Unlike a page number, a cursor has no last page that it can reach.
     *
     * @return the cursor for {@link Query#after}; empty if nothing comes behind this page
     */
    public Optional<Cursor> next() {
        return last.map(id -> Cursor.behind(query, version, id));
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
        return facet(field).counts();
    }

    /**
     * Returns how many entries each value of a field would leave, see {@link #counts}, and how many have none.
     *
     * @param field a field that the query asked to count
     * @return the facet
     * @throws IllegalArgumentException if the query did not ask for counts of this field
     */
    public Facet facet(String field) {
        for (Facet facet : facets) {
            if (facet.field().equals(field)) {
                return facet;
            }
        }
        throw new IllegalArgumentException(
                "counts of '" + field + "': the query asked for " + query.facets() + " only");
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
