package ruhr.knowledge.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruhr.knowledge.KnowledgeBase;

/** Where the links of the widgets lead, and that they get there. */
class WidgetLinksTest {

    private static final String ARTICLE = "article=7&rk_topic=start-ups&x=%26";

    @TempDir
    Path folder;

    private KnowledgeBase base;

    @BeforeEach
    void open() {
        base = Sample.open(folder);
    }

    private String hosted(String widget, String parameters, String host) {
        return Sample.hosted(base, widget, parameters, host, Locale.GERMAN);
    }

    @Test
    void parametersOfThePageStayAndOnesOfTheGroupAreWrittenWithItsPrefix() {
        String href = Markup.link(hosted("filter", "", ARTICLE), "Institut ");

        assertEquals("?article=7&x=%26&rk_topic=start-ups&rk_type=institute#rk-filter", href);
    }

    @Test
    void everyLinkOfAFragmentKeepsWhatThePageSays() {
        for (String widget : List.of("filter", "institutions")) {
            for (Element link : Jsoup.parse(hosted(widget, "limit=1", ARTICLE)).select("a[href^=?]")) {
                assertEquals("7", Markup.parameter(link.attr("href"), "article"), link.outerHtml());
                assertEquals("&", Markup.parameter(link.attr("href"), "x"), link.outerHtml());
            }
        }
    }

    @Test
    void twoGroupsOnOnePageKeepEachOthersState() {
        String page = "rk_page=2&rk_centres_page=3";
        String own = hosted("institutions", "limit=1", page);
        String centres = hosted("institutions", "limit=1&group=centres", page);

        assertTrue(own.contains("href=\"?rk_centres_page=3&amp;rk_page=3#rk-institutions\""), own);
        assertTrue(centres.contains("href=\"?rk_page=2&amp;rk_centres_page=2#rk-institutions-centres\""), centres);
    }

    @Test
    void aMalformedParameterOfAnotherGroupIsNoneOfOurs() {
        String html = hosted("institutions", "", "rk_topic=handwerk&rk_city=bochum&rk_centres_topic=%FF");

        assertTrue(html.contains("passt zu allen gesetzten Filtern"), html);
    }

    @Test
    void changingAFilterLeadsToTheFirstPage() {
        String html = hosted("institutions", "limit=1", "rk_page=2&rk_topic=energy,start-ups");

        for (Element link : Jsoup.parse(html).select("a.rk-chip")) {
            assertEquals("", Markup.parameter(link.attr("href"), "rk_page"), link.outerHtml());
        }
        for (Element link : Jsoup.parse(hosted("filter", "", "rk_page=2")).select("a.rk-choice")) {
            assertEquals("", Markup.parameter(link.attr("href"), "rk_page"), link.outerHtml());
        }
    }

    @Test
    void removingTheLastValueRestoresTheDefault() {
        String merged = hosted("institutions", "", "rk_status=merged");
        assertEquals(1, Markup.count(merged));

        String after = hosted("institutions", "", Markup.query(Markup.link(merged, "Zusammengeführt")));

        assertEquals(3, Markup.count(after));
    }

    @Test
    void formerInstitutionsCanBeAskedForAndLeftOutAgain() {
        String all = hosted("institutions", "", "rk_status=any");
        assertEquals(5, Markup.count(all));

        String link = Markup.link(all, "auch frühere");

        assertEquals("?#rk-institutions", link);
        assertEquals(3, Markup.count(hosted("institutions", "", Markup.query(link))));
    }

    @Test
    void anyStatusOutlivesTheChoiceOfATopic() {
        String chosen = Markup.link(hosted("filter", "", "rk_status=any"), "Gründung");

        assertEquals("any", Markup.parameter(chosen, "rk_status"));
        assertEquals(2, Markup.count(hosted("institutions", "", Markup.query(chosen))));
    }

    @Test
    void theAuthorsScopeHoldsWhateverTheVisitorChooses() {
        String scoped = hosted("institutions", "topic=energy", "");
        assertEquals(2, Markup.count(scoped));

        assertEquals(0, Markup.count(hosted("institutions", "topic=energy", "rk_topic=start-ups")));
        assertEquals(1, Markup.count(hosted("institutions", "topic=energy", "rk_city=bochum")));
        assertFalse(scoped.contains("rk-active"), "the scope is no choice of the visitor");
    }

