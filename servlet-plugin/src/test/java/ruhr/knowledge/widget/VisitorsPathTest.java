package ruhr.knowledge.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.filter.Parameters;

class VisitorsPathTest {

    private static final Pattern COUNT = Pattern.compile("^([\\d.,]+) (?:Einrichtung|institution)");
    private static KnowledgeBase ruhr;

    @BeforeAll
    static void open() {
        ruhr = KnowledgeBase.ruhr();
    }

    @Test
    void linksKeepWhatThePageSaysAndWriteTheirOwnGroupAnew() {
        Document filter = filter("", "article=7&rk_topic=energy&x=%26%20y&rk_centres_page=2&rk_page=3");

        Parameters target = target(option(filter, "Gesundheit"));

        assertEquals(
                "article=7&x=%26%20y&rk_centres_page=2&rk_topic=energy,health",
                target.toString().replace("+", "%20"));
    }

    @Test
    void aSecondGroupHasParametersOfItsOwn() {
        Document list = list("group=centres&type=innovation-centre&limit=5", "rk_page=2&rk_centres_page=2");

        Parameters next = target(list.select("a.rk-page").last());

        assertEquals("3", next.first("rk_centres_page").orElseThrow());
        assertEquals("2", next.first("rk_page").orElseThrow());
        assertTrue(list.select("a.rk-page").last().attr("href").endsWith("#rk-institutions-centres"));
        assertTrue(list.text().contains("Seite 2 von 4"), list.text());
    }

    @Test
    void twoListsOfDifferentGroupsHaveDifferentIds() {
        Document page = Jsoup.parse(Render.inHost(ruhr, "focus", "id=hydrogen", "", Locale.GERMAN)
                + Render.inHost(ruhr, "filter", "", "", Locale.GERMAN)
                + Render.inHost(ruhr, "institutions", "", "", Locale.GERMAN)
                + Render.inHost(ruhr, "institutions", "group=centres", "", Locale.GERMAN)
                + Render.inHost(ruhr, "filter", "group=centres", "", Locale.GERMAN));
        List<String> ids = page.select("[id]").eachAttr("id");

        assertEquals(ids.stream().distinct().toList(), ids);
        for (Element labelled : page.select("[aria-labelledby]")) {
            assertTrue(ids.contains(labelled.attr("aria-labelledby")), labelled.attr("aria-labelledby"));
        }
        for (Element jump : page.select("a[href^=#]")) {
            assertTrue(ids.contains(jump.attr("href").substring(1)), jump.attr("href"));
        }
    }

    @Test
    void everyCountOfThePanelIsWhatItsLinkBrings() {
        for (String host : List.of(
                "", "rk_city=essen", "rk_topic=energy,health", "rk_status=any", "rk_not_type=research-institute")) {
            int followed = 0;
            for (Element option : filter("", host).select("a.rk-choice:not(.rk-choice-on)")) {
                String field = field(option);
                boolean ownChoice = host.contains("rk_" + field + "=");
                if (!ownChoice) {
                    assertEquals(
                            Integer.parseInt(option.select(".rk-number").text()),
                            count(list("", target(option).toString())),
                            host + " + " + option.text());
                    followed++;
                }
            }
            assertTrue(followed > 15, host + " followed " + followed);
        }
    }

    @Test
    void theAuthorsFilterHoldsAndTheVisitorsNarrowsIt() {
        assertEquals(21, count(list("type=higher-education", "")));
        assertEquals(6, count(list("type=higher-education", "rk_city=bochum")));
        assertEquals(0, count(list("type=higher-education", "rk_type=innovation-centre")));
        assertEquals(22, count(list("type=higher-education&status=any", "")));
        assertEquals(1, count(list("type=higher-education&status=any", "rk_status=merged")));

        Document panel = filter("type=higher-education", "");
        assertEquals("5", option(panel, "Universität").select(".rk-number").text());
        assertTrue(panel.select(".rk-choice-none:contains(Innovationszentrum)").size() == 1, "0 within the scope");
    }

