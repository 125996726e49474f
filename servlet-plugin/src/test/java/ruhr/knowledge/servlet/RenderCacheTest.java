package ruhr.knowledge.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruhr.knowledge.KnowledgeBase;

/** What is remembered of answers: once for all spellings, within a bound, and enough to say that nothing has changed. */
class RenderCacheTest {

    private static final long BOUND = 4 << 20;

    private final KnowledgeBase ruhr = KnowledgeBase.ruhr();
    private final RenderCache cache = new RenderCache(ruhr.snapshot().version(), BOUND);
    private final Routes routes =
            new Routes(ruhr, new Answering("/ruhr-knowledge", "*", CacheTags.NONE, false, false), cache);

    private static String text(Reply reply) {
        return new String(reply.body().identity().bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void allSpellingsOfAQuestionShareOneReply() {
        List<String> spellings = List.of(
                "topic=hydrogen,energy&city=bochum",
                "city=bochum&topic=energy,hydrogen",
                "topic=energy&topic=hydrogen&city=bochum",
                "topic[]=energy&topic%5B%5D=wasserstoff&city=BOCHUM",
                "utm_source=letter&topic=hydrogen,energy&fbclid=x&city=bochum",
                "topic=hydrogen%2Cenergy&city=bochum&page=1&limit=20&status=active",
                "lang=de&topic=hydrogen,energy&city=bochum");

        Set<Reply> replies = new HashSet<>();
        for (String spelling : spellings) {
            replies.add(routes.reply("/widgets/institutions", spelling));
        }

        assertEquals(1, replies.size());
        assertEquals(1, cache.replies().size());
    }

    @ParameterizedTest
    @CsvSource({
        "topic=hydrogen, topic=energy",
        "topic=hydrogen, not_topic=hydrogen",
        "topic=hydrogen, topic=hydrogen&view=table",
        "topic=hydrogen, topic=hydrogen&fields=summary",
        "topic=hydrogen, topic=hydrogen&theme=kern",
        "topic=hydrogen, topic=hydrogen&lang=en",
        "topic=nonsense, topic=nonsense2",
        "'', topic=nonsense",
        "'', title=Hallo",
        "'', host=a%3D1",
        "host=a%3D1, host=a%3D2",
        "host=rk_status%3Dany, host=rk_status%3Dany&status=active",
        "topic=hydrogen&group=a, topic=hydrogen&group=b"
    })
    void whatIsShownDifferentlyIsRememberedApart(String one, String other) {
        Reply first = routes.reply("/widgets/institutions", one);
        Reply second = routes.reply("/widgets/institutions", other);

        assertNotEquals(text(first), text(second));
        assertNotEquals(first.body().identity().tag(), second.body().identity().tag());
    }

    /** Whatever is remembered is what would be made anew: seeded random questions, twice each. */
    @Test
    void aRememberedReplyIsTheOneThatWouldBeMade() {
        long seed = 20261126;
        Random dice = new Random(seed);
        String[] parts = {
            "topic=hydrogen",
            "topic=Wasserstoff",
            "topic=energy,health",
            "city=bochum",
            "status=any",
            "not_city=essen",
            "q=haus",
            "page=2",
            "limit=3",
            "view=list",
            "theme=neutral",
            "heading=3",
            "kind=service",
            "kind=story",
            "utm_source=x",
            "topic=nonsense",
            "near=51.5,7.2,10km",
            "compact",
            "group=centres",
            "id=students",
            "host=rk_topic%3Denergy%26a%3D1",
            "host=rk_page%3D2",
            "sort=name",
            "facets=city",
            "preset=founding"
        };
        String[] widgets = {"institutions", "services", "filter", "finder", "map", "figures", "focus", "stories"};
        for (int i = 0; i < 600; i++) {
            Set<String> chosen = new HashSet<>();
            for (int j = dice.nextInt(4); j >= 0; j--) {
                chosen.add(parts[dice.nextInt(parts.length)]);
            }
            List<String> shuffled = new ArrayList<>(chosen);
            java.util.Collections.shuffle(shuffled, dice);
            String query = String.join("&", shuffled);
            String path =
                    "/" + (dice.nextBoolean() ? "widgets" : "embed") + "/" + widgets[dice.nextInt(widgets.length)];
            Routes fresh = new Routes(
                    ruhr,
                    new Answering("/ruhr-knowledge", "*", CacheTags.NONE, false, false),
                    new RenderCache(ruhr.snapshot().version(), BOUND));

            assertEquals(
                    text(fresh.reply(path, query)), text(routes.reply(path, query)), seed + ": " + path + "?" + query);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/widgets/institutions", "/embed/institutions", "/api/v1/institutions", "/embed/contacts"})
    void thatNothingHasChangedIsSaidWithoutMakingIt(String path) {
        Reply whole = routes.reply(path, "topic=knowledge-transfer");
        for (boolean gzip : List.of(true, false)) {
            String tag = gzip
                    ? whole.body().gzip().orElseThrow().tag()
                    : whole.body().identity().tag();

            Reply unchanged = routes.reply(path, "topic=wissenstransfer", "\"other\", " + tag, gzip);

            assertEquals(304, unchanged.status());
            assertEquals(
                    tag,
                    (gzip
                                    ? unchanged.body().gzip().orElseThrow()
                                    : unchanged.body().identity())
                            .tag());
            assertEquals(whole.lifetime(), unchanged.lifetime());
            assertEquals(1, cache.replies().size(), "only the first one was made");
        }
    }

    private Routes routesOf(RenderCache other) {
        return new Routes(ruhr, new Answering("/ruhr-knowledge", "*", CacheTags.NONE, false, false), other);
    }

    @Test
    void aTagOfTheOtherFormOrOfAnotherStartIsNoReasonToSendNothing() {
        Reply whole = routes.reply("/embed/institutions", "");
        String tag = whole.body().identity().tag();

        assertEquals(200, routes.reply("/embed/institutions", "", tag, true).status(), "the other form");
        assertEquals(
                200,
                routesOf(new RenderCache(ruhr.snapshot().version(), BOUND))
                        .reply("/embed/institutions", "", tag, false)
                        .status(),
                "another start");
        assertEquals(
                200,
                routes.reply("/embed/institutions", "topic=energy", tag, false).status(),
                "another question");
        assertEquals(200, routes.reply("/embed/institutions", "", "\"\"", false).status());
    }

    @Test
    void manyAddressesThatNobodyAsksForTwiceStayWithinTheBoundAndTheHotOnesStay() {
        int hot = 100;
        int hits = 0;
        int asked = 0;
        Map<String, Reply> before = new java.util.HashMap<>();
        for (int i = 0; i < 5_000; i++) {
            routes.reply("/widgets/institutions", "limit=1&q=word" + i);
            if (i % 10 == 0) {
                String query = "limit=5&q=hot" + i / 10 % hot;
                Reply reply = routes.reply("/widgets/institutions", query);
                hits += reply == before.put(query, reply) ? 1 : 0;
                asked++;
            }
        }

        assertTrue(cache.weight() <= BOUND, "weight: " + cache.weight());
        assertTrue(hits >= 0.9 * (asked - hot), hits + " of " + (asked - hot));
    }

    @Test
    void theMeasureOfHitsSeesACacheThatIsTooSmall() {
        RenderCache tiny = new RenderCache(ruhr.snapshot().version(), 20_000);
        Routes forgetful = routesOf(tiny);
        Reply first = forgetful.reply("/widgets/institutions", "limit=5&q=hot");
        for (int i = 0; i < 200; i++) {
            forgetful.reply("/widgets/institutions", "limit=1&q=word" + i);
        }

        assertTrue(first != forgetful.reply("/widgets/institutions", "limit=5&q=hot"), "it was forgotten");
    }

    @Test
    void headersNameWhatAnAnswerShows() {
        CacheTags all = CacheTags.of("surrogate-key, Cache-Tag,CACHE-GROUPS");
        Routes tagging = new Routes(
                ruhr,
                new Answering("/ruhr-knowledge", "*", all, false, false),
                new RenderCache(ruhr.snapshot().version(), BOUND));

        Map<String, String> headers =
                tagging.reply("/widgets/institutions", "city=hattingen").headers();

        assertEquals(4, headers.size(), headers.toString());
        String institution = headers.get("Surrogate-Key").substring("rk rk-institutions ".length());
        assertTrue(institution.startsWith("institution-"), headers.toString());
        assertEquals("rk,rk-institutions," + institution, headers.get("Cache-Tag"));
        assertEquals("\"rk\", \"rk-institutions\", \"" + institution + "\"", headers.get("Cache-Groups"));
        assertEquals("*", headers.get("Access-Control-Allow-Origin"));
    }

    @Test
    void byDefaultNothingIsNamedAndTooMuchIsNamedByItsWidgetAlone() {
        assertEquals(Map.of("a", "b"), CacheTags.NONE.headers("map", Set.of("institution-x"), Map.of("a", "b")));
        Set<String> many = new HashSet<>();
        for (int i = 0; i < 101; i++) {
            many.add("institution-" + i);
        }
        assertEquals(
                Map.of("Surrogate-Key", "rk rk-map"),
                CacheTags.of("Surrogate-Key").headers("map", many, Map.of()));
        assertThrows(IllegalArgumentException.class, () -> CacheTags.of("Surrogate-Key, X-Cache"));
    }

    @ParameterizedTest
    @CsvSource({
        "gzip, true",
        "'br, gzip;q=0.5', true",
        "'gzip;q=0', false",
        "'gzip; q=0.000', false",
        "'gzip;q=0.001', true",
        "'*', true",
        "'*;q=0', false",
        "'gzip;q=0, *', false",
        "'identity', false",
        "'X-GZIP', true",
        "'gzipped', false",
        "'', false",
        "',,;q=,gzip', true",
        "'gzip;x=1;q=0', false"
    })
    void theFormIsChosenAsTheHeaderSays(String header, boolean gzip) {
        assertEquals(gzip, Transfer.acceptsGzip(header));
    }
}
