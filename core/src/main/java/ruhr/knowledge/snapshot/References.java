package ruhr.knowledge.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import ruhr.knowledge.filter.Vocabulary;
import ruhr.knowledge.model.AssignedTopic;
import ruhr.knowledge.model.Citation;
import ruhr.knowledge.model.ContactPerson;
import ruhr.knowledge.model.Entry;
import ruhr.knowledge.model.EntryId;
import ruhr.knowledge.model.Institution;
import ruhr.knowledge.model.InstitutionId;
import ruhr.knowledge.model.KeyFigure;
import ruhr.knowledge.model.Service;
import ruhr.knowledge.model.Site;
import ruhr.knowledge.model.Story;

/**
 * Holds the entries against the vocabularies and against each other. An entry that refers to nothing where it needs
 * something is left out; any other reference that leads nowhere is dropped from its entry. Both are reported.
 */
final class References {

    private final Report report;
    private final Vocabulary topics;
    private final Vocabulary types;
    private final Vocabulary municipalities;
    private final Map<String, Citation> citations;
    private final Map<EntryId, Placed<Entry>> entries = new LinkedHashMap<>();

    References(
            Report report,
            Vocabulary topics,
            Vocabulary types,
            Vocabulary municipalities,
            Map<String, Citation> citations) {
        this.report = report;
        this.topics = topics;
        this.types = types;
        this.municipalities = municipalities;
        this.citations = citations;
    }

    /** Resolves all entries; institutions first, because the others refer to them. */
    List<Entry> resolve(List<Placed<Entry>> given) {
        List<Placed<Entry>> unique = unique(given);
        resolveEach(unique, Institution.class, this::institution);
        resolveEach(List.copyOf(entries.values()), Institution.class, this::relations);
        resolveEach(unique, ContactPerson.class, this::contact);
        resolveEach(unique, Service.class, this::service);
        resolveEach(unique, Story.class, this::story);
        return entries.values().stream().map(Placed::value).toList();
    }

    Map<InstitutionId, Institution> institutions() {
        Map<InstitutionId, Institution> byId = new HashMap<>();
        for (Placed<Entry> entry : entries.values()) {
            if (entry.value() instanceof Institution institution) {
                byId.put(institution.id(), institution);
            }
        }
        return byId;
    }

    boolean has(EntryId id) {
        return entries.containsKey(id);
    }

    private List<Placed<Entry>> unique(List<Placed<Entry>> given) {
        Map<String, Placed<Entry>> byId = new LinkedHashMap<>();
        for (Placed<Entry> entry : given) {
            String id = entry.value().id().value();
            Placed<Entry> first = byId.putIfAbsent(id, entry);
            if (first != null) {
                report.recordLeftOut(
                        entry.place(),
                        "id",
                        "an id that no other entry of any kind has",
                        "'" + id + "', which stands at " + first.place().document() + " "
                                + first.place().pointer());
            }
        }
        return List.copyOf(byId.values());
    }

    private <E extends Entry> void resolveEach(
            List<Placed<Entry>> given, Class<E> kind, Function<Placed<E>, Optional<E>> resolve) {
        for (Placed<Entry> entry : given) {
            if (kind.isInstance(entry.value())) {
                Optional<E> resolved = resolve.apply(entry.with(kind.cast(entry.value())));
                resolved.ifPresent(value -> entries.put(value.id(), entry.with(value)));
            }
        }
    }

    private Optional<Institution> institution(Placed<Institution> placed) {
        Institution it = placed.value();
        Optional<String> type = types.resolve(it.type());
        if (type.isEmpty()) {
            report.recordLeftOut(placed.place(), "type", "the id of a type", "'" + it.type() + "'");
            return Optional.empty();
        }
        List<Site> sites = kept(placed, "sites", it.sites(), Site::municipality, this::isMunicipality);
        if (sites.isEmpty()) {
            report.recordLeftOut(placed.place(), "sites", "a site in a known municipality", "none");
            return Optional.empty();
        }
        return Optional.of(new Institution(
                it.id(),
                it.name(),
                it.shortName(),
                type.get(),
                it.summary(),
                sites,
                it.status(),
                it.successor(),
                it.parents(),
                topics(placed, it.topics()),
                it.website(),
                it.ror(),
                it.established(),
                it.logo(),
                it.example(),
                sources(placed, it.sources())));
    }

