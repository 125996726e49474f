package ruhr.knowledge.model;

import ruhr.knowledge.value.Slug;

/**
 * A topic of an entry, and who says so.
 *
 * @param topic the id of a {@link Topic}
 * @param byEditor true if an editor inferred it from the entry's name, type or notes; false if the entry's own source
 *     names the topic
 */
public record AssignedTopic(String topic, boolean byEditor) {

    /**
     * Checks the id.
     *
     * @throws IllegalArgumentException if it is not a slug
     */
    public AssignedTopic {
        Slug.require(topic, "topic");
    }
}
