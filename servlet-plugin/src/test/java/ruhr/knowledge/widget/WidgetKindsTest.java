package ruhr.knowledge.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruhr.knowledge.KnowledgeBase;

/** What each widget shows: lists of every kind, entries in full, figures, finder and map. */
class WidgetKindsTest {

    @TempDir
    Path folder;

    private final KnowledgeBase ruhr = KnowledgeBase.ruhr();
    private KnowledgeBase sample;

    @BeforeEach
    void open() {
        sample = Sample.open(folder);
    }

    private static Document page(KnowledgeBase base, String widget, String parameters, Locale language) {
        return Jsoup.parse(Sample.page(base, widget, parameters, language));
    }

    // Lists.

    @ParameterizedTest
    @CsvSource({
        "services, topic=start-ups&city=bochum, '2 services on Start-ups and founding in Bochum'",
        "services, '', '10 services'",
        "contacts, '', '2 contacts'",
        "stories, q=bochum, '3 stories with the word “bochum”'",
        "institutions, topic=hydrogen, '1 institution on Hydrogen'"
    })
    void aListSaysInASentenceWhatItHas(String widget, String query, String sentence) {
        assertEquals(
                sentence,
                page(ruhr, widget, query, Locale.ENGLISH)
                        .selectFirst(".rk-count")
                        .text());
    }

    @Test
    void aListShowsItsOwnKindWhateverTheKindsOfItsGroup() {
        Document services = Jsoup.parse(Sample.hosted(ruhr, "services", "", "rk_kind=story", Locale.GERMAN));

        assertEquals("10 Angebote", services.selectFirst(".rk-count").text());
    }

    @Test
    void oneWidgetOfAnInstitutionListsWhatBelongsToIt() {
        Document services = page(ruhr, "services", "institution=model-district-transfer-office", Locale.GERMAN);

        assertEquals(10, Markup.count(services.html()));
    }

    @ParameterizedTest
    @CsvSource({"cards, ul.rk-cards", "list, ul.rk-rows", "table, table.rk-table", "nonsense, ul.rk-cards"})
    void aListHasTheLayoutThatIsAskedFor(String view, String element) {
        Document page = page(sample, "institutions", "view=" + view, Locale.GERMAN);

        assertEquals(1, page.select(element).size());
        assertEquals(3, page.select(".rk-card, .rk-table tbody tr").size());
    }

    @Test
    void partsCanBeChosenAndStayInLinks() {
        Document page = page(sample, "institutions", "fields=place,summary&limit=1", Locale.GERMAN);

        assertEquals(1, page.select(".rk-line-place").size());
        assertEquals(0, page.select(".rk-kicker, .rk-chip, .rk-sign").size());
        assertTrue(page.selectFirst("a.rk-page").attr("href").contains("fields=place,summary"), page.html());
    }

    @Test
    void aTableHasAColumnForEachPart() {
        Document page = page(sample, "institutions", "view=table&fields=type,established,website", Locale.ENGLISH);

        assertEquals(
                List.of("Name", "Type of institution", "Founded", "Website"),
                page.select("thead th").eachText());
        Element row = page.select("tbody tr:contains(Model University)").first();
        assertEquals(
                List.of("University", "1962", "university.example.org"),
                row.select("td").eachText());
    }

    @Test
    void compactLeavesOutWhatTakesSpace() {
        Document page = page(sample, "institutions", "compact", Locale.GERMAN);

        assertEquals(0, page.select(".rk-summary, .rk-chip, .rk-sign, img").size());
        assertEquals(3, page.select(".rk-line-place").size());
        assertTrue(page.selectFirst(".rk-list").hasClass("rk-compact"));
    }

    @ParameterizedTest
    @CsvSource({
        "neutral, rk-theme-neutral",
        "kern, rk-theme-kern",
        "'ruhr,dark', rk-scheme-dark",
        "'LIGHT , Kern', rk-theme-kern rk-scheme-light"
    })
    void aThemeIsAClassOfWidgetAndPage(String theme, String classes) {
        Document page = page(sample, "institutions", "theme=" + theme.replace(" ", "%20"), Locale.GERMAN);

        for (String name : classes.split(" ")) {
            assertTrue(page.selectFirst(".rk-list").hasClass(name), name);
            assertTrue(page.selectFirst("html").hasClass(name), name);
            assertTrue(page.selectFirst("body").hasClass(name), name);
        }
    }

