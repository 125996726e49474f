package ruhr.knowledge.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.value.GeoPoint;
import ruhr.knowledge.value.LocalizedText;
import ruhr.knowledge.value.Version;

/**
 * What every engine has to do: readable examples for each rule, and many random questions about random records, each
 * compared with {@link PlainLoop}. An engine's own test extends this class and says how an engine is made:
 *
 * <pre>{@code
 * class MyEngineTest extends SearcherContract {
 *   @Override
 *   protected <T> Searcher<T> searcher(FilterSchema<T> schema, List<T> records, Version version) {
 *     return new MyEngine<>(schema, records, version);
 *   }
 * }
 * }</pre>
 *
 * <p>An engine that has several ways to the same answer names them, and is held to the contract on each of them:
 *
 * <pre>{@code
 *   @Override
 *   protected List<String> strategies() {
 *     return List.of("planned", "bit sets only", "columns only");
 *   }
 *
 *   @Override
 *   protected <T> Searcher<T> searcher(String strategy, FilterSchema<T> schema, List<T> records, Version version) {
 *     return new MyEngine<>(schema, records, version, strategy);
 *   }
 * }</pre>
 *
 * <p>{@code -Dcontract.comparisons=100000 -Dcontract.seed=7} asks more or other random questions.
 */
public abstract class SearcherContract {

    private static final int QUESTIONS_IN_A_WORLD = 40;

    /** For the engine's own test. */
    protected SearcherContract() {}

    /**
     * Returns an engine.
     *
     * @param schema how records are filtered
     * @param records the records; none of them has a fault
     * @param version the version to answer with; an engine that reads its versions off the records need not heed it, but
     *     records that differ in what the schema reads have different versions
     */
    protected abstract <T> Searcher<T> searcher(FilterSchema<T> schema, List<T> records, Version version);

    /**
     * Returns the names of the ways that the engine has to be tried on.
     *
     * @return labels that only {@link #searcher(String, FilterSchema, List, Version)} understands; at least one
     */
    protected List<String> strategies() {
        return List.of("as it is");
    }

    /**
     * Returns an engine that goes one of its ways.
     *
     * @param strategy one of {@link #strategies()}
     */
    protected <T> Searcher<T> searcher(String strategy, FilterSchema<T> schema, List<T> records, Version version) {
        return searcher(schema, records, version);
    }

    /** Returns how many random answers are compared; every strategy counts. */
    protected int comparisons() {
        return Integer.getInteger("contract.comparisons", 20_000);
    }

    /** Returns the seed of the first random world; the next one has the next number. */
    protected long seed() {
        return Long.getLong("contract.seed", 20261124);
    }

    private Searcher<Lab> searcher(List<Lab> labs) {
        return searcher(strategies().get(0), Lab.WHOLE, labs, new Version("labs-" + labs.size()));
    }

    private Answer<Lab> ask(Query query, Lab... labs) {
        return ask(Lab.WHOLE, query, List.of(labs));
    }

    /** Asks each strategy, which all have to say the same. */
    private <T> Answer<T> ask(FilterSchema<T> schema, Query query, List<T> records) {
        return onEachWay(schema, records, searcher -> searcher.ask(query, Deadline.none()));
    }

    private <T, A> A onEachWay(FilterSchema<T> schema, List<T> records, Function<Searcher<T>, A> question) {
        List<String> strategies = strategies();
        Version version = new Version("some");
        A answer = question.apply(searcher(strategies.get(0), schema, records, version));
        for (String strategy : strategies.subList(1, strategies.size())) {
            assertEquals(answer, question.apply(searcher(strategy, schema, records, version)), strategy);
        }
        return answer;
    }

    private List<Suggestion> suggest(String typed, int limit, Lab... labs) {
        return onEachWay(Lab.WHOLE, List.of(labs), searcher -> searcher.suggest(typed, limit, Deadline.none()));
    }

    private List<String> suggested(String typed, int limit, Lab... labs) {
        return suggest(typed, limit, labs).stream()
                .map(suggestion -> suggestion.field().map(field -> field + "=").orElse("") + suggestion.id())
                .toList();
    }

    private static List<Tier> tiers(Answer<Lab> answer) {
        return answer.matches().stream()
                .map(match -> match.tier().orElseThrow())
                .toList();
    }

    private List<String> sorted(Sort sort, Filter filter, Lab... labs) {
        return ids(ask(Query.where(filter).sort(sort), labs));
    }

    private List<String> found(Filter filter, Lab... labs) {
        return ids(ask(Query.where(filter), labs));
    }

    private static List<String> ids(Answer<Lab> answer) {
        return answer.entries().stream().map(Lab::id).toList();
    }

    private static int count(Answer<Lab> answer, String field, String value) {
        return answer.counts(field).stream()
                .filter(count -> count.value().equals(value))
                .findFirst()
                .orElseThrow()
                .entries();
    }

    @Test
    void aQueryWithoutFilterFindsEverything() {
        Answer<Lab> answer = ask(Query.all(), Lab.of("a"), Lab.of("b", "wind").being("closed"));

        assertEquals(2, answer.total());
        assertEquals(List.of("a", "b"), ids(answer));
    }

    @Test
    void anAnswerSaysWhatWasAskedAndWhichVersionAnswered() {
        Query query = Query.where(Filter.choice("city", "essen")).counting("topic");
        Searcher<Lab> searcher = searcher(List.of(Lab.of("a")));

        Answer<Lab> answer = searcher.ask(query, Deadline.none());

        assertEquals(query, answer.query());
        assertEquals(searcher.version(), answer.version());
    }

    @Test
    void valuesOfOneFieldAreAlternatives() {
        Lab[] labs = {Lab.of("a", "wind"), Lab.of("b", "data"), Lab.of("c", "hydrogen", "data"), Lab.of("d")};

        assertEquals(List.of("a", "c"), found(Filter.choice("topic", "wind", "hydrogen"), labs));
    }

    @Test
    void differentFieldsHoldTogether() {
        Filter filter = Filter.and(Filter.choice("topic", "wind"), Filter.choice("city", "essen"));

        assertEquals(
                List.of("b"),
                found(
                        filter,
                        Lab.of("a", "wind"),
                        Lab.of("b", "wind").in("essen"),
                        Lab.of("c", "data").in("essen")));
    }

    @Test
    void aTermFindsWhatStandsBelowItAtAnyDepth() {
        assertEquals(
                List.of("a", "b", "c"),
                found(
                        Filter.choice("topic", "data"),
                        Lab.of("a", "data"),
                        Lab.of("b", "ai"),
                        Lab.of("c", "vision"),
                        Lab.of("d", "energy")));
    }

    @Test
    void aTermDoesNotFindWhatStandsAboveIt() {
        assertEquals(List.of(), found(Filter.choice("topic", "vision"), Lab.of("a", "ai"), Lab.of("b", "data")));
    }

    @Test
    void aTermWithTwoParentsIsFoundByBoth() {
        assertEquals(List.of("a"), found(Filter.choice("topic", "data"), Lab.of("a", "vision")));
        assertEquals(List.of("a"), found(Filter.choice("topic", "robotics"), Lab.of("a", "vision")));
    }

    @Test
    void anExclusionTakesOutWhatStandsBelowItsTermToo() {
        Filter filter = Filter.not(Filter.choice("topic", "energy"));

        assertEquals(List.of("b", "c"), found(filter, Lab.of("a", "wind", "data"), Lab.of("b", "data"), Lab.of("c")));
    }

    @Test
    void alternativesMayLieInDifferentFields() {
        Filter filter = Filter.or(Filter.choice("topic", "wind"), Filter.choice("city", "essen"));

        assertEquals(
                List.of("a", "b"),
                found(
                        filter,
                        Lab.of("a", "wind"),
                        Lab.of("b").in("essen"),
                        Lab.of("c").in("bochum")));
    }

