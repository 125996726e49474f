package ruhr.knowledge.widget.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A story.
 *
 * @param shell what surrounds it
 * @param title its headline
 * @param teaser its first sentences
 * @param paragraphs its text
 * @param image a picture
 * @param chips its topics
 * @param href where to read more
 * @param linkText what the link says
 * @param example "Example", if it is invented
 * @param sources where it comes from
 */
public record StoryView(
        Shell shell,
        Words title,
        Words teaser,
        List<Words> paragraphs,
        @Nullable Picture image,
        List<Chip> chips,
        @Nullable String href,
        @Nullable Words linkText,
        @Nullable String example,
        List<SourceItem> sources) {}
