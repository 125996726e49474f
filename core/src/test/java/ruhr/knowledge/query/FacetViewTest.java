package ruhr.knowledge.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Keyword;
import ruhr.knowledge.filter.Vocabulary;
import ruhr.knowledge.value.LocalizedText;
import ruhr.knowledge.value.Wording;

class FacetViewTest {

    /** Energy with hydrogen and wind below it, AI below data and robotics, vision below AI. */
    private static final FilterSchema.Field<Lab> TOPIC =
            Lab.WHOLE.field("topic").orElseThrow();

    private static FacetView view(Locale language, int... entries) {
        List<String> values = Lab.TOPICS.terms().stream().map(term -> term.id()).toList();
        return FacetView.of(TOPIC, Facet.of("topic", values, entries, 5), language);
    }

    /** Energy 3, hydrogen 2, wind 1, robotics 3, data 7, AI 2, vision 0. */
    private static FacetView german() {
        return view(Locale.GERMAN, 3, 2, 1, 3, 7, 2, 0);
    }

    private static List<String> written(List<FacetView.Row> rows) {
        return rows.stream()
                .map(row -> row.label().text() + " " + row.entries())
                .toList();
    }

    private static String written(FacetView.Level level) {
        List<String> parts = new ArrayList<>();
        for (FacetView.Node node : level.nodes()) {
            String below = written(node.below());
            parts.add(node.row().value() + (below.isEmpty() ? "" : "(" + below + ")"));
        }
        if (level.more() > 0) {
            parts.add("+" + level.more());
        }
        return String.join(" ", parts);
    }

    @Test
    void rowsStandInTheOrderOfTheVocabularyWithZeros() {
        assertEquals(
                List.of(
                        "Energie 3",
                        "Wasserstofftechnik 2",
                        "Windkraft 1",
                        "Robotik 3",
                        "Datenräume 7",
                        "Künstliche Intelligenz 2",
                        "Bildverarbeitung 0"),
                written(german().rows()));
    }

    @Test
    void labelsAreInTheLanguageAskedForAndElseInTheOther() {
        List<FacetView.Row> rows = view(Locale.ENGLISH, 3, 2, 1, 3, 7, 2, 0).rows();

        assertEquals(new Wording("Energy", Locale.ENGLISH), rows.get(0).label());
        assertEquals(new Wording("Robotik", Locale.GERMAN), rows.get(3).label());
    }

    @Test
    void theMostFrequentComeFirstAndEqualOnesByLabel() {
        FacetView.Cut cut = german().top(4);

        assertEquals(
                List.of("Datenräume 7", "Energie 3", "Robotik 3", "Künstliche Intelligenz 2"), written(cut.rows()));
        assertEquals(3, cut.more());
    }

    @Test
    void equalOnesStandByTheLabelThatIsShown() {
        int[] equal = {1, 1, 1, 1, 1, 1, 1};

        assertEquals(
                List.of("Bildverarbeitung 1", "Datenräume 1", "Energie 1"),
                written(view(Locale.GERMAN, equal).top(3).rows()));
        assertEquals(
                List.of("Artificial intelligence 1", "Computer vision 1", "Data 1"),
                written(view(Locale.ENGLISH, equal).top(3).rows()));
    }

    @Test
    void aCutOffBeyondTheValuesLeavesOutNothing() {
        assertEquals(0, german().top(Integer.MAX_VALUE).more());
        assertEquals(7, german().top(0).more());
        assertThrows(IllegalArgumentException.class, () -> german().top(-1));
        assertThrows(IllegalArgumentException.class, () -> german().tree(-1));
    }

    @Test
    void aChosenValueIsNeverLeftOut() {
        FacetView.Cut cut =
                german().keeping(List.of("vision", "data", "nowhere")).top(2);

        assertEquals(List.of("Datenräume 7", "Energie 3", "Bildverarbeitung 0"), written(cut.rows()));
        assertEquals(4, cut.more());
    }

    @Test
    void theFullListStandsInGermanOrder() {
        Vocabulary vocabulary = Vocabulary.of(List.of(
                Keyword.of("z").named(LocalizedText.german("Zeche")),
                Keyword.of("oe").named(LocalizedText.german("Öl")),
                Keyword.of("of").named(LocalizedText.german("Ofen")),
                Keyword.of("b").named(LocalizedText.german("Ofen")),
                Keyword.of("a").named(LocalizedText.german("ab und zu"))));
        FilterSchema<Lab> schema = FilterSchema.<Lab>of(Lab::id, Lab::name)
                .choice("thing", LocalizedText.german("Ding"), vocabulary, lab -> List.of())
                .build();
        Facet facet = Facet.of("thing", List.of("z", "oe", "of", "b", "a"), new int[5], 0);

        List<FacetView.Row> rows = FacetView.of(schema.field("thing").orElseThrow(), facet, Locale.GERMAN)
                .alphabetical();

        assertEquals(
                List.of("a", "b", "of", "oe", "z"),
                rows.stream().map(FacetView.Row::value).toList());
    }

