package ruhr.knowledge.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterPreset;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Term;
import ruhr.knowledge.model.Entry;
import ruhr.knowledge.model.Institution;
import ruhr.knowledge.model.Municipality;
import ruhr.knowledge.model.Status;
import ruhr.knowledge.query.FacetCount;
import ruhr.knowledge.query.QueryString;
import ruhr.knowledge.value.LocalizedText;
import ruhr.knowledge.wire.FilterFormat;

/** Holds the data set that ships with the library against its schema, its promises and a count by hand. */
class RuhrDataTest {

    private static final Set<String> SECTIONS_WITH_SOURCES =
            Set.of("topics", "municipalities", "institutions", "services", "contacts", "stories", "figures");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static JsonNode document;
    private static KnowledgeBase ruhr;

    @BeforeAll
    static void read() throws IOException {
        document = resource("ruhr.json");
        ruhr = KnowledgeBase.ruhr();
    }

    @Test
    void theDocumentIsValidAgainstThePublishedSchema() throws IOException {
        assertEquals(Set.of(), schema().validate(document));
    }

    @Test
    void theSchemaCatchesAPlantedError() throws IOException {
        JsonNode planted = document.deepCopy();
        ((ObjectNode) planted.get("institutions").get(0)).put("websiet", "https://example.org");

        assertFalse(schema().validate(planted).isEmpty());
    }

    @Test
    void theReaderFindsNothingWrong() {
        assertEquals(List.of(), ruhr.snapshot().findings());
    }

    @Test
    void universitiesAreFoundByWhatPeopleCallThem() {
        assertEquals("tu-dortmund", first("q=uni+dort"));
        assertEquals("ude", first("q=uni+duisburg"));
        assertTrue(ruhr.ask("q=uni+bochum").entries().stream()
                .anyMatch(entry -> entry.id().value().equals("rub")));
    }

    private static String first(String queryString) {
        return ruhr.ask(queryString).entries().get(0).id().value();
    }

    @Test
    void everyValueNamesASourceThatIsListed() {
        assertEquals(List.of(), withoutSource(document));
    }

    @Test
    void aValueWithoutASourceIsCaught() {
        JsonNode planted = document.deepCopy();
        ((ObjectNode) planted.get("institutions").get(3)).remove("sources");
        ((ObjectNode) planted.get("figures").get(0)).putArray("sources").add("nowhere");

        assertEquals(2, withoutSource(planted).size());
    }

    @Test
    void noValueRestsOnMemory() {
        assertFalse(StreamSupport.stream(document.get("sources").spliterator(), false)
                .anyMatch(source -> source.get("id").asText().equals("m")));
    }

    @Test
    void aFigureWithoutAYearSaysWhoPublishedItAndWhenItWasRead() {
        for (JsonNode figure : document.get("figures")) {
            assertTrue(
                    figure.has("year")
                            || figure.at("/asPublished/read").asText().equals("2026-11-23"),
                    figure.get("id").asText());
        }
    }

    @Test
    void topicsOfInstitutionsAreMarkedAsAssignedByAnEditor() {
        for (JsonNode institution : document.get("institutions")) {
            for (JsonNode topic : institution.path("topics")) {
                assertTrue(
                        topic.path("assignedBy").asText().equals("editor")
                                || institution.path("example").asBoolean(),
                        institution.get("id").asText());
            }
        }
    }

    @Test
    void realInstitutionsHaveNoMailbox() {
        Set<String> invented = examples("institutions");
        for (JsonNode contact : document.get("contacts")) {
            assertTrue(
                    invented.contains(contact.get("institution").asText()),
                    contact.get("id").asText());
        }
    }

    @Test
    void whatIsInventedBelongsToABodyMarkedAsExample() {
        Set<String> invented = examples("institutions");
        for (JsonNode service : document.get("services")) {
            assertTrue(service.path("example").asBoolean(), service.get("id").asText());
            assertTrue(invented.contains(service.get("provider").asText()));
        }
        assertTrue(StreamSupport.stream(document.get("contacts").spliterator(), false)
                .allMatch(contact -> contact.path("example").asBoolean()));
    }

    @Test
    void thereAreTwentyTwoUniversitiesOfWhichOneWentIntoItsSuccessor() {
        assertEquals(22, ruhr.ask("type=higher-education&status=any").total());
        assertEquals(21, ruhr.ask("type=higher-education").total());
        assertEquals(5, ruhr.ask("type=university&status=any").total());
        assertEquals(
                14, ruhr.ask("type=university-of-applied-sciences&status=any").total());
        assertEquals(2, ruhr.ask("type=art-university").total());
        assertEquals(1, ruhr.ask("type=public-administration").total());

        Institution hsg = (Institution) ruhr.find("hsg-bochum").orElseThrow();
        assertEquals(Status.MERGED, hsg.status());
        assertEquals("hs-bochum", hsg.successor().orElseThrow().value());
    }

