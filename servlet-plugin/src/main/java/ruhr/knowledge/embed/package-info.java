/**
 * Pages of our own around a widget, for an iframe or a direct visit.
 *
 * <p>What a widget looks like is decided in {@code widget}; here it gets a head, a title, a switch of language and a
 * footer. Start at {@link ruhr.knowledge.embed.EmbedPages}.
 */
@NullMarked
package ruhr.knowledge.embed;

import org.jspecify.annotations.NullMarked;
