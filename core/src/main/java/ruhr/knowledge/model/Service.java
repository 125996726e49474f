package ruhr.knowledge.model;

import java.util.List;
import java.util.Optional;
import ruhr.knowledge.value.LocalizedText;
import ruhr.knowledge.value.Slug;

/**
 * What an institution offers.
 *
 * @param id the identifier
 * @param name what it is called
 * @param summary what one gets
 * @param provider who offers it
 * @param topics what it is about
 * @param areas the municipalities that it is for; empty if it is for all in which its provider works
 * @param contacts whom to ask
 * @param link where to read more
 * @param example whether it is invented
 * @param sources where the facts come from
 */
public record Service(
        ServiceId id,
        LocalizedText name,
        LocalizedText summary,
        InstitutionId provider,
        List<AssignedTopic> topics,
        List<String> areas,
        List<ContactId> contacts,
        Optional<Link> link,
        boolean example,
        List<String> sources)
        implements Entry {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if an area is not a slug
     */
    public Service {
        topics = List.copyOf(topics);
        areas = List.copyOf(areas);
        contacts = List.copyOf(contacts);
        sources = List.copyOf(sources);
        areas.forEach(area -> Slug.require(area, "area of a service"));
    }

    @Override
    public EntryKind kind() {
        return EntryKind.SERVICE;
    }
}