    @Test
    void theRegionHasFiftyThreeMunicipalitiesInFourDistrictsAndElevenCities() {
        Map<Municipality.Kind, Long> kinds = ruhr.snapshot().frame().municipalities().terms().stream()
                .map(Municipality.class::cast)
                .collect(Collectors.groupingBy(Municipality::kind, TreeMap::new, Collectors.counting()));

        assertEquals(11, kinds.get(Municipality.Kind.CITY));
        assertEquals(42, kinds.get(Municipality.Kind.TOWN) + kinds.get(Municipality.Kind.MUNICIPALITY));
        assertEquals(4, kinds.get(Municipality.Kind.DISTRICT));
        assertEquals(
                13,
                ruhr.snapshot().frame().municipalities().narrower("kreis-wesel").size());
        assertEquals(
                10,
                ruhr.snapshot().frame().municipalities().narrower("kreis-unna").size());
        assertEquals(
                10,
                ruhr.snapshot()
                        .frame()
                        .municipalities()
                        .narrower("kreis-recklinghausen")
                        .size());
        assertEquals(
                9,
                ruhr.snapshot()
                        .frame()
                        .municipalities()
                        .narrower("ennepe-ruhr-kreis")
                        .size());
    }

    @Test
    void theTopicTreeHasTwoLevelsAndBothLanguages() {
        var topics = ruhr.snapshot().frame().topics();
        assertTrue(topics.terms().size() >= 25);
        for (Term topic : topics.terms()) {
            assertTrue(
                    topic.label().german().isPresent()
                            && topic.label().english().isPresent(),
                    topic.id());
            for (String broader : topic.broader()) {
                assertEquals(List.of(), topics.term(broader).orElseThrow().broader(), topic.id());
            }
        }
        assertEquals("knowledge-transfer", topics.resolve("wissenstransfer").orElseThrow());
    }

    @Test
    void thereIsAFocusPageForEachTopicOfTheRealSite() {
        assertEquals(
                Set.of("knowledge-transfer", "circular-economy", "hydrogen", "sites"),
                ruhr.snapshot().frame().focuses().keySet());
    }

    @Test
    void eachPresetSaysInBothLanguagesWhatItFinds() {
        assertTrue(ruhr.presets().all().size() >= 9);
        for (FilterPreset preset : ruhr.presets().all()) {
            for (LocalizedText text :
                    List.of(preset.label(), preset.description().orElseThrow())) {
                assertTrue(text.german().isPresent() && text.english().isPresent(), preset.id());
            }
        }
    }

    @Test
    void eachPresetFindsAnEntryAndNoneFindsAllOfThem() {
        List<Entry> entries = entries();
        for (FilterPreset preset : ruhr.presets().all()) {
            Filter filter = ruhr.preset(preset.id()).filter();
            long found = entries.stream().filter(entry -> passes(entry, filter)).count();
            assertTrue(found > 0 && found < entries.size(), preset.id() + " finds " + found);
        }
    }

    @Test
    void aPresetThatBuildsOnAnotherFindsFewer() {
        assertEquals(
                Filter.and(Filter.choice("topic", "knowledge-transfer"), Filter.choice("kind", "service")),
                ruhr.preset("transfer-services").filter());
    }

    @Test
    void filtersAreSaidInGoodSentences() {
        assertSays(
                "kind=service&topic=transfer,start-ups&city=bochum",
                "Angebote zum Thema Wissenstransfer oder „Start-ups und Gründung“ in Bochum",
                "Services on Knowledge transfer or “Start-ups and founding” in Bochum");
        assertSays(
                "kind=institution&city=kreis-unna,ennepe-ruhr-kreis,hamm",
                "Einrichtungen im Ennepe-Ruhr-Kreis, Kreis Unna oder in Hamm",
                "Institutions in Ennepe-Ruhr district, Unna district or Hamm");
        assertSays(
                "not_city=outside-the-region",
                "Alle Einträge, aber nicht außerhalb der Region",
                "All entries, but not outside the region");
        assertSays(
                "kind=contact,story&type=network&status=any",
                "Kontakte und Geschichten (Art der Einrichtung: Netzwerk)",
                "Contacts and stories (Type of institution: Network)");
    }

    private static void assertSays(String queryString, String german, String english) {
        FilterSchema<Entry> schema = ruhr.snapshot().schema();
        Filter filter = QueryString.parse(queryString, schema).filter();
        assertEquals(german, schema.describe(filter, Locale.GERMAN));
        assertEquals(english, schema.describe(filter, Locale.ENGLISH));
    }

    @Test
    void eachPresetCanBePublishedAndReadAgain() {
        FilterFormat format = new FilterFormat();
        for (FilterPreset preset : ruhr.presets().all()) {
            assertEquals(preset, format.preset(format.write(preset)));
        }
    }

    @Test
    void eachExampleInTheDescriptionOfTheFormatIsValid() throws IOException {
        Matcher examples =
                Pattern.compile("(?s)```json\n(.*?)```").matcher(Files.readString(Path.of("docs/document.md")));
        int valid = 0;
        while (examples.find()) {
            assertEquals(Set.of(), schema().validate(JSON.readTree(examples.group(1))), examples.group(1));
            valid++;
        }
        assertTrue(valid >= 12, "found " + valid);
    }

