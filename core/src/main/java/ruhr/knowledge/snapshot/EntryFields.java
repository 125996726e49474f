package ruhr.knowledge.snapshot;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Vocabulary;
import ruhr.knowledge.model.AssignedTopic;
import ruhr.knowledge.model.ContactPerson;
import ruhr.knowledge.model.Entry;
import ruhr.knowledge.model.EntryKind;
import ruhr.knowledge.model.Institution;
import ruhr.knowledge.model.InstitutionId;
import ruhr.knowledge.model.Service;
import ruhr.knowledge.model.Status;
import ruhr.knowledge.model.Story;
import ruhr.knowledge.value.LocalizedText;

/** The fields by which entries can be filtered. Services, contacts and stories are where their institutions are. */
final class EntryFields {

    private final Map<InstitutionId, Institution> institutions;

    private EntryFields(Map<InstitutionId, Institution> institutions) {
        this.institutions = institutions;
    }

    static FilterSchema<Entry> schema(
            Vocabulary topics,
            Vocabulary types,
            Vocabulary municipalities,
            Map<InstitutionId, Institution> institutions) {
        EntryFields fields = new EntryFields(institutions);
        return FilterSchema.<Entry>of(
                        entry -> entry.id().value(),
                        entry -> entry.name().in(Locale.GERMAN).text())
                .choice(
                        "kind",
                        LocalizedText.of("Inhalt", "Content"),
                        Vocabulary.of(Arrays.asList(EntryKind.values())),
                        entry -> List.of(entry.kind().id()))
                .choice(
                        "topic",
                        LocalizedText.of("Thema", "Topic"),
                        topics,
                        entry -> entry.topics().stream()
                                .map(AssignedTopic::topic)
                                .toList())
                .choice(
                        "type",
                        LocalizedText.of("Art der Einrichtung", "Type of institution"),
                        types,
                        EntryFields::types)
                .choice("city", LocalizedText.of("Ort", "Place"), municipalities, fields::municipalities)
                .choice(
                        "status",
                        LocalizedText.of("Status", "Status"),
                        Vocabulary.of(Arrays.asList(Status.values())),
                        EntryFields::status,
                        Status.ACTIVE.id())
                .build();
    }

    private static Collection<String> types(Entry entry) {
        return entry instanceof Institution institution ? List.of(institution.type()) : List.of();
    }

    private static Collection<String> status(Entry entry) {
        return List.of((entry instanceof Institution institution ? institution.status() : Status.ACTIVE).id());
    }

    private Collection<String> municipalities(Entry entry) {
        if (entry instanceof Institution institution) {
            return institution.municipalities();
        }
        if (entry instanceof Service service) {
            return service.areas().isEmpty() ? municipalitiesOf(List.of(service.provider())) : service.areas();
        }
        if (entry instanceof ContactPerson contact) {
            return municipalitiesOf(List.of(contact.institution()));
        }
        return entry instanceof Story story ? municipalitiesOf(story.institutions()) : List.of();
    }

    private Collection<String> municipalitiesOf(List<InstitutionId> ids) {
        Set<String> all = new LinkedHashSet<>();
        for (InstitutionId id : ids) {
            Institution institution = institutions.get(id);
            if (institution != null) {
                all.addAll(institution.municipalities());
            }
        }
        return all;
    }
}
