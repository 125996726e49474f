package ruhr.knowledge.model;

import ruhr.knowledge.value.Slug;

/**
 * The identifier of a contact person.
 *
 * @param value a slug
 */
public record ContactId(String value) implements EntryId {

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the value is not a slug
     */
    public ContactId {
        Slug.require(value, "id of a contact person");
    }

    @Override
    public String toString() {
        return value;
    }
}
