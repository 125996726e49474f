package ruhr.knowledge.embed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.widget.WidgetRenderer;

/** Systems that are given the address of a page of ours learn how to embed it, and none of any other page. */
class OEmbedTest {

    private static final String PLACE = "https://wissen.example/ruhr-knowledge";
    private static final KnowledgeBase RUHR = KnowledgeBase.ruhr();

    /** What WordPress lets pass of a provider that it does not know. */
    private static final Pattern WORDPRESS =
            Pattern.compile("<blockquote><a href=\"https://[^\"<>]+\">[^<>]+</a></blockquote>"
                    + "<iframe src=\"https://[^\"<>#]+\" title=\"[^\"<>]+\" width=\"\\d+\" height=\"\\d+\"></iframe>");

    private final OEmbed oembed = new OEmbed(new WidgetRenderer(RUHR, PLACE), PLACE);

    private OEmbed.Answer asked(String url, String... others) {
        Parameters parameters = Parameters.parse("url=" + URLEncoder.encode(url, StandardCharsets.UTF_8));
        for (int i = 0; i < others.length; i += 2) {
            parameters = parameters.with(others[i], others[i + 1]);
        }
        return oembed.answer(parameters, RUHR.snapshot());
    }

    private JsonObject found(String url, String... others) {
        OEmbed.Answer answer = asked(url, others);
        String json =
                assertInstanceOf(OEmbed.Found.class, answer, answer.toString()).json();
        return Json.createReader(new StringReader(json)).readObject();
    }

