/**
 * The data as files and messages: JSON so far. Start at {@link ruhr.knowledge.export.InstitutionsJson}.
 *
 * <p>Nothing here knows HTTP: a writer gets an answer and gives text.
 */
@NullMarked
package ruhr.knowledge.export;

import org.jspecify.annotations.NullMarked;
