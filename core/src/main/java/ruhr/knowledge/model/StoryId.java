package ruhr.knowledge.model;

import ruhr.knowledge.value.Slug;

/**
 * The identifier of a story.
 *
 * @param value a slug
 */
public record StoryId(String value) implements EntryId {

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the value is not a slug
     */
    public StoryId {
        Slug.require(value, "id of a story");
    }

    @Override
    public String toString() {
        return value;
    }
}
