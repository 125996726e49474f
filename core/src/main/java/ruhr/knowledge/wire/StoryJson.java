package ruhr.knowledge.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A story.
 *
 * @param id its id
 * @param title its headline
 * @param teaser one or two sentences
 * @param paragraphs the text
 * @param topics what it is about
 * @param institutions ids of institutions
 * @param image a picture
 * @param link where to read more
 * @param published the day of publication, as {@code 2026-11-23}
 * @param example whether it is invented
 * @param sources ids of sources
 */
public record StoryJson(
        @Nullable String id,
        @Nullable TextJson title,
        @Nullable TextJson teaser,
        @Nullable List<TextJson> paragraphs,
        @Nullable List<AssignedTopicJson> topics,
        @Nullable List<String> institutions,
        @Nullable ImageJson image,
        @Nullable LinkJson link,
        @Nullable String published,
        @Nullable Boolean example,
        @Nullable List<String> sources)
        implements WireRecord {}
