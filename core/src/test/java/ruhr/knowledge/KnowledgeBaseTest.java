package ruhr.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.model.ContactPerson;
import ruhr.knowledge.model.Institution;
import ruhr.knowledge.query.InvalidQuery;
import ruhr.knowledge.snapshot.Snapshot;
import ruhr.knowledge.source.FileSource;
import ruhr.knowledge.source.SourceException;
import ruhr.knowledge.value.Finding;
import ruhr.knowledge.value.Finding.Severity;

class KnowledgeBaseTest {

    private static final Clock NOVEMBER = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);

    private static final String FRAME = """
            "topics": [{"id": "energy", "label": {"de": "Energie"}, "aliases": ["energie"]},
                       {"id": "hydrogen", "label": {"de": "Wasserstoff"}, "broader": ["energy"]}],
            "types": [{"id": "institute", "label": {"de": "Institut"}}],
            "municipalities": [{"id": "essen", "label": {"de": "Essen"}, "kind": "city"},
                               {"id": "marl", "label": {"de": "Marl"}, "kind": "town"}],
            """;

    private static final String ZBT = """
            {"id": "zbt", "name": {"de": "ZBT"}, "type": "institute", "sites": [{"municipality": "essen"}],
             "topics": [{"id": "hydrogen", "assignedBy": "editor"}]}
            """;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheDocument() {
        file = folder.resolve("data.json");
    }

    @Test
    void answersQuestionsInTheGrammarOfUrls() throws IOException {
        KnowledgeBase base = open(ZBT);

        assertEquals(1, base.ask("topic=energie&city=essen").total());
        assertEquals(0, base.ask("city=marl").total());
        assertEquals("zbt", base.find("zbt").orElseThrow().id().value());
    }

    @Test
    void aQuestionWithAnUnknownValueIsRefusedWithWhatIsAllowed() throws IOException {
        KnowledgeBase base = open(ZBT);

        InvalidQuery refusal = assertThrows(InvalidQuery.class, () -> base.ask("topic=hydrogn"));

        assertTrue(String.valueOf(refusal.getMessage()).contains("hydrogen"), refusal.getMessage());
    }

    @Test
    void anUnchangedReloadChangesNothing() throws IOException {
        KnowledgeBase base = open(ZBT);
        Snapshot before = base.snapshot();

        assertFalse(base.refresh());
        assertSame(before, base.snapshot());
    }

    @Test
    void aDocumentThatIsOnlyWrittenDifferentlyKeepsItsVersion() throws IOException {
        KnowledgeBase base = open(ZBT);
        Snapshot before = base.snapshot();
        write(ZBT.replace("\n", "\n   "));

        assertFalse(base.refresh());
        assertSame(before, base.snapshot());
    }

    @Test
    void aChangeIsSeenAfterARefreshAndToldToListeners() throws IOException {
        KnowledgeBase base = open(ZBT);
        List<Snapshot> told = new ArrayList<>();
        KnowledgeBase.Subscription subscription = base.onChange(told::add);
        Snapshot before = base.snapshot();
        write(ZBT.replace("essen", "marl"));

        assertTrue(base.refresh());
        assertEquals(1, base.ask("city=marl").total());
        assertEquals(
                1,
                before.searcher()
                        .ask(ruhr.knowledge.query.Query.all(), ruhr.knowledge.query.Deadline.none())
                        .total());
        assertNotEquals(before.version(), base.snapshot().version());
        assertEquals(List.of(base.snapshot()), told);

        subscription.close();
        write(ZBT);
        assertTrue(base.refresh());
        assertEquals(1, told.size());
    }

    @Test
    void aDocumentThatCannotBeReadLeavesTheSnapshotBeforeInUse() throws IOException {
        KnowledgeBase base = open(ZBT);
        Snapshot before = base.snapshot();
        Files.writeString(file, "{\"institutions\": [");

        SourceException refusal = assertThrows(SourceException.class, base::refresh);

        assertTrue(String.valueOf(refusal.getMessage()).contains("data.json"), refusal.getMessage());
        assertTrue(String.valueOf(refusal.getMessage()).contains("stays in use"), refusal.getMessage());
        assertSame(before, base.snapshot());

        write(ZBT.replace("essen", "marl"));
        assertTrue(base.refresh());
    }

    @Test
    void aMissingFileIsNamedAtOpening() {
        SourceException refusal = assertThrows(
                SourceException.class, () -> KnowledgeBase.open(FileSource.of(folder.resolve("none.json"))));

        assertTrue(String.valueOf(refusal.getMessage()).contains("none.json"), refusal.getMessage());
    }

    @Test
    void everyBadRecordIsNamedAndTheGoodOnesStay() throws IOException {
        String bad = """
                {"id": "Not A Slug", "name": {"de": "x"}, "type": "institute", "sites": [{"municipality": "essen"}]},
                {"id": "no-name", "type": "institute", "sites": [{"municipality": "essen"}]},
                {"id": "no-sites", "name": {"de": "x"}, "type": "institute", "sites": []},
                {"id": "lost", "name": {"de": "x"}, "type": "institute", "sites": [{"municipality": "atlantis"}]},
                {"id": "odd", "name": {"de": "x"}, "type": "unheard-of", "sites": [{"municipality": "essen"}]},
                {"id": "zbt", "name": {"de": "again"}, "type": "institute", "sites": [{"municipality": "essen"}]},
                """;
        write(bad.strip().replaceFirst(",$", "") + "," + ZBT);

        KnowledgeBase base = KnowledgeBase.open(NOVEMBER, FileSource.of(file));

        assertEquals(List.of("again"), names(base));
        assertEquals(
                List.of(
                        "/institutions/0",
                        "/institutions/1",
                        "/institutions/2",
                        "/institutions/3",
                        "/institutions/4",
                        "/institutions/6"),
                base.snapshot().findings().stream()
                        .filter(finding -> finding.severity() == Severity.RECORD_LEFT_OUT)
                        .map(finding -> finding.pointer().replaceAll("(/institutions/\\d+).*", "$1"))
                        .sorted()
                        .toList());
    }

    @Test
    void whatARecordCanBeWithoutIsLeftOutAndTheRecordStays() throws IOException {
        KnowledgeBase base = open("""
                {"id": "zbt", "name": {"de": "ZBT"}, "type": "institute",
                 "sites": [{"municipality": "essen", "location": {"lat": 91, "lon": 7}}, {"municipality": "atlantis"}],
                 "website": "javascript:alert(1)", "ror": "https://ror.org/04tsk2645", "established": 1.5,
                 "logo": {"src": "https://elsewhere.example/logo.png", "alt": {"de": "Logo"}, "width": 10, "height": 10},
                 "parents": ["nobody"], "topics": [{"id": "unknown"}, {"id": "hydrogen"}], "sources": ["s99"]}
                """);

        Institution zbt = (Institution) base.find("zbt").orElseThrow();

        assertTrue(zbt.website().isEmpty());
        assertTrue(zbt.ror().isEmpty());
        assertTrue(zbt.established().isEmpty());
        assertTrue(zbt.logo().isEmpty());
        assertEquals(1, zbt.sites().size());
        assertTrue(zbt.sites().get(0).location().isEmpty());
        assertEquals(List.of(), zbt.parents());
        assertEquals(1, zbt.topics().size());
        assertEquals(
                List.of("established", "location", "logo", "parents", "ror", "sites", "sources", "topics", "website"),
                base.snapshot().findings().stream()
                        .map(Finding::pointer)
                        .map(pointer -> pointer.replaceAll("/\\d+$", ""))
                        .map(pointer -> pointer.substring(pointer.lastIndexOf('/') + 1))
                        .sorted()
                        .toList());
    }

    @Test
    void aVocabularyInCirclesIsStraightened() throws IOException {
        Files.writeString(file, """
                {"topics": [{"id": "a", "label": {"de": "A"}, "broader": ["b"], "aliases": ["b", "x"]},
                            {"id": "b", "label": {"de": "B"}, "broader": ["a", "missing"], "aliases": ["x"]}]}
                """);

        KnowledgeBase base = KnowledgeBase.open(FileSource.of(file));

        assertEquals(2, base.snapshot().frame().topics().terms().size());
        assertEquals(4, base.snapshot().findings().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"any", "none"})
    void aTermWhoseNameMeansSomethingElseInAUrlIsLeftOut(String word) throws IOException {
        Files.writeString(
                file,
                ("{\"topics\": [{\"id\": \"any\", \"label\": {\"de\": \"Alles\"}},"
                                + " {\"id\": \"a\", \"label\": {\"de\": \"A\"}, \"aliases\": [\"any\"]}]}")
                        .replace("any", word));

        KnowledgeBase base = KnowledgeBase.open(FileSource.of(file));

        assertEquals(1, base.snapshot().frame().topics().terms().size());
        assertEquals(2, base.snapshot().findings().size());
    }

    @Test
    void aFocusPageShowsWhatThereIsAndNamesWhatThereIsNot() throws IOException {
        Files.writeString(file, "{" + FRAME + "\"institutions\": [" + ZBT + "], " + """
                "figures": [{"id": "f", "value": "9", "label": {"de": "Neun"}, "year": 2020}],
                "focuses": [
                  {"id": "lost", "topic": "nowhere", "title": {"de": "x"}, "description": {"de": "x"}, "blocks": []},
                  {"id": "energy", "topic": "energie", "title": {"de": "x"}, "description": {"de": "x"}, "blocks": [
                    {"block": "hero", "title": {"de": "x"}, "intro": {"de": "x"},
                     "image": {"src": "images/none.svg", "alt": {"de": "x"}, "width": 1, "height": 1}},
                    {"block": "figures", "figures": ["f", "missing"]},
                    {"block": "figures", "figures": ["missing"]},
                    {"block": "institutions", "title": {"de": "x"}, "query": "topic=nowhere"},
                    {"block": "institutions", "title": {"de": "x"}, "query": "topic=energy"},
                    {"block": "contact", "title": {"de": "x"}, "contact": "zbt"},
                    {"block": "teasers", "teasers": [{"story": "missing"}]},
                    {"block": "services", "title": {"de": "x"}, "services": ["missing"]},
                    {"block": "unheard-of"}]}]}
                """);

        KnowledgeBase base = KnowledgeBase.open(NOVEMBER, FileSource.of(file));
        var energy = base.snapshot().frame().focuses().get("energy");

        assertEquals(
                List.of("energy"), List.copyOf(base.snapshot().frame().focuses().keySet()));
        assertEquals("energy", energy.topic());
        assertEquals(
                List.of("Hero", "Figures", "Institutions"),
                energy.blocks().stream()
                        .map(block -> block.getClass().getSimpleName())
                        .toList());
        assertFalse(base.snapshot().findings().toString().contains("Teaser["), "ids, not objects");
        assertEquals(
                9, base.snapshot().findings().size(), base.snapshot().findings().toString());
    }

    @Test
    void presetsOfADocumentAreFilters() throws IOException {
        KnowledgeBase base = openWithPresets("""
                {"id": "power", "label": {"de": "Strom"}, "filter": {"field": "topic", "values": ["energy"]}},
                {"id": "power-in-essen", "label": {"de": "Strom in Essen"}, "buildsOn": ["power"],
                 "filter": {"field": "city", "values": ["essen"]}}""");

        assertEquals(
                new Filter.Preset(
                        "power-in-essen", Filter.and(Filter.choice("topic", "energy"), Filter.choice("city", "essen"))),
                base.preset("power-in-essen"));
        assertEquals("Strom", base.presets().find("power").orElseThrow().label().toString());
        assertSame(base.presets(), base.snapshot().schema().presets());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> base.preset("nowhere\n"))
                .getMessage()
                .contains("expected one of power, power-in-essen, found \"nowhere\\u000a\""));
    }

    @Test
    void presetsInACircleAreNamedAndTheRestOfTheDocumentIsShown() throws IOException {
        KnowledgeBase base = openWithPresets("""
                {"id": "a", "label": {"de": "A"}, "buildsOn": ["b"]},
                {"id": "b", "label": {"de": "B"}, "buildsOn": ["a"]},
                {"id": "power", "label": {"de": "Strom"}, "filter": {"field": "topic", "values": ["energy", "nowhere"]}},
                {"id": "broken", "label": {"de": "C"}, "filter": {"field": "topic"}}""");

        assertEquals(List.of("ZBT"), names(base));
        assertEquals(1, base.presets().all().size());
        assertEquals(
                List.of("/presets/3/filter/values", "/presets/0/buildsOn", "/presets/1/buildsOn", "/presets/2/filter"),
                base.snapshot().findings().stream().map(Finding::pointer).toList());
    }

    @Test
    void aChangedPresetIsANewVersion() throws IOException {
        String power =
                "{\"id\": \"power\", \"label\": {\"de\": \"Strom\"}, \"filter\": {\"field\": \"topic\", \"values\": [\"energy\"]}}";

        assertNotEquals(
                openWithPresets(power).snapshot().version(),
                openWithPresets(power.replace("topic", "type")).snapshot().version());
    }

    private KnowledgeBase openWithPresets(String presets) throws IOException {
        Files.writeString(file, "{" + FRAME + "\"institutions\": [" + ZBT + "], \"presets\": [" + presets + "]}");
        return KnowledgeBase.open(NOVEMBER, FileSource.of(file));
    }

    @Test
    void ofTwoSourcesTheFirstOneHolds() throws IOException {
        Path second = folder.resolve("second.json");
        write(ZBT);
        Files.writeString(second, "{\"institutions\": [" + ZBT.replace("\"ZBT\"", "\"Another\"") + "]}");

        KnowledgeBase base = KnowledgeBase.open(FileSource.of(file), FileSource.of(second));

        assertEquals(List.of("ZBT"), names(base));
        assertEquals("second.json", base.snapshot().findings().get(0).source());
    }

    @Test
    void aChangeInOneOfTwoSourcesKeepsTheOther() throws IOException {
        Path second = folder.resolve("second.json");
        write(ZBT);
        Files.writeString(second, "{\"institutions\": [" + ZBT.replace("zbt", "two") + "]}");
        KnowledgeBase base = KnowledgeBase.open(FileSource.of(file), FileSource.of(second));
        Files.writeString(second, "{\"institutions\": [" + ZBT.replace("zbt", "three") + "]}");

        assertTrue(base.refresh());

        assertTrue(base.find("zbt").isPresent());
        assertTrue(base.find("two").isEmpty());
        assertTrue(base.find("three").isPresent());
    }

    @Test
    void whatAPersonDidNotReleaseNeverEntersTheSnapshot() throws IOException {
        KnowledgeBase base = KnowledgeBase.open(NOVEMBER, withContact("[\"name\"]", "2027-06-30"));

        ContactPerson contact = (ContactPerson) base.find("kim").orElseThrow();

        assertEquals("Kim Muster", contact.personName().orElseThrow());
        assertTrue(contact.email().isEmpty());
        assertTrue(contact.phone().isEmpty());
    }

    @Test
    void aWordThatMeansNothingBesideWhatIsReleasedChangesNothing() throws IOException {
        KnowledgeBase base = KnowledgeBase.open(NOVEMBER, withContact("[\"shoe\", \"name\"]", "2027-06-30"));

        assertEquals(
                "Kim Muster",
                ((ContactPerson) base.find("kim").orElseThrow()).personName().orElseThrow());
    }

    @Test
    void anOverdueReviewWithholdsThePersonAndKeepsTheRole() throws IOException {
        KnowledgeBase base =
                KnowledgeBase.open(NOVEMBER, withContact("[\"name\", \"email\", \"phone\"]", "2026-11-23"));

        ContactPerson contact = (ContactPerson) base.find("kim").orElseThrow();

        assertTrue(contact.personName().isEmpty());
        assertTrue(contact.email().isEmpty());
        assertEquals("Beratung", contact.name().toString());
        assertEquals("/contacts/0/review", base.snapshot().findings().get(0).pointer());
    }

    @Test
    void aReviewDateThatPassesIsNoticedByTheNextRefreshOfAnUnchangedFile() throws IOException {
        MovingClock clock = new MovingClock(Instant.parse("2026-11-24T10:00:00Z"));
        KnowledgeBase base = KnowledgeBase.open(clock, withContact("[\"name\"]", "2026-11-24"));
        assertFalse(base.refresh());

        clock.now = Instant.parse("2026-11-25T10:00:00Z");

        assertTrue(base.refresh());
        assertTrue(((ContactPerson) base.find("kim").orElseThrow()).personName().isEmpty());
    }

    @Test
    void aClosedKnowledgeBaseSaysSo() throws IOException {
        KnowledgeBase base = open(ZBT);
        base.close();

        assertThrows(IllegalStateException.class, base::snapshot);
        assertThrows(IllegalStateException.class, base::refresh);
    }

    private FileSource withContact(String publish, String review) throws IOException {
        Files.writeString(
                file,
                "{" + FRAME + "\"institutions\": [" + ZBT
                        + "], \"contacts\": [{\"id\": \"kim\", \"institution\": \"zbt\","
                        + " \"role\": {\"de\": \"Beratung\"}, \"name\": \"Kim Muster\", \"email\": \"kim@example.org\","
                        + " \"phone\": \"+49 201 0000\", \"publish\": " + publish + ", \"review\": \"" + review
                        + "\"}]}");
        return FileSource.of(file);
    }

    private KnowledgeBase open(String institutions) throws IOException {
        write(institutions);
        return KnowledgeBase.open(NOVEMBER, FileSource.of(file));
    }

    private void write(String institutions) throws IOException {
        Files.writeString(file, "{" + FRAME + "\"institutions\": [" + institutions + "]}");
    }

    private static List<String> names(KnowledgeBase base) {
        return base.ask("").entries().stream()
                .map(entry -> entry.name().toString())
                .toList();
    }

    private static final class MovingClock extends Clock {

        private Instant now;

        private MovingClock(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