    @Test
    void countsAreWithinTheScope() {
        Element essen = Jsoup.parse(hosted("filter", "topic=energy", "")).select("a.rk-choice").stream()
                .filter(choice -> choice.text().startsWith("Essen"))
                .findFirst()
                .orElseThrow();

        assertEquals("1", essen.selectFirst(".rk-number").text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=any", "STATUS=any", "status[]=any"})
    void anAuthorCanLiftADefaultHoweverTheNameIsWritten(String scope) {
        assertEquals(5, Markup.count(hosted("institutions", scope, "")));
    }

    @Test
    void withoutAPageAroundLinksLeadToPagesOfOurOwn() {
        for (String widget : List.of("filter", "institutions", "stories", "focus")) {
            String parameters = widget.equals("stories") ? "id=new-hall" : "id=energy";
            String html = Sample.fragment(base, widget, parameters, Locale.ENGLISH);
            for (Element link : Jsoup.parse(html).select("a.rk-chip, a.rk-choice, .rk-more > a[href^=/]")) {
                String href = link.attr("href");
                assertTrue(href.matches("/ruhr-knowledge/embed/[a-z/-]+\\?lang=en(&.*)?"), href);
            }
        }
    }

    @Test
    void removingAllFiltersKeepsTheLengthOfTheList() {
        String html = Sample.page(base, "institutions", "limit=1&topic=energy&city=bochum", Locale.GERMAN);

        assertEquals("1", Markup.parameter(Markup.link(html, "Alle Filter entfernen"), "limit"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void followingALinkOfThePanelFindsAsManyAsItPromised(String lang) {
        Locale language = Locale.forLanguageTag(lang);
        KnowledgeBase ruhr = KnowledgeBase.ruhr();
        Random dice = new Random(20261124);
        String host = "article=7";
        int followed = 0;
        for (int round = 0; round < 12; round++) {
            String html = Sample.hosted(ruhr, "filter", "", host, language);
            List<Element> unchosen = Jsoup.parse(html).select(".rk-facet:not(:has(.rk-choice-on)) a.rk-choice");
            for (Element choice : unchosen) {
                int promised = Markup.number(choice.selectFirst(".rk-number").text());
                String query = Markup.query(choice.attr("href"));
                assertEquals(promised, Markup.count(Sample.hosted(ruhr, "institutions", "", query, language)), query);
                followed++;
            }
            host = unchosen.isEmpty() || round % 4 == 3
                    ? "article=7"
                    : Markup.query(unchosen.get(dice.nextInt(unchosen.size())).attr("href"));
        }
        assertTrue(followed > 100, "links followed: " + followed);
    }

    @Test
    void removingAChosenValueComesBackToWhereItWasChosen() {
        KnowledgeBase ruhr = KnowledgeBase.ruhr();
        String before = Sample.hosted(ruhr, "filter", "", "", Locale.GERMAN);
        for (Element choice : Jsoup.parse(before).select("a.rk-choice")) {
            String chosen = Sample.hosted(ruhr, "filter", "", Markup.query(choice.attr("href")), Locale.GERMAN);
            String back = Jsoup.parse(chosen).selectFirst("a.rk-choice-on").attr("href");
            assertEquals("?#rk-filter", back);
        }
    }

    @Test
    void theFocusPagesLinkToAllFindsAsManyAsItSays() {
        KnowledgeBase ruhr = KnowledgeBase.ruhr();
        for (String focus : ruhr.snapshot().frame().focuses().keySet()) {
            String html = Sample.hosted(ruhr, "focus", "id=" + focus, "a=1", Locale.ENGLISH);
            for (Element link : Jsoup.parse(html).select(".rk-more > a:contains(Show all)")) {
                int promised = Markup.number(link.text().replace("Show all ", ""));
                String query = Markup.query(link.attr("href"));
                assertEquals(promised, Markup.count(Sample.hosted(ruhr, "institutions", "", query, Locale.ENGLISH)));
            }
        }
    }

    @Test
    void aQueryOfTheMostValuesThatAreReadStillHasLinks() {
        StringBuilder many = new StringBuilder("rk_topic=energy");
        for (int i = 0; i < 99; i++) {
            many.append(",nothing-").append(i);
        }
        String html = hosted("filter", "", many.toString());

        assertEquals(2, Markup.count(html));
        assertEquals("energy,start-ups", Markup.parameter(Markup.link(html, "Gründung"), "rk_topic"));
    }

    @Test
    void aQueryAsLongAsAnyIsReadStillHasLinks() {
        StringBuilder host = new StringBuilder();
        for (String name : List.of("topic", "city", "type", "not_topic")) {
            host.append("&rk_").append(name).append(name.equals("city") ? "=bochum" : "=energy");
            for (int i = 0; i < 31; i++) {
                host.append(",").append("z".repeat(61)).append(100 + i);
            }
        }
        hosted("filter", "", host.substring(1));
        hosted("institutions", "", host.substring(1));
    }
}
