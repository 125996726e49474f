/**
 * What can be asked: the vocabularies of a field, the fields of a record type, the filter itself, and the grammar in which
 * a filter stands in a URL.
 *
 * <p>Nothing here knows records, counts or pages: those live in {@code query} and {@code index}. Nothing here knows the
 * Ruhr either, so a portal uses this room with vocabularies of its own. Start at
 * {@link ruhr.knowledge.filter.FilterSchema}.
 */
@NullMarked
package ruhr.knowledge.filter;

import org.jspecify.annotations.NullMarked;
