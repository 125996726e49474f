package ruhr.knowledge.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruhr.knowledge.KnowledgeBase;

/** A language comes by dropping in one file, here {@code ruhr-knowledge/messages_nl.properties} of the tests. */
class ThirdLanguageTest {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    @TempDir
    Path folder;

    @Test
    void aPageIsInTheLanguageOfTheFile() {
        Document page = Jsoup.parse(Sample.page(Sample.open(folder), "institutions", "limit=2", DUTCH));

        assertEquals("nl", page.selectFirst("html").attr("lang"));
        assertEquals("Instellingen in het Ruhrgebied", page.selectFirst("h1").text());
        assertEquals(
                "3 resultaten, pagina 1 van 2", page.selectFirst(".rk-count").text());
        assertTrue(page.selectFirst("a.rk-chip").text().startsWith("Filter instellen: "));
        assertTrue(page.selectFirst("a.rk-chip").attr("href").contains("lang=nl"), "links stay in the language");
    }

    @Test
    void whatTheDataSayIsMarkedAsTheLanguageItIsIn() {
        Document page = Jsoup.parse(Sample.page(Sample.open(folder), "institutions", "", DUTCH));

        assertEquals("en", page.select("a:containsOwn(Model University)").attr("lang"));
        assertEquals(
                "de", page.select("a:containsOwn(Institut für Wasserstoff)").attr("lang"));
    }

    @Test
    void whatTheFileDoesNotSayIsSaidInEnglish() {
        String html = Sample.page(Sample.open(folder), "institutions", "page=99", DUTCH);

        assertTrue(html.contains("The list has no such page."), html);
    }

    @Test
    void everyWidgetCanBeRendered() {
        List<String> pages = Markup.everything(Sample.open(folder), DUTCH);

        assertTrue(pages.size() > 50);
        for (String page : pages) {
            assertFalse(page.contains("null"), page);
        }
    }

    @Test
    void aConditionThatIsSaidInEnglishSaysSo() {
        Document page = Jsoup.parse(Sample.page(Sample.open(folder), "finder", "near=51.48,7.22,15km", DUTCH));

        assertEquals(
                "en", page.select(".rk-chip-on span:contains(within 15 km)").attr("lang"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "NL", "nl-BE", " nl "})
    void theLanguageIsKnownHoweverItIsWritten(String code) {
        assertEquals(Optional.of(DUTCH), new WidgetRenderer(Sample.open(folder)).language(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "it", "xx", "../nl", "nl/../de", "n", "messages"})
    void whatHasNoFileIsNoLanguage(String code) {
        KnowledgeBase base = Sample.open(folder);

        assertEquals(Optional.empty(), new WidgetRenderer(base).language(code));
    }
}
