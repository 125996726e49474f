/**
 * From records to something that can be asked: assembly, checks, references resolved, and the immutable snapshot that
 * comes of it.
 *
 * <p>A record that makes no sense is left out and becomes a finding that names it by JSON pointer; it never stops the
 * others. Start at {@link ruhr.knowledge.snapshot.Snapshot}.
 */
@NullMarked
package ruhr.knowledge.snapshot;

import org.jspecify.annotations.NullMarked;
