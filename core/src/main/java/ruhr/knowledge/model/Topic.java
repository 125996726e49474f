package ruhr.knowledge.model;

import java.util.List;
import java.util.Optional;
import ruhr.knowledge.filter.Term;
import ruhr.knowledge.value.LocalizedText;
import ruhr.knowledge.value.Slug;

/**
 * What an entry can be about, for example "Knowledge transfer".
 *
 * @param id the value in URLs
 * @param label what a visitor reads
 * @param aliases other spellings of the id
 * @param broader the topics above this one
 * @param description one or two sentences on what belongs here
 * @param sources where the topic comes from
 */
public record Topic(
        String id,
        LocalizedText label,
        List<String> aliases,
        List<String> broader,
        Optional<LocalizedText> description,
        List<String> sources)
        implements Term {

    /**
     * Checks the id and copies the lists.
     *
     * @throws IllegalArgumentException if the id is not a slug
     */
    public Topic {
        Slug.require(id, "id of a topic");
        aliases = List.copyOf(aliases);
        broader = List.copyOf(broader);
        sources = List.copyOf(sources);
    }
}
