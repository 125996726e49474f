package ruhr.knowledge.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.source.FileSource;

/**
 * A flood of addresses, each asked for once, over 10,000 records. With {@code mvn -Pbounds} it is a million of them in a heap of
 * 64 MB.
 */
class FloodTest {

    private static final int RECORDS = 10_000;
    private static final System.Logger LOG = System.getLogger(FloodTest.class.getName());
    private static final int ADDRESSES = Integer.getInteger("flood.addresses", 10_000);
    private static final int HOT = 100;
    private static final long BOUND = Math.min(16 << 20, Runtime.getRuntime().maxMemory() / 8);

    @TempDir
    static Path folder;

    private static KnowledgeBase base;

    @BeforeAll
    static void write() throws Exception {
        StringBuilder document = new StringBuilder("{\"topics\": [");
        for (int i = 0; i < 40; i++) {
            document.append("{\"id\": \"t")
                    .append(i)
                    .append("\", \"label\": {\"de\": \"Thema ")
                    .append(i)
                    .append("\"}},");
        }
        document.setLength(document.length() - 1);
        document.append("], \"types\": [{\"id\": \"house\", \"label\": {\"de\": \"Haus\"}}], \"municipalities\": [")
                .append(
                        "{\"id\": \"essen\", \"label\": {\"de\": \"Essen\"}, \"kind\": \"city\"}], \"institutions\": [");
        for (int i = 0; i < RECORDS; i++) {
            document.append("{\"id\": \"i")
                    .append(i)
                    .append("\", \"name\": {\"de\": \"Haus ")
                    .append(i);
            document.append("\"}, \"type\": \"house\", \"topics\": [{\"id\": \"t")
                    .append(i % 40);
            document.append("\"}], \"sites\": [{\"municipality\": \"essen\"}]},");
        }
        document.setLength(document.length() - 1);
        Path file = folder.resolve("data.json");
        Files.writeString(file, document.append("]}"), StandardCharsets.UTF_8);
        base = KnowledgeBase.open(FileSource.of(file));
    }

    /** Every combination of topics, pages and lengths is a question of its own. */
    private static String address(int number) {
        return "topic=t" + number % 40 + ",t" + number / 40 % 40 + "&not_topic=t" + number / 1600 % 40 + "&limit="
                + (1 + number / 64_000 % 4) + "&page=" + (1 + number / 256_000);
    }

    @Test
    void theBoundHoldsAndWhatIsAskedForOftenStays() {
        RenderCache cache = new RenderCache(base.snapshot().version(), BOUND);
        Routes routes = new Routes(base, new Answering("/ruhr-knowledge", "*", CacheTags.NONE, false, false), cache);
        Map<String, Reply> hot = new HashMap<>();
        int asked = 0;
        int hits = 0;
        long most = 0;
        for (int i = 0; i < ADDRESSES; i++) {
            assertEquals(200, routes.reply("/widgets/institutions", address(i)).status());
            if (i % 10 == 0) {
                String query = "q=haus+" + i / 10 % HOT + "&limit=5";
                Reply reply = routes.reply("/widgets/institutions", query);
                hits += reply == hot.put(query, reply) ? 1 : 0;
                asked++;
            }
            if (i % 1000 == 0) {
                most = Math.max(most, cache.weight());
            }
        }

        String measured = hits + " hits of " + (asked - HOT) + ", at most " + most + " bytes remembered of " + BOUND;
        LOG.log(
                System.Logger.Level.INFO,
                ADDRESSES + " addresses, " + (Runtime.getRuntime().maxMemory() >> 20) + " MB: " + measured);
        assertTrue(most <= BOUND, measured);
        assertTrue(hits >= 0.9 * (asked - HOT), measured);
    }

    @Test
    void aCacheThatIsTooSmallForWhatIsAskedForOftenIsSeen() {
        Routes routes = new Routes(
                base,
                new Answering("/ruhr-knowledge", "*", CacheTags.NONE, false, false),
                new RenderCache(base.snapshot().version(), 100_000));
        Reply first = routes.reply("/widgets/institutions", "q=haus+1&limit=5");
        for (int i = 0; i < 500; i++) {
            routes.reply("/widgets/institutions", address(i));
        }

        assertNotSame(first, routes.reply("/widgets/institutions", "q=haus+1&limit=5"));
    }
}
