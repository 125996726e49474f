package ruhr.knowledge.model;

import java.util.Optional;
import ruhr.knowledge.value.GeoPoint;
import ruhr.knowledge.value.LocalizedText;
import ruhr.knowledge.value.Slug;

/**
 * One place where an institution works.
 *
 * @param municipality the id of a {@link Municipality}
 * @param label the name of the site, where there are several
 * @param address street and postal code
 * @param location where it is
 * @param precision what the location points at
 */
public record Site(
        String municipality,
        Optional<LocalizedText> label,
        Optional<Address> address,
        Optional<GeoPoint> location,
        Precision precision) {

    /** What a location points at. */
    public enum Precision {
        /** The site itself. */
        SITE,
        /** The centre of its municipality: to be drawn as a city, not as a point. */
        CITY
    }

    /**
     * Checks the id.
     *
     * @throws IllegalArgumentException if it is not a slug
     */
    public Site {
        Slug.require(municipality, "municipality of a site");
    }
}
