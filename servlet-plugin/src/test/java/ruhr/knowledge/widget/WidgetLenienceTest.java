package ruhr.knowledge.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruhr.knowledge.KnowledgeBase;

/** What widgets make of parameters that nobody can mean as they stand. */
class WidgetLenienceTest {

    @TempDir
    Path folder;

    private KnowledgeBase base;

    @BeforeEach
    void open() {
        base = Sample.open(folder);
    }

    static String[] unknownValues() {
        return new String[] {"nonsense", "%FF", "%3Cb%3E", "x".repeat(300), "%zz", "%00"};
    }

    @ParameterizedTest
    @MethodSource("unknownValues")
    void anUnknownValueFindsNothingSaysSoAndCanBeRemoved(String value) {
        String html = Sample.hosted(base, "institutions", "", "a=1&rk_topic=" + value, Locale.ENGLISH);

        assertEquals(0, Markup.count(html));
        assertTrue(html.contains("does not exist here"), html);
        String link = Markup.link(html, "Remove filter: Topic:");
        assertEquals("?a=1#rk-institutions", link);
        assertEquals(3, Markup.count(Sample.hosted(base, "institutions", "", Markup.query(link), Locale.ENGLISH)));
    }

    @ParameterizedTest
    @MethodSource("unknownValues")
    void thePanelLeavesAnUnknownValueBehindWhenAnotherIsChosen(String value) {
        String html = Sample.hosted(base, "filter", "", "rk_topic=" + value, Locale.ENGLISH);

        assertEquals("?rk_topic=start-ups#rk-filter", Markup.link(html, "Founding"));
        assertEquals("?#rk-filter", Markup.link(html, "Remove filter: Topic:"));
    }

    @ParameterizedTest
    @MethodSource("unknownValues")
    void pagesOfOurOwnForgiveTheSame(String value) {
        String html = Sample.page(base, "institutions", "topic=" + value, Locale.GERMAN);

        assertEquals(0, Markup.count(html));
        assertEquals("/ruhr-knowledge/embed/institutions?lang=de", Markup.link(html, "Filter entfernen: Thema:"));
    }

    @Test
    void unknownFieldsAreIgnored() {
        assertEquals(
                Sample.fragment(base, "institutions", "", Locale.GERMAN),
                Sample.fragment(base, "institutions", "utm_source=letter&fbclid=%3Cb%3E", Locale.GERMAN));
    }

    @Test
    void aListThatNothingFitsDoesNotBlameAParameterThatIsNoFilter() {
        String html = Sample.fragment(base, "institutions", "topic=handwerk&city=bochum&limit=many", Locale.ENGLISH);

        assertTrue(html.contains("No institution fits"), html);
    }

    @Test
    void aPageBeyondTheLastSaysSoAndOffersTheFirst() {
        String html = Sample.hosted(base, "institutions", "", "rk_page=9", Locale.ENGLISH);

        assertTrue(html.contains("The list has no such page."), html);
        assertEquals("?#rk-institutions", Markup.link(html, "To the first page"));
        assertEquals(3, Markup.count(html));
    }

    @Test
    void aListOfLengthZeroOnlyCounts() {
        String html = Sample.fragment(base, "institutions", "limit=0", Locale.ENGLISH);

        assertEquals(3, Markup.count(html));
        assertFalse(html.contains("rk-empty"), html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=0",
                "page=-1",
                "page=99999999999",
                "limit=1000",
                "page=500&limit=100",
                "heading=1",
                "group=A b",
                "sort=x"
            })
    void everythingElseHasADefault(String parameters) {
        String html = Sample.hosted(base, "institutions", parameters, "rk_" + parameters, Locale.GERMAN);

        assertEquals("h2", Jsoup.parse(html).selectFirst(".rk-title").tagName());
    }

    @Test
    void aWidgetThatDoesNotExistIsTheCallersMistake() {
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> Sample.fragment(base, "institution", "", Locale.GERMAN));

        assertEquals(
                "widget: expected one of [contacts, figures, filter, finder, focus, institutions, map, services, stories], found 'institution'",
                refusal.getMessage());
    }
}
