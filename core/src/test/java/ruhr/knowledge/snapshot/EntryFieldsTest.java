package ruhr.knowledge.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Term;
import ruhr.knowledge.model.Entry;
import ruhr.knowledge.source.FileSource;
import ruhr.knowledge.value.GeoPoint;

class EntryFieldsTest {

    private static final String DOCUMENT = """
            {
              "topics": [{"id": "energy", "label": {"de": "Energie", "en": "Energy"}}],
              "types": [{"id": "institute", "label": {"de": "Institut", "en": "Institute"}}],
              "municipalities": [
                {"id": "kreis-unna", "label": {"de": "Kreis Unna"}, "kind": "district"},
                {"id": "kamen", "label": {"de": "Kamen"}, "kind": "town", "broader": ["kreis-unna"],
                 "location": {"lat": 51.59, "lon": 7.66}},
                {"id": "selm", "label": {"de": "Selm"}, "kind": "town", "broader": ["kreis-unna"]},
                {"id": "essen", "label": {"de": "Essen"}, "kind": "city", "location": {"lat": 51.45, "lon": 7.01}}],
              "institutions": [
                {"id": "house", "name": {"de": "Haus der Energie", "en": "House of Energy"}, "shortName": "HDE",
                 "type": "institute", "established": 1965, "summary": {"de": "Es forscht.", "en": "It does research."},
                 "topics": [{"id": "energy"}],
                 "sites": [{"municipality": "essen", "location": {"lat": 51.46, "lon": 7.02}, "label": {"de": "Campus Nord"}},
                           {"municipality": "selm"},
                           {"municipality": "kamen", "location": {"lat": 51.6, "lon": 7.6}}]},
                {"id": "bare", "name": {"en": "Bare"}, "type": "institute", "sites": [{"municipality": "selm"}]}],
              "services": [
                {"id": "tour", "name": {"de": "Führung", "en": "Tour"}, "summary": {"de": "Rundgang."}, "provider": "house"},
                {"id": "visit", "name": {"de": "Besuch"}, "summary": {"de": "Zu Ihnen."}, "provider": "house",
                 "areas": ["kreis-unna"]}],
              "contacts": [
                {"id": "kim", "institution": "house", "role": {"de": "Beratung", "en": "Advice"}, "name": "Kim Muster",
                 "publish": ["name"]}],
              "stories": [
                {"id": "old", "title": {"de": "Alt"}, "teaser": {"de": "Es war."}, "institutions": ["house", "bare"],
                 "paragraphs": [{"de": "Ein Absatz."}], "published": "2020-02-29"},
                {"id": "odd", "title": {"de": "Seltsam"}, "teaser": {"de": "Es ist."}, "published": "2021-02-29"}]
            }""";

    @TempDir
    Path folder;

    private KnowledgeBase base;
    private FilterSchema<Entry> schema;

    @BeforeEach
    void read() throws IOException {
        Path file = folder.resolve("data.json");
        Files.writeString(file, DOCUMENT);
        base = KnowledgeBase.open(FileSource.of(file));
        schema = base.snapshot().schema();
    }

    @Test
    void anInstitutionIsAtEachOfItsSitesWhosePlaceIsKnown() {
        assertEquals(
                List.of(new GeoPoint(51.46, 7.02), new GeoPoint(51.6, 7.6)),
                List.copyOf(schema.places(entry("house"))));
        assertEquals(List.of(), List.copyOf(schema.places(entry("bare"))));
    }

    @Test
    void aServiceIsInTheTownsThatItIsForOrElseWhereItsProviderIs() {
        assertEquals(schema.places(entry("house")), schema.places(entry("tour")));
        assertEquals(List.of(new GeoPoint(51.59, 7.66)), List.copyOf(schema.places(entry("visit"))));
    }

