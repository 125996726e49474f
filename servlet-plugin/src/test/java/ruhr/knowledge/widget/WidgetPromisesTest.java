package ruhr.knowledge.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.widget.view.Message;

/** What every widget promises, on the real data: languages, structure, nothing inline, a style sheet that holds. */
class WidgetPromisesTest {

    private static KnowledgeBase ruhr;

    @BeforeAll
    static void open() {
        ruhr = KnowledgeBase.ruhr();
    }

    @Test
    void noGermanLabelStandsOnAnEnglishPageAndNoEnglishOneOnAGermanPage() {
        for (Locale language : Render.LANGUAGES) {
            Locale other = language.equals(Locale.GERMAN) ? Locale.ENGLISH : Locale.GERMAN;
            for (String html : everything(language)) {
                assertEquals(List.of(), foreignLabels(html, language, other));
            }
        }
    }

    @Test
    void aLabelInTheWrongLanguageIsCaught() {
        String planted = Render.fragment(ruhr, "focus", "", Locale.ENGLISH).replace("Set filter:", "Filter setzen:");

        assertTrue(foreignLabels(planted, Locale.ENGLISH, Locale.GERMAN).contains("Filter setzen:"));
    }

    @Test
    void everyMessageHasTwoLanguages() {
        for (Message message : Message.values()) {
            assertFalse(message.in(Locale.GERMAN).isBlank());
            assertFalse(message.in(Locale.ENGLISH).isBlank());
        }
    }

    @Test
    void textInAnotherLanguageSaysWhichOne() {
        Document english = Jsoup.parse(Render.fragment(ruhr, "institutions", "city=witten", Locale.ENGLISH));

        Element name = english.select(".rk-name :containsOwn(Entwicklungszentrum Witten)")
                .first();

        assertEquals("de", Objects.requireNonNull(name).attr("lang"));
    }

    @Test
    void nothingIsInlineAndNothingComesFromElsewhere() {
        for (Locale language : Render.LANGUAGES) {
            for (String html : everything(language)) {
                assertEquals(List.of(), inlineOrForeign(html));
            }
        }
    }

    @Test
    void somethingInlineOrForeignIsCaught() {
        String planted =
                "<script>1</script><style>a{}</style><p style='x' onclick='y'><img src='https://elsewhere.example/a.png'>";

        assertEquals(5, inlineOrForeign(planted).size());
    }

    @Test
    void headingsNeverSkipALevelAndDocumentsHaveOneOfTheFirst() {
        for (Locale language : Render.LANGUAGES) {
            for (String html : everything(language)) {
                Document page = Jsoup.parse(html);
                boolean document = html.startsWith("<!doctype");
                int before = document ? 0 : 1;
                for (Element heading : page.select("h1, h2, h3, h4, h5, h6")) {
                    int level = heading.tagName().charAt(1) - '0';
                    assertTrue(level <= before + 1, heading + " after level " + before);
                    before = level;
                }
                assertEquals(document ? 1 : 0, page.select("h1").size());
                assertEquals(
                        page.select("img").size(),
                        page.select("img[alt]:not([alt=''])").size());
            }
        }
    }

    @Test
    void theHeadingLevelIsThatOfTheHostsPage() {
        Document list = Jsoup.parse(Render.fragment(ruhr, "institutions", "heading=4", Locale.GERMAN));

        assertEquals(1, list.select("h4").size());
        assertTrue(list.select("h5").size() > 5);
    }

    @Test
    void figuresAreWrittenAsTheLanguageWritesThem() {
        String german =
                Jsoup.parse(Render.fragment(ruhr, "focus", "", Locale.GERMAN)).text();
        String english =
                Jsoup.parse(Render.fragment(ruhr, "focus", "", Locale.ENGLISH)).text();

        assertTrue(german.contains("rund 258.000"), german);
        assertTrue(german.contains("laut business.ruhr, gelesen am 23. November 2026"), german);
        assertTrue(english.contains("about 258,000"), english);
        assertTrue(english.contains("as published by business.ruhr, read on 23 November 2026"), english);

        String circular = Jsoup.parse(Render.fragment(ruhr, "focus", "id=circular-economy", Locale.GERMAN))
                .wholeText();
        assertTrue(circular.contains("220+"), circular);
        assertTrue(circular.contains("50\u00a0%"), circular);
        assertTrue(Jsoup.parse(Render.fragment(ruhr, "focus", "id=circular-economy", Locale.ENGLISH))
                .text()
                .contains("50%"));
    }

    @Test
    void everyBlockOfTheRealPageIsThere() {
        Document page = Jsoup.parse(Render.page(ruhr, "focus", "", Locale.GERMAN));

        assertEquals(2, page.select(".rk-skips a").size());
        assertEquals(1, page.select(".rk-hero img[alt]").size());
        assertEquals(
                "Filter setzen: Wissenstransfer",
                page.select(".rk-hero .rk-chip").text());
        assertEquals(2, page.select(".rk-prose h2").size());
        assertEquals(3, page.select(".rk-figure").size());
        assertEquals(6, page.select(".rk-block .rk-card:not(.rk-teaser)").size());
        assertEquals(1, page.select(".rk-wide img[alt]").size());
        assertEquals(5, page.select(".rk-service").size());
        assertEquals(1, page.select(".rk-person").size());
        assertEquals(3, page.select(".rk-teaser").size());
        assertEquals(2, page.select(".rk-teaser .rk-more").size());
        assertEquals(2, page.select(".rk-teaser .rk-chip").size());
        assertTrue(page.text().contains("nicht verbunden mit der Business Metropole Ruhr GmbH"));
        assertTrue(page.select(".rk-sources li").size() > 3);
    }