    @Test
    void aFacetThatTheAuthorHasDecidedIsNotOffered() {
        assertFalse(filter("type=innovation-centre", "").text().contains("Art der Einrichtung"));
        assertTrue(filter("", "").text().contains("Art der Einrichtung"));
    }

    @Test
    void removingTheLastFilterLeadsBackToTheBeginning() {
        Document list = list("", "rk_topic=hydrogen");

        assertEquals("", target(list.select(".rk-active a").first()).toString());
        assertEquals(1, count(list));
    }

    @Test
    void aLiftedDefaultIsAFilterThatCanBeRemoved() {
        Document list = list("type=higher-education", "rk_status=any");

        assertEquals(22, count(list));
        assertEquals(
                21,
                count(list(
                        "type=higher-education",
                        target(list.select(".rk-active a").first()).toString())));
    }

    @Test
    void anExclusionIsShownAndCanBeRemoved() {
        Document list = list("", "rk_not_type=innovation-centre");

        assertTrue(
                list.select(".rk-active").text().contains("ohne Art der Einrichtung: Innovationszentrum"), list.text());
        assertEquals("", target(list.select(".rk-active a").first()).toString());
    }

    @Test
    void withoutAHostLinksLeadToPagesOfOurOwn() {
        Document list =
                Jsoup.parse(Render.fragment(ruhr, "institutions", "type=higher-education&limit=5", Locale.ENGLISH));

        assertTrue(list.select("a.rk-page")
                .last()
                .attr("href")
                .startsWith("/ruhr-knowledge/embed/institutions?lang=en&type=higher-education"));
        assertTrue(list.select("a.rk-page").last().attr("href").contains("limit=5"));
    }

    @Test
    void theChipOfAFocusPageLeadsToTheFilteredList() {
        Document focus = Jsoup.parse(Render.inHost(ruhr, "focus", "id=hydrogen", "a=b&rk_page=2", Locale.ENGLISH));
        Element chip = focus.select(".rk-hero .rk-chip").first();

        assertEquals("Set filter: Hydrogen", chip.text());
        assertEquals("?a=b&rk_topic=hydrogen#rk-institutions", chip.attr("href"));
        assertEquals(1, count(list("", target(chip).toString())));
    }

    @Test
    void anUnknownValueGivesAnEmptyListAndALinkThatRemovesIt() {
        for (String value : List.of("nothing", "%FF", "%3Cb%3E", "x".repeat(300), "~")) {
            Document list = list("", "rk_topic=" + value + "&utm_source=mail");

            assertEquals(0, count(list), value);
            assertEquals(1, list.select(".rk-empty").size(), value);
            Parameters without = target(list.select(".rk-active a").first());
            assertEquals("utm_source=mail", without.toString(), value);
            assertTrue(count(list("", without.toString())) > 50);
        }
    }

    @Test
    void unknownFieldsAreIgnored() {
        assertEquals(count(list("", "")), count(list("utm_source=x&colour=red", "rk_colour=red&fbclid=1")));
    }

    @Test
    void aPageBeyondTheLastSaysSoAndLeadsToTheFirst() {
        Document list = list("limit=20", "rk_page=99");

        assertEquals(
                "Diese Seite der Liste gibt es nicht.", list.select(".rk-empty").text());
        assertEquals("", target(list.select("a.rk-page").first()).toString());
    }

    @Test
    void choosingAValueLeadsToTheFirstPage() {
        Parameters target = target(option(filter("", "rk_page=3"), "Duisburg"));

        assertTrue(target.first("rk_page").isEmpty());
        assertEquals("duisburg", target.first("rk_city").orElseThrow());
    }

