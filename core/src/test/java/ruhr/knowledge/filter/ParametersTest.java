package ruhr.knowledge.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruhr.knowledge.filter.Parameters.Parameter;

class ParametersTest {

    private static Parameters parse(String queryString) {
        return Parameters.parse(queryString);
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "?, ''",
        "a=1, a=1",
        "?a=1, a=1",
        "??a=1, %3Fa=1",
        "a, a=",
        "a=, a=",
        "=1, =1",
        "a=b=c, a=b%3Dc",
        "&&a=1&&b=2&, a=1&b=2",
        "b=2&a=1&b=1, b=2&a=1&b=1",
        "q=wind+kraft, q=wind%20kraft",
        "q=1%2B1, q=1%2B1",
        "topic=a%2Cb%2cc, 'topic=a,b,c'",
        "topic[]=a, topic%5B%5D=a",
        "topic%5b%5D=a, topic%5B%5D=a",
        "q=M%C3%BClheim, q=M%C3%BClheim",
        "q=Mülheim, q=M%C3%BClheim",
        "q=ü%C3%BC, q=%C3%BC%C3%BC",
        "q=%F0%9F%98%80, q=%F0%9F%98%80",
        "a=x;b=y, a=x%3Bb%3Dy",
        "a=-._~, a=-._~",
    })
    void aQueryStringIsReadAndWrittenInOneForm(String found, String written) {
        assertEquals(List.of(), parse(found).problems());
        assertEquals(written, parse(found).toString());
        assertEquals(parse(found), parse(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=%",
                "q=%4",
                "q=%zz",
                "q=%-1",
                "q=%+1",
                "q=% 1",
                "q=%\u0661\u0661",
                "q=%C3",
                "q=%C3%28",
                "q=%FF",
                "q=%C0%AF",
                "q=%ED%A0%80",
                "q=%F5%80%80%80",
                "q=%00",
                "q=a\0b",
                "q=\ud83d",
                "q=%C3\u00a9",
                "%=1",
                "%00=1"
            })
    void whatIsNoTextIsDroppedAndTold(String broken) {
        Parameters parameters = parse("a=1&" + broken + "&b=2");

        assertEquals(List.of(new Parameter("a", "1"), new Parameter("b", "2")), parameters.all());
        assertEquals(1, parameters.problems().size());
        assertEquals(Problem.Kind.MALFORMED, parameters.problems().get(0).kind());
    }

    @Test
    void aProblemNamesTheParameterAndShowsWhatStoodThere() {
        assertEquals(
                "Parameter \"m[]\": expected percent-encoded UTF-8 without U+0000, found \"%C3\".",
                parse("m%5B%5D=%C3").problems().get(0).sentence());
    }

    @Test
    void moreThan8192CharactersAreNotRead() {
        String longest = "a=1&b=" + "x".repeat(8186);

        assertEquals(8192, longest.length());
        assertEquals(List.of(), parse("?" + longest).problems());
        assertTooMuch(List.of("a"), parse(longest + "x"));
        assertTooMuch(List.of("a", "b"), parse(longest + "&c=1"));
        assertTooMuch(List.of(), parse("x".repeat(1_000_000)));
    }

    @Test
    void aParameterThatTheLimitCutsIsNotReadAsAShorterOne() {
        Parameters parameters = parse("a=" + "x".repeat(8179) + "&topic=wind-energy");

        assertTooMuch(List.of("a"), parameters);
        assertEquals("topic", parameters.problems().get(0).parameter());
    }

    @Test
    void moreThan256ParametersAreNotRead() {
        assertEquals(256, parse("a=1&".repeat(256)).all().size());
        assertEquals(List.of(), parse("a=1&".repeat(256)).problems());
        Parameters tooMany = parse("a=1&".repeat(256) + "b=2&c=3");
        assertEquals(256, tooMany.all().size());
        assertEquals(1, tooMany.problems().size());
        assertEquals(
                "Parameter \"b\": expected at most 256 parameters, found \"2&c=3\".",
                tooMany.problems().get(0).sentence());
    }

    @Test
    void theNamesBeyondTheLimitsAreKept() {
        String junk = "a=1&".repeat(256);
        Parameters page = parse(junk + "rk_topic=wind&x=1&rk_topic=data&%71=2&y=&z&%FF=3");

        assertEquals(List.of("rk_topic", "x", "q", "%FF"), List.copyOf(page.unread()));
        assertEquals(List.of("topic"), List.copyOf(page.withPrefix("rk_").unread()));
        assertEquals(
                List.of("x", "q", "%FF"), List.copyOf(page.withoutPrefix("rk_").unread()));
        assertEquals(
                List.of("rk_topic", "q", "%FF"), List.copyOf(page.without("x").unread()));
        assertEquals(
                List.of("x"), List.copyOf(page.only("x"::equals).with("b", "2").unread()));
        assertEquals(
                List.of("c", "x"),
                List.copyOf(parse(junk + "c=1").plus(page.only("x"::equals)).unread()));
        assertEquals(List.of("q"), List.copyOf(parse("q=" + "x".repeat(9000)).unread()));
        assertEquals(
                List.of("b"),
                List.copyOf(parse("a=" + "x".repeat(8189) + "&b=1&b=2").unread()));
        assertEquals(List.of(), List.copyOf(parse(junk).unread()));
        assertNotEquals(
                parse(junk + "b=2&c=3&d=4").unread(),
                parse(junk + "b=2&c=3&e=4").unread());
    }

    private static void assertTooMuch(List<String> names, Parameters parameters) {
        assertEquals(names, parameters.all().stream().map(Parameter::name).toList());
        assertEquals(
                List.of(Problem.Kind.TOO_MUCH),
                parameters.problems().stream().map(Problem::kind).toList());
    }

    @Test
    void theFirstOfSeveralIsGiven() {
        assertEquals(Optional.of("1"), parse("a=1&a=2").first("a"));
        assertEquals(Optional.of(""), parse("a").first("a"));
        assertEquals(Optional.empty(), parse("a=1").first("A"));
    }

    @Test
    void aPrefixIsTakenOffOnce() {
        Parameters page = parse("id=7&rk_topic=a&RK_x=1&rk_rk_y=2&xrk_z=3&rk_=4");

        assertEquals("topic=a&rk_y=2&=4", page.withPrefix("rk_").toString());
        assertEquals("id=7&RK_x=1&xrk_z=3", page.withoutPrefix("rk_").toString());
    }

    @Test
    void problemsGoWhereTheirParametersGo() {
        Parameters page = parse("broken=%&rk_q=%FF");

        assertEquals("q", page.withPrefix("rk_").problems().get(0).parameter());
        assertEquals("broken", page.withoutPrefix("rk_").problems().get(0).parameter());
        assertEquals(1, page.withPrefix("rk_").problems().size());
        assertEquals(List.of(), page.without("broken").without("rk_q").problems());
    }

    @Test
    void thatSomethingWasNotReadConcernsEverybody() {
        Parameters page = parse("a=1&".repeat(257));

        assertEquals(1, page.withPrefix("rk_").problems().size());
        assertEquals(1, page.without("a").problems().size());
    }

    @Test
    void aChangedParameterKeepsItsPlace() {
        assertEquals(
                "a=1&page=3&b=2",
                parse("a=1&page=2&b=2&page=4").with("page", "3").toString());
        assertEquals("a=1&page=3", parse("a=1").with("page", "3").toString());
        assertEquals("b=2", parse("a=1&b=2&a=3").without("a").toString());
        assertEquals("a=1&a=2", parse("a=1").plus(parse("a=2")).toString());
        assertEquals("", Parameters.none().toString());
    }

    @Test
    void whatCannotBeEncodedIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> parse("").with("q", "a\0"));
        assertThrows(IllegalArgumentException.class, () -> parse("").with("\ud83d", "a"));
    }

    @Test
    void noTextMakesReadingFailAndWhatIsReadIsWrittenAndReadAgain() {
        Random random = new Random(4);
        String alphabet = "ab=&%+?,[]09AFfü\u20ac\ud83d\ude00\0 \n";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertRoundTrip(text.toString());
        }
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            assertRoundTrip(new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }

    private static void assertRoundTrip(String text) {
        Parameters read = parse(text);
        Parameters again = parse(read.toString());

        assertEquals(read.all(), again.all(), () -> "seed 4: " + text);
        assertTrue(again.problems().isEmpty(), () -> "seed 4: " + text);
        assertTrue(read.toString().chars().allMatch(c -> c > ' ' && c < 127), () -> "seed 4: " + text);
    }
}