    @Test
    void contactsAndStoriesAreWhereTheirInstitutionsAre() {
        assertEquals(schema.places(entry("house")), schema.places(entry("kim")));
        assertEquals(schema.places(entry("house")), schema.places(entry("old")));
        assertEquals(List.of(), List.copyOf(schema.places(entry("odd"))));
    }

    @Test
    void theYearOfFoundingIsANumberOfInstitutionsOnly() {
        var established = schema.field("established").orElseThrow();

        assertEquals(List.of(1965L), List.copyOf(established.numbers().apply(entry("house"))));
        assertEquals(List.of(), List.copyOf(established.numbers().apply(entry("bare"))));
        assertEquals(List.of(), List.copyOf(established.numbers().apply(entry("tour"))));
        assertEquals(
                List.of("..1949", "1950..1969", "1970..1989", "1990..2009", "2010.."),
                established.vocabulary().terms().stream().map(Term::id).toList());
        assertEquals(
                List.of("until 1949", "1950–1969", "1970–1989", "1990–2009", "from 2010"),
                established.vocabulary().terms().stream()
                        .map(term -> term.label().in(Locale.ENGLISH).text())
                        .toList());
    }

    @Test
    void anEntryIsFoundUnderItsShortNameAndItsNameInTheOtherLanguage() {
        assertEquals(Set.of("HDE", "House of Energy"), Set.copyOf(schema.otherNames(entry("house"))));
        assertEquals(Set.of("Tour"), Set.copyOf(schema.otherNames(entry("tour"))));
        assertEquals(Set.of(), Set.copyOf(schema.otherNames(entry("bare"))));
    }

    @Test
    void theTextOfAnInstitutionIsItsSummaryAndTheLabelsOfItsValues() {
        assertEquals(
                Set.of(
                        "Es forscht.",
                        "It does research.",
                        "Campus Nord",
                        "Energie",
                        "Energy",
                        "Institut",
                        "Institute",
                        "Essen",
                        "Selm",
                        "Kamen"),
                Set.copyOf(schema.texts(entry("house"))));
    }

    @Test
    void theTextOfOtherEntriesNamesTheirInstitutions() {
        assertTrue(
                schema.texts(entry("tour")).containsAll(List.of("Rundgang.", "Haus der Energie", "House of Energy")));
        assertTrue(schema.texts(entry("kim")).containsAll(List.of("Beratung", "Advice", "Haus der Energie")));
        assertTrue(
                schema.texts(entry("old")).containsAll(List.of("Es war.", "Ein Absatz.", "Haus der Energie", "Bare")));
    }

    @Test
    void storiesAreSortedByTheDayOfPublication() {
        assertEquals(Optional.of(LocalDate.of(2020, 2, 29)), schema.published(entry("old")));
        assertEquals(Optional.empty(), schema.published(entry("house")));
        assertTrue(schema.hasDays());
    }

    @Test
    void aDayThatDoesNotExistIsLeftOffItsStory() {
        assertEquals(Optional.empty(), schema.published(entry("odd")));
        assertEquals(
                List.of("/stories/1/published"),
                base.snapshot().findings().stream()
                        .map(finding -> finding.pointer())
                        .toList());
    }

    private Entry entry(String id) {
        return base.find(id).orElseThrow();
    }

    @Test
    void whatBelongsToAnInstitutionIsFoundByItsId() {
        assertEquals(List.of("kim", "old", "tour", "visit"), ids("institution=house"));
        assertEquals(List.of("old"), ids("institution=bare&kind=story"));
    }

    @Test
    void anInstitutionIsSuggestedOnce() {
        List<String> suggested = base.suggest("haus der energie", 10).stream()
                .map(it -> it.field().orElse("entry") + " " + it.id())
                .toList();

        assertEquals(List.of("entry house"), suggested);
    }

    private List<String> ids(String query) {
        return base.ask(query).entries().stream()
                .map(entry -> entry.id().value())
                .sorted()
                .toList();
    }
}