    @Test
    void anInstitutionWithoutALogoHasASignAndTheSameEachTime() {
        Document page = page(sample, "institutions", "", Locale.GERMAN);
        Document again = page(sample, "institutions", "limit=2", Locale.ENGLISH);

        assertEquals(1, page.select(".rk-card-picture img").size(), "the one that has a logo");
        assertEquals(2, page.select("svg.rk-sign").size());
        assertEquals(
                page.selectFirst("li:contains(Gründerhaus) svg").outerHtml(),
                again.selectFirst("li:contains(house) svg").outerHtml().replace("FH", "G"));
    }

    @Test
    void zeroResultsSayWhichFilterToDropAndWhatThatBrings() {
        Document page = page(sample, "institutions", "topic=handwerk&city=bochum", Locale.ENGLISH);

        List<String> ways = page.select(".rk-ways a").eachText();

        assertEquals(2, ways.size());
        for (Element way : page.select(".rk-ways a")) {
            String href = way.attr("href");
            int promised = Markup.number(way.text().replaceAll("^.*\\((\\d+) results?\\)$", "$1"));
            assertEquals(
                    promised, Markup.count(Sample.page(sample, "institutions", Markup.query(href), Locale.ENGLISH)));
        }
    }

    // Entries in full.

    @Test
    void anInstitutionIsShownWithSitesServicesContactsAndStories() {
        Document page = page(sample, "institutions", "id=model-university", Locale.ENGLISH);

        assertEquals("Model University", page.selectFirst("h1").text());
        assertEquals(
                List.of("Sites", "Services", "People to ask", "Stories"),
                page.select("h2").eachText());
        assertEquals(2, page.select(".rk-site").size());
        assertTrue(page.selectFirst(".rk-site").text().contains("Musterweg 1, 44801 Bochum"));
        assertEquals("1962", page.select(".rk-fact:contains(Founded) dd").text());
        assertEquals(
                "https://university.example.org/start?a=1&b=2",
                page.select(".rk-fact:contains(Website) a").attr("href"));
    }

    @Test
    void aServiceIsShownWithProviderAreaAndContact() {
        Document page = page(sample, "services", "id=heat-check", Locale.ENGLISH);

        assertEquals("Heat check", page.selectFirst("h1").text());
        assertEquals(
                "Model University",
                page.select(".rk-fact:contains(Provider) dd").text());
        assertEquals("Bochum", page.select(".rk-fact:contains(Offered in) dd").text());
        assertEquals(1, page.select(".rk-card-contact").size());
    }

    @Test
    void aContactCanBeSaved() {
        Document page = page(ruhr, "contacts", "id=transfer-contact", Locale.ENGLISH);

        assertEquals("Mara Musterkamp", page.selectFirst("h1").text());
        assertEquals(
                "/ruhr-knowledge/api/v1/contacts/transfer-contact.vcf?lang=en",
                page.select("a:contains(vCard)").attr("href"));
        assertEquals(
                "tel:+492340000-0".replace("-", ""),
                page.select("a[href^=tel:]").attr("href"));
    }

    @ParameterizedTest
    @CsvSource({"institutions, transfer-contact", "services, rub", "contacts, nobody", "stories, '<b>'"})
    void anEntryOfAnotherKindIsNotThere(String widget, String id) {
        Document page = page(ruhr, widget, "id=" + id.replace("<", "%3C").replace(">", "%3E"), Locale.ENGLISH);

        assertEquals("Not found", page.selectFirst("h1").text());
    }

    @Test
    void everyCardLeadsToAnEntryInFull() {
        for (Map.Entry<String, ?> list : WidgetRenderer.lists().entrySet()) {
            for (Element name :
                    page(ruhr, list.getKey(), "limit=100", Locale.GERMAN).select(".rk-name a")) {
                String[] path = name.attr("href").replaceAll("\\?.*", "").split("/");
                Document entry = page(ruhr, path[3], "id=" + path[4], Locale.GERMAN);
                assertEquals(name.text(), entry.selectFirst("h1").text());
            }
        }
    }

