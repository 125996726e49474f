package ruhr.knowledge.query;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import ruhr.knowledge.filter.Filter;

/**
 * A question: which entries, in which order, which page of them, and which facets to count.
 *
 * <p>A query has two filters. The <em>scope</em> is what the page is about and always holds ("institutions"). The
 * <em>filter</em> is what the visitor chose; counting a field sets the visitor's own choice in that field aside, never
 * the scope.
 *
 * <pre>{@code
 * Query query = Query.where(Filter.choice("topic", "hydrogen"))
 *         .within(Filter.choice("kind", "institution"))
 *         .counting("city", "type")
 *         .page(new Page(2, 10));
 * }</pre>
 *
 * <p>A query built in code says all that it means: the defaults of a schema are added only to query strings, see
 * {@link QueryString}. Immutable; two queries that are equal have equal answers in one version.
 *
 * @param scope what always holds
 * @param filter what the visitor chose
 * @param sort the order of the entries
 * @param page which part is wanted
 * @param facets the names of the fields to count, sorted
 */
public record Query(Filter scope, Filter filter, Sort sort, Page page, SortedSet<String> facets) {

    private static final Query ALL =
            new Query(Filter.everything(), Filter.everything(), Sort.NAME, Page.FIRST, new TreeSet<>());

    /** Copies the names of the facets. */
    public Query {
        facets = Collections.unmodifiableSortedSet(new TreeSet<>(facets));
    }

    /**
     * Returns the query for everything: first page, by name, nothing counted.
     *
     * @return the query without any filter
     */
    public static Query all() {
        return ALL;
    }

    /**
     * Returns a query with a filter: first page, by name, nothing counted.
     *
     * @param filter what is wanted
     * @return the query
     */
    public static Query where(Filter filter) {
        return ALL.filtered(filter);
    }

    /**
     * Returns this query with another filter.
     *
     * @param wanted what the visitor chose
     * @return a changed copy
     */
    public Query filtered(Filter wanted) {
        return new Query(scope, wanted, sort, page, facets);
    }

    /**
     * Returns this query with another scope.
     *
     * @param wanted what always holds
     * @return a changed copy
     */
    public Query within(Filter wanted) {
        return new Query(wanted, filter, sort, page, facets);
    }

    /**
     * Returns this query for another page.
     *
     * @param wanted the page
     * @return a changed copy
     */
    public Query page(Page wanted) {
        return new Query(scope, filter, sort, wanted, facets);
    }

    /**
     * Returns this query counting other facets.
     *
     * @param fields the names of fields
     * @return a changed copy
     */
    public Query counting(String... fields) {
        return counting(List.of(fields));
    }

    /**
     * Returns this query counting other facets.
     *
     * @param fields the names of fields
     * @return a changed copy
     */
    public Query counting(Collection<String> fields) {
        return new Query(scope, filter, sort, page, new TreeSet<>(fields));
    }
}
