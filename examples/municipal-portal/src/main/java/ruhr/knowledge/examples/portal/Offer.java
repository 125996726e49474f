package ruhr.knowledge.examples.portal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ruhr.knowledge.value.GeoPoint;
import ruhr.knowledge.value.LocalizedText;

/** What the city shows: its events, its services, and places for businesses. */
public sealed interface Offer {

    /** Returns the id, as it stands in addresses. */
    String id();

    /** Returns what it is called. */
    String name();

    /** Returns a sentence or two about it. */
    LocalizedText text();

    /** Returns ids of the Ruhr's topics. */
    Set<String> topics();

    /** Returns the id of a district. */
    String district();

    /** Returns where it is. */
    GeoPoint place();

    /** Returns the kind of offer, as it stands in addresses. */
    default String kind() {
        return this instanceof Event ? "event" : this instanceof Service ? "service" : "site";
    }

    /**
     * Something that takes place.
     *
     * @param id its id
     * @param name what it is called
     * @param text what happens
     * @param topics ids of the Ruhr's topics
     * @param district where it is
     * @param place where it is exactly
     * @param days when it takes place
     */
    record Event(
            String id,
            String name,
            LocalizedText text,
            Set<String> topics,
            String district,
            GeoPoint place,
            List<LocalDate> days)
            implements Offer {}

    /**
     * What an office does for people and businesses.
     *
     * @param id its id
     * @param name what it is called
     * @param text what one gets
     * @param topics ids of the Ruhr's topics
     * @param district where the office is
     * @param place where it is exactly
     * @param audience for whom: {@code citizens} or {@code businesses}
     */
    record Service(
            String id,
            String name,
            LocalizedText text,
            Set<String> topics,
            String district,
            GeoPoint place,
            Set<String> audience)
            implements Offer {}

    /**
     * A place where businesses are.
     *
     * @param id its id
     * @param name what it is called
     * @param text what is there
     * @param topics ids of the Ruhr's topics
     * @param district where it is
     * @param place where it is exactly
     * @param founded the year in which it was opened, if it is known
     */
    record Site(
            String id,
            String name,
            LocalizedText text,
            Set<String> topics,
            String district,
            GeoPoint place,
            Optional<Integer> founded)
            implements Offer {}
}