    @Test
    void conditionsNestToAnyDepth() {
        Filter filter = Filter.not(Filter.or(
                Filter.not(Filter.and(Filter.choice("topic", "wind"), Filter.choice("city", "essen"))),
                Filter.choice("status", "closed")));

        assertEquals(
                List.of("a"),
                found(
                        filter,
                        Lab.of("a", "wind").in("essen"),
                        Lab.of("b", "wind").in("essen").being("closed"),
                        Lab.of("c", "wind").in("bochum")));
    }

    @Test
    void twoChoicesInOneFieldBothHold() {
        Filter filter = Filter.and(Filter.choice("topic", "wind"), Filter.choice("topic", "data"));

        assertEquals(List.of("b"), found(filter, Lab.of("a", "wind"), Lab.of("b", "wind", "data")));
    }

    @Test
    void aValueThatDoesNotExistFindsNothing() {
        assertEquals(List.of(), found(Filter.choice("topic", "alchemy"), Lab.of("a", "wind")));
        assertEquals(List.of("a"), found(Filter.choice("topic", "alchemy", "wind"), Lab.of("a", "wind")));
        assertEquals(List.of("a"), found(Filter.not(Filter.choice("topic", "alchemy")), Lab.of("a", "wind")));
    }

    @Test
    void anAliasIsNotAValue() {
        assertEquals(List.of(), found(Filter.choice("topic", "wasserstoff"), Lab.of("a", "hydrogen")));
    }

    @Test
    void theScopeHoldsBesideTheFilter() {
        Query query = Query.where(Filter.choice("topic", "wind")).within(Filter.choice("city", "essen"));

        assertEquals(
                List.of("b"),
                ids(ask(query, Lab.of("a", "wind"), Lab.of("b", "wind").in("essen"))));
    }

    @Test
    void aFieldThatTheRecordsDoNotHaveIsRefusedWithThoseTheyHave() {
        Filter colour = Filter.choice("colour", "red");
        List<Query> queries = List.of(
                Query.where(colour),
                Query.where(Filter.not(Filter.or(colour, Filter.choice("city", "essen")))),
                // All records pass the first alternative, so the second one decides nothing.
                Query.where(Filter.or(Filter.not(Filter.choice("city", "essen")), colour)),
                Query.where(Filter.or(
                        Filter.not(Filter.choice("city", "essen")),
                        Filter.and(Filter.choice("city", "essen"), Filter.not(colour)))),
                Query.all().within(colour),
                Query.all().counting("colour"));
        Searcher<Lab> searcher = searcher(List.of(Lab.of("a")));

        for (Query query : queries) {
            IllegalArgumentException refusal =
                    assertThrows(IllegalArgumentException.class, () -> searcher.ask(query, Deadline.none()));
            for (String part : List.of("colour", "topic", "city", "status")) {
                assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
            }
        }
    }

    @Test
    void countsSetTheFieldsOwnChoiceAside() {
        Query query = Query.where(Filter.choice("topic", "robotics")).counting("topic");

        Answer<Lab> answer = ask(query, Lab.of("laser", "robotics"), Lab.of("rotor", "wind"));

        assertEquals(1, answer.total());
        assertEquals(1, count(answer, "topic", "robotics"));
        assertEquals(1, count(answer, "topic", "wind"));
    }

    @Test
    void countsKeepTheChoicesOfOtherFields() {
        Query query = Query.where(Filter.and(Filter.choice("topic", "wind"), Filter.choice("city", "essen")))
                .counting("topic", "city");

        Answer<Lab> answer = ask(
                query,
                Lab.of("a", "wind").in("essen"),
                Lab.of("b", "data").in("essen"),
                Lab.of("c", "wind").in("bochum"));

        assertEquals(1, count(answer, "topic", "data"));
        assertEquals(1, count(answer, "topic", "wind"));
        assertEquals(1, count(answer, "city", "bochum"));
        assertEquals(0, count(answer, "city", "dortmund"));
    }

    @Test
    void countsKeepTheExclusionsOfTheFieldItself() {
        Query query = Query.where(
                        Filter.and(Filter.choice("topic", "data"), Filter.not(Filter.choice("topic", "wind"))))
                .counting("topic");

        Answer<Lab> answer = ask(query, Lab.of("a", "data"), Lab.of("b", "data", "wind"), Lab.of("c", "wind"));

        assertEquals(1, count(answer, "topic", "data"));
        assertEquals(0, count(answer, "topic", "wind"));
    }

    @Test
    void countsKeepTheScopeOfTheFieldItself() {
        Query query = Query.where(Filter.choice("city", "bochum"))
                .within(Filter.choice("city", "bochum", "essen"))
                .counting("city");

        Answer<Lab> answer = ask(
                query,
                Lab.of("a").in("bochum"),
                Lab.of("b").in("essen"),
                Lab.of("c").in("dortmund"));

        assertEquals(
                List.of(new FacetCount("bochum", 1), new FacetCount("dortmund", 0), new FacetCount("essen", 1)),
                answer.counts("city"));
    }

    @Test
    void countsKeepAnAlternativeThatNamesTheField() {
        Query query = Query.where(Filter.or(Filter.choice("city", "essen"), Filter.choice("topic", "wind")))
                .counting("city");

        Answer<Lab> answer = ask(query, Lab.of("a").in("essen"), Lab.of("b").in("bochum"));

        assertEquals(1, count(answer, "city", "essen"));
        assertEquals(0, count(answer, "city", "bochum"));
    }

    @Test
    void countsStandInTheOrderOfTheVocabularyWithZeros() {
        Answer<Lab> answer = ask(Query.all().counting("city"), Lab.of("a").in("essen"));

        assertEquals(
                List.of(new FacetCount("bochum", 0), new FacetCount("dortmund", 0), new FacetCount("essen", 1)),
                answer.counts("city"));
    }

    @Test
    void aTermCountsARecordBelowItOnce() {
        Answer<Lab> answer = ask(Query.all().counting("topic"), Lab.of("a", "wind", "hydrogen", "energy"));

        assertEquals(1, count(answer, "topic", "energy"));
    }

    @Test
    void aChoiceOfWhatDoesNotExistStillCountsItsField() {
        Query query = Query.where(Filter.choice("topic", "alchemy")).counting("topic", "city");

        Answer<Lab> answer = ask(query, Lab.of("a", "wind").in("essen"));

        assertEquals(0, answer.total());
        assertEquals(1, count(answer, "topic", "wind"));
        assertEquals(0, count(answer, "city", "essen"));
    }

    @Test
    void nothingIsCountedUnlessAskedFor() {
        Answer<Lab> answer = ask(Query.all().counting("city"), Lab.of("a"));

        assertThrows(IllegalArgumentException.class, () -> answer.counts("topic"));
    }

    // Spans and missing values.

    @Test
    void aNumberIsFoundBySpansWithBothTheirEnds() {
        Lab[] labs = {
            Lab.of("a").foundedIn(1949),
            Lab.of("b").foundedIn(1950),
            Lab.of("c").foundedIn(1999),
            Lab.of("d")
        };

        assertEquals(List.of("b", "c"), found(Filter.range("founded", 1950, 1999), labs));
        assertEquals(List.of("b"), found(Filter.choice("founded", "1950"), labs));
        assertEquals(List.of("a", "b"), found(Filter.choice("founded", "..1950"), labs));
        assertEquals(List.of("b", "c"), found(Filter.choice("founded", "1950.."), labs));
        assertEquals(List.of("a", "c"), found(Filter.choice("founded", "1900..1949", "1999..2050"), labs));
        assertEquals(List.of("a", "d"), found(Filter.not(Filter.choice("founded", "1950..")), labs));
    }

