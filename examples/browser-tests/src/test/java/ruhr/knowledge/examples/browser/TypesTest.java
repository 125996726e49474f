package ruhr.knowledge.examples.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The types that are served beside the script are those of TypeScript: {@code mvn -Pembedding}. */
@EnabledIfSystemProperty(named = "embedding", matches = ".+")
@ExtendWith(Demo.class)
class TypesTest {

    @TempDir
    private Path folder;

    private Programs programs;

    @BeforeEach
    void fetch(Demo.Running demo) throws Exception {
        programs = new Programs(folder);
        programs.fetch(List.of("typescript@5.9.3"));
        Files.writeString(
                folder.resolve("ruhr-knowledge.d.ts"),
                demo.get("/ruhr-knowledge/ruhr-knowledge.d.ts").body());
    }

    @AfterEach
    void stop() {
        programs.close();
    }

    private String compile(String source) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("page.ts"), source);
        return programs.run(
                Map.of(),
                List.of(
                        "node_modules/.bin/tsc",
                        "--noEmit",
                        "--strict",
                        "--target",
                        "es2022",
                        "--lib",
                        "es2022,dom",
                        "--module",
                        "nodenext",
                        "page.ts",
                        "ruhr-knowledge.d.ts"));
    }

    @Test
    void aPageInTypeScriptUsesTheElementAndItsEvents() throws Exception {
        assertEquals("", compile("""
                import type { RuhrKnowledgeAttributes } from './ruhr-knowledge.js';
                const element = document.createElement('ruhr-knowledge');
                element.reload();
                element.addEventListener('rk:filter', event => event.detail.parameters.trim());
                document.addEventListener('rk:load', event => event.detail.text.trim() + event.detail.url.trim());
                addEventListener('rk:error', event => event.detail.url.trim());
                export const line: RuhrKnowledgeAttributes = { widget: 'map', sync: true, 'click-to-load': '', loading: 'lazy' };
                """));
    }

    @Test
    void aWidgetThatThereIsNotIsCaught() {
        IOException caught = assertThrows(IOException.class, () -> compile("""
                import type { RuhrKnowledgeAttributes } from './ruhr-knowledge.js';
                export const line: RuhrKnowledgeAttributes = { widget: 'no-such-widget' };
                """));

        assertTrue(caught.getMessage().contains("no-such-widget"), caught.getMessage());
    }
}
