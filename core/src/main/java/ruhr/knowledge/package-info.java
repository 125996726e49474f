/**
 * The front door: {@link ruhr.knowledge.KnowledgeBase} opens sources, hands out the current snapshot, reads anew and
 * closes.
 *
 * <p>The rooms behind it, each importing only those before it: {@code value}, {@code text}, {@code filter},
 * {@code query}, {@code index}, {@code cache} (these know nothing of the Ruhr and filter any records), {@code model},
 * {@code wire}, {@code source}, {@code snapshot}.
 */
@NullMarked
package ruhr.knowledge;

import org.jspecify.annotations.NullMarked;