    @Test
    void whatIsNoSpanFindsNothing() {
        for (String value : List.of("", "..", "1999..1950", "abc", "1e3", "2026-11")) {
            assertEquals(
                    List.of(),
                    found(Filter.choice("founded", value), Lab.of("a").foundedIn(1950)),
                    value);
        }
        assertEquals(
                List.of(), found(Filter.choice("day", "2026-02-30"), Lab.of("a").openOn("2026-02-28")));
        assertEquals(
                List.of("a"),
                found(Filter.choice("founded", "abc", "1950"), Lab.of("a").foundedIn(1950)));
    }

    @Test
    void oneOfSeveralDaysIsEnough() {
        Lab[] labs = {
            Lab.of("a").openOn("2026-10-31", "2026-12-01"), Lab.of("b").openOn("2026-11-30"), Lab.of("c")
        };

        assertEquals(List.of("b"), found(Filter.choice("day", "2026-11"), labs));
        assertEquals(List.of("a"), found(Filter.choice("day", "2026-12-01"), labs));
        assertEquals(List.of("a", "b"), found(Filter.choice("day", "2026"), labs));
        assertEquals(List.of("a", "b"), found(Filter.choice("day", "2026-11-30..2026-12-01"), labs));
    }

    @Test
    void daysOnBothSidesOfASpanAreNotInIt() {
        assertEquals(
                List.of(), found(Filter.choice("day", "2026-11"), Lab.of("a").openOn("2026-10-31", "2026-12-01")));
    }

    @Test
    void recordsWithoutAValueAreFoundByNone() {
        Lab[] labs = {
            Lab.of("a"), Lab.of("b", "wind").in("essen").foundedIn(1950).openOn("2026-11-24")
        };

        for (String field : List.of("topic", "city", "founded", "day")) {
            assertEquals(List.of("a"), found(Filter.choice(field, Filter.NONE), labs), field);
            assertEquals(List.of("b"), found(Filter.not(Filter.choice(field, Filter.NONE)), labs), field);
        }
        assertEquals(List.of("a", "b"), found(Filter.choice("city", Filter.NONE, "essen"), labs));
        assertEquals(List.of(), found(Filter.choice("status", Filter.NONE), labs));
    }

    @Test
    void countsOfSpansStandInTheOrderOfTheSchema() {
        Query query = Query.where(Filter.choice("founded", "1950..1960")).counting("founded", "day");

        Answer<Lab> answer = ask(
                query,
                Lab.of("a").foundedIn(1955).openOn("2026-11-24", "2026-12-01"),
                Lab.of("b").foundedIn(1995),
                Lab.of("c").foundedIn(2012),
                Lab.of("d"));

        assertEquals(
                List.of(
                        new FacetCount("..1899", 0),
                        new FacetCount("1900..1949", 0),
                        new FacetCount("1950..1999", 2),
                        new FacetCount("1990..2009", 1),
                        new FacetCount("2015..", 0)),
                answer.counts("founded"));
        assertEquals(
                List.of(1, 1, 1, 0),
                answer.counts("day").stream().map(FacetCount::entries).toList());
    }

    @Test
    void aFieldOfNumbersOrDaysNeedsNoSpans() {
        FilterSchema<Lab> years = FilterSchema.<Lab>of(Lab::id, Lab::name)
                .numbers("founded", LocalizedText.german("Gegründet"), List.of(), Lab::founded)
                .build();
        FilterSchema<Lab> days = FilterSchema.<Lab>of(Lab::id, Lab::name)
                .dates("day", LocalizedText.german("Tag"), List.of(), Lab::days)
                .build();
        Lab full = Lab.of("a").foundedIn(1950).openOn("2026-11-24", "2026-11-25");
        for (List<Lab> labs :
                List.of(List.<Lab>of(), List.of(full), List.of(full, Lab.of("b")), List.of(Lab.of("b")))) {
            Answer<Lab> founded = ask(
                    years, Query.where(Filter.choice("founded", "1940..1960")).counting("founded"), labs);
            Answer<Lab> open =
                    ask(days, Query.where(Filter.choice("day", "2026-11-24")).counting("day"), labs);

            int expected = labs.contains(full) ? 1 : 0;
            assertEquals(expected, founded.total());
            assertEquals(expected, open.total());
            assertEquals(List.of(), founded.counts("founded"));
            assertEquals(labs.size() - expected, founded.facet("founded").missing());
            assertEquals(labs.size() - expected, open.facet("day").missing());
        }
    }

    @Test
    void theMissingCountIsWhatNoneWouldFind() {
        Lab[] labs = {
            Lab.of("a").in("essen"),
            Lab.of("b"),
            Lab.of("c", "wind"),
            Lab.of("d").being("closed")
        };
        Query query = Query.where(
                        Filter.and(Filter.choice("city", "essen"), Filter.not(Filter.choice("status", "closed"))))
                .counting("city", "status", "topic", "founded");

        Answer<Lab> answer = ask(query, labs);

        assertEquals(2, answer.facet("city").missing());
        assertEquals(1, answer.facet("topic").missing());
        assertEquals(1, answer.facet("founded").missing());
        assertEquals(0, answer.facet("status").missing());
    }

    // Places.

    @Test
    void aCircleFindsPlacesWithinItsRadius() {
        Lab[] labs = {
            Lab.of("bo").at(Lab.BOCHUM),
            Lab.of("do").at(Lab.DORTMUND),
            Lab.of("e").at(Lab.ESSEN),
            Lab.of("x")
        };
        int toEssen = (int) Lab.BOCHUM.metresTo(Lab.ESSEN);

        assertEquals(List.of("bo"), found(Filter.near(Lab.BOCHUM, toEssen - 1), labs));
        assertEquals(List.of("bo", "e"), found(Filter.near(Lab.BOCHUM, toEssen + 2), labs));
        assertEquals(List.of("bo", "do", "e"), sorted(Sort.NAME, Filter.near(Lab.BOCHUM, 20_000), labs));
        assertEquals(List.of("do", "x"), found(Filter.not(Filter.near(Lab.BOCHUM, toEssen + 2)), labs));
    }

    @Test
    void theLargestCircleFindsEveryPlace() {
        Lab[] labs = {
            Lab.of("here").at(Lab.BOCHUM), Lab.of("there").at(new GeoPoint(-51.4818, -172.7838)), Lab.of("nowhere")
        };

        assertEquals(List.of("here", "there"), sorted(Sort.NAME, Filter.near(Lab.BOCHUM, Filter.MOST_METRES), labs));
    }

    @Test
    void aCircleReachesAcrossThe180thMeridianAndThePoles() {
        Lab[] labs = {
            Lab.of("east").at(new GeoPoint(0, 179.9999)),
            Lab.of("west").at(new GeoPoint(0, -179.9999)),
            Lab.of("pole").at(new GeoPoint(89.9999, 90))
        };

        assertEquals(List.of("east", "west"), found(Filter.near(new GeoPoint(0, 180), 50), labs));
        assertEquals(List.of("pole"), found(Filter.near(new GeoPoint(89.9999, -90), 50), labs));
    }

    @Test
    void oneOfSeveralPlacesIsEnough() {
        Lab lab = Lab.of("a").at(Lab.DORTMUND, Lab.BOCHUM);

        assertEquals(List.of("a"), found(Filter.near(Lab.BOCHUM, 1), lab));
        assertEquals(List.of("a"), found(Filter.box(7.4, 51.5, 7.5, 51.6), lab));
    }

    @Test
    void placesOnBothSidesOfABoxAreNotInIt() {
        Lab lab = Lab.of("a").at(Lab.ESSEN, Lab.DORTMUND);

        assertEquals(List.of(), found(Filter.box(7.1, 51.0, 7.3, 52.0), lab));
        assertEquals(List.of(), found(Filter.box(7.0, 51.5, 7.1, 51.6), lab));
    }

