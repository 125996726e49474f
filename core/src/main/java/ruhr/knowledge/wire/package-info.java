/**
 * The shape of the JSON: one public record for each kind of record in a document. These are the only types that JSON Binding
 * reflects on.
 *
 * <p>Nothing is checked here, any member can be null: the room {@code snapshot} makes a model of them and says what is
 * wrong. Numbers are {@code BigDecimal}, because JSON Binding turns 1.5 or 99999999999 into an {@code int} without a word.
 * Start at {@link ruhr.knowledge.wire.WireFormat}.
 */
@NullMarked
package ruhr.knowledge.wire;

import org.jspecify.annotations.NullMarked;
