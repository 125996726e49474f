package ruhr.knowledge.embed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import ruhr.knowledge.embed.view.EmbedCode;
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.widget.Assets;

/** What the guide says is what the embed builder gives, and what the script understands. */
class EmbeddingGuideTest {

    private static final Path GUIDE = Path.of("docs/embedding.md");
    private static final Path SCRIPT = Path.of("src/main/resources/ruhr/knowledge/widget/" + Assets.ELEMENT);
    private static final Path TYPES = Path.of("src/main/resources/ruhr/knowledge/widget/" + Assets.ELEMENT_TYPES);

    private static List<EmbedCode> codes() {
        return new EmbedCodes(
                        "https://wissen.example.org/ruhr-knowledge",
                        "services",
                        Parameters.parse("topic=start-ups&limit=5"),
                        "en",
                        "Services in the Ruhr region")
                .all();
    }

    /** Fingerprints and checksums change with the script. */
    private static String timeless(String text) {
        return text.replaceAll("/assets/[0-9a-f]{32}/", "/assets/…/").replaceAll("sha384-[A-Za-z0-9+/=]+", "sha384-…");
    }

    @Test
    void theGuideHasEveryCodeOfTheBuilder() throws IOException {
        String guide = timeless(Files.readString(GUIDE));
        List<String> missing = new ArrayList<>();
        for (EmbedCode code : codes()) {
            if (!guide.contains("\n" + timeless(code.code()) + "```")) {
                missing.add(code.id() + ":\n" + code.code());
            }
        }

        assertTrue(codes().size() > 10);
        assertEquals(List.of(), missing);
    }

    @Test
    void theGuideNamesEveryEventAndEveryAttributeOfTheElement() throws IOException {
        String guide = Files.readString(GUIDE);
        String script = Files.readString(SCRIPT);
        String types = Files.readString(TYPES);
        List<String> names = Pattern.compile("(?:get|has)Attribute\\('([a-z-]+)'\\)|#say\\('(rk:[a-z]+)'")
                .matcher(script)
                .results()
                .map(it -> it.group(1) == null ? it.group(2) : it.group(1))
                .filter(name -> !name.equals("aria-labelledby") && !name.equals("href") && !name.equals("action"))
                .distinct()
                .toList();

        assertTrue(names.size() >= 10, names.toString());
        for (String name : names) {
            assertTrue(guide.contains("`" + name) || guide.contains(name + "="), name + " in the guide");
            assertTrue(types.contains(name), name + " in the types");
        }
    }
}
