package ruhr.knowledge.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A topic.
 *
 * @param id its id
 * @param label what a visitor reads
 * @param aliases other spellings of the id
 * @param broader ids of the topics above
 * @param description what belongs here
 * @param sources ids of sources
 */
public record TopicJson(
        @Nullable String id,
        @Nullable TextJson label,
        @Nullable List<String> aliases,
        @Nullable List<String> broader,
        @Nullable TextJson description,
        @Nullable List<String> sources)
        implements WireRecord {}