    @Test
    void edgesBelongToABox() {
        Lab[] labs = {
            Lab.of("sw").at(new GeoPoint(51.25, 7.25)),
            Lab.of("ne").at(new GeoPoint(51.5, 7.5)),
            Lab.of("out").at(new GeoPoint(51.5, 7.5000001))
        };

        assertEquals(List.of("ne", "sw"), found(Filter.box(7.25, 51.25, 7.5, 51.5), labs));
    }

    @Test
    void aBoxWhoseWestIsGreaterThanItsEastCrossesThe180thMeridian() {
        Lab[] labs = {
            Lab.of("a").at(new GeoPoint(0, 179)),
            Lab.of("b").at(new GeoPoint(0, -179)),
            Lab.of("c").at(new GeoPoint(0, 0)),
            Lab.of("d").at(new GeoPoint(0, 180)),
            Lab.of("e").at(new GeoPoint(2, 180))
        };

        assertEquals(List.of("a", "b", "d"), found(Filter.box(178, -1, -178, 1), labs));
    }

    @Test
    void the180thMeridianIsOneAndAPoleLiesOnAllMeridians() {
        Lab[] labs = {
            Lab.of("a").at(new GeoPoint(0, 180)),
            Lab.of("b").at(new GeoPoint(0, -180)),
            Lab.of("c").at(new GeoPoint(90, 7)),
            Lab.of("d").at(new GeoPoint(-90, 180)),
            Lab.of("e").at(new GeoPoint(0, 178.9)),
            Lab.of("f").at(new GeoPoint(0, -178.9)),
            Lab.of("g").at(new GeoPoint(89.9, 7))
        };

        assertEquals(List.of("a", "b"), found(Filter.box(179, -1, 180, 1), labs));
        assertEquals(List.of("a", "b"), found(Filter.box(-180, -1, -179, 1), labs));
        assertEquals(List.of("a", "b"), found(Filter.box(179, -1, -179, 1), labs));
        assertEquals(List.of("a", "b", "e"), found(Filter.box(178, -1, 180, 1), labs));
        assertEquals(List.of("c"), found(Filter.box(-10, 80, -5, 90), labs));
        assertEquals(List.of("d"), found(Filter.box(-10, -90, -5, -80), labs));
        assertEquals(List.of("c", "g"), found(Filter.box(5, 80, 8, 90), labs));
        assertEquals(List.of("c", "d", "e", "f", "g"), found(Filter.not(Filter.box(179, -1, 180, 1)), labs));
    }

    @Test
    void theNearestComesFirstAndEqualDistancesByName() {
        Lab[] labs = {
            Lab.of("a").named("Zeche").at(Lab.DORTMUND, Lab.ESSEN),
            Lab.of("b").named("Abend").at(Lab.ESSEN),
            Lab.of("c").named("Ofen").at(Lab.BOCHUM),
            Lab.of("d").named("Abend").at(Lab.DORTMUND)
        };

        assertEquals(List.of("c", "b", "a", "d"), found(Filter.near(Lab.BOCHUM, 30_000), labs));
    }

    @Test
    void distancesAreComparedByWholeMetres() {
        GeoPoint center = new GeoPoint(0, 0);
        // 0.4 m and 0.1 m, both of which are 0 metres; and 0.9 m, which is 1 metre.
        Lab[] labs = {
            Lab.of("a").at(new GeoPoint(0, 0.0000036)),
            Lab.of("b").at(new GeoPoint(0, 0.0000009)),
            Lab.of("c").named("aa").at(new GeoPoint(0, 0.0000081))
        };

        Answer<Lab> answer = ask(Query.where(Filter.near(center, 10)), labs);

        assertEquals(List.of("a", "b", "c"), ids(answer));
        assertEquals(
                List.of(0, 0, 1),
                answer.matches().stream()
                        .map(match -> match.metres().orElseThrow())
                        .toList());
    }

    @Test
    void anAnswerToACircleNamesTheNearestPlaceAndItsDistance() {
        Answer<Lab> answer =
                ask(Query.where(Filter.near(Lab.BOCHUM, 30_000)), Lab.of("a").at(Lab.DORTMUND, Lab.ESSEN));

        assertEquals(Optional.of(Lab.ESSEN), answer.match(0).place());
        assertEquals(
                Math.round(Lab.BOCHUM.metresTo(Lab.ESSEN)),
                answer.match(0).metres().orElseThrow());
    }

    @Test
    void distancesAreMeasuredFromTheVisitorsCircleAndElseFromThatOfTheScope() {
        Lab[] labs = {Lab.of("do").at(Lab.DORTMUND), Lab.of("e").at(Lab.ESSEN)};
        Query scoped = Query.all().within(Filter.near(Lab.ESSEN, 100_000)).sort(Sort.DISTANCE);

        assertEquals(List.of("e", "do"), ids(ask(scoped, labs)));
        assertEquals(List.of("do", "e"), ids(ask(scoped.filtered(Filter.near(Lab.DORTMUND, 100_000)), labs)));
    }

    @Test
    void ofSeveralCirclesTheSmallestMeasuresWhateverTheirOrder() {
        Filter ofEssen = Filter.near(Lab.ESSEN, 100_000);
        Filter ofDortmund = Filter.near(Lab.DORTMUND, 90_000);
        Lab[] labs = {Lab.of("do").at(Lab.DORTMUND), Lab.of("e").at(Lab.ESSEN)};

        Answer<Lab> answer = ask(Query.where(Filter.and(ofEssen, ofDortmund)), labs);

        assertEquals(List.of("do", "e"), ids(answer));
        assertEquals(answer, ask(Query.where(Filter.and(ofDortmund, ofEssen)), labs));
        assertEquals(0, answer.match(0).metres().orElseThrow());
    }

    @Test
    void withoutACircleThatHasToHoldDistanceIsName() {
        Filter either = Filter.or(Filter.near(Lab.ESSEN, 100), Filter.choice("status", "active"));
        Lab[] labs = {Lab.of("a").at(Lab.DORTMUND), Lab.of("b").at(Lab.ESSEN)};

        Answer<Lab> answer = ask(Query.where(either).sort(Sort.DISTANCE), labs);

        assertEquals(List.of("a", "b"), ids(answer));
        assertEquals(List.of(), answer.matches());
    }

    @Test
    void recordsWithoutPlacesPassNoConditionOnPlaces() {
        assertEquals(List.of(), found(Filter.near(Lab.BOCHUM, Filter.MOST_METRES), Lab.of("a")));
        assertEquals(List.of(), found(Filter.box(-180, -90, 180, 90), Lab.of("a")));
    }

    // Words.

    @Test
    void everyWordHasToMatch() {
        Lab[] labs = {
            Lab.of("a").named("Haus der Technik"),
            Lab.of("b").named("Haus am See"),
            Lab.of("c").named("Technik")
        };

        assertEquals(List.of("a"), found(Filter.text("haus technik"), labs));
        assertEquals(List.of("a"), found(Filter.text("Technik, Haus!"), labs));
    }

    @Test
    void aWordIsFoundInNamesOtherNamesAndTexts() {
        Lab[] labs = {
            Lab.of("a").named("Wind"),
            Lab.of("b").alsoNamed("Sonne", "Wind"),
            Lab.of("c").about("Sonne", "Alles über Wind."),
            Lab.of("d").about("Sonne")
        };

        Answer<Lab> answer = ask(Query.where(Filter.text("wind")), labs);

        assertEquals(List.of("b", "a", "c"), ids(answer));
        assertEquals(List.of(Tier.EXACT_NAME, Tier.EXACT_NAME, Tier.TEXT), tiers(answer));
    }

