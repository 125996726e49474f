package ruhr.knowledge.model;

import ruhr.knowledge.value.Slug;

/**
 * The identifier of a service.
 *
 * @param value a slug
 */
public record ServiceId(String value) implements EntryId {

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the value is not a slug
     */
    public ServiceId {
        Slug.require(value, "id of a service");
    }

    @Override
    public String toString() {
        return value;
    }
}
