package ruhr.knowledge.wire;

import org.jspecify.annotations.Nullable;

/**
 * A topic of a record.
 *
 * @param id the id of a topic
 * @param assignedBy {@code editor}, or absent where the source itself names the topic
 */
public record AssignedTopicJson(
        @Nullable String id, @Nullable String assignedBy) {}
