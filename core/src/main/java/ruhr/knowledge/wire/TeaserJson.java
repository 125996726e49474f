package ruhr.knowledge.wire;

import org.jspecify.annotations.Nullable;

/**
 * A card of a focus page.
 *
 * @param story the id of a story
 * @param readMore whether it ends in "Read more"; absent means yes
 * @param chip whether it shows a chip; absent means yes
 */
public record TeaserJson(
        @Nullable String story,
        @Nullable Boolean readMore,
        @Nullable Boolean chip) {}
