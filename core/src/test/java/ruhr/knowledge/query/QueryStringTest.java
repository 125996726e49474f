package ruhr.knowledge.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Keyword;
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.filter.Problem;
import ruhr.knowledge.filter.Vocabulary;
import ruhr.knowledge.value.LocalizedText;

class QueryStringTest {

    private static Query parse(String queryString) {
        return QueryString.parse(queryString, Lab.SCHEMA);
    }

    private static String write(Query query) {
        return QueryString.write(query, Lab.SCHEMA);
    }

    private static ReadQuery read(String queryString) {
        return QueryString.read(Parameters.parse(queryString), Lab.SCHEMA, Set.of("theme", "host"));
    }

    private static Problem onlyProblem(String queryString) {
        List<Problem> problems = read(queryString).problems();
        assertEquals(1, problems.size(), problems::toString);
        return problems.get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "?, ''",
        "topic=wind, topic=wind",
        "?topic=wind, topic=wind",
        "'topic=wind,data', 'topic=data,wind'",
        "topic=wind&topic=data, 'topic=data,wind'",
        "topic[]=wind&topic[]=data, 'topic=data,wind'",
        "topic%5B%5D=wind%2Cdata, 'topic=data,wind'",
        "'topic=wind,wind&topic=wind', topic=wind",
        "city=essen&topic=wind, topic=wind&city=essen",
        "not_topic=wind, not_topic=wind",
        "not_topic[]=wind&not_topic=data, 'not_topic=data,wind'",
        "not_city=essen&topic=wind&city=bochum&not_topic=data, topic=wind&not_topic=data&city=bochum&not_city=essen",
        "topic=wasserstoff, topic=hydrogen",
        "'topic=wasserstoff,hydrogen', topic=hydrogen",
        "TOPIC=Wasserstoff&Not_City=ESSEN, topic=hydrogen&not_city=essen",
        "'topic=+wind+,%20data%09', 'topic=data,wind'",
        "topic=, ''",
        "topic, ''",
        "'topic=,,', ''",
        "'topic=,wind,', topic=wind",
        "status=active, ''",
        "status=aktiv, ''",
        "status=, ''",
        "status=any, status=any",
        "status=ANY, status=any",
        "'status=closed,any', status=any",
        "status=any&status=closed, status=any",
        "status=merged, status=merged",
        "'status=merged,active', 'status=active,merged'",
        "not_status=merged, not_status=merged",
        "status=any&not_status=merged, status=any&not_status=merged",
        "topic=any, ''",
        "'topic=wind,any', ''",
        "sort=name, ''",
        "SORT=Name, ''",
        "page=1&limit=20, ''",
        "limit=10&page=2, page=2&limit=10",
        "page=0000002, page=2",
        "page=+2+, page=2",
        "limit=0, limit=0",
        "limit=100&page=100, page=100&limit=100",
        "page=&limit=&sort=&facets=, ''",
        "'facets=topic,city', 'facets=city,topic'",
        "facets=topic&facets[]=city, 'facets=city,topic'",
        "facets=Topic, facets=topic",
        "facets=none, ''",
    })
    void aQueryStringHasOneCanonicalForm(String found, String canonical) {
        assertEquals(canonical, write(parse(found)));
        assertEquals(parse(found), parse(canonical));
    }

    @Test
    void anEmptyStringMeansTheDefaultsOfTheSchema() {
        assertEquals(Query.where(Filter.choice("status", "active")), parse(""));
        assertEquals(Query.all(), parse("status=any"));
    }

    @Test
    void everyPartOfAQueryIsRead() {
        assertEquals(
                Query.where(Filter.and(
                                Filter.choice("topic", "hydrogen", "wind"),
                                Filter.not(Filter.choice("city", "essen")),
                                Filter.choice("status", "active")))
                        .page(new Page(3, 5))
                        .counting("city", "topic"),
                parse("topic=wind,wasserstoff&not_city=essen&page=3&limit=5&facets=topic,city"));
    }

    @Test
    void anUnknownParameterIsToldAndPassedOver() {
        Problem problem = onlyProblem("utm_source=x&topic=wind");

        assertEquals(Problem.Kind.UNKNOWN_FIELD, problem.kind());
        assertEquals("utm_source", problem.parameter());
        assertEquals(
                List.of(
                        "topic",
                        "city",
                        "status",
                        "q",
                        "preset",
                        "sort",
                        "page",
                        "limit",
                        "cursor",
                        "facets",
                        "lang",
                        "host",
                        "theme",
                        "not_topic",
                        "not_city",
                        "not_status"),
                problem.allowed());
        assertEquals(parse("topic=wind"), read("utm_source=x&topic=wind").query());
    }

    @ParameterizedTest
    @CsvSource({"topc, topic", "topics, topic", "ctiy, city", "not_topik, not_topic", "pagе, page", "Lagn, lang"})
    void anUnknownParameterSuggestsWhatWasMeant(String found, String meant) {
        assertEquals(Optional.of(meant), onlyProblem(found + "=x").suggestion());
    }

    @Test
    void namesThatTheCallerReadsItselfAreNoProblem() {
        ReadQuery read = read("theme=dark&host=%3Fa%3D1&topic=wind");

        assertEquals(List.of(), read.problems());
        assertEquals(parse("topic=wind"), read.query());
        assertThrows(InvalidQuery.class, () -> parse("theme=dark"));
    }

    @Test
    void anUnknownValueIsToldAndAskedFor() {
        Problem problem = onlyProblem("topic=wind,Alchemy");

        assertEquals(Problem.Kind.UNKNOWN_VALUE, problem.kind());
        assertEquals("alchemy", problem.value());
        assertEquals(List.of("energy", "hydrogen", "wind", "robotics", "data", "ai", "vision"), problem.allowed());
        assertEquals(
                Query.where(Filter.and(Filter.choice("topic", "alchemy", "wind"), Filter.choice("status", "active"))),
                read("topic=wind,Alchemy").query());
    }

    @ParameterizedTest
    @CsvSource({"wnid, wind", "hydrogn, hydrogen", "wasserstof, hydrogen", "roboitcs, robotics", "dat, data"})
    void anUnknownValueSuggestsWhatWasMeant(String found, String meant) {
        assertEquals(Optional.of(meant), onlyProblem("topic=" + found).suggestion());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "zz", "alchemy", "windmills-and-more"})
    void nothingIsSuggestedWhereNothingIsClose(String found) {
        assertEquals(Optional.empty(), onlyProblem("topic=" + found).suggestion());
    }

    @Test
    void aRefusalSaysItAll() {
        InvalidQuery refusal = assertThrows(InvalidQuery.class, () -> parse("city=esen&page=two"));

        assertEquals(
                "Parameter \"city\": expected one of bochum, dortmund, essen, found \"esen\". Did you mean 'essen'? "
                        + "Parameter \"page\": expected a number from 1 to 500, found \"two\".",
                refusal.getMessage());
        assertEquals(2, refusal.problems().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "topic=%3Cscript%3E",
                "topic=wind%20energy",
                "topic=~",
                "topic=%C3%A4",
                "topic=wind%00",
                "topic=%",
                "TOPIC[]=%FF"
            })
    void aFieldNamedWithNothingThatCouldBeAValueFindsNothing(String queryString) {
        ReadQuery read = read(queryString);

        assertEquals(1, read.problems().size());
        Filter.Choice choice = read.query().filter().conjuncts().stream()
                .map(Filter.Choice.class::cast)
                .filter(it -> it.field().equals("topic"))
                .findAny()
                .orElseThrow();
        assertTrue(choice.values().stream().allMatch(id -> Lab.TOPICS.term(id).isEmpty()));
        assertEquals(read.query(), read(write(read.query())).query());
    }

    @Test
    void anUndecodableValueBehindAPrefixFindsNothingEither() {
        Parameters widget = Parameters.parse("topic=wind&rk_topic=%FF").withPrefix("rk_");

        ReadQuery read = QueryString.read(widget, Lab.SCHEMA, Set.of());

        assertEquals(read("topic=%FF"), read);
        assertEquals("topic=~", write(read.query()));
    }

    @Test
    void malformedValuesAreLeftOutBesideOthers() {
        assertEquals(
                parse("topic=wind"),
                read("topic=wind,%3C&topic=b%20c&topic=%FF").query());
    }

    @Test
    void aMalformedValueLiftsADefaultToo() {
        assertEquals(1, read("status=%3C").query().filter().conjuncts().size());
        assertTrue(read("status=%3C").query().filter() instanceof Filter.Choice choice
                && !choice.values().contains("active"));
    }

    @Test
    void excludingWhatDoesNotExistExcludesNothing() {
        assertEquals(
                Problem.Kind.UNKNOWN_VALUE, onlyProblem("not_topic=alchemy").kind());
        assertEquals(Problem.Kind.UNKNOWN_VALUE, onlyProblem("not_topic=any").kind());
    }

    @Test
    void moreThan64ValuesOfAFieldAreNotRead() {
        String values = IntStream.range(0, 65).mapToObj(i -> "wind").collect(Collectors.joining(","));

        Problem problem = onlyProblem("topic=" + values + "&topic=data&city=essen");

        assertEquals(Problem.Kind.TOO_MUCH, problem.kind());
        assertEquals(
                parse("topic=wind&city=essen"),
                read("topic=" + values + "&topic=data&city=essen").query());
    }

    @ParameterizedTest
    @CsvSource({
        "page=two, MALFORMED",
        "page=0, MALFORMED",
        "page=-1, MALFORMED",
        "page=1.5, MALFORMED",
        "page=1e3, MALFORMED",
        "'page=1,2', MALFORMED",
        "page=\u0662, MALFORMED",
        "page=501, TOO_MUCH",
        "page=99999999999999999999, TOO_MUCH",
        "limit=ten, MALFORMED",
        "limit=101, TOO_MUCH",
        "limit=2147483648, TOO_MUCH",
        "page=2&page=3, MALFORMED",
        "sort=size, UNKNOWN_VALUE",
        "facets=colour, UNKNOWN_VALUE",
        "topic=%, MALFORMED",
    })
    void aControlThatCannotBeReadHasItsDefault(String queryString, Problem.Kind kind) {
        assertEquals(kind, onlyProblem(queryString).kind());
        Query query = read(queryString).query();
        assertEquals(queryString.startsWith("page=2&") ? new Page(2, 20) : Page.FIRST, query.page());
        assertEquals(Sort.NAME, query.sort());
        assertEquals(Set.of(), query.facets());
        assertThrows(InvalidQuery.class, () -> parse(queryString));
    }

    @Test
    void theListOfAllowedValuesEnds() {
        Vocabulary many = Vocabulary.of(
                IntStream.range(0, 500).mapToObj(i -> Keyword.of("v" + i)).toList());
        FilterSchema<String> schema = FilterSchema.<String>of(x -> x, x -> x)
                .choice("v", LocalizedText.german("V"), many, List::of)
                .build();

        ReadQuery read = QueryString.read(Parameters.parse("v=x"), schema, Set.of());

        assertEquals(100, read.problems().get(0).allowed().size());
        assertTrue(read.problems().get(0).sentence().length() < 200);
    }

    @Test
    void theScopeIsNotWritten() {
        assertEquals("status=any", write(Query.all().within(Filter.choice("topic", "wind"))));
    }

    @Test
    void whatTheGrammarCannotExpressIsRefusedInWriting() {
        Filter wind = Filter.choice("topic", "wind");
        Filter data = Filter.choice("topic", "data");
        List<Filter> inexpressible = List.of(
                Filter.or(wind, Filter.choice("city", "essen")),
                Filter.not(Filter.and(wind, data)),
                Filter.and(wind, data),
                Filter.choice("colour", "red"),
                Filter.not(Filter.choice("colour", "red")),
                Filter.choice("topic", "any"),
                Filter.choice("topic", "wasserstoff"),
                Filter.choice("topic", "Wind"),
                Filter.choice("topic", "a&city=essen"),
                Filter.choice(
                        "topic", IntStream.range(0, 65).mapToObj(i -> "v" + i).toList()));

        for (Filter filter : inexpressible) {
            IllegalArgumentException refusal =
                    assertThrows(IllegalArgumentException.class, () -> write(Query.where(filter)), filter::toString);
            assertTrue(refusal.getMessage().startsWith("A query string cannot express this query: "));
        }
        assertThrows(IllegalArgumentException.class, () -> write(Query.all().counting("colour")));
    }

    @Test
    void everyQueryThatTheGrammarCanSayIsReadAsWrittenAndWrittenAsRead() {
        Dice dice = new Dice(8);
        for (int i = 0; i < 5000; i++) {
            Dice.Written written = dice.written();
            String where = "seed 8, question " + i + ": " + written;
            String canonical = write(written.query());

            assertEquals(written.query(), parse(written.queryString()), where);
            assertEquals(written.query(), parse(canonical), where);
            assertEquals(canonical, write(parse(canonical)), where);
        }
    }

    @Test
    void aQueryBuiltInCodeIsWrittenOrRefusedButNeverWrittenAsAnother() {
        Dice dice = new Dice(9);
        int written = 0;
        for (int i = 0; i < 5000; i++) {
            Query query = dice.query().within(Filter.everything());
            String canonical;
            try {
                canonical = write(query);
            } catch (IllegalArgumentException inexpressible) {
                continue;
            }
            written++;
            assertEquals(
                    Set.copyOf(query.filter().conjuncts()),
                    Set.copyOf(read(canonical).query().filter().conjuncts()),
                    "seed 9, question " + i + ": " + query);
        }
        assertTrue(written > 1000, written + " of 5000 could be written");
    }
}
