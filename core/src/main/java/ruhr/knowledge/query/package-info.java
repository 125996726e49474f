/**
 * A question and its answer: a query (filter, order, page, facets to count), the answer to it, and the two lines of
 * interface that every engine meets.
 *
 * <p>No engine lives here; the one in memory is in {@code index}. Start at {@link ruhr.knowledge.query.Searcher}.
 */
@NullMarked
package ruhr.knowledge.query;

import org.jspecify.annotations.NullMarked;
