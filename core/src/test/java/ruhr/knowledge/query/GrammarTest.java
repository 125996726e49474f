package ruhr.knowledge.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.filter.Problem;
import ruhr.knowledge.value.GeoPoint;

/** The grammar of a schema that has everything: places, words, spans, presets. */
class GrammarTest {

    private static final long SEED = 20261126;

    private static ReadQuery read(String queryString) {
        return QueryString.read(Parameters.parse(queryString), Fair.SCHEMA, Set.of());
    }

    private static Query parse(String queryString) {
        return QueryString.parse(queryString, Fair.SCHEMA);
    }

    private static String write(Query query) {
        return QueryString.write(query, Fair.SCHEMA);
    }

    @Test
    void everyPartOfAQueryIsRead() {
        assertEquals(
                Query.where(Filter.and(
                                Filter.choice("topic", "wind"),
                                Filter.choice("status", "active"),
                                Filter.not(Filter.choice("city", Filter.NONE)),
                                Filter.range("founded", 1960, 1979),
                                Filter.near(new GeoPoint(51.48, 7.22), 15_000),
                                Filter.box(6.9, 51.3, 7.6, 51.7),
                                Filter.text("wind kraft"),
                                new Filter.Preset(
                                        "young", Fair.PRESETS.filter("young").orElseThrow())))
                        .sort(Sort.NEWEST)
                        .page(new Page(2, 10))
                        .counting("kind"),
                parse("topic=wind&not_city=none&founded=1960..1979&near=51.48,7.22,15km&bbox=6.9,51.3,7.6,51.7"
                        + "&q=wind+kraft&preset=young&sort=newest&page=2&limit=10&facets=kind"));
    }

    @Test
    void whatAFlatQuerySaysIsWrittenAndReadAsTheSame() {
        FairDice dice = new FairDice(SEED);
        for (int i = 0; i < 4000; i++) {
            Query query = dice.query();
            String where = "seed " + SEED + ", query " + i + ": " + query;
            String canonical = write(query);

            assertEquals(query, parse(canonical), where);
            assertEquals(canonical, write(parse(canonical)), where);
        }
    }

