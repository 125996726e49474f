package ruhr.knowledge.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.query.Dice;
import ruhr.knowledge.query.InvalidQuery;
import ruhr.knowledge.query.Lab;
import ruhr.knowledge.query.Query;
import ruhr.knowledge.query.Searcher;
import ruhr.knowledge.query.SearcherContract;
import ruhr.knowledge.value.Finding;
import ruhr.knowledge.value.LocalizedText;
import ruhr.knowledge.value.Version;

class FilterIndexTest extends SearcherContract {

    private static final String WITHOUT_PAIRS = " without pairs";

    @Override
    protected <T> Searcher<T> searcher(FilterSchema<T> schema, List<T> records, Version version) {
        return FilterIndex.of(schema, records, version);
    }

    /** Every way of counting, with the table of pairs and without: answers have to be the same on all of them. */
    @Override
    protected List<String> strategies() {
        return Arrays.stream(Plan.values())
                .flatMap(plan -> Stream.of(plan.name(), plan.name() + WITHOUT_PAIRS))
                .toList();
    }

    @Override
    protected <T> Searcher<T> searcher(String strategy, FilterSchema<T> schema, List<T> records, Version version) {
        boolean pairs = !strategy.endsWith(WITHOUT_PAIRS);
        Plan plan = Plan.valueOf(strategy.replace(WITHOUT_PAIRS, ""));
        return FilterIndex.of(schema, records, version, pairs, new Planner(Costs.MEASURED, plan));
    }

    private static FilterIndex<Lab> index(Lab... labs) {
        return FilterIndex.of(Lab.SCHEMA, Arrays.asList(labs));
    }

    private static List<String> ids(FilterIndex<Lab> index) {
        return index.ask(Query.all()).entries().stream().map(Lab::id).toList();
    }

    @Test
    void aQueryStringIsReadStrictlyAndWithDefaults() {
        FilterIndex<Lab> labs = index(Lab.of("a", "wind"), Lab.of("b", "wind").being("closed"));

        assertEquals(1, labs.ask("topic=energy").total());
        assertEquals(2, labs.ask("topic=energy&status=any").total());
        assertThrows(InvalidQuery.class, () -> labs.ask("topic=alchemy"));
    }

    @Test
    void aQueryStringHasTheAnswerOfTheQueryItSays() {
        Dice dice = new Dice(20261124);
        FilterIndex<Lab> labs = FilterIndex.of(Lab.SCHEMA, dice.labs(200));

        for (int i = 0; i < 500; i++) {
            Dice.Written written = dice.written();
            assertEquals(
                    labs.ask(written.query()),
                    labs.ask(written.queryString()),
                    "seed 20261124, question " + i + ": " + written);
        }
    }

    @Test
    void aRecordWithAValueOutsideTheVocabularyKeepsItsOtherValues() {
        FilterIndex<Lab> labs = index(Lab.of("a", "wind", "alchemy"));

        assertEquals(1, labs.ask("topic=wind").total());
        Finding finding = labs.findings().get(0);
        assertEquals(Finding.Severity.PART_LEFT_OUT, finding.severity());
        assertEquals("/0/topic", finding.pointer());
        assertEquals("\"alchemy\"", finding.found());
        assertEquals(1, labs.findings().size());
    }

    @Test
    void ofTwoRecordsWithOneIdTheFirstStays() {
        FilterIndex<Lab> labs = index(Lab.of("a", "wind"), Lab.of("a", "data"));

        assertEquals(Optional.of(Lab.of("a", "wind")), labs.find("a"));
        assertEquals(1, labs.ask("").total());
        assertEquals(0, labs.ask("topic=data").total());
        assertEquals(Finding.Severity.RECORD_LEFT_OUT, labs.findings().get(0).severity());
        assertEquals("/1/id", labs.findings().get(0).pointer());
    }

    @Test
    void aRecordWithoutAnIdThatCanStandInAUrlIsLeftOut() {
        FilterIndex<Lab> labs = index(Lab.of("Große Halle"), Lab.of(""), Lab.of("b"), null);

        assertEquals(List.of("b"), ids(labs));
        assertEquals(
                List.of("/0/id", "/1/id", "/3"),
                labs.findings().stream().map(Finding::pointer).toList());
    }

    @Test
    void whatASchemaReadsAsNullIsMissingAndTold() {
        Set<String> topics = new HashSet<>(Arrays.asList("wind", null));
        FilterIndex<Lab> labs = index(
                new Lab(null, "x", Set.of(), Set.of(), "active"),
                new Lab("b", null, topics, null, "active"),
                new Lab("c", "c", Set.of(), Set.of(), null));

        assertEquals(List.of("b", "c"), ids(labs));
        assertEquals(1, labs.ask("topic=wind").total());
        assertEquals(
                List.of("/0/id", "/1/name", "/1/topic", "/1/city", "/2/status"),
                labs.findings().stream().map(Finding::pointer).toList());
    }

    @Test
    void aFunctionThatThrowsCostsItsPartOnly() {
        FilterSchema<Lab> schema = FilterSchema.<Lab>of(Lab::id, Lab::name)
                .choice("topic", LocalizedText.german("Thema"), Lab.TOPICS, lab -> {
                    throw new IllegalStateException("no topics in\nhere");
                })
                .build();

        FilterIndex<Lab> labs = FilterIndex.of(schema, List.of(Lab.of("a")));

        assertEquals(1, labs.ask("").total());
        assertTrue(labs.findings().get(0).found().contains("no topics in\\u000ahere"));
    }

    @Test
    void soundRecordsHaveNoFindings() {
        assertEquals(List.of(), index(Lab.of("a", "wind").in("essen")).findings());
    }

    @Test
    void theVersionIsThatOfTheContentAndNotOfItsOrder() {
        List<Lab> labs =
                new ArrayList<>(List.of(Lab.of("a", "wind"), Lab.of("b").in("essen")));
        Version version = FilterIndex.of(Lab.SCHEMA, labs).version();
        Collections.reverse(labs);

        assertEquals(version, FilterIndex.of(Lab.SCHEMA, labs).version());
        assertEquals(32, version.value().length());
    }

    @Test
    void everyChangeThatAFilterCanSeeChangesTheVersion() {
        List<Version> versions = new ArrayList<>();
        for (Lab lab : List.of(
                Lab.of("a"),
                Lab.of("b"),
                Lab.of("a").named("b"),
                Lab.of("a", "wind"),
                Lab.of("a", "wind", "data"),
                Lab.of("a").in("essen"),
                Lab.of("a").being("closed"))) {
            versions.add(index(lab).version());
        }
        versions.add(index().version());

        assertEquals(versions.size(), new HashSet<>(versions).size());
    }

    @Test
    void aVersionThatIsGivenIsKept() {
        Version version = new Version("2026-11-24");

        FilterIndex<Lab> labs = FilterIndex.of(Lab.SCHEMA, List.of(), version);

        assertEquals(version, labs.version());
        assertNotEquals(version, FilterIndex.of(Lab.SCHEMA, List.of()).version());
    }

    @Test
    void anIndexDoesNotFollowTheCollectionItWasBuiltFrom() {
        List<Lab> labs = new ArrayList<>(List.of(Lab.of("a")));
        FilterIndex<Lab> index = FilterIndex.of(Lab.SCHEMA, labs);
        labs.clear();

        assertEquals(List.of("a"), ids(index));
    }

    @Test
    void theMessageAboutAnUnknownFieldListsThoseThereAre() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> index().ask(Query.where(Filter.choice("colour", "red"))));

        assertEquals(
                "field 'colour': expected one of [topic, city, status], which the records have", refusal.getMessage());
    }
}