    // Figures.

    @Test
    void figuresOfOneUnitAreComparedAndAllStandInATable() {
        Document page = page(ruhr, "figures", "", Locale.GERMAN);
        int all = ruhr.snapshot().frame().figures().size();

        assertEquals(all, page.select(".rk-table tbody tr").size());
        assertEquals(
                all,
                page.select(".rk-figure").size() + page.select(".rk-bar-row").size());
        assertEquals(
                List.of("1000", "917", "750", "292"),
                page.select(".rk-bar-row .rk-bar").eachAttr("width"));
        assertEquals(List.of("90", "500"), page.select(".rk-share .rk-bar").eachAttr("width"));
        assertTrue(page.select("svg").stream()
                .allMatch(it -> it.attr("aria-hidden").equals("true")));
    }

    @Test
    void figuresCanBeChosenByTopicAndById() {
        assertEquals(
                3,
                page(ruhr, "figures", "topic=circular-economy,sites", Locale.GERMAN)
                        .select(".rk-figure")
                        .size());
        assertEquals(
                List.of("22", "35"),
                page(ruhr, "figures", "id=innovation-centres,nothing,universities,", Locale.GERMAN)
                        .select(".rk-value")
                        .eachText()
                        .stream()
                        .sorted()
                        .toList());
        assertTrue(
                page(ruhr, "figures", "topic=robotics", Locale.ENGLISH).text().contains("No key figures"));
    }

    // The finder.

    @Test
    void theFinderFindsAllKindsAndSuggests() {
        Document page = page(ruhr, "finder", "q=wasserstof", Locale.GERMAN);

        assertEquals(
                "3 Einträge mit dem Wort „wasserstof“",
                page.selectFirst(".rk-count").text());
        assertEquals(
                List.of("Wasserstoff Thema", "Gesprächskreis Wasserstoff Angebot"),
                page.select(".rk-suggestion").eachText());
        assertEquals("Wasserstoff", page.selectFirst("mark").text());
        assertEquals("wasserstof", page.selectFirst("input[name=q]").attr("value"));
    }

    @Test
    void whatIsSuggestedAndTheWayBackLiftNoDefault() {
        Document finder = page(ruhr, "finder", "q=wasserstof&city=bochum", Locale.GERMAN);
        Document detail = page(ruhr, "institutions", "id=rub", Locale.GERMAN);

        assertEquals(
                "/ruhr-knowledge/embed/finder?lang=de&topic=hydrogen",
                finder.selectFirst("a.rk-suggestion").attr("href"));
        assertEquals(
                "/ruhr-knowledge/embed/institutions?lang=de",
                detail.selectFirst(".rk-back a").attr("href"));
    }

    @Test
    void theFormKeepsWhatElseIsAskedFor() {
        Document page = page(ruhr, "finder", "q=x&topic=energy&theme=kern&page=2", Locale.ENGLISH);

        Map<String, String> sent = page.select("form input[type=hidden]").stream()
                .collect(Collectors.toMap(it -> it.attr("name"), it -> it.attr("value")));

        assertEquals(Map.of("lang", "en", "topic", "energy", "theme", "kern"), sent);
        assertEquals("/ruhr-knowledge/embed/finder", page.selectFirst("form").attr("action"));
    }

    @Test
    void inAPageOfOthersTheFormAsksThatPage() {
        Document page =
                Jsoup.parse(Sample.hosted(ruhr, "finder", "group=all", "article=7&rk_all_topic=energy", Locale.GERMAN));

        assertEquals("#rk-finder-all", page.selectFirst("form").attr("action"));
        assertEquals("rk_all_q", page.selectFirst("input[type=search]").attr("name"));
        assertEquals(
                List.of("article", "rk_all_topic"),
                page.select("form input[type=hidden]").eachAttr("name"));
    }

    // The map.

