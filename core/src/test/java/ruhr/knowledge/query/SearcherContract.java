package ruhr.knowledge.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ruhr.knowledge.filter.Filter;

/**
 * What every engine has to do. An engine's own test extends this class and says how an engine with some labs is made:
 *
 * <pre>{@code
 * class MyEngineTest extends SearcherContract {
 *   @Override
 *   protected Searcher<Lab> searcher(List<Lab> labs) {
 *     return new MyEngine(Lab.SCHEMA, labs);
 *   }
 * }
 * }</pre>
 */
public abstract class SearcherContract {

    /** For the engine's own test. */
    protected SearcherContract() {}

    /** Returns an engine that holds these labs, filtered by {@link Lab#SCHEMA}. */
    protected abstract Searcher<Lab> searcher(List<Lab> labs);

    private Answer<Lab> ask(Query query, Lab... labs) {
        return searcher(List.of(labs)).ask(query, Deadline.none());
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

    @Test
    void answersAreThoseOfAPlainLoop() {
        for (int size : new int[] {0, 1, 65, 200}) {
            List<Lab> labs = new Dice(size).labs(size);
            Agreement.check(searcher(labs), labs, 11 + size, 150);
        }
    }
}