    @Test
    void theSchemaCatchesAFilterThatIsTwoThingsAtOnce() throws IOException {
        JsonNode planted = document.deepCopy();
        ((ObjectNode) planted.get("presets").get(0).get("filter")).put("text", "x");

        assertFalse(schema().validate(planted).isEmpty());
    }

    @Test
    void eachPresetIsSaidInASentenceOfItsOwn() {
        FilterSchema<Entry> schema = ruhr.snapshot().schema();
        for (Locale language : LocalizedText.LANGUAGES) {
            Set<String> sentences = ruhr.presets().all().stream()
                    .map(preset -> schema.describe(ruhr.preset(preset.id()).filter(), language))
                    .collect(Collectors.toSet());
            assertEquals(ruhr.presets().all().size(), sentences.size(), sentences.toString());
        }
    }

    /** All entries on pages of a hundred. */
    private static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (int page = 1; entries.size() < ruhr.ask("status=any").total(); page++) {
            entries.addAll(ruhr.ask("status=any&limit=100&page=" + page).entries());
        }
        return entries;
    }

    private static boolean passes(Entry entry, Filter filter) {
        FilterSchema<Entry> schema = ruhr.snapshot().schema();
        if (filter instanceof Filter.Choice choice) {
            var field = schema.field(choice.field()).orElseThrow();
            return choice.values().stream()
                    .anyMatch(value -> field.values().apply(entry).stream()
                                    .anyMatch(field.vocabulary().within(value)::contains)
                            || field.span(value).stream()
                                    .anyMatch(span -> field.numbers().apply(entry).stream()
                                            .anyMatch(span::contains)));
        } else if (filter instanceof Filter.And and) {
            return and.parts().stream().allMatch(part -> passes(entry, part));
        } else if (filter instanceof Filter.Not not) {
            return !passes(entry, not.part());
        } else if (filter instanceof Filter.Near near) {
            return schema.places(entry).stream().anyMatch(place -> near.center().metresTo(place) <= near.metres());
        }
        throw new AssertionError("no shipped preset has a condition such as " + filter);
    }

    @Test
    void countsAgreeWithACountByHandInTheDocument() {
        for (String city : List.of("bochum", "essen", "dortmund", "witten", "kreis-unna", "outside-the-region")) {
            Set<String> towns = new HashSet<>(Set.of(city));
            for (JsonNode municipality : document.get("municipalities")) {
                if (texts(municipality.path("broader")).contains(city)) {
                    towns.add(municipality.get("id").asText());
                }
            }
            List<JsonNode> there = new ArrayList<>();
            for (JsonNode institution : document.get("institutions")) {
                boolean active = institution.path("status").asText("active").equals("active");
                boolean inTown = StreamSupport.stream(institution.get("sites").spliterator(), false)
                        .anyMatch(
                                site -> towns.contains(site.get("municipality").asText()));
                if (active && inTown) {
                    there.add(institution);
                }
            }
            var answer = ruhr.ask("kind=institution&facets=topic,type&city=" + city);

            assertEquals(there.size(), answer.total(), city);
            for (FacetCount count : answer.counts("type")) {
                Set<String> types = ruhr.snapshot().frame().types().within(count.value());
                long byHand = there.stream()
                        .filter(institution ->
                                types.contains(institution.get("type").asText()))
                        .count();
                assertEquals(byHand, count.entries(), city + " " + count.value());
            }
            for (FacetCount count : answer.counts("topic")) {
                Set<String> topics = ruhr.snapshot().frame().topics().within(count.value());
                long byHand = there.stream()
                        .filter(institution -> StreamSupport.stream(
                                        institution.path("topics").spliterator(), false)
                                .anyMatch(
                                        topic -> topics.contains(topic.get("id").asText())))
                        .count();
                assertEquals(byHand, count.entries(), city + " " + count.value());
            }
        }
    }

    @Test
    void textsAreFreeOfMarkup() {
        assertFalse(document.toString().matches("(?s).*<[a-zA-Z/!].*"));
    }

    private static List<String> withoutSource(JsonNode data) {
        Set<String> listed = StreamSupport.stream(data.get("sources").spliterator(), false)
                .map(source -> source.get("id").asText())
                .collect(Collectors.toSet());
        List<String> without = new ArrayList<>();
        for (String section : SECTIONS_WITH_SOURCES) {
            for (JsonNode record : data.path(section)) {
                Set<String> named = texts(record.path("sources"));
                boolean invented = record.path("example").asBoolean();
                if (named.isEmpty() && !invented || !listed.containsAll(named)) {
                    without.add(section + " " + record.get("id").asText());
                }
            }
        }
        return without;
    }

    private static Set<String> examples(String section) {
        return StreamSupport.stream(document.get(section).spliterator(), false)
                .filter(record -> record.path("example").asBoolean())
                .map(record -> record.get("id").asText())
                .collect(Collectors.toSet());
    }

    private static Set<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(resource("document.schema.json"));
    }

    private static JsonNode resource(String name) throws IOException {
        try (InputStream in = KnowledgeBase.class.getResourceAsStream("data/" + name)) {
            return JSON.readTree(Objects.requireNonNull(in, name));
        }
    }
}