    @Test
    void theMissingValueStandsLastOnRequest() {
        FacetView view = german().withMissing();

        assertEquals("keine Angabe 5", written(view.rows()).get(7));
        assertEquals("keine Angabe 5", written(view.alphabetical()).get(7));
        assertEquals(
                List.of("Datenräume 7", "keine Angabe 5"), written(view.top(1).rows()));
        assertEquals("none +3", written(view.tree(0)));
        assertEquals(
                Filter.NONE,
                view.tree().nodes().get(view.tree().nodes().size() - 1).row().value());
        assertTrue(german().rows().stream().noneMatch(row -> row.value().equals(Filter.NONE)));
    }

    @Test
    void aTreeShowsATermBelowEachThatStandsAboveIt() {
        assertEquals("energy(hydrogen wind) robotics(ai(vision)) data(ai)", written(german().tree()));
    }

    @Test
    void aCutTreeShowsTheMostFrequentOfEachLevelInTheOrderOfTheVocabulary() {
        assertEquals("energy(hydrogen wind) data(ai(vision)) +1", written(german().tree(2)));
        assertEquals("data(ai(vision)) +2", written(german().tree(1)));
    }

    @Test
    void aChosenValueIsShownWithThoseAboveIt() {
        assertEquals("data(ai(vision)) +2", written(german().tree(1)));
        assertEquals(
                "energy(hydrogen wind) data(ai(vision)) +1",
                written(german().keeping(List.of("wind")).tree(1)));
    }

    @Test
    void countsOfATreeFollowTheQuery() {
        Query query = Query.where(Filter.choice("city", "essen")).counting("topic");
        Answer<Lab> answer = PlainLoop.of(
                        Lab.of("a", "wind").in("essen"), Lab.of("b", "hydrogen").in("essen"), Lab.of("c", "wind"))
                .ask(query, Deadline.none());

        FacetView.Node energy = FacetView.of(TOPIC, answer.facet("topic"), Locale.GERMAN)
                .tree()
                .nodes()
                .get(0);

        assertEquals(2, energy.row().entries());
        assertEquals(1, energy.below().nodes().get(1).row().entries());
    }

    @Test
    void aLatticeIsUnfoldedOnce() {
        List<Keyword> terms = new ArrayList<>(List.of(Keyword.of("l0"), Keyword.of("r0")));
        for (int i = 1; i < 60; i++) {
            String[] above = {"l" + (i - 1), "r" + (i - 1)};
            terms.add(Keyword.of("l" + i).below(above));
            terms.add(Keyword.of("r" + i).below(above));
        }
        Vocabulary lattice = Vocabulary.of(terms);
        FilterSchema<Lab> schema = FilterSchema.<Lab>of(Lab::id, Lab::name)
                .choice("knot", LocalizedText.german("Knoten"), lattice, lab -> List.of())
                .build();
        Facet facet = Facet.of("knot", terms.stream().map(Keyword::id).toList(), new int[120], 0);

        String tree = written(FacetView.of(schema.field("knot").orElseThrow(), facet, Locale.GERMAN)
                .tree());

        assertEquals(2 + 59 * 4, tree.split("[ (]").length);
    }

    @Test
    void theFacetOfAnotherFieldIsRefused() {
        Facet city = Facet.of("city", List.of(), new int[0], 0);

        assertThrows(IllegalArgumentException.class, () -> FacetView.of(TOPIC, city, Locale.GERMAN));
    }

    @Test
    void spansAreLabelledInBothLanguages() {
        Answer<Lab> answer =
                PlainLoop.of(Lab.of("a").foundedIn(1960)).ask(Query.all().counting("founded"), Deadline.none());
        FilterSchema.Field<Lab> founded = Lab.WHOLE.field("founded").orElseThrow();

        assertEquals(
                "bis 1899 0",
                written(FacetView.of(founded, answer.facet("founded"), Locale.GERMAN)
                                .rows())
                        .get(0));
        assertEquals(
                "1950–1999 1",
                written(FacetView.of(founded, answer.facet("founded"), Locale.ENGLISH)
                                .top(1)
                                .rows())
                        .get(0));
    }
}
