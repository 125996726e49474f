package ruhr.knowledge.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ruhr.knowledge.KnowledgeBase;

/** How key figures and numbers to dial are written. */
class WidgetFiguresTest {

    @TempDir
    Path folder;

    private Document page(Locale language) {
        return Jsoup.parse(Sample.fragment(Sample.open(folder), "focus", "id=energy", language));
    }

    private List<String> values(Locale language) {
        return page(language).select(".rk-value").stream()
                .map(Element::wholeText)
                .toList();
    }

    @Test
    void inGerman() {
        assertEquals(
                List.of("22", "rund 258.000", "220+", "9\u00a0%", "1.500\u00a0m²", "3,5\u00a0%", "Lünen"),
                values(Locale.GERMAN));
    }

    @Test
    void inEnglish() {
        assertEquals(
                List.of("22", "about 258,000", "220+", "9%", "1,500\u00a0m²", "3.5%", "Lünen"), values(Locale.ENGLISH));
    }

    @Test
    void aFigureOfTheDataSetIsWrittenAsItsSourceDoes() {
        String html = Sample.fragment(KnowledgeBase.ruhr(), "focus", "id=knowledge-transfer", Locale.GERMAN);

        assertTrue(Jsoup.parse(html).select(".rk-value").eachText().contains("22"), html);
        assertTrue(Jsoup.parse(html).select(".rk-value").eachText().contains("rund 258.000"), html);
    }

    @Test
    void underAFigureStandsItsYearOrWhoPublishedIt() {
        List<String> german = page(Locale.GERMAN).select(".rk-figure .rk-note").eachText();
        List<String> english =
                page(Locale.ENGLISH).select(".rk-figure .rk-note").eachText();

        assertEquals(List.of("2025", "laut Verband Muster, gelesen am 23. November 2026"), german.subList(0, 2));
        assertEquals(
                List.of("2025", "as published by Verband Muster, read on 23 November 2026"), english.subList(0, 2));
    }

    @Test
    void aNumberIsDialledWithoutTheZeroThatIsForCallsAtHome() {
        var phone = page(Locale.GERMAN).selectFirst("a[href^=tel:]");

        assertEquals("tel:+4923400017", phone.attr("href"));
        assertEquals("+49 (0)234 / 000-17", phone.text());
    }
}