    @Test
    void theBestTierComesFirstAndEqualOnesByName() {
        Lab[] labs = {
            Lab.of("typo").named("Adlerenergi"),
            Lab.of("compound").named("Bioenergie"),
            Lab.of("text").named("C").about("Viel Energie"),
            Lab.of("prefix").named("Energiewende"),
            Lab.of("word").named("Neue Energien"),
            Lab.of("other-word").named("Alte Energie"),
            Lab.of("exact").named("Zeche").alsoNamed("Energie")
        };

        Answer<Lab> answer = ask(Query.where(Filter.text("energie")), labs);

        assertEquals(List.of("exact", "other-word", "word", "prefix", "text", "compound"), ids(answer));
        assertEquals(
                List.of(Tier.EXACT_NAME, Tier.NAME_WORD, Tier.NAME_WORD, Tier.NAME_PREFIX, Tier.TEXT, Tier.COMPOUND),
                tiers(answer));
    }

    @Test
    void wasserstofIsUnderstood() {
        Lab[] labs = {Lab.of("a").named("Zentrum für Wasserstoff"), Lab.of("b").named("Wasserwerk")};

        assertEquals(List.of("a"), found(Filter.text("wasserstof"), labs));
        assertEquals(List.of(Tier.TYPO), tiers(ask(Query.where(Filter.text("wassertsoff zentrum")), labs)));
    }

    @Test
    void haeuserAndHaeuserWithAnUmlautAreOneWord() {
        Lab[] labs = {
            Lab.of("a").named("Häuser im Wind"),
            Lab.of("b").named("Haeuser am See"),
            Lab.of("c").named("Haut")
        };

        for (String typed : List.of("haeuser", "Häuser", "HÄUSER", "ha\u0308user", "hauser", "Haus")) {
            assertEquals(List.of("b", "a"), found(Filter.text(typed), labs), typed);
        }
        assertEquals(List.of(Tier.NAME_WORD, Tier.NAME_WORD), tiers(ask(Query.where(Filter.text("haeuser")), labs)));
    }

    @Test
    void technikIsFoundInWasserstofftechnik() {
        Lab[] labs = {
            Lab.of("a").named("Institut für Wasserstofftechnik"), Lab.of("b").named("Institut")
        };

        assertEquals(List.of("a"), found(Filter.text("technik"), labs));
        assertEquals(List.of("a"), found(Filter.text("technik institut"), labs));
        assertEquals(List.of(Tier.COMPOUND), tiers(ask(Query.where(Filter.text("technik institut")), labs)));
        assertEquals(List.of(Tier.NAME_PREFIX), tiers(ask(Query.where(Filter.text("institut wasserstoff")), labs)));
    }

    @Test
    void uniDortIsTheBeginningOfUniDortmund() {
        Lab[] labs = {
            Lab.of("do").named("Technische Universität Dortmund").alsoNamed("TU Dortmund", "Uni Dortmund"),
            Lab.of("bo").named("Ruhr-Universität Bochum").alsoNamed("Uni Bochum"),
            Lab.of("fh").named("Fachhochschule Dortmund")
        };

        assertEquals(List.of("do"), found(Filter.text("uni dort"), labs));
        assertEquals(List.of(Tier.NAME_PREFIX), tiers(ask(Query.where(Filter.text("uni dort")), labs)));
        assertEquals(List.of("bo", "do"), found(Filter.text("uni"), labs));
    }

    @Test
    void uniIsShortForUniversityInBothLanguages() {
        Lab[] labs = {
            Lab.of("do").named("Technische Universität Dortmund"),
            Lab.of("en").named("University of Dortmund"),
            Lab.of("fh").named("Universal-Kabel Dortmund"),
            Lab.of("wi").named("Union der Wirte Dortmund")
        };

        assertEquals(List.of("do", "en"), found(Filter.text("uni dort"), labs));
        assertEquals(List.of("do", "en"), found(Filter.text("Unis Dortmund"), labs));
        assertEquals(
                List.of("uni"), found(Filter.text("Universität"), Lab.of("uni").named("Uni Essen")));
    }

    @Test
    void onlyTheLastWordMayBeABeginning() {
        Lab lab = Lab.of("a").named("Institut Dortmund");

        assertEquals(List.of("a"), found(Filter.text("dortmund ins"), lab));
        assertEquals(List.of(), found(Filter.text("ins dortmund"), lab));
    }

    @Test
    void wordsAreComparedByTheirStemsInBothLanguages() {
        Lab[] labs = {Lab.of("a").named("Gründungen"), Lab.of("b").named("Research companies")};

        assertEquals(List.of("a"), found(Filter.text("Gründung"), labs));
        assertEquals(List.of("b"), found(Filter.text("company"), labs));
    }

    @Test
    void shortWordsAreNeitherPartsNorMistyped() {
        assertEquals(List.of(), found(Filter.text("rot"), Lab.of("a").named("Abendrot")));
        assertEquals(List.of(), found(Filter.text("wimd"), Lab.of("a").named("Wind")));
        assertEquals(List.of(), found(Filter.text("2025"), Lab.of("a").named("2026")));
    }

    @Test
    void howARecordMatchesDoesNotDependOnOtherRecords() {
        Lab mistyped = Lab.of("a").named("Wassersotff");

        assertEquals(List.of("a"), found(Filter.text("wasserstoff"), mistyped));
        assertEquals(
                List.of("b", "a"),
                found(Filter.text("wasserstoff"), mistyped, Lab.of("b").named("Wasserstoff")));
    }

    @Test
    void theWorstOfSeveralConditionsIsTheTier() {
        Query query = Query.where(Filter.and(Filter.text("haus"), Filter.text("technik")))
                .within(Filter.text("der"));

        Answer<Lab> answer = ask(
                query, Lab.of("a").named("Haus der Windtechnik"), Lab.of("b").named("Haus der Technik"));

        assertEquals(List.of("b", "a"), ids(answer));
        assertEquals(List.of(Tier.NAME_WORD, Tier.COMPOUND), tiers(answer));
    }

    @Test
    void exactNamesHaveTheirWordsInOrder() {
        Lab[] labs = {Lab.of("a").named("Haus der Technik"), Lab.of("b").named("Technik der Haus")};

        assertEquals(
                List.of(Tier.EXACT_NAME, Tier.NAME_WORD),
                tiers(ask(Query.where(Filter.text("haus-der-TECHNIK")), labs)));
    }

    @Test
    void wordsMayBeExcludedAndBeAlternatives() {
        Lab[] labs = {
            Lab.of("a").named("Wind"), Lab.of("b").named("Sonne"), Lab.of("c").named("Wasser")
        };
        Filter either = Filter.or(Filter.text("sonne"), Filter.text("wasser"));

        assertEquals(List.of("b", "c"), found(Filter.not(Filter.text("wind")), labs));
        assertEquals(List.of("b", "c"), found(either, labs));
        assertEquals(
                List.of(), ask(Query.where(either).sort(Sort.RELEVANCE), labs).matches());
    }

    @Test
    void wordsTakePartInCounts() {
        Query query = Query.where(Filter.and(Filter.text("wind"), Filter.choice("city", "essen")))
                .counting("city");

        Answer<Lab> answer = ask(
                query,
                Lab.of("a").named("Wind").in("essen"),
                Lab.of("b").named("Windkraft").in("bochum"),
                Lab.of("c").named("Sonne").in("bochum"));

        assertEquals(1, count(answer, "city", "essen"));
        assertEquals(1, count(answer, "city", "bochum"));
    }

    @Test
    void anAnswerToWordsMarksThemInNameAndText() {
        Lab lab = Lab.of("a").named("Haus der Technik").about("Viel Technik.");

        Match match = ask(Query.where(Filter.text("technik")), lab).match(0);

        assertEquals(List.of(new Match.Mark(9, 16)), match.name());
        assertEquals(Optional.of(new Match.Excerpt("Viel Technik.", List.of(new Match.Mark(5, 12)))), match.excerpt());
    }

