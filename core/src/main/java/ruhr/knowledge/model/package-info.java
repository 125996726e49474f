/**
 * What is known of the Ruhr: institutions, services, contact persons and stories (together: entries), and beside them key
 * figures, focus pages, topics and municipalities.
 *
 * <p>Everything here is immutable and checks itself when it is built: an object of this room is never half right. Nothing
 * here knows where it came from (that is {@code source}) or how it looks on a page. Start at
 * {@link ruhr.knowledge.model.Entry}.
 */
@NullMarked
package ruhr.knowledge.model;

import org.jspecify.annotations.NullMarked;
