package ruhr.knowledge.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.widget.view.Message;

/** What the issue of the first page promised, on the real data. */
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
    void theHeadingLevelIsThatOfTheHostsPage() {
        Document list = Jsoup.parse(Render.fragment(ruhr, "institutions", "heading=4", Locale.GERMAN));

        assertEquals(1, list.select("h4").size());
        assertTrue(list.select("h5").size() > 5);
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
    void anUnknownWidgetIsNamedWithThoseThatThereAre() {
        IllegalArgumentException refusal = org.junit.jupiter.api.Assertions.assertThrows(
                IllegalArgumentException.class, () -> Render.fragment(ruhr, "foo", "", Locale.GERMAN));

        assertTrue(String.valueOf(refusal.getMessage())
                .contains("[contacts, figures, filter, finder, focus, institutions, map, services, stories]"));
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
}