    @Test
    void theMapHasACircleForEachTownAndTheListBesideItSaysTheSame() {
        Document page = page(ruhr, "map", "", Locale.GERMAN);
        List<String> onTheMap = page.select("svg a.rk-town").eachAttr("href");
        List<String> beside = page.select(".rk-map-places a.rk-choice").eachAttr("href");

        assertEquals(19, onTheMap.size());
        assertTrue(beside.containsAll(onTheMap));
        assertEquals(5, beside.size() - onTheMap.size(), "towns without coordinates");
        assertTrue(page.text().contains("Nicht auf der Karte"));
        assertEquals(
                "Bochum, 15 Einrichtungen", page.selectFirst("svg a.rk-town").attr("aria-label"));
    }

    @Test
    void followingACircleShowsAsManyAsItSays() {
        for (Element town : page(ruhr, "map", "", Locale.GERMAN).select("svg a.rk-town")) {
            int promised = Integer.parseInt(town.selectFirst(".rk-town-count").text());
            String html = Sample.page(ruhr, "map", Markup.query(town.attr("href")), Locale.GERMAN);
            assertEquals(promised, Markup.count(html), town.attr("aria-label"));
            assertEquals(
                    "true", Jsoup.parse(html).selectFirst("svg a.rk-town-on").attr("aria-current"));
        }
    }

    @Test
    void aPlaceThatIsKnownExactlyIsAPointAndATownIsNone() {
        String document = Sample.document()
                .replace(
                        "\"sites\": [{\"municipality\": \"essen\"}], \"topics\": [{\"id\": \"start-ups\"}], \"website\"",
                        "\"sites\": [{\"municipality\": \"essen\", \"location\": {\"lat\": 51.47, \"lon\": 7.02}}],"
                                + " \"topics\": [{\"id\": \"start-ups\"}], \"website\"");
        KnowledgeBase exact = Sample.open(folder.resolve("exact"), document);

        Document page = page(exact, "map", "city=essen", Locale.GERMAN);

        assertEquals(List.of("Gründerhaus"), page.select("svg a.rk-point").eachAttr("aria-label"));
        assertEquals(
                0,
                page(sample, "map", "city=essen", Locale.GERMAN)
                        .select("a.rk-point")
                        .size());
        assertEquals(
                0, page(exact, "map", "", Locale.GERMAN).select("a.rk-point").size(), "the whole region");
    }

    @Test
    void aCircleThatIsAskedForIsDrawnAndCanBeLeft() {
        Document page = page(ruhr, "map", "near=51.48,7.22,10km", Locale.ENGLISH);

        assertEquals("Circle of 10 km", page.selectFirst("circle.rk-ring").attr("aria-label"));
        String whole = page.select("a:contains(whole region)").attr("href");
        assertFalse(whole.contains("near"), whole);
        assertNull(page(ruhr, "map", "", Locale.ENGLISH).selectFirst("circle.rk-ring"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"near=0,0,1m", "near=-89,179,20000km", "near=51.5,7.2,1m", "city=kleve", "q=nirgends"})
    void aStrangeQuestionHasAMapToo(String query) {
        Document page = page(ruhr, "map", query, Locale.GERMAN);

        assertEquals(1, page.select("svg path.rk-region").size());
        assertFalse(page.html().contains("NaN"), page.html());
    }

    // The filter.

    @Test
    void theFilterFiltersTheKindThatItsAuthorNames() {
        Document page = Jsoup.parse(Sample.fragment(ruhr, "filter", "kind=service", Locale.ENGLISH));

        assertEquals("Filter services", page.selectFirst("h2").text());
        assertEquals("10 services", page.selectFirst(".rk-count").text());
        assertTrue(page.selectFirst("a.rk-choice").attr("href").startsWith("/ruhr-knowledge/embed/services?"));
        assertEquals(List.of("Topic", "Place"), page.select("h3").eachText());
    }

    @Test
    void theFilterShowsTheFacetsThatItsAuthorNames() {
        Document page = Jsoup.parse(Sample.fragment(ruhr, "filter", "facets=city,established", Locale.ENGLISH));

        assertEquals(List.of("Place", "Year of founding"), page.select("h3").eachText());
    }
}