    @Test
    void withoutWordsAndCircleNothingIsMatched() {
        assertEquals(
                List.of(),
                ask(Query.where(Filter.choice("topic", "wind")), Lab.of("a", "wind"))
                        .matches());
    }

    @Test
    void matchesBelongToThePageThatIsAsked() {
        Query query = Query.where(Filter.text("wind")).page(new Page(2, 1));

        Answer<Lab> answer = ask(query, Lab.of("a").named("Wind"), Lab.of("b").named("Windkraft"));

        assertEquals(List.of(Tier.NAME_PREFIX), tiers(answer));
    }

    @Test
    void wordsWithoutASoundFindEverything() {
        Filter silent = new Filter.Text("\u02BC");

        assertEquals(List.of("a"), found(silent, Lab.of("a")));
        assertEquals(List.of(), ask(Query.where(silent), Lab.of("a")).matches());
    }

    @Test
    void recordsWithoutTextAndPlacesAreFoundByTheirNames() {
        FilterSchema<String> names =
                FilterSchema.of(String.class, name -> name, name -> name).build();
        List<String> records = List.of("wind", "sonne");

        assertEquals(
                List.of("wind"),
                ask(names, Query.where(Filter.text("win")), records).entries());
        assertEquals(
                0,
                ask(names, Query.where(Filter.near(Lab.BOCHUM, Filter.MOST_METRES)), records)
                        .total());
        assertEquals(
                2,
                ask(names, Query.where(Filter.not(Filter.box(-180, -90, 180, 90))), records)
                        .total());
        assertEquals(
                List.of("sonne", "wind"),
                ask(names, Query.all().sort(Sort.NEWEST), records).entries());
    }

    // Presets.

    @Test
    void aPresetIsWhatItWants() {
        Filter preset = new Filter.Preset("future", Lab.PRESETS.filter("future").orElseThrow());

        assertEquals(
                List.of("a", "c"), found(preset, Lab.of("a", "hydrogen"), Lab.of("b", "wind"), Lab.of("c", "vision")));
    }

    @Test
    void aFieldThatOnlyAPresetKnowsFindsNothing() {
        Filter painted =
                new Filter.Preset("painted", Lab.PRESETS.filter("painted").orElseThrow());

        assertEquals(List.of(), found(painted, Lab.of("a")));
        assertEquals(List.of("a"), found(Filter.not(painted), Lab.of("a")));
        assertEquals(
                List.of("a"),
                found(
                        new Filter.Preset("p", Filter.or(Filter.choice("colour", "red"), Filter.text("a"))),
                        Lab.of("a"),
                        Lab.of("b")));
    }

    @Test
    void aPresetIsNotSetAsideWhileItsFieldIsCounted() {
        Filter preset = new Filter.Preset("p", Filter.choice("city", "essen"));

        Answer<Lab> answer = ask(
                Query.where(preset).counting("city"),
                Lab.of("a").in("essen"),
                Lab.of("b").in("bochum"));

        assertEquals(0, count(answer, "city", "bochum"));
        assertEquals(1, count(answer, "city", "essen"));
    }

    @Test
    void wordsAndCirclesOfAPresetDoNotOrderTheAnswer() {
        Filter preset = new Filter.Preset("p", Filter.and(Filter.text("wind"), Filter.near(Lab.ESSEN, 100_000)));
        Lab[] labs = {
            Lab.of("a").named("Kleinwindrad").about("wind").at(Lab.DORTMUND),
            Lab.of("b").named("Wind").at(Lab.ESSEN)
        };

        for (Sort sort : Sort.values()) {
            Answer<Lab> answer = ask(Query.where(preset).sort(sort), labs);
            assertEquals(List.of("a", "b"), ids(answer), sort.name());
            assertEquals(List.of(), answer.matches());
        }
    }

    // Order and pages.

    @Test
    void namesStandInTheOrderOfAGermanIndex() {
        List<Lab> labs = new ArrayList<>();
        for (String name : Lab.NAMES) {
            labs.add(Lab.of("lab-" + labs.size()).named(name));
        }
        List<Lab> shuffled = new ArrayList<>(labs);
        Collections.shuffle(shuffled, new Random(5));

        assertEquals(
                Lab.NAMES,
                ask(Lab.WHOLE, Query.all().page(new Page(1, 100)), shuffled).entries().stream()
                        .map(Lab::name)
                        .toList());
    }

    @Test
    void theNewestComesFirstAndWhatHasNoDayLast() {
        Lab[] labs = {
            Lab.of("a").named("Abend"),
            Lab.of("b").named("Zeche").publishedOn("2026-11-24"),
            Lab.of("c").named("Ofen").publishedOn("2026-11-24"),
            Lab.of("d").publishedOn("1969-12-31"),
            Lab.of("e").publishedOn("2027-01-01"),
            Lab.of("f").named("Aachen")
        };

        assertEquals(List.of("e", "c", "b", "d", "f", "a"), sorted(Sort.NEWEST, Filter.everything(), labs));
    }

    @Test
    void withoutWordsThatHaveToMatchRelevanceIsName() {
        assertEquals(List.of("a", "b"), sorted(Sort.RELEVANCE, Filter.everything(), Lab.of("b"), Lab.of("a")));
    }

    @Test
    void anAnswerSaysWhetherSomethingComesBehindIt() {
        Lab[] labs = {Lab.of("a"), Lab.of("b"), Lab.of("c")};

        assertEquals(
                Optional.of("b"), ask(Query.all().page(new Page(1, 2)), labs).last());
        assertEquals(
                Optional.empty(), ask(Query.all().page(new Page(2, 2)), labs).last());
        assertEquals(
                Optional.empty(), ask(Query.all().page(new Page(1, 3)), labs).last());
        assertEquals(
                Optional.empty(), ask(Query.all().page(new Page(1, 0)), labs).last());
        assertEquals(
                Optional.empty(), ask(Query.all().page(new Page(9, 3)), labs).last());
    }

    @Test
    void cursorsWalkThroughAnAnswerInEveryOrder() {
        Lab[] labs = new Dice(7)
                .labs(60).stream()
                        .map(lab -> lab.about("Viel Technik").at(Lab.ESSEN, Lab.BOCHUM))
                        .toArray(Lab[]::new);
        Filter filter = Filter.and(Filter.text("technik"), Filter.near(Lab.BOCHUM, 30_000));
        for (Sort sort : Sort.values()) {
            Searcher<Lab> searcher = searcher(List.of(labs));
            Query query = Query.where(filter).sort(sort).page(new Page(1, 4)).counting("city");
            List<String> walked = new ArrayList<>();
            Answer<Lab> answer = searcher.ask(query, Deadline.none());
            int total = answer.total();
            walked.addAll(ids(answer));
            while (answer.next().isPresent()) {
                List<Facet> facets = answer.facets();
                answer = searcher.ask(query.after(answer.next().get()), Deadline.none());
                walked.addAll(ids(answer));
                assertEquals(total, answer.total(), sort.name());
                assertEquals(facets, answer.facets(), sort.name());
            }

            assertTrue(total > 8, "only " + total);
            assertEquals(ids(searcher.ask(query.page(new Page(1, 100)), Deadline.none())), walked, sort.name());
        }
    }

    @Test
    void aCursorOfAnotherVersionHasExpired() {
        Query query = Query.all().page(new Page(1, 1));
        Searcher<Lab> before = searcher(List.of(Lab.of("a"), Lab.of("b")));
        Searcher<Lab> after = searcher(List.of(Lab.of("a"), Lab.of("b"), Lab.of("c")));
        Cursor cursor = before.ask(query, Deadline.none()).next().orElseThrow();

        assertThrows(CursorExpired.class, () -> after.ask(query.after(cursor), Deadline.none()));
    }

