package ruhr.knowledge.model;

import java.util.List;
import ruhr.knowledge.value.LocalizedText;
import ruhr.knowledge.value.Slug;

/**
 * The page of one topic, composed of blocks.
 *
 * @param id the identifier among focus pages
 * @param topic the id of the topic that its chip shows
 * @param title the name of the page
 * @param description one sentence for lists and search engines
 * @param blocks what the page shows, from top to bottom
 */
public record Focus(String id, String topic, LocalizedText title, LocalizedText description, List<Block> blocks) {

    /**
     * Checks the ids and copies the blocks.
     *
     * @throws IllegalArgumentException if an id is no slug
     */
    public Focus {
        Slug.require(id, "id of a focus page");
        Slug.require(topic, "topic of a focus page");
        blocks = List.copyOf(blocks);
    }
}
