package ruhr.knowledge.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** The style sheet withstands the page around it, is small, and asks nobody else for anything. */
class WidgetStyleSheetTest {

    @Test
    void everyDeclarationOfTheLayerIsImportant() throws IOException {
        assertEquals(List.of(), weak(css()));
    }

    @Test
    void aDeclarationThatIsNotImportantIsSeen() throws IOException {
        assertEquals(List.of("color: red"), weak(css() + "@layer rk { @media print { .rk a { color: red; } } }"));
        assertEquals(List.of("margin: 0"), weak("@layer rk{.rk{margin: 0}}"));
        assertEquals(List.of(), weak("@layer rk{.rk{--rk-x: 0}} .rk-body{margin: 0}"));
    }

    @Test
    void itIsSmall() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(css().getBytes(StandardCharsets.UTF_8));
        }
        assertTrue(packed.size() <= 9_000, "bytes: " + packed.size());
    }

    @Test
    void itLoadsNothing() throws IOException {
        String css = css().toLowerCase(Locale.ROOT);

        assertFalse(css.contains("url("));
        assertFalse(css.contains("@import"));
        assertFalse(css.contains("@font-face"));
        assertFalse(css.contains("</"));
    }

    @Test
    void nothingIsWrittenForTheWidgetsOutsideOfTheLayers() throws IOException {
        // "all: initial" of the layer is important, so a rule outside would have no effect on a widget.
        String outside = withoutLayers(css());

        assertFalse(Pattern.compile("\\.rk\\b(?!-)").matcher(outside).find(), outside);
        assertFalse(outside.contains("rk-footer"), outside);
    }

    private static String css() throws IOException {
        try (var in = Assets.class.getResourceAsStream(Assets.STYLESHEET)) {
            String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return css.replaceAll("(?s)/\\*.*?\\*/", "");
        }
    }

    /** Returns the declarations inside of the layer that are not important and set no custom property. */
    private static List<String> weak(String css) {
        List<String> weak = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>();
        StringBuilder part = new StringBuilder();
        for (char c : css.toCharArray()) {
            if (c == '{') {
                open.push(part.toString().strip());
                part.setLength(0);
            } else if (c == ';' || c == '}') {
                String declaration = part.toString().strip();
                boolean counts =
                        open.contains("@layer rk") && declaration.contains(":") && !declaration.startsWith("--");
                if (counts && !declaration.endsWith("!important")) {
                    weak.add(declaration);
                }
                part.setLength(0);
                if (c == '}') {
                    open.pop();
                }
            } else {
                part.append(c);
            }
        }
        return weak;
    }

    private static String withoutLayers(String css) {
        StringBuilder outside = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < css.length(); i++) {
            if (depth == 0 && css.startsWith("@layer", i)) {
                i = css.indexOf('{', i);
                depth = 1;
            } else if (depth > 0) {
                depth += css.charAt(i) == '{' ? 1 : css.charAt(i) == '}' ? -1 : 0;
            } else {
                outside.append(css.charAt(i));
            }
        }
        return outside.toString();
    }
}