    @Test
    void anyStringEndsInAQueryOrInProblemsThatNameTheParameter() {
        FairDice dice = new FairDice(SEED);
        int strange = 0;
        int good = 0;
        for (int i = 0; i < 9000; i++) {
            String text = i % 3 == 0 ? dice.pieces(30) : dice.mutated(write(dice.query()), i % 3);
            String where = "seed " + SEED + ", string " + i + ": " + text;
            ReadQuery read = read(text);

            for (Problem problem : read.problems()) {
                assertTrue(problem.sentence().startsWith("Parameter \""), where);
                assertFalse(problem.expected().isBlank(), where);
            }
            assertEquals(read.query(), read(write(read.query())).query(), where);
            if (read.problems().isEmpty()) {
                assertEquals(read.query(), parse(text), where);
                good++;
            } else {
                assertThrows(InvalidQuery.class, () -> parse(text), where);
                strange++;
            }
        }
        assertTrue(strange > 1000 && good > 1000, strange + " strange and " + good + " good ones");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "topic=wind&",
                "topic=wnid,",
                "x=1&",
                "=",
                "&",
                ",",
                "%",
                "%C3%A4",
                "q=",
                "q=a ",
                "q=\u0308\u0327",
                "near=1,",
                "near=",
                "near=1.1111111111,2,3m&",
                "bbox=0,0,0,0,",
                "founded=1..",
                "founded=-",
                "day=2026-",
                "day=2026-11..2026-12,",
                "preset=young,",
                "preset=x,",
                "cursor=a",
                "lang=de,",
                "facets=topic,",
                "page=1",
                "[]",
                "not_",
                "not_topic=",
                "topic=\u212a,"
            })
    void readingTakesWorkInProportionToTheLength(String piece) {
        String shorter = times(piece, 2000);
        String longer = times(piece, 8000);
        for (int i = 0; i < 5; i++) {
            read(shorter);
            read(longer);
        }

        long small = bytesOf(shorter);
        long large = bytesOf(longer);
        long beyond = bytesOf(times(piece, 80_000));

        String found = piece + ": " + small + ", " + large + ", " + beyond + " bytes";
        assertTrue(large <= 8 * small + 200_000, found);
        assertTrue(beyond <= 2 * large + 200_000, found);
    }

    @Test
    void workOutOfProportionIsSeen() {
        long small = bytes(() -> squares(2000));
        long large = bytes(() -> squares(8000));

        assertTrue(large > 8 * small + 200_000, small + ", " + large);
    }

    private static int squares(int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += "x".repeat(i).hashCode();
        }
        return sum;
    }

    private static String times(String piece, int length) {
        return piece.repeat(length / piece.length());
    }

    private static long bytesOf(String text) {
        return bytes(() -> read(text));
    }

    /** Counts what is allocated: work that does not depend on who else is at work on this machine. */
    private static long bytes(Runnable work) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        work.run();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }

    @Test
    void moreThan256ValuesInAllAreNotRead() {
        String values = IntStream.range(0, 60).mapToObj(i -> "wind").collect(Collectors.joining(","));
        String text = "topic=" + values + "&not_topic=" + values + "&kind=" + values.replace("wind", "story")
                + "&not_kind=" + values.replace("wind", "story") + "&city=" + values.replace("wind", "bochum")
                + "&not_city=essen";

        List<Problem> problems = read(text).problems();

        assertEquals(1, problems.size(), problems::toString);
        assertEquals("city", problems.get(0).parameter());
        assertEquals(Problem.Kind.TOO_MUCH, problems.get(0).kind());
        assertEquals(
                parse("topic=wind&not_topic=wind&kind=story&not_kind=story&city=bochum")
                        .filter(),
                Filter.and(read(text).query().filter().conjuncts().stream()
                        .filter(condition -> !condition.equals(Filter.not(Filter.choice("city", "~"))))
                        .toList()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "near=x",
                "near=51.48,7.22,0km",
                "near=%FF",
                "bbox=1,2,3",
                "q=%FF",
                "preset=%FF",
                "preset=%3Cb%3E",
                "near[]=NaN,1,1km"
            })
    void aConditionThatCannotBeReadFindsNothing(String queryString) {
        assertEquals(Filter.nothing(), read("topic=wind&" + queryString).query().filter());
        assertEquals(1, read("topic=wind&" + queryString).problems().size());
    }

    /** What a host puts before a condition so that it is not read. */
    private static List<String> overflows() {
        return List.of("zz=" + "x".repeat(8190) + "&", "z&".repeat(300), "utm_source=x&".repeat(700));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "topic=data",
                "TOPIC[]=data",
                "t%6Fpic=data",
                "not_topic=data",
                "founded=1960..",
                "near=51.48,7.22,15km",
                "bbox=6.9,51.3,7.6,51.7",
                "q=wind",
                "preset=young"
            })
    void aConditionBeyondTheLimitsDoesNotFindEverything(String condition) {
        for (String before : overflows()) {
            Filter found = read(before + condition).query().filter();

            assertTrue(
                    found.equals(Filter.nothing())
                            || found.conjuncts().contains(Filter.choice("topic", "~"))
                            || found.conjuncts().contains(Filter.choice("founded", "~")),
                    () -> found + " of " + condition);
            assertEquals(parse("").filter(), read(before).query().filter());
            String written = write(read(before + condition).query());
            assertEquals(found, read(written).query().filter());
        }
        assertEquals(Filter.nothing(), read("q=" + "x".repeat(9000)).query().filter());
    }

    @Test
    void beyondTheLimitsAnEmptyValueSaysNothingAndWhatWasReadHolds() {
        String junk = "z&".repeat(300);

        assertEquals(parse(""), read(junk + "topic=&q=&near").query());
        assertEquals(
                parse("topic=wind"), read("topic=wind&" + junk + "topic=data").query());
        assertEquals(parse("q=wind"), read("q=wind&" + junk + "q=data").query());
        assertEquals(
                Filter.nothing(),
                read("preset=young&" + junk + "preset=x").query().filter());
        assertEquals(
                parse("topic=wind"),
                QueryString.read(Parameters.parse("topic=wind&" + junk + "q=x"), Fair.SCHEMA, Set.of("q"))
                        .query());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"not_founded=abc", "not_topic=%FF", "not_topic=%3Cb%3E", "not_day=2026-02-30", "not_city[]=~"})
    void anExclusionThatCannotBeReadFindsNothing(String queryString) {
        ReadQuery read = read("kind=story&" + queryString);

        assertEquals(Filter.nothing(), read.query().filter());
        assertEquals(1, read.problems().size());
    }

    @Test
    void anExclusionOfWhatDoesNotExistExcludesNothing() {
        ReadQuery read = read("not_topic=retired");

        assertEquals(1, read.problems().size());
        assertEquals("not_topic=retired", write(read.query()));
        assertEquals("not_founded=1960..", write(read("not_founded=1960..,abc").query()));
    }

    @Test
    void wordsWithoutASoundLeaveThePlaceToOthers() {
        assertEquals(parse("q=wind"), parse("q=?!&q=wind"));
        assertEquals(parse(""), parse("q=%CA%BC"));
        assertEquals(parse("q=wind"), parse("q=%CA%BC&q=wind&q=..."));
    }

    @Test
    void anExclusionOfNoValueCannotBeWritten() {
        Query query = Query.where(Filter.not(Filter.choice("topic", "~")));

        assertThrows(IllegalArgumentException.class, () -> write(query));
    }

    @Test
    void anUnknownPresetFindsNothingAndKeepsItsName() {
        assertEquals(
                Filter.and(Filter.choice("status", "active"), new Filter.Preset("nowhere", Filter.nothing())),
                read("preset=nowhere").query().filter());
        assertEquals("preset=nowhere", write(read("preset=nowhere").query()));
    }

    @ParameterizedTest
    @CsvSource({
        "page=x, ''",
        "sort=x, ''",
        "cursor=x, ''",
        "cursor=%FF&page=2, page=2",
        "lang=x, ''",
        "near=1&near=1,ignored",
        "'near=51,7,1km&near=52,7,1km', 'near=51,7,1km'",
        "q=sun&q[]=wind, q=sun",
        "cursor=djEKYzBmZmVlCmxhYi03&page=2, cursor=djEKYzBmZmVlCmxhYi03"
    })
    void aLenientReaderGoesOn(String queryString, String canonical) {
        assertNotEquals(List.of(), read(queryString).problems());
        if (!canonical.equals("ignored")) {
            assertEquals(parse(canonical), read(queryString).query());
        }
    }

    @Test
    void ofWordsThatAreTooLongTheBeginningIsRead() {
        for (String letter : List.of("x", "\ufb2c", "\ud83d\ude00", "a\u0308", " x")) {
            ReadQuery read = read("q=w" + letter.repeat(300));

            assertEquals(1, read.problems().size());
            assertEquals(Problem.Kind.TOO_MUCH, read.problems().get(0).kind());
            assertTrue(read.query().filter().conjuncts().stream().anyMatch(Filter.Text.class::isInstance), letter);
        }
        assertEquals(List.of(), read("q=" + "x".repeat(200)).problems());
    }

    @Test
    void theLanguageIsReadBesideTheQuery() {
        assertEquals(Optional.of(Locale.ENGLISH), read("lang=EN&topic=wind").language());
        assertEquals(Optional.of(Locale.GERMAN), read("lang=+de+").language());
        assertEquals(Optional.empty(), read("lang=").language());
        assertEquals(parse("topic=wind"), parse("lang=en&topic=wind"));
    }

    @Test
    void whatTheSchemaHasNoUseForIsUnknown() {
        for (String text : List.of("near=51.48,7.22,15km", "bbox=6.9,51.3,7.6,51.7")) {
            ReadQuery read = QueryString.read(Parameters.parse(text), Lab.SCHEMA, Set.of());
            assertEquals(
                    List.of(Problem.Kind.UNKNOWN_FIELD),
                    read.problems().stream().map(Problem::kind).toList());
        }
        for (String text : List.of("sort=distance", "sort=newest", "preset=young")) {
            ReadQuery read = QueryString.read(Parameters.parse(text), Lab.SCHEMA, Set.of());
            assertEquals(
                    List.of(Problem.Kind.UNKNOWN_VALUE),
                    read.problems().stream().map(Problem::kind).toList());
        }
    }

    @Test
    void whatAURLCannotSayIsRefusedInWriting() {
        Filter near = Filter.near(new GeoPoint(51, 7), 1000);
        List<Filter> inexpressible = List.of(
                Filter.and(near, Filter.near(new GeoPoint(52, 7), 1000)),
                Filter.not(near),
                Filter.or(near, Filter.text("wind")),
                Filter.not(Filter.text("wind")),
                Filter.and(Filter.text("wind"), Filter.text("kraft")),
                Filter.and(Filter.box(1, 2, 3, 4), Filter.box(1, 2, 3, 5)),
                Filter.choice("founded", "1960..1960"),
                Filter.choice("founded", "young"),
                Filter.choice("day", "2026"),
                new Filter.Preset("young", Filter.text("else")),
                new Filter.Preset("nowhere", Filter.text("else")),
                Filter.not(
                        new Filter.Preset("young", Fair.PRESETS.filter("young").orElseThrow())));

        for (Filter filter : inexpressible) {
            IllegalArgumentException refusal =
                    assertThrows(IllegalArgumentException.class, () -> write(Query.where(filter)), filter::toString);
            assertTrue(refusal.getMessage().startsWith("A query string cannot express this query: "));
        }
        assertThrows(IllegalArgumentException.class, () -> QueryString.write(Query.where(near), Lab.SCHEMA));
        assertThrows(
                IllegalArgumentException.class,
                () -> QueryString.write(Query.all().sort(Sort.NEWEST), Lab.SCHEMA));
    }
}
