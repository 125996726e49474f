package ruhr.knowledge.model;

import java.util.List;
import ruhr.knowledge.filter.Term;
import ruhr.knowledge.value.LocalizedText;
import ruhr.knowledge.value.Slug;

/**
 * What sort of institution it is, for example a university of applied sciences.
 *
 * @param id the value in URLs
 * @param label what a visitor reads above a list
 * @param aliases other spellings of the id
 * @param broader the types above this one
 */
public record InstitutionType(String id, LocalizedText label, List<String> aliases, List<String> broader)
        implements Term {

    /**
     * Checks the id and copies the lists.
     *
     * @throws IllegalArgumentException if the id is not a slug
     */
    public InstitutionType {
        Slug.require(id, "id of a type");
        aliases = List.copyOf(aliases);
        broader = List.copyOf(broader);
    }
}
