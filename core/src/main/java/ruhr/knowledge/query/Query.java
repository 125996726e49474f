package ruhr.knowledge.query;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
 * @param after behind which entry the page begins; the number of the page is 1 then
 */
public record Query(
        Filter scope, Filter filter, Sort sort, Page page, SortedSet<String> facets, Optional<Cursor> after) {

    private static final Query ALL = new Query(
            Filter.everything(), Filter.everything(), Sort.NAME, Page.FIRST, new TreeSet<>(), Optional.empty());

    /**
     * Brings scope and filter into their canonical forms, so that queries of the same meaning are equal, and copies the
     * names of the facets.
     *
     * @throws IllegalArgumentException if there is a cursor and the page is not the first
     */
    public Query {
        scope = scope.canonical();
        filter = filter.canonical();
        if (after.isPresent() && page.number() != 1) {
            throw new IllegalArgumentException("page: expected the first page behind a cursor, found " + page.number());
        }
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
     * Returns a query with a filter: first page, in the order that the filter asks for by itself (see
     * {@link Sort#of(Filter)}), nothing counted.
     *
     * @param filter what is wanted
     * @return the query
     */
    public static Query where(Filter filter) {
        Query query = ALL.filtered(filter);
        return query.sort(Sort.of(query.filter()));
    }

    /**
     * Returns this query in another order, from the first page on.
     *
     * @param wanted the order
     * @return a changed copy
     */
    public Query sort(Sort wanted) {
        return new Query(scope, filter, wanted, page.first(), facets, Optional.empty());
    }

    /**
     * Returns this query for the page behind a cursor, see {@link Answer#next()}.
     *
     * @param cursor where the page begins
     * @return a changed copy
     */
    public Query after(Cursor cursor) {
        return new Query(scope, filter, sort, page.first(), facets, Optional.of(cursor));
    }

    /**
     * Returns this query with another filter.
     *
     * @param wanted what the visitor chose
     * @return a changed copy
     */
    public Query filtered(Filter wanted) {
        return new Query(scope, wanted, sort, page, facets, after);
    }

    /**
     * Returns this query with another scope.
     *
     * @param wanted what always holds
     * @return a changed copy
     */
    public Query within(Filter wanted) {
        return new Query(wanted, filter, sort, page, facets, after);
    }

    /**
     * Returns this query for another page.
     *
     * @param wanted the page
     * @return a changed copy
     */
    public Query page(Page wanted) {
        return new Query(scope, filter, sort, wanted, facets, Optional.empty());
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
        return new Query(scope, filter, sort, page, new TreeSet<>(fields), after);
    }
}
