/**
 * Small values that every other room uses: a text in one or more languages, an identifier, a place, a version, and a
 * finding (one thing wrong in the data, and where).
 *
 * <p>What lives here is immutable, checks itself when it is built, and knows nothing of the Ruhr. Nothing here reads,
 * filters or renders. Start at {@link ruhr.knowledge.value.LocalizedText}.
 */
@NullMarked
package ruhr.knowledge.value;

import org.jspecify.annotations.NullMarked;