    @Test
    void aNarrowerValueTakesThePlaceOfTheOneAboveItAndTheOtherWayRound() {
        assertEquals(
                "hydrogen",
                target(option(filter("", "rk_topic=energy"), "Wasserstoff"))
                        .first("rk_topic")
                        .orElseThrow());
        assertEquals(
                "energy",
                target(option(filter("", "rk_topic=hydrogen,renewable-energy"), "Energie"))
                        .first("rk_topic")
                        .orElseThrow());
    }

    @Test
    void linksToTheSameWidgetKeepItsLooks() {
        Document list = Jsoup.parse(Render.page(ruhr, "institutions", "view=cards&limit=5", Locale.GERMAN));

        Parameters next =
                Parameters.parse(list.select("a.rk-page").last().attr("href").replaceFirst(".*\\?", ""));

        assertEquals("cards", next.first("view").orElseThrow());
        assertEquals("2", next.first("page").orElseThrow());
    }

    @Test
    void aFocusPageIsFoundByItsTopicInAnySpelling() {
        assertTrue(Render.fragment(ruhr, "focus", "topic=Wasserstoff", Locale.GERMAN)
                .contains("rk-focus-hydrogen"));
        assertTrue(
                Render.fragment(ruhr, "focus", "topic=nonsense", Locale.GERMAN).contains("gibt es nicht"));
        assertTrue(Render.fragment(ruhr, "focus", "", Locale.GERMAN).contains("rk-focus-knowledge-transfer"));
    }

    @Test
    void nobodyPutsATitleOnAPageOfOurOwnByALink() {
        assertFalse(Render.page(ruhr, "institutions", "title=Rufen+Sie+an", Locale.GERMAN)
                .contains("Rufen Sie an"));
        assertTrue(Render.fragment(ruhr, "institutions", "title=Unsere+Liste", Locale.GERMAN)
                .contains("Unsere Liste"));
    }

    @Test
    void aLongQueryOfThePageDoesNotMultiplyInItsLinks() {
        String page = Render.inHost(ruhr, "filter", "", "a=" + "x".repeat(7000) + "&rk_centres_page=2", Locale.GERMAN);

        assertTrue(page.length() < 60_000, page.length() + " characters");
        assertTrue(page.contains("rk_centres_page=2"), "what other widgets wrote stays");
    }

    @Test
    void whatTheAuthorGotWrongIsNotForTheVisitorToRemove() {
        Document list = list("topic=nonsense", "a=b");

        assertEquals("Hier ist nichts verzeichnet.", list.select(".rk-empty").text());
    }

    @Test
    void whatIsChosenSaysSoInWords() {
        Element chosen = filter("", "rk_topic=hydrogen").select(".rk-choice-on").first();

        assertEquals("true", chosen.attr("aria-current"));
        assertTrue(chosen.text().contains("ausgewählt, entfernen"), chosen.text());
    }

    private static String field(Element option) {
        String id = option.closest(".rk-facet").attr("aria-labelledby");
        return id.substring(id.lastIndexOf('_') + 1);
    }

    private static Element option(Document panel, String label) {
        for (Element option : panel.select("a.rk-choice")) {
            if (option.child(0).text().equals(label)) {
                return option;
            }
        }
        throw new AssertionError("no option " + label);
    }

    private static Parameters target(Element link) {
        String href = link.attr("href");
        assertTrue(href.startsWith("?"), href);
        return Parameters.parse(href.substring(1, href.indexOf('#')));
    }

    private static int count(Document list) {
        Matcher count = COUNT.matcher(list.select(".rk-count").text());
        assertTrue(count.find(), list.select(".rk-count").text());
        return Integer.parseInt(count.group(1));
    }

    private static Document list(String parameters, String host) {
        return Jsoup.parse(Render.inHost(ruhr, "institutions", parameters, host, Locale.GERMAN));
    }

    private static Document filter(String parameters, String host) {
        return Jsoup.parse(Render.inHost(ruhr, "filter", parameters, host, Locale.GERMAN));
    }
}
