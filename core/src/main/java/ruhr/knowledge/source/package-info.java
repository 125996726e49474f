/**
 * Where data comes from: a source pushes the records of its documents, one at a time, to whoever asked.
 *
 * <p>Everything a source reads is behind limits (size, depth, length of numbers), and a record that cannot be read is
 * reported and passed over. Whether a record makes sense is not decided here but in {@code snapshot}. Start at
 * {@link ruhr.knowledge.source.Source}.
 */
@NullMarked
package ruhr.knowledge.source;

import org.jspecify.annotations.NullMarked;
