package ruhr.knowledge.model;

import java.net.URI;
import java.util.Optional;
import ruhr.knowledge.value.LocalizedText;
import ruhr.knowledge.value.Slug;

/**
 * A source of facts.
 *
 * @param id a slug to which entries refer
 * @param title what the source is, for a list of sources
 * @param url where it can be read, http or https
 */
public record Citation(String id, LocalizedText title, Optional<URI> url) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the id is no slug or the address not http or https
     */
    public Citation {
        Slug.require(id, "id of a source");
        url.ifPresent(Link::requireWebAddress);
    }
}