    @Test
    void aCursorOfAnotherQuestionIsRefused() {
        Query query = Query.all().page(new Page(1, 1));
        Searcher<Lab> searcher = searcher(List.of(Lab.of("a"), Lab.of("b")));
        Cursor cursor = searcher.ask(query, Deadline.none()).next().orElseThrow();

        for (Query other : List.of(
                query.sort(Sort.NEWEST),
                query.filtered(Filter.choice("status", "active")),
                query.within(Filter.choice("status", "active")))) {
            assertThrows(InvalidQuery.class, () -> searcher.ask(other.after(cursor), Deadline.none()));
        }
    }

    /** Conditions of these pairs have one sum of hashes. */
    @Test
    void aCursorOfAQuestionOfTheSameWordsIsRefused() {
        Filter wind = Filter.choice("topic", "wind");
        Filter data = Filter.choice("topic", "data");
        Lab[] labs = {Lab.of("a", "wind"), Lab.of("b", "wind"), Lab.of("c", "data"), Lab.of("d", "data")};
        Searcher<Lab> searcher = searcher(List.of(labs));
        Map<Filter, Filter> pairs =
                Map.of(wind, Filter.not(wind), Filter.and(wind, Filter.not(data)), Filter.and(data, Filter.not(wind)));

        pairs.forEach((one, other) -> {
            Query asked = Query.where(one).page(new Page(1, 1));
            Cursor cursor = searcher.ask(asked, Deadline.none()).next().orElseThrow();
            Query wrong = Query.where(other).page(new Page(1, 1)).after(cursor);
            assertThrows(InvalidQuery.class, () -> searcher.ask(wrong, Deadline.none()));
        });
    }

    @Test
    void aCursorMayBeUsedForOtherPagesAndFacetsOfItsQuestion() {
        Searcher<Lab> searcher = searcher(List.of(Lab.of("a"), Lab.of("b"), Lab.of("c")));
        Cursor cursor = searcher.ask(Query.all().page(new Page(1, 1)), Deadline.none())
                .next()
                .orElseThrow();

        Answer<Lab> answer =
                searcher.ask(Query.all().page(new Page(1, 50)).counting("city").after(cursor), Deadline.none());

        assertEquals(List.of("b", "c"), ids(answer));
    }

    @Test
    void aCursorBehindARecordThatDoesNotExistIsRefused() {
        Searcher<Lab> searcher = searcher(List.of(Lab.of("a")));
        Query forged = Query.all().after(Cursor.behind(Query.all(), searcher.version(), "b"));

        InvalidQuery refusal = assertThrows(InvalidQuery.class, () -> searcher.ask(forged, Deadline.none()));

        assertEquals("cursor", refusal.problems().get(0).parameter());
    }

    @Test
    void aCursorBehindARecordThatIsNotInTheAnswerGivesSomeEndOfIt() {
        Lab[] labs = {
            Lab.of("a").named("Wind").at(Lab.ESSEN),
            Lab.of("b").named("Windkraft").at(Lab.ESSEN),
            Lab.of("x")
        };
        for (Sort sort : Sort.values()) {
            Query query = Query.where(Filter.and(Filter.text("wind"), Filter.near(Lab.ESSEN, 10)))
                    .sort(sort);
            Searcher<Lab> searcher = searcher(List.of(labs));
            List<String> all = ids(searcher.ask(query, Deadline.none()));

            Answer<Lab> answer =
                    searcher.ask(query.after(Cursor.behind(query, searcher.version(), "x")), Deadline.none());

            assertEquals(2, answer.total());
            assertEquals(all.subList(all.size() - answer.entries().size(), all.size()), ids(answer));
        }
    }

    // Ways out of an empty answer.

    @Test
    void anEmptyAnswerSaysWhichConditionTakenAwayWouldBringHowMany() {
        Filter wind = Filter.choice("topic", "wind");
        Filter essen = Filter.choice("city", "essen");
        Filter sun = Filter.not(Filter.text("sonne"));
        Query query = Query.where(Filter.and(wind, essen, sun)).within(Filter.choice("status", "active"));
        Lab[] labs = {
            Lab.of("a", "wind"),
            Lab.of("b", "data").in("essen"),
            Lab.of("c", "ai").in("essen"),
            Lab.of("d", "wind").in("essen").being("closed")
        };

        Answer<Lab> answer = ask(query, labs);

        assertEquals(List.of(new Relaxation(wind, 2), new Relaxation(essen, 1)), answer.relaxations());
    }

    @Test
    void equalWaysOutStandInTheOrderOfTheConditions() {
        Filter essen = Filter.choice("city", "essen");
        Filter wind = Filter.choice("topic", "wind");
        Lab[] labs = {Lab.of("a", "wind"), Lab.of("b").in("essen")};
        List<Relaxation> ways = List.of(new Relaxation(essen, 1), new Relaxation(wind, 1));

        assertEquals(ways, ask(Query.where(Filter.and(essen, wind)), labs).relaxations());
        assertEquals(ways, ask(Query.where(Filter.and(wind, essen)), labs).relaxations());
    }

    @Test
    void anAnswerThatIsNotEmptyNeedsNoWayOut() {
        Query query = Query.where(Filter.choice("topic", "wind"));

        assertEquals(List.of(), ask(query, Lab.of("a", "wind"), Lab.of("b")).relaxations());
        assertEquals(
                List.of(),
                ask(query.page(new Page(5, 10)), Lab.of("a", "wind"), Lab.of("b"))
                        .relaxations());
    }

    @Test
    void anEmptyAnswerToOneConditionSaysHowManyThereAre() {
        Filter wind = Filter.choice("topic", "wind");

        assertEquals(
                List.of(new Relaxation(wind, 1)),
                ask(Query.where(wind), Lab.of("a")).relaxations());
        assertEquals(List.of(), ask(Query.where(wind)).relaxations());
    }

    // Suggestions.

    @Test
    void valuesAndRecordsAreSuggestedByTheirNames() {
        Lab[] labs = {
            Lab.of("a", "wind").named("Windkraft"),
            Lab.of("b").named("Alte Windmühle"),
            Lab.of("c").named("Zeche")
        };

        assertEquals(List.of("topic=wind", "b", "a"), suggested("wind", 10, labs));
        assertEquals(
                List.of(Tier.NAME_PREFIX, Tier.NAME_PREFIX, Tier.NAME_PREFIX),
                suggest(
                                "windk",
                                10,
                                Lab.of("a", "wind").named("Windkraft"),
                                Lab.of("b").named("Neue Windkraft"))
                        .stream()
                        .map(Suggestion::tier)
                        .toList());
    }

    @Test
    void betterSuggestionsComeFirst() {
        Lab[] labs = {
            Lab.of("a", "hydrogen").named("Technik"),
            Lab.of("b").named("Haus der Technik"),
            Lab.of("c").named("Technikum")
        };

        assertEquals(List.of("a", "b", "c", "topic=hydrogen"), suggested("technik", 10, labs));
        assertEquals(List.of("a", "b"), suggested("technik", 2, labs));
    }

    @Test
    void valuesAreSuggestedByAliasAndInBothLanguages() {
        Lab lab = Lab.of("x", "ai", "hydrogen");

        for (String typed : List.of("ki", "künstliche intelligenz", "artificial", "intel")) {
            assertEquals("topic=ai", suggested(typed, 10, lab).get(0), typed);
        }
        assertEquals(List.of("topic=hydrogen"), suggested("wasserstoff", 10, lab));
        Suggestion suggestion = suggest("wasserstoff", 10, lab).get(0);
        assertEquals(LocalizedText.of("Wasserstofftechnik", "Hydrogen"), suggestion.label());
        assertEquals(Tier.EXACT_NAME, suggestion.tier());
    }

