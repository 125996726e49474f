package ruhr.knowledge.examples.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Widgets look the same under the style sheets that people use: {@code mvn -Pembedding}, which fetches them with Node.
 *
 * <p>The same means: as large to the pixel, and no more than one pixel in a thousand of another colour.
 */
@EnabledIfSystemProperty(named = "embedding", matches = ".+")
@ExtendWith(Demo.class)
class HostSheetsTest {

    private static final System.Logger LOG = System.getLogger(HostSheetsTest.class.getName());
    private static final double TOLERANCE = 0.001;

    /** How much of a colour counts as another one, of 255. */
    private static final int ANOTHER_COLOUR = 24;

    /** Packages and their style sheets; all are named by what they were fetched as. */
    private static final Map<String, String> SHEETS = new LinkedHashMap<>(Map.of(
            "bootstrap@5.3.9", "bootstrap/dist/css/bootstrap.css",
            "normalize.css@8.0.1", "normalize.css/normalize.css",
            "tailwindcss@4.3.5", "tailwindcss/preflight.css",
            "@kern-ux/native@2.7.2", "@kern-ux/native/dist/kern.css",
            "foundation-sites@6.9.0", "foundation-sites/dist/css/foundation.css",
            "bulma@1.0.4", "bulma/css/bulma.css",
            "@picocss/pico@2.1.1", "@picocss/pico/css/pico.css",
            "understrap@1.0.1", "understrap/css/theme.css"));

    @TempDir
    private static Path folder;

    private static String hostile;
    private Elsewhere elsewhere;

    @BeforeAll
    static void fetch() throws Exception {
        hostile = HostileStylesTest.HOSTILE;
        try (Programs programs = new Programs(folder)) {
            programs.fetch(SHEETS.keySet());
        }
    }

    @BeforeEach
    void start() throws IOException {
        elsewhere = new Elsewhere();
        elsewhere.serve("/favicon.ico", "", Map.of());
    }

    @AfterEach
    void stop() {
        elsewhere.close();
    }

    @AfterAll
    static void forget() {
        hostile = null;
    }

    private static String sheet(String name) throws IOException {
        return switch (name) {
            case "none" -> "";
            case "hostile" -> hostile;
            default -> Files.readString(folder.resolve("node_modules").resolve(SHEETS.get(name)));
        };
    }

    /** Opens a page of somebody else with a style sheet and a widget in a place that no style sheet moves. */
    private Page open(Demo.Running demo, String css, String widget) {
        elsewhere.serve("/sheet.css", css, Map.of("Content-Type", "text/css;charset=UTF-8"));
        elsewhere.serve(
                "/",
                "<!doctype html><html lang='de'><head><meta charset='utf-8'><title>Partner</title>"
                        + "<meta name='viewport' content='width=device-width, initial-scale=1'>"
                        + "<style>html{color-scheme:light!important}#place{position:absolute!important;inset:0 auto auto 0!important;"
                        + "width:1000px!important;margin:0!important;padding:0!important;background:#fff!important;border:0!important;"
                        + "float:none!important;transform:none!important}</style>"
                        + "<link rel='stylesheet' href='/sheet.css'>"
                        + "<script type='module' src='" + demo.address("/ruhr-knowledge/ruhr-knowledge.js")
                        + "'></script>"
                        + "</head><body class='content entry-content prose'><main id='content' class='container'>"
                        + "<div id='place'>" + widget + "</div></main></body></html>",
                Map.of());
        Page page = demo.window(Screen.WIDE);
        page.navigate(elsewhere.address("/"));
        page.waitForFunction("""
                () => {
                  const root = document.querySelector('ruhr-knowledge')?.shadowRoot ?? document;
                  root.querySelectorAll('img').forEach(image => image.loading = 'eager');
                  return root.querySelector('.rk') && Array.from(root.querySelectorAll('img')).every(image => image.complete);
                }""");
        page.evaluate("() => document.fonts.ready");
        return page;
    }

