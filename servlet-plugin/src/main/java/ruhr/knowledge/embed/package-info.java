/**
 * How a widget gets into pages of others: as a page of our own in a frame, inside the custom element, by oEmbed, and by
 * code that somebody copies.
 *
 * <p>What a widget looks like is decided in {@code widget}; here it gets what stands around it. Start at
 * {@link ruhr.knowledge.embed.EmbedPages}; {@link ruhr.knowledge.embed.EmbedBuilder} writes the codes.
 */
@NullMarked
package ruhr.knowledge.embed;

import org.jspecify.annotations.NullMarked;
