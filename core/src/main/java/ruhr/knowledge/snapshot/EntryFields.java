package ruhr.knowledge.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterPresets;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Span;
import ruhr.knowledge.filter.Term;
import ruhr.knowledge.filter.Vocabulary;
import ruhr.knowledge.model.AssignedTopic;
import ruhr.knowledge.model.ContactPerson;
import ruhr.knowledge.model.Entry;
import ruhr.knowledge.model.EntryKind;
import ruhr.knowledge.model.Institution;
import ruhr.knowledge.model.InstitutionId;
import ruhr.knowledge.model.Municipality;
import ruhr.knowledge.model.Service;
import ruhr.knowledge.model.Status;
import ruhr.knowledge.model.Story;
import ruhr.knowledge.value.GeoPoint;
import ruhr.knowledge.value.GermanOrder;
import ruhr.knowledge.value.LocalizedText;

/**
 * The fields by which entries can be filtered. Services, contacts and stories are where their institutions are, and a
 * service that names its areas is there instead. What belongs to an institution can be found by its id.
 */
final class EntryFields {

    private static final List<Span> YEARS = List.of(
            new Span(Long.MIN_VALUE, 1949),
            new Span(1950, 1969),
            new Span(1970, 1989),
            new Span(1990, 2009),
            new Span(2010, Long.MAX_VALUE));

    private final Vocabulary topics;
    private final Vocabulary types;
    private final Vocabulary municipalities;
    private final Vocabulary owners;
    private final Map<InstitutionId, Institution> institutions;

    private EntryFields(
            Vocabulary topics,
            Vocabulary types,
            Vocabulary municipalities,
            Vocabulary owners,
            Map<InstitutionId, Institution> institutions) {
        this.topics = topics;
        this.types = types;
        this.municipalities = municipalities;
        this.owners = owners;
        this.institutions = institutions;
    }

    static FilterSchema<Entry> schema(
            Vocabulary topics,
            Vocabulary types,
            Vocabulary municipalities,
            Map<InstitutionId, Institution> institutions,
            Collection<Entry> entries,
            FilterPresets presets) {
        return new EntryFields(topics, types, municipalities, owners(institutions, entries), institutions)
                .schema(presets);
    }

    /** An institution as a value: what belongs to it can be asked for. */
    private record Owner(String id, LocalizedText label) implements Term {}

    /** Returns the institutions to which some entry belongs, by name. */
    private static Vocabulary owners(Map<InstitutionId, Institution> institutions, Collection<Entry> entries) {
        List<Owner> owners = entries.stream()
                .flatMap(entry -> owning(entry).stream())
                .distinct()
                .map(institutions::get)
                .filter(Objects::nonNull)
                .filter(institution -> !institution.id().value().equals("any")
                        && !institution.id().value().equals(Filter.NONE))
                .sorted(Comparator.comparing((Institution it) ->
                                GermanOrder.key(it.name().in(Locale.GERMAN).text()))
                        .thenComparing(it -> it.id().value()))
                .map(it -> new Owner(it.id().value(), it.name()))
                .toList();
        return Vocabulary.of(owners);
    }

    private FilterSchema<Entry> schema(FilterPresets presets) {
        return FilterSchema.<Entry>of(
                        entry -> entry.id().value(),
                        entry -> entry.name().in(Locale.GERMAN).text())
                .choice(
                        "kind",
                        LocalizedText.of("Inhalt", "Content"),
                        Vocabulary.of(Arrays.asList(EntryKind.values())),
                        entry -> List.of(entry.kind().id()))
                .choice("topic", LocalizedText.of("Thema", "Topic"), topics, EntryFields::topics)
                .choice(
                        "type",
                        LocalizedText.of("Art der Einrichtung", "Type of institution"),
                        types,
                        EntryFields::types)
                .choice("city", LocalizedText.of("Ort", "Place"), municipalities, this::municipalities)
                .choice(
                        "status",
                        LocalizedText.of("Status", "Status"),
                        Vocabulary.of(Arrays.asList(Status.values())),
                        EntryFields::status,
                        Status.ACTIVE.id())
                .numbers(
                        "established",
                        LocalizedText.of("Gründungsjahr", "Year of founding"),
                        YEARS,
                        entry -> entry instanceof Institution institution
                                ? institution.established()
                                : Optional.<Integer>empty())
                .choice("institution", LocalizedText.of("Einrichtung", "Institution"), owners, this::owners)
                .geo(this::places)
                .alsoNamed(EntryFields::otherNames)
                .text(this::texts)
                .newest(entry -> entry instanceof Story story ? story.published() : Optional.empty())
                .presets(presets)
                .nounFrom("kind", term -> term instanceof EntryKind kind ? kind.one() : term.label())
                .noun(LocalizedText.of("Einträge", "Entries"), LocalizedText.of("Eintrag", "Entry"))
                .phrase("topic", LocalizedText.of("zum Thema", "on"))
                .phrase("city", EntryFields::inTown)
                .phrase("established", LocalizedText.of("mit Gründungsjahr", "founded"))
                .build();
    }