    private static BufferedImage picture(Locator locator) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(locator.screenshot()));
    }

    /** Returns which part of the pixels differs; all of them where the size does. */
    private static double difference(BufferedImage a, BufferedImage b) {
        if (a.getWidth() != b.getWidth() || a.getHeight() != b.getHeight()) {
            return 1;
        }
        long different = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                int p = a.getRGB(x, y);
                int q = b.getRGB(x, y);
                boolean same = true;
                for (int shift = 0; shift < 24; shift += 8) {
                    same &= Math.abs((p >> shift & 255) - (q >> shift & 255)) < ANOTHER_COLOUR;
                }
                different += same ? 0 : 1;
            }
        }
        return (double) different / ((long) a.getWidth() * a.getHeight());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hostile",
                "bootstrap@5.3.9",
                "normalize.css@8.0.1",
                "tailwindcss@4.3.5",
                "@kern-ux/native@2.7.2",
                "foundation-sites@6.9.0",
                "bulma@1.0.4",
                "@picocss/pico@2.1.1",
                "understrap@1.0.1"
            })
    void fragmentAndElementLookAsWithoutTheSheet(String name, Demo.Running demo) throws Exception {
        String css = sheet(name);
        assertTrue(css.length() > 500, name + " is a style sheet: " + css.length());
        for (String widget :
                List.of("finder", "focus?id=hydrogen", "figures", "institutions?view=table&limit=5", "map")) {
            String[] parts = widget.split("\\?");
            String parameters = parts.length > 1 ? parts[1] + "&" : "";
            String fragment = demo.get("/ruhr-knowledge/widgets/" + parts[0] + "?" + parameters + "lang=de&host=")
                    .body();
            String element =
                    "<ruhr-knowledge widget='" + parts[0] + "' parameters='" + parameters.replace("id=hydrogen&", "")
                            + "'" + (widget.contains("id=") ? " entry='hydrogen'" : "") + "></ruhr-knowledge>";

            double[] differences = new double[2];
            String[] deliveries = {fragment, element};
            for (int i = 0; i < 2; i++) {
                String root = i == 0 ? "#place" : "ruhr-knowledge";
                BufferedImage calm = picture(open(demo, "", deliveries[i]).locator(root));
                BufferedImage shouted = picture(open(demo, css, deliveries[i]).locator(root));
                differences[i] = difference(calm, shouted);
                if (differences[i] > TOLERANCE) {
                    keep(name + "-" + parts[0] + "-" + i, calm, shouted);
                }
            }

            LOG.log(
                    System.Logger.Level.INFO,
                    String.format("%s %s: fragment %.5f, element %.5f", name, widget, differences[0], differences[1]));
            assertTrue(differences[0] <= TOLERANCE, name + " changes the fragment " + widget + ": " + differences[0]);
            assertTrue(differences[1] <= TOLERANCE, name + " changes the element " + widget + ": " + differences[1]);
        }
    }

    private static void keep(String name, BufferedImage left, BufferedImage right) throws IOException {
        Path screenshots = Files.createDirectories(Path.of(System.getProperty("screenshots")));
        BufferedImage both = new BufferedImage(
                left.getWidth() + right.getWidth() + 20,
                Math.max(left.getHeight(), right.getHeight()),
                BufferedImage.TYPE_INT_RGB);
        both.getGraphics().drawImage(left, 0, 0, null);
        both.getGraphics().drawImage(right, left.getWidth() + 20, 0, null);
        ImageIO.write(
                both,
                "png",
                screenshots.resolve(name.replaceAll("[^a-z0-9-]", "-") + ".png").toFile());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hostile", "bootstrap@5.3.9", "bulma@1.0.4", "@picocss/pico@2.1.1"})
    void whatNobodyProtectsDoesChange(String name, Demo.Running demo) throws Exception {
        String plain =
                "<div class='rk-not'><h2>Plain</h2><p>A paragraph with <a href='/'>a link</a>.</p><ul><li>one</li></ul>"
                        + "</div><i class='rk'></i>";

        BufferedImage calm = picture(open(demo, "", plain).locator("#place"));
        BufferedImage shouted = picture(open(demo, sheet(name), plain).locator("#place"));

        assertTrue(difference(calm, shouted) > TOLERANCE, "the comparison sees what a style sheet does");
    }

    @Test
    void theElementIsShownInsideBootstrapAndInsideTheHostileSheet(Demo.Running demo) throws Exception {
        String element = "<h2>Partner</h2><p>A paragraph of the page, with <a href='/'>a link</a>.</p>"
                + "<ruhr-knowledge widget='services' limit='4' lang='de'></ruhr-knowledge><p>And another paragraph.</p>";
        BufferedImage[] pictures = new BufferedImage[2];
        int i = 0;
        for (String name : List.of("bootstrap@5.3.9", "hostile")) {
            pictures[i++] = picture(open(demo, sheet(name), element).locator("#place"));
        }
        keep("element-in-bootstrap-and-hostile", pictures[0], pictures[1]);
        assertEquals(1000, pictures[0].getWidth());
    }
}
