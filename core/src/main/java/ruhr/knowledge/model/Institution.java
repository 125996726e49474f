package ruhr.knowledge.model;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import ruhr.knowledge.value.Finding;
import ruhr.knowledge.value.LocalizedText;
import ruhr.knowledge.value.Slug;

/**
 * A university, an institute, an innovation centre: a body that works at one or several sites.
 *
 * @param id the identifier
 * @param name the full name
 * @param shortName what people say
 * @param type the id of an {@link InstitutionType}
 * @param summary one or two sentences
 * @param sites where it works, the main site first; at least one
 * @param status whether it still works
 * @param successor the institution that it went into
 * @param parents the institutions that it belongs to; there may be several
 * @param topics what it is about
 * @param website its own page
 * @param ror its address in the Research Organization Registry
 * @param established the year it was founded in
 * @param logo its logo
 * @param example whether it is invented
 * @param sources where the facts come from
 */
public record Institution(
        InstitutionId id,
        LocalizedText name,
        Optional<String> shortName,
        String type,
        Optional<LocalizedText> summary,
        List<Site> sites,
        Status status,
        Optional<InstitutionId> successor,
        List<InstitutionId> parents,
        List<AssignedTopic> topics,
        Optional<URI> website,
        Optional<URI> ror,
        Optional<Integer> established,
        Optional<Image> logo,
        boolean example,
        List<String> sources)
        implements Entry {

    /**
     * Checks what belongs together and copies the lists.
     *
     * @throws IllegalArgumentException if there is no site, an active institution has a successor, an institution is its
     *     own parent or successor, an address is no web address, or the year is out of range
     */
    public Institution {
        Slug.require(type, "type of an institution");
        sites = List.copyOf(sites);
        parents = List.copyOf(parents);
        topics = List.copyOf(topics);
        sources = List.copyOf(sources);
        if (sites.isEmpty()) {
            throw new IllegalArgumentException("sites: expected at least one site, found none");
        }
        if (status == Status.ACTIVE && successor.isPresent()) {
            throw new IllegalArgumentException("successor: expected none for an active institution, found "
                    + Finding.quote(successor.get().value()));
        }
        if (parents.contains(id) || successor.equals(Optional.of(id))) {
            throw new IllegalArgumentException(
                    "parents and successor: expected other institutions, found this one, " + Finding.quote(id.value()));
        }
        established.ifPresent(Institution::requireYear);
        website.ifPresent(Link::requireWebAddress);
        ror.ifPresent(address -> RorId.require(address.toString()));
    }

    /**
     * Returns a year if an institution can have been founded in it.
     *
     * @param year any number
     * @return the year
     * @throws IllegalArgumentException if it is before 1000 or after 2200
     */
    public static int requireYear(int year) {
        if (year < 1000 || year > 2200) {
            throw new IllegalArgumentException("established: expected a year of 1000 to 2200, found " + year);
        }
        return year;
    }

    @Override
    public EntryKind kind() {
        return EntryKind.INSTITUTION;
    }

    /**
     * Returns the municipalities that it has a site in.
     *
     * @return ids without repetition, that of the main site first
     */
    public List<String> municipalities() {
        return sites.stream().map(Site::municipality).distinct().toList();
    }
}
