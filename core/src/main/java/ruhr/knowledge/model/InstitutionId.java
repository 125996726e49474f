package ruhr.knowledge.model;

import ruhr.knowledge.value.Slug;

/**
 * The identifier of an institution.
 *
 * @param value a slug
 */
public record InstitutionId(String value) implements EntryId {

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the value is not a slug
     */
    public InstitutionId {
        Slug.require(value, "id of an institution");
    }

    @Override
    public String toString() {
        return value;
    }
}
