package ruhr.knowledge.widget.view;

import org.jspecify.annotations.Nullable;

/**
 * A story as a card.
 *
 * @param title its headline
 * @param teaser a sentence
 * @param href where it is told
 * @param readMore whether it ends in "Read more"
 * @param chip its topic
 * @param image a picture
 * @param example "Example", if it is invented
 */
public record TeaserItem(
        Words title,
        Words teaser,
        String href,
        boolean readMore,
        @Nullable Chip chip,
        @Nullable Picture image,
        @Nullable String example) {}