    @Test
    void aValueThatNoRecordHasIsNotSuggested() {
        assertEquals(List.of(), suggested("wind", 10, Lab.of("a", "data")));
        assertEquals(List.of("topic=energy"), suggested("energ", 10, Lab.of("a", "wind")));
    }

    @Test
    void aValueThatIsItselfARecordIsSuggestedOnceAsTheRecord() {
        Lab[] labs = {
            Lab.of("hydrogen").named("Wasserstofftechnik"),
            Lab.of("wind").named("Ein Haus"),
            Lab.of("c", "hydrogen", "wind")
        };

        assertEquals(List.of("hydrogen"), suggested("wasserstoff", 10, labs));
        assertEquals(List.of("topic=wind"), suggested("wind", 10, labs), "another name: another thing");
    }

    @Test
    void valuesStandInTheOrderOfFieldsAndVocabularies() {
        Lab[] labs = {Lab.of("x", "data").named("Alter Dampf").in("dortmund")};

        assertEquals(List.of("topic=data", "city=dortmund", "x"), suggested("d", 10, labs));
    }

    @Test
    void textsAreNotSearchedForSuggestions() {
        assertEquals(List.of(), suggested("wind", 10, Lab.of("a").about("Wind")));
    }

    @Test
    void aRecordIsSuggestedByItsNameInTheLanguageItHas() {
        Lab lab = Lab.of("a").named("Haus der Technik").alsoNamed("House of Technology");

        assertEquals(
                List.of(new Suggestion(
                        Optional.empty(), "a", LocalizedText.german("Haus der Technik"), Tier.NAME_PREFIX)),
                suggest("house of tech", 10, lab));
    }

    @Test
    void nothingIsSuggestedForNothing() {
        for (String typed : List.of("", " ", "-!", "\0", "\uD800", "\u02BC")) {
            assertEquals(
                    List.of(),
                    suggested(typed, 10, Lab.of("a", "wind"), Lab.of("b").named("")),
                    typed);
        }
    }

    @Test
    void theNumberOfSuggestionsHasBounds() {
        Searcher<Lab> searcher = searcher(List.of(Lab.of("a")));

        for (int limit : new int[] {Integer.MIN_VALUE, -1, 0, Suggestion.MOST + 1, Integer.MAX_VALUE}) {
            assertThrows(IllegalArgumentException.class, () -> searcher.suggest("a", limit, Deadline.none()));
        }
    }

    @Test
    void aLongTextIsSearchedFor() {
        String typed = "wind " + "x".repeat(100_000);

        assertEquals(List.of(), suggested(typed, 10, Lab.of("a").named("Wind")));
    }

    @Test
    void namesStandInGermanOrderAndEqualNamesById() {
        Answer<Lab> answer = ask(
                Query.all(),
                Lab.of("z").named("Öl"),
                Lab.of("y").named("Zeche"),
                Lab.of("x").named("Ofen"),
                Lab.of("b").named("Ofen"));

        assertEquals(List.of("b", "x", "z", "y"), ids(answer));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        List<Lab> labs = new Dice(7).labs(130);
        Searcher<Lab> searcher = searcher(labs);
        Query query = Query.where(Filter.choice("status", "active"));
        List<String> onOnePage = new ArrayList<>();
        List<String> onSmallPages = new ArrayList<>();

        for (int number = 1; number <= 2; number++) {
            onOnePage.addAll(ids(searcher.ask(query.page(new Page(number, 100)), Deadline.none())));
        }
        for (int number = 1; number <= 19; number++) {
            onSmallPages.addAll(ids(searcher.ask(query.page(new Page(number, 7)), Deadline.none())));
        }

        assertTrue(onOnePage.size() > 64);
        assertEquals(onOnePage, onSmallPages);
    }

    @Test
    void aPageBehindTheLastIsEmptyAndKeepsTheTotal() {
        Answer<Lab> answer = ask(Query.all().page(new Page(3, 1)), Lab.of("a"), Lab.of("b"));

        assertEquals(2, answer.total());
        assertEquals(List.of(), answer.entries());
    }

    @Test
    void aLimitOfZeroAsksForTotalAndCountsAlone() {
        Answer<Lab> answer = ask(
                Query.all().page(new Page(1, 0)).counting("city"), Lab.of("a").in("essen"));

        assertEquals(1, answer.total());
        assertEquals(List.of(), answer.entries());
        assertEquals(1, count(answer, "city", "essen"));
    }

    @Test
    void anEngineWithoutRecordsAnswers() {
        Answer<Lab> answer =
                ask(Query.where(Filter.not(Filter.choice("city", "essen"))).counting("city"));

        assertEquals(0, answer.total());
        assertEquals(0, count(answer, "city", "essen"));
    }

    @Test
    void aRecordIsFoundByItsIdAndNoOther() {
        Searcher<Lab> searcher = searcher(List.of(Lab.of("a"), Lab.of("b", "wind")));

        assertEquals(Optional.of(Lab.of("b", "wind")), searcher.find("b", Deadline.none()));
        for (String id : List.of("c", "", "B", "../b", "\0")) {
            assertEquals(Optional.empty(), searcher.find(id, Deadline.none()));
        }
    }

    @Test
    void theSameQuestionHasTheSameAnswer() {
        Searcher<Lab> searcher = searcher(new Dice(3).labs(70));
        Query query = Query.where(Filter.choice("topic", "data")).counting("city", "topic");

        assertEquals(searcher.ask(query, Deadline.none()), searcher.ask(query, Deadline.none()));
    }

    // Random questions.

    @Test
    void randomAnswersAreThoseOfAPlainLoop() {
        PlainLoop.Kinships kinships = new PlainLoop.Kinships();
        int compared = 0;
        for (long seed = seed(); compared < comparisons(); seed++) {
            try {
                compared += compareInAWorld(seed, kinships);
            } catch (RuntimeException failed) {
                throw new AssertionError("an exception; -Dcontract.seed=" + seed, failed);
            }
        }
    }

    private int compareInAWorld(long seed, PlainLoop.Kinships kinships) {
        World world = new World(seed);
        Version version = new Version("world-" + seed);
        List<String> strategies = strategies();
        List<Searcher<World.Thing>> searchers = strategies.stream()
                .map(strategy -> searcher(strategy, world.schema(), world.things(), version))
                .toList();
        PlainLoop<World.Thing> loop =
                new PlainLoop<>(world.schema(), world.things(), searchers.get(0).version(), kinships);
        Agreement.Of<World.Thing> agreement = new Agreement.Of<>(world.schema(), world.things());
        Optional<Query> next = Optional.empty();
        for (int question = 0; question < QUESTIONS_IN_A_WORLD; question++) {
            Query query = next.isPresent() ? next.get() : world.query();
            Agreement.Outcome<World.Thing> expected = Agreement.outcome(loop, query);
            String typed = world.typed();
            int limit = world.suggestions();
            for (int i = 0; i < searchers.size(); i++) {
                String strategy = strategies.get(i);
                String where = strategy + ", -Dcontract.seed=" + seed + ", question " + question;
                agreement.check(
                        expected,
                        searchers.get(i),
                        query,
                        where,
                        records -> searcher(strategy, world.schema(), records, version));
                if (question % 8 == 0) {
                    assertEquals(
                            loop.suggest(typed, limit, Deadline.none()),
                            searchers.get(i).suggest(typed, limit, Deadline.none()),
                            () -> "suggestions; " + where + ": " + typed);
                }
            }
            next = world.goesOn() ? expected.answer().flatMap(Answer::next).map(query::after) : Optional.empty();
        }
        return QUESTIONS_IN_A_WORLD * searchers.size();
    }
}
