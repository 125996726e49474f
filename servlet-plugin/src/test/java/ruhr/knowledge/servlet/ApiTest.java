package ruhr.knowledge.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ruhr.knowledge.KnowledgeBase;

/** The API against the document that it is made of, read independently. */
class ApiTest {

    private static final String INSTITUTIONS = "/ruhr-knowledge/api/v1/institutions";
    private static Site site;
    private static JsonObject document;

    @BeforeAll
    static void start() throws Exception {
        site = Site.start();
        try (InputStream in = KnowledgeBase.class.getResourceAsStream("data/ruhr.json");
                JsonReader reader = Json.createReader(in)) {
            document = reader.readObject();
        }
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    @Test
    void thereAreTwentyTwoUniversitiesOfAnyStatusAndTwentyOneActiveOnes() throws Exception {
        assertEquals(22, json("?type=higher-education&status=any").getInt("total"));
        assertEquals(21, json("?type=higher-education").getInt("total"));
    }

    @Test
    void aCursorLeadsThroughAllInstitutionsWithoutSkippingAndRepeating() throws Exception {
        List<String> inOnePage = new ArrayList<>();
        json("?limit=100")
                .getJsonArray("data")
                .getValuesAs(JsonObject.class)
                .forEach(it -> inOnePage.add(it.getString("id")));
        List<String> byCursor = new ArrayList<>();
        String cursor = "";
        do {
            JsonObject page = json("?limit=7" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.getJsonArray("data").getValuesAs(JsonObject.class).forEach(it -> byCursor.add(it.getString("id")));
            cursor = page.getJsonObject("pagination").getString("cursor", "");
        } while (!cursor.isEmpty());

        assertEquals(inOnePage, byCursor);
    }

    @Test
    void theNextPageBehindACursorIsBehindThatPageToo() throws Exception {
        String cursor = json("?limit=5").getJsonObject("pagination").getString("cursor");

        String next = json("?limit=5&cursor=" + cursor).getJsonObject("links").getString("next");

        assertTrue(next.contains("cursor=") && !next.contains(cursor), next);
    }

    @Test
    void aContactCanBeSavedInAnAddressBook() throws Exception {
        var card = site.get("/ruhr-knowledge/api/v1/contacts/transfer-contact.vcf?lang=en");

        assertEquals(200, card.statusCode());
        assertEquals(
                "text/vcard;charset=UTF-8",
                card.headers().firstValue("Content-Type").orElse(""));
        assertEquals(
                "attachment; filename=\"transfer-contact.vcf\"",
                card.headers().firstValue("Content-Disposition").orElse(""));
        assertEquals(
                "public, no-cache", card.headers().firstValue("Cache-Control").orElse(""));
        assertTrue(card.body().startsWith("BEGIN:VCARD\r\nVERSION:4.0\r\n"), card.body());
    }

    @Test
    void whatIsNoContactHasNoCard() throws Exception {
        for (String id : List.of("rub", "nobody", "a%22b", "..", "")) {
            assertEquals(
                    404,
                    site.get("/ruhr-knowledge/api/v1/contacts/" + id + ".vcf").statusCode(),
                    id);
        }
        assertEquals(
                404,
                site.get("/ruhr-knowledge/api/v1/contacts/transfer-contact").statusCode());
    }

    @Test
    void aCursorOfAnotherVersionOrQuestionIsToldApartFromADefect() throws Exception {
        String ofAnother = json("?limit=5&type=higher-education")
                .getJsonObject("pagination")
                .getString("cursor");
        String expired =
                Base64.getUrlEncoder().withoutPadding().encodeToString("0123\n0\nx".getBytes(StandardCharsets.UTF_8));

        assertEquals(400, site.get(INSTITUTIONS + "?cursor=" + ofAnother).statusCode());
        assertEquals(400, site.get(INSTITUTIONS + "?cursor=" + expired).statusCode());
        assertTrue(site.get(INSTITUTIONS + "?cursor=" + expired).body().contains("first page"));
        assertEquals(
                200,
                site.get("/ruhr-knowledge/embed/institutions?cursor=" + expired).statusCode());
    }

    @Test
    void institutionsAreFoundByPlaceWordAndPreset() throws Exception {
        assertTrue(json("?near=51.4818,7.2162,5km").getInt("total") > 0);
        assertTrue(json("?q=universitaet").getInt("total") > 0);
        assertTrue(json("?preset=higher-education").getInt("total") >= 21);
        assertEquals(400, site.get(INSTITUTIONS + "?near=9e999,7,1km").statusCode());
    }

    @Test
    void universitiesInBochumAgreeWithACountInTheDocument() throws Exception {
        Set<String> types = Set.of(
                "higher-education",
                "university",
                "university-of-applied-sciences",
                "art-university",
                "public-administration");
        List<JsonObject> expected = document.getJsonArray("institutions").getValuesAs(JsonObject.class).stream()
                .filter(it -> types.contains(it.getString("type")))
                .filter(it -> it.getJsonArray("sites").getValuesAs(JsonObject.class).stream()
                        .anyMatch(place -> place.getString("municipality").equals("bochum")))
                .toList();

        JsonObject answer = json("?type=higher-education&status=any&city=bochum&limit=100");

        assertEquals(expected.size(), answer.getInt("total"));
        assertEquals(ids(expected), ids(answer.getJsonArray("data").getValuesAs(JsonObject.class)));
        Map<String, Integer> byStatus = new TreeMap<>(Map.of("active", 0, "merged", 0, "closed", 0));
        expected.forEach(it -> byStatus.merge(it.getString("status", "active"), 1, Integer::sum));
        assertEquals(byStatus, counts(answer, "status"));
    }

    @Test
    void facetCountsAgreeWithACountInTheDocument() throws Exception {
        JsonObject answer = json("?type=innovation-centre&city=bochum");
        Map<String, Integer> cities = new TreeMap<>();
        for (JsonObject it : document.getJsonArray("institutions").getValuesAs(JsonObject.class)) {
            if (it.getString("type").equals("innovation-centre")
                    && it.getString("status", "active").equals("active")) {
                it.getJsonArray("sites").getValuesAs(JsonObject.class).stream()
                        .map(place -> place.getString("municipality"))
                        .distinct()
                        .forEach(city -> cities.merge(city, 1, Integer::sum));
            }
        }

        Map<String, Integer> counted = counts(answer, "city");

        cities.forEach((city, count) -> assertEquals(count, counted.get(city), city));
        assertEquals(cities.get("bochum"), answer.getInt("total"));
    }

    @Test
    void allPagesTogetherAreTheWholeAndLinksLeadThroughThem() throws Exception {
        String next = INSTITUTIONS + "?limit=7&type=research-institute";
        int seen = 0;
        JsonObject page = JsonValue.EMPTY_JSON_OBJECT;
        while (!next.isEmpty()) {
            page = parse(site.get(next).body());
            seen += page.getJsonArray("data").size();
            next = page.getJsonObject("links").getString("next", "");
        }

        assertEquals(page.getInt("total"), seen);
        assertEquals(
                page.getJsonObject("pagination").getInt("pages"),
                page.getJsonObject("pagination").getInt("page"));
    }

    @Test
    void labelsComeInTheLanguageAskedFor() throws Exception {
        assertEquals(
                "Thema", json("").getJsonObject("facets").getJsonObject("topic").getString("label"));
        assertEquals(
                "Topic",
                json("?lang=en").getJsonObject("facets").getJsonObject("topic").getString("label"));
        assertEquals(
                "Topic",
                json("?lang=EN").getJsonObject("facets").getJsonObject("topic").getString("label"));
    }

    @Test
    void facetsCanBeNarrowedAndLeftOut() throws Exception {
        assertEquals(
                Set.of("topic", "type", "city", "status"),
                json("").getJsonObject("facets").keySet());
        assertEquals(
                Set.of("city"), json("?facets=city").getJsonObject("facets").keySet());
        assertEquals(Set.of(), json("?facets=none").getJsonObject("facets").keySet());
    }

    @Test
    void spellingsOfOneQuestionHaveOneCanonicalForm() throws Exception {
        String canonical = json("?topic=energy,hydrogen").getString("query");

        assertEquals(canonical, json("?topic=Wasserstoff&topic%5B%5D=ENERGY").getString("query"));
        assertTrue(canonical.startsWith("topic=energy,hydrogen"), canonical);
    }

    @Test
    void anUnknownFieldIsRefusedWithTheAllowedOnes() throws Exception {
        JsonObject problem = refused("?tpoic=hydrogen");
        JsonObject first = problem.getJsonArray("problems").getJsonObject(0);

        assertEquals("tpoic", first.getString("parameter"));
        assertTrue(strings(first.getJsonArray("allowed"))
                .containsAll(Set.of("topic", "type", "city", "status", "not_topic", "q")));
        assertEquals("topic", first.getString("suggestion"));
    }

    @Test
    void anUnknownValueIsRefusedWithTheAllowedOnes() throws Exception {
        JsonObject problem = refused("?topic=hydrogn,energy&city=Bohcum");
        JsonObject first = problem.getJsonArray("problems").getJsonObject(0);

        assertEquals("hydrogn", first.getString("value"));
        assertEquals("hydrogen", first.getString("suggestion"));
        assertTrue(strings(first.getJsonArray("allowed")).contains("knowledge-transfer"));
        assertEquals(2, problem.getJsonArray("problems").size());
    }

    @Test
    void whatCannotBeReadIsRefused() throws Exception {
        for (String query : List.of(
                "?topic=%ff",
                "?page=0",
                "?limit=101",
                "?limit=x",
                "?page=1000&limit=100",
                "?lang=fr",
                "?lang=de&lang=en",
                "?q=a&q=b",
                "?preset=nowhere",
                "?cursor=x",
                "?sort=size",
                "?facets=colour",
                "?topic=" + "a,".repeat(65))) {
            assertEquals(400, refused(query).getInt("status"), query);
        }
    }

    @Test
    void aRefusalRepeatsWhatWasSentAsTextOnly() throws Exception {
        HttpResponse<String> answer = site.get(INSTITUTIONS + "?%3Cscript%3E=1&topic=%3Cimg%20src%3Dx%3E%E2%80%AE");

        assertEquals(
                "application/problem+json",
                HttpTest.header(answer, "Content-Type").split(";")[0]);
        assertEquals("nosniff", HttpTest.header(answer, "X-Content-Type-Options"));
        assertFalse(answer.body().contains("\u202e"), "direction marks are shown, not sent");
    }

    @Test
    void oneInstitutionHasAnAddressOfItsOwn() throws Exception {
        JsonObject answer = parse(site.get(INSTITUTIONS + "/kwi").body());

        assertEquals("kwi", answer.getJsonObject("data").getString("id"));
        assertEquals(3, answer.getJsonObject("data").getJsonArray("parents").size());
        assertEquals(INSTITUTIONS + "/kwi", answer.getJsonObject("links").getString("self"));
    }

    private static JsonObject refused(String query) throws Exception {
        HttpResponse<String> answer = site.get(INSTITUTIONS + query);
        assertEquals(400, answer.statusCode(), query);
        assertEquals(
                "application/problem+json",
                HttpTest.header(answer, "Content-Type").split(";")[0]);
        return parse(answer.body());
    }

    private static JsonObject json(String query) throws Exception {
        HttpResponse<String> answer = site.get(INSTITUTIONS + query);
        assertEquals(200, answer.statusCode(), query);
        return parse(answer.body());
    }

    private static JsonObject parse(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static Set<String> ids(List<JsonObject> entries) {
        return entries.stream().map(it -> it.getString("id")).collect(Collectors.toSet());
    }

    private static Set<String> strings(JsonArray array) {
        return array.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .collect(Collectors.toSet());
    }

    private static Map<String, Integer> counts(JsonObject answer, String facet) {
        Map<String, Integer> counts = new TreeMap<>();
        answer.getJsonObject("facets")
                .getJsonObject(facet)
                .getJsonArray("values")
                .getValuesAs(JsonObject.class)
                .forEach(value -> counts.put(value.getString("value"), value.getInt("count")));
        return counts;
    }
}
