/**
 * The engine in memory: answers queries on records that it was given once, with exact totals and exact facet counts.
 *
 * <p>It knows records only by their {@link ruhr.knowledge.filter.FilterSchema}; what they are, where they come from and when
 * they are replaced is decided elsewhere. Nothing is remembered between two questions: that is {@code cache}. Start at
 * {@link ruhr.knowledge.index.FilterIndex}; all else in here is its interior.
 */
@NullMarked
package ruhr.knowledge.index;

import org.jspecify.annotations.NullMarked;
