/**
 * The linguistics behind one seam: which words a text has, when two of them are the same word, when one is part of another,
 * and when one is a slip of the keyboard for another.
 *
 * <p>Everything here is a pure function of its arguments. Nothing here knows records, queries, ranks or a corpus: those live
 * in {@code query} and {@code index}. The stemmer comes from a library that no other room knows. Start at
 * {@link ruhr.knowledge.text.Words}.
 */
@NullMarked
package ruhr.knowledge.text;

import org.jspecify.annotations.NullMarked;
