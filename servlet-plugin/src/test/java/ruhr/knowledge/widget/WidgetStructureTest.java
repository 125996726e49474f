package ruhr.knowledge.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruhr.knowledge.KnowledgeBase;

/** What someone who hears a page can find in it. */
class WidgetStructureTest {

    @TempDir
    Path folder;

    @Test
    void noIdStandsTwiceOnAPageOfSeveralWidgets() {
        KnowledgeBase base = Sample.open(folder);
        String page = Sample.hosted(base, "focus", "id=energy", "", Locale.GERMAN)
                + Sample.hosted(base, "institutions", "", "", Locale.GERMAN)
                + Sample.hosted(base, "institutions", "group=centres", "", Locale.GERMAN)
                + Sample.hosted(base, "filter", "", "", Locale.GERMAN)
                + Sample.hosted(base, "stories", "id=new-hall", "", Locale.GERMAN);

        List<String> ids = Jsoup.parse(page).select("[id]").eachAttr("id");

        assertEquals(ids.stream().distinct().toList(), ids);
    }

    @Test
    void headingsNeverSkipALevel() {
        for (KnowledgeBase base : List.of(Sample.open(folder), KnowledgeBase.ruhr())) {
            for (String html : Markup.everything(base, Locale.ENGLISH)) {
                Document page = Jsoup.parse(html);
                boolean document = page.selectFirst("main") != null;
                int before = document ? 0 : 1;
                for (Element heading : page.select("h1, h2, h3, h4, h5, h6")) {
                    int level = heading.tagName().charAt(1) - '0';
                    assertTrue(level <= before + 1, heading + " in " + html);
                    before = level;
                }
                assertEquals(document ? 1 : 0, page.select("h1").size(), html);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void theFirstHeadingHasTheLevelThatTheAuthorWants(int level) {
        String html = Sample.fragment(Sample.open(folder), "focus", "id=energy&heading=" + level, Locale.GERMAN);

        var headings = Jsoup.parse(html).select("h1, h2, h3, h4, h5, h6");
        assertEquals("h" + level, headings.first().tagName());
        assertEquals(1, headings.select("h" + level).size());
    }

    @Test
    void aSecondHeroIsASectionLikeAnyOther() {
        String hero = "{\"block\": \"hero\", \"title\": {\"de\": \"Noch ein Kopf\"}, \"intro\": {\"de\": \"Wozu?\"}},";
        String document = Sample.document()
                .replace("\"blocks\": [{\"block\": \"text\"", "\"blocks\": [" + hero + hero + "{\"block\": \"text\"");
        assertTrue(document.contains(hero));

        String html = Sample.page(Sample.open(folder, document), "focus", "id=founding", Locale.GERMAN);

        assertEquals(1, Jsoup.parse(html).select("h1").size(), html);
        assertEquals(1, Jsoup.parse(html).select("#rk-focus-founding_title").size(), html);
        assertEquals(2, Jsoup.parse(html).select(":containsOwn(Wozu?)").size(), html);
    }

    @Test
    void everyPictureSaysWhatIsToBeSeenAndHowLargeItIs() {
        for (String html : Markup.everything(KnowledgeBase.ruhr(), Locale.GERMAN)) {
            for (Element picture : Jsoup.parse(html).select("img")) {
                assertFalse(picture.attr("alt").isBlank(), picture.outerHtml());
                assertTrue(Integer.parseInt(picture.attr("width")) > 0, picture.outerHtml());
                assertTrue(Integer.parseInt(picture.attr("height")) > 0, picture.outerHtml());
            }
        }
    }

    @Test
    void everyLabelLeadsToSomethingOnThePageAndEveryLinkInsideItToo() {
        for (String html : Markup.everything(Sample.open(folder), Locale.GERMAN)) {
            Document page = Jsoup.parse(html);
            for (Element section : page.select("section, nav, article, [role=group]")) {
                boolean labelled = section.hasAttr("aria-label");
                String label = section.attr("aria-labelledby");
                Element heading = labelled ? section : page.getElementById(label);
                assertNotNull(heading, section.id() + " is labelled by " + label);
                assertFalse((labelled ? section.attr("aria-label") : heading.text()).isBlank());
            }
            for (Element link : page.select("a[href^=#]")) {
                assertNotNull(page.getElementById(link.attr("href").substring(1)), link.outerHtml());
            }
        }
    }

    @Test
    void everyLinkSaysWhereItLeads() {
        for (String html : Markup.everything(KnowledgeBase.ruhr(), Locale.ENGLISH)) {
            for (Element link : Jsoup.parse(html).select("a, summary")) {
                link.select("[aria-hidden=true]").remove();
                assertFalse(link.text().isBlank(), html);
            }
        }
    }

    @Test
    void anInstitutionsBlockThatFindsNothingIsNotShown() {
        String document = Sample.document()
                .replace("\"query\": \"topic=start-ups\"", "\"query\": \"topic=handwerk&city=bochum\"");

        String html = Sample.fragment(Sample.open(folder, document), "focus", "id=founding", Locale.GERMAN);

        assertFalse(html.contains("rk-cards"), html);
        assertFalse(html.contains("Häuser"), html);
    }

    @Test
    void oneInstitutionIsNotCalledAll() {
        KnowledgeBase base = Sample.open(folder);

        Markup.link(Sample.fragment(base, "focus", "id=founding", Locale.GERMAN), "1 Einrichtung anzeigen");
        assertFalse(Sample.fragment(base, "focus", "id=founding", Locale.GERMAN).contains("Alle 1"));
        assertFalse(
                Sample.fragment(base, "focus", "id=founding", Locale.ENGLISH).contains("all 1"));
    }

    @Test
    void whatAContactDoesNotReleaseIsOnNoPage() {
        String document = Sample.document()
                .replace("\"publish\": [\"name\", \"email\", \"phone\", \"photo\"]", "\"publish\": []");
        for (String html : Markup.everything(Sample.open(folder, document), Locale.GERMAN)) {
            assertFalse(html.contains("Musterkamp") || html.contains("desk@") || html.contains("tel:"), html);
            assertFalse(html.contains("Porträt"), html);
        }
    }
}