    /** Says where a place is. The term that collects what lies outside says so itself, with a capital. */
    private static LocalizedText inTown(Term place) {
        boolean isDistrict = place instanceof Municipality it && it.kind() == Municipality.Kind.DISTRICT;
        String german = place.label().in(Locale.GERMAN).text();
        String english = place.label().in(Locale.ENGLISH).text();
        return LocalizedText.of(
                german.startsWith("Außerhalb ") ? "a" + german.substring(1) : (isDistrict ? "im " : "in ") + german,
                english.startsWith("Outside ") ? "o" + english.substring(1) : "in " + english);
    }

    private static List<String> topics(Entry entry) {
        return entry.topics().stream().map(AssignedTopic::topic).toList();
    }

    private static Collection<String> types(Entry entry) {
        return entry instanceof Institution institution ? List.of(institution.type()) : List.of();
    }

    private static Collection<String> status(Entry entry) {
        return List.of((entry instanceof Institution institution ? institution.status() : Status.ACTIVE).id());
    }

    private Collection<String> municipalities(Entry entry) {
        if (entry instanceof Service service && !service.areas().isEmpty()) {
            return service.areas();
        }
        Set<String> all = new LinkedHashSet<>();
        institutions(entry).forEach(institution -> all.addAll(institution.municipalities()));
        return all;
    }

    /** Returns the sites of an entry's institutions, or the centres of all towns that a service is for. */
    private Collection<GeoPoint> places(Entry entry) {
        if (entry instanceof Service service && !service.areas().isEmpty()) {
            return service.areas().stream()
                    .flatMap(area -> municipalities.within(area).stream())
                    .flatMap(town -> municipalities.term(town).stream())
                    .flatMap(town -> town instanceof Municipality it ? it.location().stream() : Stream.empty())
                    .distinct()
                    .toList();
        }
        return institutions(entry)
                .flatMap(institution -> institution.sites().stream())
                .flatMap(site -> site.location().stream())
                .distinct()
                .toList();
    }

    /** Returns the institution that an entry is, or those that it belongs to. */
    private Stream<Institution> institutions(Entry entry) {
        if (entry instanceof Institution institution) {
            return Stream.of(institution);
        }
        return owning(entry).stream().map(institutions::get).filter(Objects::nonNull);
    }

    /** Returns the institutions that an entry belongs to: of an institution, those that it is a part of. */
    private static List<InstitutionId> owning(Entry entry) {
        if (entry instanceof Institution institution) {
            return institution.parents();
        } else if (entry instanceof Service service) {
            return List.of(service.provider());
        } else if (entry instanceof ContactPerson contact) {
            return List.of(contact.institution());
        }
        return entry instanceof Story story ? story.institutions() : List.of();
    }

    private List<String> owners(Entry entry) {
        return owning(entry).stream()
                .map(InstitutionId::value)
                .filter(id -> owners.term(id).isPresent())
                .toList();
    }

    /** Returns the short name, and the name in the language that the entry is not sorted by. */
    private static Collection<String> otherNames(Entry entry) {
        Set<String> names = new LinkedHashSet<>();
        if (entry instanceof Institution institution) {
            institution.shortName().ifPresent(names::add);
        }
        entry.name().english().ifPresent(names::add);
        names.remove(entry.name().in(Locale.GERMAN).text());
        return names;
    }

    /** Returns what an entry says, whom it belongs to, and the labels of its topics, types and towns. */
    private Collection<String> texts(Entry entry) {
        List<LocalizedText> texts = new ArrayList<>();
        if (entry instanceof Institution institution) {
            institution.summary().ifPresent(texts::add);
            institution.sites().forEach(site -> site.label().ifPresent(texts::add));
        } else if (entry instanceof Service service) {
            texts.add(service.summary());
        } else if (entry instanceof ContactPerson contact) {
            texts.add(contact.role());
        } else if (entry instanceof Story story) {
            texts.add(story.teaser());
            texts.addAll(story.paragraphs());
        }
        if (!(entry instanceof Institution)) {
            institutions(entry).map(Institution::name).forEach(texts::add);
        }
        addLabels(texts, topics, topics(entry));
        addLabels(texts, types, types(entry));
        addLabels(texts, municipalities, municipalities(entry));
        Set<String> pieces = new LinkedHashSet<>();
        for (LocalizedText text : texts) {
            text.german().ifPresent(pieces::add);
            text.english().ifPresent(pieces::add);
        }
        return pieces;
    }

    private static void addLabels(List<LocalizedText> texts, Vocabulary vocabulary, Collection<String> ids) {
        ids.forEach(id -> vocabulary.term(id).map(Term::label).ifPresent(texts::add));
    }
}