    private OEmbed.Refused refused(String url, String... others) {
        return assertInstanceOf(OEmbed.Refused.class, asked(url, others));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/embed/services?topic=start-ups&lang=en",
                "/embed/institutions",
                "/embed/institutions/rub",
                "/embed/focus?id=hydrogen",
                "/embed/finder?q=%3Cb%3E%22%26&utm_source=letter",
                "/embed/stories/tzr-new-building?lang=en",
                "/embed/institutions?topic=no-such-topic"
            })
    void aPageOfOursIsEmbeddedByWhatWordPressLetsPass(String page) {
        JsonObject reply = found(PLACE + page, "maxwidth", "500", "maxheight", "750", "dnt", "1", "format", "json");

        assertEquals("1.0", reply.getString("version"));
        assertEquals("rich", reply.getString("type"));
        assertEquals(500, reply.getInt("width"));
        assertEquals(600, reply.getInt("height"));
        assertEquals(PLACE, reply.getString("provider_url"));
        assertTrue(reply.getInt("cache_age") > 0);
        String html = reply.getString("html");
        assertTrue(WORDPRESS.matcher(html).matches(), html);
        assertTrue(html.length() < 4000, "others cut what is longer");
        assertFalse(html.contains("wp-embedded-content"));
        assertEquals(
                reply.getString("title"), Jsoup.parse(html).select("iframe").attr("title"));
    }

    @Test
    void theFrameShowsWhatTheAddressSaysInItsUsualSpelling() {
        String html = found(PLACE + "/embed/services?TOPIC=Wissenstransfer&utm_source=x&lang=en")
                .getString("html");

        assertEquals(
                PLACE + "/embed/services?topic=knowledge-transfer&lang=en",
                Jsoup.parse(html).select("iframe").attr("src"));
    }

    @Test
    void aFrameIsNeverLargerThanItMayBe() {
        JsonObject reply = found(PLACE + "/embed/services", "maxwidth", "0320", "maxheight", "1");

        assertEquals(320, reply.getInt("width"));
        assertEquals(1, reply.getInt("height"));
        assertEquals(800, found(PLACE + "/embed/services", "maxwidth", "5000").getInt("width"));
    }

    @Test
    void thePageOfAPersonHasNoNameInItsTitle() {
        JsonObject reply = found(PLACE + "/embed/contacts/transfer-contact");

        assertEquals("Ansprechpersonen", reply.getString("title"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/ruhr-knowledge/embed/services",
                "//wissen.example/ruhr-knowledge/embed/services",
                "http://wissen.example/ruhr-knowledge/embed/services",
                "HTTPS://WISSEN.EXAMPLE/ruhr-knowledge/embed/services",
                "https://wissen.example:443/ruhr-knowledge/embed/services",
                "https://wissen.example.evil.example/ruhr-knowledge/embed/services",
                "https://evil.example/ruhr-knowledge/embed/services",
                "https://evil.example/?https://wissen.example/ruhr-knowledge/embed/services",
                "https://wissen.example@evil.example/ruhr-knowledge/embed/services",
                "https://user:word@wissen.example/ruhr-knowledge/embed/services",
                "https://wissen.example\\@evil.example/ruhr-knowledge/embed/services",
                "https://wissen.ex\u0430mple/ruhr-knowledge/embed/services",
                "https://wissen.example/ruhr-knowledge/embed/services#fragment",
                "https://wissen.example/ruhr-knowledge/embed/services#?secret=abc",
                "https://wissen.example/ruhr-knowledge/embed/",
                "https://wissen.example/ruhr-knowledge/embed/nothing",
                "https://wissen.example/ruhr-knowledge/embed/../embed/services",
                "https://wissen.example/ruhr-knowledge/embed/services/",
                "https://wissen.example/ruhr-knowledge/embed/services/no-such-service",
                "https://wissen.example/ruhr-knowledge/embed/services/%2e%2e",
                "https://wissen.example/ruhr-knowledge/embed/%73ervices",
                "https://wissen.example/ruhr-knowledge/embed%2Fservices",
                "https://wissen.example/ruhr-knowledge/embed//services",
                "https://wissen.example/ruhr-knowledge/embed/services;x=1",
                "https://wissen.example/ruhr-knowledge/embed/services?topic=%",
                "https://wissen.example/ruhr-knowledge/embed/services?topic=%C0%AF",
                "https://wissen.example/ruhr-knowledge/embed/focus?id=no-such-focus",
                "https://wissen.example/ruhr-knowledge/widgets/services",
                "https://wissen.example/ruhr-knowledge/api/v1/institutions",
                "https://wissen.example/ruhr-knowledge/oembed?url=https://wissen.example/ruhr-knowledge/embed/services",
                " https://wissen.example/ruhr-knowledge/embed/services",
                "https://wissen.example/ruhr-knowledge/embed/services ",
                "https%3A%2F%2Fwissen.example%2Fruhr-knowledge%2Fembed%2Fservices",
                "javascript:alert(1)//https://wissen.example/ruhr-knowledge/embed/services",
                "file:///etc/passwd",
                "http://169.254.169.254/latest/meta-data"
            })
    void noOtherAddressIsEmbeddedOrFetched(String url) {
        OEmbed.Refused no = refused(url);

        assertEquals(404, no.status());
        assertTrue(no.detail().contains(PLACE + "/embed/"), no.detail());
    }

    @ParameterizedTest
    @ValueSource(strings = {"url=%00", "url=%", "url=%C0%AF", "url=https://wissen.example/ruhr-knowledge/embed/map%00"})
    void anAddressThatCannotBeReadIsRefused(String query) {
        OEmbed.Answer answer = oembed.answer(Parameters.parse(query), RUHR.snapshot());

        assertEquals(400, assertInstanceOf(OEmbed.Refused.class, answer).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "XML", "", "html", "json "})
    void thereIsNoOtherFormatThanJson(String format) {
        assertEquals(501, refused(PLACE + "/embed/services", "format", format).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "wide", "1e3", "", "10000000000", "1.5", "\u0663"})
    void aSizeThatIsNoneIsRefused(String size) {
        assertEquals(400, refused(PLACE + "/embed/services", "maxwidth", size).status());
        assertEquals(400, refused(PLACE + "/embed/services", "maxheight", size).status());
    }

    @Test
    void withoutAnAddressThereIsNothingToEmbed() {
        OEmbed.Answer answer = oembed.answer(Parameters.none(), RUHR.snapshot());

        assertEquals(400, assertInstanceOf(OEmbed.Refused.class, answer).status());
    }
}
