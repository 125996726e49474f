package ruhr.knowledge.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.query.Match.Excerpt;
import ruhr.knowledge.query.Match.Mark;
import ruhr.knowledge.value.GeoPoint;

class MatchingTest {

    private static Match match(Filter filter, Lab lab) {
        return Matching.of(Lab.WHOLE, Query.where(filter)).match(lab);
    }

    private static Optional<Tier> tier(String words, Lab lab) {
        return match(Filter.text(words), lab).tier();
    }

    private static List<String> marked(String text, List<Mark> marks) {
        return marks.stream()
                .map(mark -> text.substring(mark.start(), mark.end()))
                .toList();
    }

    private static List<String> markedInName(String words, String name) {
        return marked(name, match(Filter.text(words), Lab.of("a").named(name)).name());
    }

    private static Excerpt excerpt(String words, String... texts) {
        return match(Filter.text(words), Lab.of("a").about(texts)).excerpt().orElseThrow();
    }

    @Test
    void withoutWordsAndCircleThereIsNothingToSay() {
        Query query = Query.where(Filter.choice("topic", "wind"));
        Matching<Lab> matching = Matching.of(Lab.WHOLE, query);

        assertTrue(matching.isPlain());
        assertEquals(Match.PLAIN, matching.match(Lab.of("a", "wind").named("Wind")));
        assertEquals(List.of(), matching.matches(List.of(Lab.of("a", "wind"))));
    }

    @Test
    void wordsAndCirclesThatNeedNotHoldSayNothing() {
        Filter words = Filter.text("wind");
        Filter circle = Filter.near(Lab.BOCHUM, 100);

        assertTrue(Matching.of(Lab.WHOLE, Query.where(Filter.not(words))).isPlain());
        assertTrue(Matching.of(Lab.WHOLE, Query.where(Filter.or(words, circle))).isPlain());
        assertTrue(Matching.of(Lab.WHOLE, Query.where(new Filter.Preset("p", words)))
                .isPlain());
        assertFalse(Matching.of(Lab.WHOLE, Query.all().within(words)).isPlain());
        assertFalse(Matching.of(Lab.WHOLE, Query.all().within(circle)).isPlain());
    }

    @Test
    void eachTierIsRecognised() {
        Lab lab = Lab.of("a")
                .named("Institut für Wasserstofftechnik")
                .alsoNamed("Hydrogen Institute")
                .about("Prüfstände für Brennstoffzellen");

        assertEquals(Optional.of(Tier.EXACT_NAME), tier("institut FÜR wasserstofftechnik", lab));
        assertEquals(Optional.of(Tier.EXACT_NAME), tier("hydrogen institute", lab));
        assertEquals(Optional.of(Tier.NAME_WORD), tier("hydrogen", lab));
        assertEquals(Optional.of(Tier.NAME_PREFIX), tier("institut hydro", lab));
        assertEquals(Optional.of(Tier.TEXT), tier("institut prüfstände", lab));
        assertEquals(Optional.of(Tier.TEXT), tier("brenn", lab));
        assertEquals(Optional.of(Tier.COMPOUND), tier("technik", lab));
        assertEquals(Optional.of(Tier.TYPO), tier("hydrogne institute", lab));
    }

    @Test
    void theWorstOfSeveralConditionsCounts() {
        Query query = Query.where(Filter.text("technik")).within(Filter.text("haus"));

        Match match = Matching.of(Lab.WHOLE, query).match(Lab.of("a").named("Haus der Wasserstofftechnik"));

        assertEquals(Optional.of(Tier.COMPOUND), match.tier());
        assertEquals(2, match.name().size());
    }

    @Test
    void marksStandAroundWholeWordsOfTheName() {
        assertEquals(List.of("Häuser"), markedInName("haeuser", "Häuser im Wind"));
        assertEquals(List.of("Wasserstofftechnik"), markedInName("technik", "Institut für Wasserstofftechnik"));
        assertEquals(List.of("Uni", "Dortmund"), markedInName("uni dort", "Uni Dortmund"));
        assertEquals(List.of("Technik"), markedInName("tech", "Haus der Technik"));
    }

    @Test
    void aWordThatIsOnlyLikeTheOneAskedForIsMarkedIfNothingIsBetter() {
        assertEquals(
                List.of("Wasserstoff"),
                markedInName("wasserstof energie", "Wasserstoff Energie").subList(0, 1));
        assertEquals(List.of("Energie"), markedInName("energie", "Energie und Energia"));
    }

    @Test
    void aShortTextIsItsOwnExcerpt() {
        assertEquals(new Excerpt("Alles über Wind.", List.of(new Mark(11, 15))), excerpt("wind", "Alles über Wind."));
    }

    @Test
    void anExcerptOfALongTextIsCutBetweenWords() {
        String filling = "Rohre und Ventile, ".repeat(30);
        Excerpt excerpt = excerpt("wasserstoff", filling + "Speicher für Wasserstoff und mehr, " + filling);

        assertTrue(excerpt.text().startsWith("… "), excerpt.text());
        assertTrue(excerpt.text().endsWith(" …"), excerpt.text());
        assertTrue(excerpt.text().contains("Speicher für Wasserstoff und mehr"), excerpt.text());
        assertTrue(excerpt.text().length() <= Excerpt.LENGTH + 4, excerpt.text());
        assertEquals(List.of("Wasserstoff"), marked(excerpt.text(), excerpt.marks()));
        String inner = excerpt.text().substring(2, excerpt.text().length() - 2);
        for (String word : List.of(inner.split(" ")[0], inner.substring(inner.lastIndexOf(' ') + 1))) {
            assertTrue(List.of("Rohre", "und", "Ventile").contains(word.replace(",", "")), excerpt.text());
        }
    }

