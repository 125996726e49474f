package ruhr.knowledge.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ruhr.knowledge.KnowledgeBase;

/** Text stays text: a page of hostile texts has the elements and attributes of the same page of harmless ones. */
class HostileTextTest {

    @TempDir
    Path folder;

    private List<List<String>> harmless;

    static Stream<String> hostile() {
        return Stream.of(
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "\" autofocus onfocus=\"alert(1)",
                "javascript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "</style><style>*{display:none}</style>",
                "</section></main></body>",
                "--><!-- <b>",
                "]]>",
                "{{7*7}} ${7*7} @if(true) !{x}",
                "&#60;b&#62; &lt;i&gt;",
                "\u202Etxet desrever\u202C \u200F\u2066\u2069",
                "half \uD83D a pair",
                "line\u2028separator\u0000\u0007",
                "x".repeat(10_000),
                "ä ß 漢字 👩‍🔬");
    }

    @BeforeEach
    void renderHarmlessPages() throws IOException {
        harmless = structures(SmallWorld.open(folder, text -> "Harmlos"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileTextInEveryFieldAddsNoElementAndNoAttribute(String text) throws IOException {
        assertEquals(harmless, structures(SmallWorld.open(folder, original -> text)));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileTextIsShown(String text) throws IOException {
        String html = Render.fragment(SmallWorld.open(folder, original -> text), "focus", "id=energy", Locale.GERMAN);

        String expected = ruhr.knowledge.value.LocalizedText.german(text)
                .in(Locale.GERMAN)
                .text();
        assertTrue(Jsoup.parse(html).wholeText().contains(expected), html.substring(0, 500));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void linksLeadToTheWebToMailToTelephonesAndNowhereElse(String text) throws IOException {
        for (String html : everything(SmallWorld.open(folder, original -> text))) {
            for (Element link : Jsoup.parse(html).select("[href], [src]")) {
                String target = link.hasAttr("href") ? link.attr("href") : link.attr("src");
                assertTrue(target.matches("(?s)(https?://|mailto:|tel:|/ruhr-knowledge/|\\?|#).*"), target);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileParametersAddNoElementAndNoAttribute(String text) throws IOException {
        KnowledgeBase base = SmallWorld.open(folder);
        String shortened = text.length() > 1000 ? text.substring(0, 1000) : text;
        String value = URLEncoder.encode(shortened, StandardCharsets.UTF_8);

        for (String widget : List.of("institutions", "filter", "focus")) {
            assertEquals(
                    structure(Render.inHost(
                            base, widget, "heading=x&group=y&id=z", "topic=w&other=v&rk_city=%3F", Locale.GERMAN)),
                    structure(Render.inHost(
                            base,
                            widget,
                            "heading=" + value + "&group=y&id=" + value,
                            "topic=" + value + "&" + value + "=" + value + "&rk_city=%3F",
                            Locale.GERMAN)),
                    widget);
            assertEquals(
                    structure(Render.page(base, widget, "title=harmless&id=energy&lang=de", Locale.GERMAN)),
                    structure(Render.page(
                            base,
                            widget,
                            "title=" + (shortened.length() > 200 ? "x" : value) + "&id=energy&lang=" + value,
                            Locale.GERMAN)),
                    widget);
        }
    }

    @Test
    void anUnescapedTextIsSeenByTheSameComparison() {
        List<String> expected = structure("<p>Harmlos</p>");

        assertNotEquals(expected, structure("<p><b>bold</b></p>"));
        assertNotEquals(structure("<p title=\"a\">"), structure("<p title=\"a\" onclick=\"b\">"));
    }

    private static List<List<String>> structures(KnowledgeBase base) {
        return everything(base).stream().map(HostileTextTest::structure).toList();
    }

    private static List<String> everything(KnowledgeBase base) {
        List<String> everything = new ArrayList<>();
        for (Locale language : Render.LANGUAGES) {
            everything.addAll(Render.everything(base, language, "energy", "opening"));
        }
        return everything;
    }

    private static List<String> structure(String html) {
        Document document = Jsoup.parse(html);
        List<String> structure = new ArrayList<>();
        for (Element element : document.getAllElements()) {
            List<String> names = new ArrayList<>();
            for (Attribute attribute : element.attributes()) {
                names.add(attribute.getKey());
            }
            structure.add(element.tagName() + names);
        }
        return structure;
    }
}
