package ruhr.knowledge.model;

import java.util.List;
import java.util.Optional;
import ruhr.knowledge.filter.Term;
import ruhr.knowledge.value.GeoPoint;
import ruhr.knowledge.value.LocalizedText;
import ruhr.knowledge.value.Slug;

/**
 * A place to filter by: a city, a town in a district, a district with all its towns, or a place outside the region.
 *
 * @param id the value in URLs
 * @param label what a visitor reads
 * @param kind what sort of place
 * @param aliases other spellings of the id
 * @param broader the district, for a town
 * @param location its centre, if a source gives one
 * @param sources where name and location come from
 */
public record Municipality(
        String id,
        LocalizedText label,
        Kind kind,
        List<String> aliases,
        List<String> broader,
        Optional<GeoPoint> location,
        List<String> sources)
        implements Term {

    /** The sorts of places. */
    public enum Kind {
        /** A city that belongs to no district. */
        CITY,
        /** A town in a district. */
        TOWN,
        /** A municipality in a district that is not a town. */
        MUNICIPALITY,
        /** A district: stands for all its towns. */
        DISTRICT,
        /** A place outside the region, or all of them together. */
        OUTSIDE
    }

    /**
     * Checks the id and copies the lists.
     *
     * @throws IllegalArgumentException if the id is not a slug
     */
    public Municipality {
        Slug.require(id, "id of a municipality");
        aliases = List.copyOf(aliases);
        broader = List.copyOf(broader);
        sources = List.copyOf(sources);
    }
}