    /** Drops relations to institutions that are not there; runs when all institutions are known. */
    private Optional<Institution> relations(Placed<Institution> placed) {
        Institution it = placed.value();
        List<InstitutionId> parents = kept(placed, "parents", it.parents(), InstitutionId::value, this::isInstitution);
        Optional<InstitutionId> successor = it.successor().filter(this::has);
        if (!successor.equals(it.successor())) {
            report.partLeftOut(
                    placed.place(),
                    "successor",
                    "the id of an institution",
                    it.successor().map(id -> "'" + id + "'").orElse("none"));
        }
        return Optional.of(new Institution(
                it.id(),
                it.name(),
                it.shortName(),
                it.type(),
                it.summary(),
                it.sites(),
                it.status(),
                successor,
                parents,
                it.topics(),
                it.website(),
                it.ror(),
                it.established(),
                it.logo(),
                it.example(),
                it.sources()));
    }

    private Optional<ContactPerson> contact(Placed<ContactPerson> placed) {
        ContactPerson it = placed.value();
        if (!has(it.institution())) {
            return missing(placed, "institution", it.institution());
        }
        return Optional.of(new ContactPerson(
                it.id(),
                it.institution(),
                it.role(),
                it.personName(),
                it.email(),
                it.phone(),
                it.photo(),
                it.review(),
                topics(placed, it.topics()),
                it.example(),
                sources(placed, it.sources())));
    }

    private Optional<Service> service(Placed<Service> placed) {
        Service it = placed.value();
        if (!has(it.provider())) {
            return missing(placed, "provider", it.provider());
        }
        return Optional.of(new Service(
                it.id(),
                it.name(),
                it.summary(),
                it.provider(),
                topics(placed, it.topics()),
                kept(placed, "areas", it.areas(), area -> area, this::isMunicipality),
                kept(placed, "contacts", it.contacts(), EntryId::value, this::has),
                it.link(),
                it.example(),
                sources(placed, it.sources())));
    }

    private Optional<Story> story(Placed<Story> placed) {
        Story it = placed.value();
        return Optional.of(new Story(
                it.id(),
                it.title(),
                it.teaser(),
                it.paragraphs(),
                topics(placed, it.topics()),
                kept(placed, "institutions", it.institutions(), EntryId::value, this::isInstitution),
                it.image(),
                it.link(),
                it.published(),
                it.example(),
                sources(placed, it.sources())));
    }

    KeyFigure figure(Placed<KeyFigure> placed) {
        KeyFigure it = placed.value();
        return new KeyFigure(
                it.id(),
                it.value(),
                it.qualifier(),
                it.unit(),
                it.year(),
                it.label(),
                topics(placed, it.topics()),
                it.published(),
                sources(placed, it.sources()));
    }

    private <E> Optional<E> missing(Placed<?> placed, String member, InstitutionId id) {
        report.recordLeftOut(placed.place(), member, "the id of an institution", "'" + id + "'");
        return Optional.empty();
    }

    private List<AssignedTopic> topics(Placed<?> placed, List<AssignedTopic> given) {
        List<AssignedTopic> known = kept(
                placed,
                "topics",
                given,
                AssignedTopic::topic,
                topic -> topics.resolve(topic.topic()).isPresent());
        return known.stream()
                .map(topic -> new AssignedTopic(topics.resolve(topic.topic()).orElseThrow(), topic.byEditor()))
                .distinct()
                .toList();
    }

    private List<String> sources(Placed<?> placed, List<String> given) {
        return kept(placed, "sources", given, source -> source, citations::containsKey);
    }

    private boolean isMunicipality(Site site) {
        return isMunicipality(site.municipality());
    }

    private boolean isMunicipality(String id) {
        return municipalities.term(id).isPresent();
    }

    private boolean isInstitution(InstitutionId id) {
        return has(id);
    }

    private <R> List<R> kept(
            Placed<?> placed,
            String member,
            List<R> given,
            Function<? super R, String> id,
            Predicate<? super R> isKnown) {
        List<R> known = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            R reference = given.get(i);
            if (isKnown.test(reference)) {
                known.add(reference);
            } else {
                report.partLeftOut(
                        placed.place(), member + "/" + i, "an id that is in the data", "'" + id.apply(reference) + "'");
            }
        }
        return known;
    }
}
