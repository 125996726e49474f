package ruhr.knowledge.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs the code of the README as it stands there, and follows its links. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)\\)");

    @TempDir
    Path folder;

    @Test
    void theThreeUsersCodeCompilesAndDoesWhatItSays() throws Exception {
        List<String> blocks = blocks();
        assertEquals(3, blocks.size());

        Object[] results = (Object[]) run(blocks);

        assertEquals(2, results[0], "services on start-ups in Bochum");
        assertEquals(1, results[1], "events on knowledge transfer");
        assertTrue(results[2].toString().contains("Brennstoffzellen"), results[2].toString());
    }

    @Test
    void everyExampleHasAtMostTenLines() throws IOException {
        for (String block : blocks()) {
            assertTrue(block.lines().count() <= 10, block);
        }
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> targets = LINK.matcher(readme())
                .results()
                .map(link -> link.group(1))
                .filter(target -> !target.contains("://"))
                .toList();

        assertTrue(targets.size() > 5, "links are found");
        for (String target : targets) {
            assertTrue(Files.exists(ROOT.resolve(target)), target);
        }
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }

    private static List<String> blocks() throws IOException {
        return JAVA_BLOCK
                .matcher(readme())
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    private Object run(List<String> blocks) throws Exception {
        String source = """
                import java.util.List;
                import java.util.Locale;
                import ruhr.knowledge.KnowledgeBase;
                import ruhr.knowledge.filter.FilterSchema;
                import ruhr.knowledge.filter.Vocabulary;
                import ruhr.knowledge.index.FilterIndex;
                import ruhr.knowledge.model.Entry;
                import ruhr.knowledge.query.Answer;
                import ruhr.knowledge.value.LocalizedText;
                import ruhr.knowledge.widget.WidgetRenderer;

                public class ThreeUsers {
                    public record CityEvent(String id, String title, List<String> topics) {}

                    public static Object run() {
                        List<CityEvent> cityEvents = List.of(
                                new CityEvent("founders-night", "Gründernacht", List.of("start-ups")),
                                new CityEvent("concert", "Konzert", List.of("arts")));
                        %s
                        return new Object[] {answer.total(), mine.total(), html};
                    }
                }
                """.formatted(String.join("\n", blocks));
        Path file = Files.writeString(folder.resolve("ThreeUsers.java"), source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            messages,
                            files,
                            null,
                            List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path")),
                            null,
                            files.getJavaFileObjects(file))
                    .call();
            assertTrue(compiled, messages.toString());
        }
        URL[] classes = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes, ReadmeTest.class.getClassLoader())) {
            return loader.loadClass("ThreeUsers").getMethod("run").invoke(null);
        }
    }
}