    @Test
    void whatIsMergedSaysWhere() {
        Document list = Jsoup.parse(Render.fragment(ruhr, "institutions", "status=merged", Locale.GERMAN));

        assertEquals(
                "Zusammengeführt. Jetzt Teil von Hochschule Bochum",
                list.select(".rk-status").text());
    }

    @Test
    void everyRuleOfTheLayerIsImportantAndNothingIsFetched() throws IOException {
        String css = stylesheet();
        assertEquals(List.of(), weakDeclarations(css));
        assertFalse(css.contains("url("));
        assertFalse(css.contains("@import"));
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(css.getBytes(StandardCharsets.UTF_8));
        }
        assertTrue(zipped.size() <= 9 * 1024, zipped.size() + " bytes");
    }

    @Test
    void aWeakRuleIsCaught() {
        assertEquals(
                1,
                weakDeclarations("@layer rk {\n .a {\n color: red;\n margin: 0 !important;\n }\n}\n")
                        .size());
    }

    @Test
    void filesAreFoundByNameAndFingerprintOnly() {
        Assets assets = new Assets(ruhr);
        String path = Assets.stylesheet("");
        String hash = path.split("/")[2];

        assertTrue(assets.find(hash, "ruhr-knowledge.css").isPresent());
        for (String name : List.of(
                "",
                "/",
                "../widget/Assets.class",
                "Assets.class",
                "images/../ruhr.json",
                "images/",
                "RUHR-KNOWLEDGE.CSS")) {
            assertEquals(Optional.empty(), assets.find(hash, name), name);
        }
        assertEquals(Optional.empty(), assets.find("0".repeat(32), "ruhr-knowledge.css"));
    }

    @Test
    void anUnknownWidgetIsNamedWithThoseThatThereAre() {
        IllegalArgumentException refusal = org.junit.jupiter.api.Assertions.assertThrows(
                IllegalArgumentException.class, () -> Render.fragment(ruhr, "foo", "", Locale.GERMAN));

        assertTrue(String.valueOf(refusal.getMessage()).contains("[filter, focus, institutions, stories]"));
    }

    private static List<String> everything(Locale language) {
        List<String> everything = new ArrayList<>();
        for (String focus : ruhr.snapshot().frame().focuses().keySet()) {
            everything.addAll(Render.everything(ruhr, language, focus, "tzr-new-building"));
        }
        return everything;
    }

    private static List<String> foreignLabels(String html, Locale language, Locale other) {
        Document page = Jsoup.parse(html);
        page.select("[hreflang]").remove();
        StringBuilder heard = new StringBuilder(page.text());
        page.select("[aria-label]").forEach(element -> heard.append(" | ").append(element.attr("aria-label")));
        List<String> found = new ArrayList<>();
        for (Message message : Message.values()) {
            String label = message.in(other);
            boolean same =
                    Set.of(Message.FILTER, Message.OTHER_LANGUAGE, Message.PAGE).contains(message)
                            || message.in(language).contains(label);
            if (!same
                    && Pattern.compile("(?<!\\p{L})" + Pattern.quote(label) + "(?!\\p{L})")
                            .matcher(heard)
                            .find()) {
                found.add(label);
            }
        }
        return found;
    }

    private static List<String> inlineOrForeign(String html) {
        List<String> found = new ArrayList<>();
        for (Element element : Jsoup.parse(html).getAllElements()) {
            if (Set.of("script", "style", "iframe", "object").contains(element.tagName())) {
                found.add(element.tagName());
            }
            for (Attribute attribute : element.attributes()) {
                boolean fetched =
                        attribute.getKey().equals("src") || element.tagName().equals("link");
                boolean foreign = fetched && attribute.getValue().matches("(https?:)?//.*");
                if (attribute.getKey().equals("style") || attribute.getKey().startsWith("on") || foreign) {
                    found.add(element.tagName() + " " + attribute);
                }
            }
        }
        return found;
    }

    private static List<String> weakDeclarations(String css) {
        List<String> weak = new ArrayList<>();
        int depth = 0;
        boolean inLayer = false;
        for (String line : css.replaceAll("(?s)/\\*.*?\\*/", "").split("\n")) {
            String rule = line.strip();
            if (rule.startsWith("@layer rk ") && depth == 0) {
                inLayer = true;
            }
            Matcher declaration = Pattern.compile("^(-{0,2}[a-z-]+):.*;$").matcher(rule);
            if (inLayer && declaration.matches() && !rule.startsWith("--") && !rule.endsWith("!important;")) {
                weak.add(rule);
            }
            depth += rule.endsWith("{") ? 1 : 0;
            depth -= rule.startsWith("}") ? 1 : 0;
            inLayer &= depth > 0;
        }
        return weak;
    }

    private static String stylesheet() throws IOException {
        try (InputStream in = Assets.class.getResourceAsStream("ruhr-knowledge.css")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
