package ruhr.knowledge.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Keyword;
import ruhr.knowledge.filter.Span;
import ruhr.knowledge.filter.Term;
import ruhr.knowledge.filter.Vocabulary;
import ruhr.knowledge.query.Deadline;
import ruhr.knowledge.query.PlainLoop;
import ruhr.knowledge.query.Query;
import ruhr.knowledge.value.Finding;
import ruhr.knowledge.value.GeoPoint;
import ruhr.knowledge.value.LocalizedText;
import ruhr.knowledge.value.Version;

/** Records and questions that nobody writes by mistake: the answers are those of a plain loop, and nothing is lost. */
class HostileRecordsTest {

    private static final Version VERSION = new Version("hostile");

    private record Thing(String id, String name, List<String> values) {}

    private static Vocabulary chain(int length) {
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            Keyword term = Keyword.of("v" + i);
            terms.add(i % 30 == 0 ? term : term.below("v" + (i - 1)));
        }
        return Vocabulary.of(terms);
    }

    private static FilterSchema<Thing> schema(int fields, Vocabulary vocabulary) {
        FilterSchema.Builder<Thing> schema = FilterSchema.of(Thing.class, Thing::id, Thing::name);
        for (int i = 0; i < fields; i++) {
            schema.choice("f" + i, LocalizedText.german("Feld"), vocabulary, Thing::values);
        }
        return schema.build();
    }

    private static void compare(FilterSchema<Thing> schema, List<Thing> things, Query query) {
        assertEquals(
                new PlainLoop<>(schema, things, VERSION).ask(query, Deadline.none()),
                FilterIndex.of(schema, things, VERSION).ask(query));
    }

    @Test
    void aRecordWithThousandsOfValuesCountsForEachAndForAllAbove() {
        Vocabulary vocabulary = chain(5_000);
        List<String> all = vocabulary.terms().stream().map(Term::id).toList();
        List<Thing> things = List.of(
                new Thing("a", "a", all), new Thing("b", "b", List.of("v29", "v4999")), new Thing("c", "c", List.of()));

        compare(
                schema(1, vocabulary),
                things,
                Query.where(Filter.choice("f0", "v0", "v31")).counting("f0"));
    }

    @Test
    void fortyFieldsAreCountedAtOnce() {
        Vocabulary vocabulary = chain(200);
        List<Thing> things = IntStream.range(0, 300)
                .mapToObj(i -> new Thing("t" + i, "Ding " + i, List.of("v" + i % 200, "v" + i * 7 % 200)))
                .toList();
        FilterSchema<Thing> schema = schema(40, vocabulary);
        List<String> names =
                schema.fields().stream().map(FilterSchema.Field::name).toList();

        compare(schema, things, Query.where(Filter.choice("f3", "v0")).counting(names));
    }

    @Test
    void hundredsOfConditionsHoldAtOnce() {
        Vocabulary vocabulary = chain(300);
        List<Thing> things = IntStream.range(0, 200)
                .mapToObj(i -> new Thing("t" + i, "Ding", List.of("v" + i)))
                .toList();
        FilterSchema<Thing> schema = schema(4, vocabulary);
        List<Filter> parts = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            parts.add(Filter.or(
                    Filter.not(Filter.choice("f" + i % 4, "v" + i)),
                    Filter.and(Filter.choice("f1", "v" + i % 7), Filter.text("Ding"))));
        }

        compare(schema, things, Query.where(Filter.and(parts)).counting("f0", "f1"));
    }

    @Test
    void aNameOfAMillionCharactersIsANameLikeOthers() {
        String longName = "Wasserstoff ".repeat(90_000);
        List<Thing> things = List.of(
                new Thing("a", longName, List.of()),
                new Thing("b", "Wasser", List.of()),
                new Thing("c", "", List.of()));
        FilterIndex<Thing> index = FilterIndex.of(schema(1, chain(3)), things, VERSION);

        assertEquals(2, index.ask(Filter.text("wasser")).total());
        assertEquals(
                List.of("c", "b", "a"),
                index.ask(Query.all()).entries().stream().map(Thing::id).toList());
    }

    @Test
    void whatASchemaGivesBesideItsFieldsMayBeBrokenToo() {
        FilterSchema<Thing> schema = FilterSchema.of(Thing.class, Thing::id, Thing::name)
                .alsoNamed(thing -> Arrays.asList("Zweitname", null))
                .numbers("year", LocalizedText.german("Jahr"), List.of(), thing -> {
                    throw new IllegalStateException("no year");
                })
                .dates(
                        "day",
                        LocalizedText.german("Tag"),
                        List.of(),
                        thing -> Arrays.asList(LocalDate.of(2026, 1, 2), null))
                .geo(HostileRecordsTest::brokenPlaces)
                .text(thing -> null)
                .newest(thing -> Optional.empty())
                .build();

        FilterIndex<Thing> index = FilterIndex.of(schema, List.of(new Thing("a", "Erstname", List.of())), VERSION);

        assertEquals(1, index.ask("q=zweitname").total());
        assertEquals(1, index.ask("near=51.5,7.5,1km").total());
        assertEquals(1, index.ask("year=none").total());
        assertEquals(
                List.of("/0/day", "/0/otherNames", "/0/places", "/0/texts", "/0/year"),
                index.findings().stream().map(Finding::pointer).sorted().toList());
        assertTrue(index.findings().stream().allMatch(it -> it.severity() == Finding.Severity.PART_LEFT_OUT));
    }

    @Test
    void aFieldOfNumbersNeedsNoSpans() {
        FilterSchema<Thing> schema = FilterSchema.of(Thing.class, Thing::id, Thing::name)
                .numbers("year", LocalizedText.german("Jahr"), List.of(), thing -> Optional.of(1965))
                .build();
        FilterIndex<Thing> index = FilterIndex.of(schema, List.of(new Thing("a", "a", List.of())), VERSION);

        assertEquals(1, index.ask("year=1960..1970&facets=year").total());
        assertEquals(0, index.ask("year=none&facets=year").total());
    }

    @Test
    void aFieldThatTheRecordsDoNotHaveIsRefusedWhateverTheRecordsAre() {
        FilterSchema<Thing> schema = schema(1, chain(3));
        Filter everyThing = Filter.not(Filter.choice("f0", "v2"));
        Filter either = new Filter.Or(List.of(everyThing, Filter.choice("colour", "red")));

        assertThrows(
                IllegalArgumentException.class,
                () -> FilterIndex.of(schema, List.of(new Thing("a", "a", List.of())), VERSION)
                        .ask(either));
    }

    private static Collection<GeoPoint> brokenPlaces(Thing thing) {
        return Arrays.asList(new GeoPoint(51.5, 7.5), null);
    }

    private record Measured(String id, Number year) {}

    @Test
    void aNumberThatIsNoWholeOneIsAFindingAndNotAnotherNumber() {
        FilterSchema<Measured> schema = FilterSchema.of(Measured.class, Measured::id, Measured::id)
                .numbers(
                        "year",
                        LocalizedText.german("Jahr"),
                        List.of(new Span(0, 0), new Span(1965, 1965)),
                        measured -> Optional.of(measured.year()))
                .build();
        List<Number> broken = List.of(
                Double.NaN,
                Double.POSITIVE_INFINITY,
                1965.5,
                1965.0000001f + 0.25f,
                1e300,
                new BigDecimal("1965.01"),
                new BigDecimal("1e99"));
        List<Number> whole =
                List.of(1965, 1965L, (short) 1965, 1965.0, 1965f, new BigDecimal("1965.00"), new BigInteger("1965"));
        List<Measured> records = new ArrayList<>();
        broken.forEach(number -> records.add(new Measured("broken-" + records.size(), number)));
        whole.forEach(number -> records.add(new Measured("whole-" + records.size(), number)));

        FilterIndex<Measured> index = FilterIndex.of(schema, records, VERSION);

        assertEquals(broken.size(), index.findings().size(), index.findings()::toString);
        assertEquals("/2/year", index.findings().get(2).pointer());
        assertTrue(index.findings().get(0).found().contains("NaN"), index.findings()::toString);
        assertEquals(
                whole.size(),
                index.ask(Query.where(Filter.range("year", 1965, 1965))).total());
        assertEquals(0, index.ask(Query.where(Filter.range("year", 0, 0))).total());
        assertEquals(
                broken.size(),
                index.ask(Query.where(Filter.choice("year", Filter.NONE))).total());
    }
}