    @Test
    void anExcerptComesFromTheFirstTextWithAMark() {
        assertEquals(
                "Rotoren für Wind",
                excerpt("wind", "Sonne", "Rotoren für Wind", "Wind").text());
    }

    @Test
    void anotherNameIsTheExcerptWhereNothingElseIsMarked() {
        Lab lab = Lab.of("a").named("Haus der Technik").alsoNamed("House of Technology");

        assertEquals(
                Optional.of(new Excerpt("House of Technology", List.of(new Mark(0, 5)))),
                match(Filter.text("house"), lab).excerpt());
        assertEquals(Optional.empty(), match(Filter.text("technik"), lab).excerpt());
    }

    @Test
    void aWordThatIsLongerThanAnExcerptIsCutBetweenCharacters() {
        String letters = "wind" + "\uD835\uDC00".repeat(500);

        Excerpt excerpt = excerpt("wind", "a " + letters + " " + letters);

        assertTrue(excerpt.text().length() <= Excerpt.LENGTH + 4, excerpt.text());
        assertTrue(
                excerpt.text().codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE),
                excerpt.text());
        assertEquals(1, excerpt.marks().size());
    }

    @Test
    void marksOfAnExcerptLieInItAndInOrder() {
        for (int before = 0; before < 300; before += 7) {
            Excerpt excerpt = excerpt("wind", "x ".repeat(before) + "wind windrad ".repeat(60));
            int last = 0;
            for (Mark mark : excerpt.marks()) {
                assertTrue(mark.start() >= last && mark.end() > mark.start(), excerpt.toString());
                last = mark.end();
            }
            assertTrue(last <= excerpt.text().length(), excerpt.toString());
            assertTrue(marked(excerpt.text(), excerpt.marks()).stream().allMatch(word -> word.startsWith("wind")));
        }
    }

    @Test
    void theNearestPlaceAndItsDistanceAreNamed() {
        Match match = match(Filter.near(Lab.BOCHUM, 50_000), Lab.of("a").at(Lab.DORTMUND, Lab.ESSEN));

        assertEquals(Optional.of(Lab.ESSEN), match.place());
        assertEquals(OptionalInt.of((int) Math.round(Lab.BOCHUM.metresTo(Lab.ESSEN))), match.metres());
        assertEquals(Optional.empty(), match.tier());
    }

    @Test
    void theVisitorsCircleGoesBeforeThatOfTheScope() {
        Query query = Query.where(Filter.near(Lab.ESSEN, 50_000)).within(Filter.near(Lab.DORTMUND, 50_000));

        assertEquals(
                OptionalInt.of(0),
                Matching.of(Lab.WHOLE, query)
                        .match(Lab.of("a").at(Lab.DORTMUND, Lab.ESSEN))
                        .metres());
    }

    @Test
    void anEntryWithoutPlacesHasNoDistance() {
        assertEquals(
                OptionalInt.empty(),
                match(Filter.near(Lab.BOCHUM, 1), Lab.of("a")).metres());
    }

    @Test
    void functionsThatFailSayNothing() {
        FilterSchema<String> failing = FilterSchema.of(String.class, id -> id, MatchingTest::fail)
                .text(MatchingTest::fail)
                .alsoNamed(MatchingTest::fail)
                .geo(MatchingTest::fail)
                .build();
        FilterSchema<String> gaps = FilterSchema.of(String.class, id -> id, MatchingTest::nothing)
                .text(record -> listOfNull("wind"))
                .alsoNamed(MatchingTest::nothing)
                .geo(record -> MatchingTest.<GeoPoint>listOfNull(Lab.ESSEN))
                .build();
        Query query = Query.where(Filter.and(Filter.text("wind"), Filter.near(Lab.ESSEN, 10)));

        Match ofFailing = Matching.of(failing, query).match("wind");
        Match ofGaps = Matching.of(gaps, query).match("a");

        assertEquals(List.of(new Mark(0, 4)), ofFailing.name(), "the id stands for the name");
        assertEquals(Optional.empty(), ofFailing.place());
        assertEquals(Optional.of(Tier.TEXT), ofGaps.tier());
        assertEquals(OptionalInt.of(0), ofGaps.metres());
    }

    private static <V> V fail(String record) {
        throw new IllegalStateException(record);
    }

    private static <V> V nothing(String record) {
        return null;
    }

    private static <V> List<V> listOfNull(V behind) {
        List<V> list = new ArrayList<>();
        list.add(null);
        list.add(behind);
        return list;
    }

    @Test
    void hostileTextsEndInSomeMatch() {
        String[] texts = {
            "",
            "\uD800",
            "\0wind\0",
            "<b>wind</b>",
            "wind".repeat(5_000),
            "w\u0301".repeat(2_000),
            "\u00AD".repeat(300) + "wind"
        };
        for (String words : List.of("wind", "\u02BC", "wind wind wind", "w", "\uD835\uDC00")) {
            for (String text : texts) {
                Lab lab = Lab.of("a").named(text).alsoNamed(text).about(text, text);
                Match match = Matching.of(Lab.WHOLE, Query.where(new Filter.Text(words)))
                        .match(lab);
                assertTrue(match.name().stream().allMatch(mark -> mark.end() <= text.length()));
            }
        }
    }
}
