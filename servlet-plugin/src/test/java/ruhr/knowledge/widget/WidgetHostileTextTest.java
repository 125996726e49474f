package ruhr.knowledge.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.filter.Parameters;

/** A text may say what it likes: it adds no element and no attribute to a page. */
class WidgetHostileTextTest {

    private static final String HARMLESS = "Haus";

    /** Stands for an escaped half of a surrogate pair, which a Java writer of JSON would not let through. */
    private static final String HALF = "\uE000";

    /** The members that hold text for people, or that may be refused without the record. */
    private static final Set<String> TEXTS =
            Set.of("de", "en", "shortName", "title", "name", "credit", "by", "unit", "street", "postalCode");

    private static final Set<String> ADDRESSES = Set.of("url", "website", "ror", "wikidata", "email", "phone");

    @TempDir
    Path folder;

    static Stream<String> hostileTexts() {
        return Stream.of(
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "javascript:alert(1)",
                "a\u202Eb\u2066c\u2069d\u200Fe",
                "x".repeat(10_000),
                "{{7*7}}${7*7}",
                "]]>",
                "</style></title></section></body>",
                "&#60;b&#62;&lt;i&gt;",
                "<!-- --!><b>",
                "https://example.org/\"onclick=\"alert(1)",
                "half" + HALF);
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void noTextOfARecordBecomesMarkup(String hostile) {
        KnowledgeBase harmless = Sample.open(folder.resolve("harmless"), documentOf(HARMLESS));
        KnowledgeBase attacked = Sample.open(folder.resolve("attacked"), documentOf(hostile));

        for (Locale language : List.of(Locale.GERMAN, Locale.ENGLISH)) {
            List<String> expected = Markup.everything(harmless, language);
            List<String> found = Markup.everything(attacked, language);
            assertEquals(expected.size(), found.size());
            for (int i = 0; i < found.size(); i++) {
                compare(expected.get(i), found.get(i));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void noParameterBecomesMarkup(String hostile) {
        KnowledgeBase base = Sample.open(folder);
        // What is left of half a pair is a question mark: without it, "half" could be an id, which the good value is
        // not.
        String value = URLEncoder.encode(hostile.replace(HALF, "\ud800"), StandardCharsets.UTF_8);
        for (String name : List.of(
                "id",
                "title",
                "heading",
                "group",
                "theme",
                "view",
                "compact",
                "lang",
                "host",
                "topic",
                "city",
                "type",
                "status",
                "kind",
                "not_topic",
                "sort",
                "page",
                "limit",
                "facets",
                "utm_source")) {
            for (String widget : WidgetRenderer.names()) {
                // A capital letter makes a value that is no id, as the hostile one.
                String good = name + "=" + URLEncoder.encode("Kein Wert!", StandardCharsets.UTF_8);
                String bad = name + "=" + value;
                if (value.length() < Parameters.MAXIMUM_LENGTH) {
                    compare(
                            Sample.fragment(base, widget, good, Locale.GERMAN),
                            Sample.fragment(base, widget, bad, Locale.GERMAN));
                    compare(
                            Sample.page(base, widget, good, Locale.ENGLISH),
                            Sample.page(base, widget, bad, Locale.ENGLISH));
                    compare(
                            Sample.hosted(base, widget, "", "rk_" + good, Locale.GERMAN),
                            Sample.hosted(base, widget, "", "rk_" + bad, Locale.GERMAN));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void noParameterNameOfTheHostBecomesMarkup(String hostile) {
        KnowledgeBase base = Sample.open(folder);
        String name = URLEncoder.encode(hostile.replace(HALF, ""), StandardCharsets.UTF_8);
        for (String widget : WidgetRenderer.names()) {
            // A form repeats the page's parameters as inputs, but not those that are too long.
            compare(
                    withoutRepeated(Sample.hosted(base, widget, "id=energy", "article=7", Locale.GERMAN)),
                    withoutRepeated(Sample.hosted(base, widget, "id=energy", name + "=" + name, Locale.GERMAN)));
        }
    }

    private static String withoutRepeated(String html) {
        Document page = Jsoup.parse(html);
        for (Element repeated : page.select("form > input[type=hidden]")) {
            assertEquals(
                    List.of("type", "name", "value"),
                    repeated.attributes().asList().stream()
                            .map(Attribute::getKey)
                            .toList());
            repeated.remove();
        }
        return page.outerHtml();
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void aPlaceWhereWordsWereFoundBecomesNoMarkup(String hostile) {
        String text = (hostile.length() > 200 ? "x" : hostile) + " Fundwort";
        KnowledgeBase attacked = Sample.open(folder, documentOf(text));

        String html = Sample.page(attacked, "finder", "q=fundwort", Locale.GERMAN);

        assertTrue(html.contains("<mark class=\"rk-mark-word\">Fundwort</mark>"), html);
        assertEquals(List.of(), Markup.forbidden(html));
        assertEquals(List.of(), Markup.strangeAddresses(html));
        assertEquals("mark", Jsoup.parse(html).selectFirst(".rk-mark-word").tagName());
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void everyPageCanBeSentAsUtf8(String hostile) {
        KnowledgeBase attacked = Sample.open(folder, documentOf(hostile));

        for (String html : Markup.everything(attacked, Locale.GERMAN)) {
            assertTrue(StandardCharsets.UTF_8.newEncoder().canEncode(html), html);
        }
    }

    @Test
    void theComparisonSeesATextThatIsNotEscaped() {
        String html = Sample.fragment(Sample.open(folder, documentOf(HARMLESS)), "focus", "id=energy", Locale.GERMAN);
        String leaking = html.replaceFirst(">" + HARMLESS, "><script>alert(1)</script>");
        String handler = html.replaceFirst("<img ", "<img onerror=\"alert(1)\" ");

        assertNotEquals(Markup.skeleton(html), Markup.skeleton(leaking));
        assertNotEquals(Markup.skeleton(html), Markup.skeleton(handler));
        assertFalse(Markup.strangeAddresses(html.replaceFirst("href=\"[^\"]*", "href=\" JavaScript:alert(1)"))
                .isEmpty());
    }

    private static void compare(String expected, String found) {
        assertEquals(Markup.skeleton(expected), Markup.skeleton(found), () -> found);
        assertEquals(List.of(), Markup.strangeAddresses(found));
    }

    /** Returns the small document with a text in place of each of its texts and addresses. */
    private static String documentOf(String text) {
        JsonObject document =
                Json.createReader(new StringReader(Sample.document())).readObject();
        String replaced = changed("", document, text).toString();
        return replaced.replace(HALF, "\\ud800");
    }

    private static JsonValue changed(String member, JsonValue value, String text) {
        if (value instanceof JsonObject object) {
            JsonObjectBuilder copy = Json.createObjectBuilder();
            object.forEach((name, inside) -> copy.add(name, changed(name, inside, text)));
            return copy.build();
        }
        if (value instanceof JsonArray array) {
            JsonArrayBuilder copy = Json.createArrayBuilder();
            array.forEach(inside -> copy.add(changed(member, inside, text)));
            return copy.build();
        }
        boolean isText = value instanceof JsonString && (TEXTS.contains(member) || ADDRESSES.contains(member));
        if (isText) {
            return Json.createValue(text);
        }
        // The value of a figure may be short only.
        return member.equals("value") ? Json.createValue(text.substring(0, Math.min(40, text.length()))) : value;
    }
}
