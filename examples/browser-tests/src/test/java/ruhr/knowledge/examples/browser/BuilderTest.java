package ruhr.knowledge.examples.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody puts a widget together, sees it, copies the code, pastes it, and it works. */
@ExtendWith(Demo.class)
class BuilderTest {

    private static final String BUILDER = "/ruhr-knowledge/embed-builder";

    private Elsewhere elsewhere;

    @BeforeEach
    void start() throws IOException {
        elsewhere = new Elsewhere();
        elsewhere.serve("/favicon.ico", "", Map.of());
    }

    @AfterEach
    void stop() {
        elsewhere.close();
    }

    private static String code(Demo.Running demo, String system, String choice) {
        String page = demo.get(BUILDER + "?" + choice).body();
        return Jsoup.parse(page).selectFirst("#rkb-code-" + system).wholeText();
    }

    /** Opens a page of somebody else in which a code was pasted. */
    private Page paste(Demo.Running demo, String code) {
        elsewhere.serve(
                "/",
                "<!doctype html><html lang='de'><head><meta charset='utf-8'><title>Partner</title></head><body>" + code
                        + "</body></html>",
                Map.of());
        Page page = demo.window(Screen.WIDE);
        page.navigate(elsewhere.address("/"));
        return page;
    }

    private static Locator frame(Page page) {
        return page.frameLocator(".rkb-frame").locator("h1");
    }

    @Test
    void itWorksWithoutScript(Demo.Running demo) {
        Page page = demo.open(BUILDER + "?lang=de", Screen.WIDE.withoutScript());
        assertThat(frame(page)).hasText("Wissen im Ruhrgebiet finden");
        assertThat(page.locator("[data-rkb-copy]").first()).isHidden();

        page.getByLabel("Was gezeigt wird").selectOption("services");
        page.locator("summary", new Page.LocatorOptions().setHasText("Thema"))
                .first()
                .click();
        page.getByLabel("Start-ups und Gründung").check();
        page.getByLabel("Einträge je Seite").fill("5");
        page.getByText("Vorschau und Code zeigen").click();

        assertThat(frame(page)).hasText("Angebote im Ruhrgebiet");
        String html = page.locator("#rkb-code-html").inputValue();
        assertTrue(
                html.contains("<ruhr-knowledge widget=\"services\" topic=\"start-ups\" limit=\"5\" lang=\"de\">"),
                html);
        assertEquals(
                demo.address("/ruhr-knowledge/embed/services?topic=start-ups&limit=5&lang=de") + "\n",
                page.locator("#rkb-code-wordpress").inputValue());
        assertThat(page.getByLabel("Start-ups und Gründung")).isChecked();
    }

    @Test
    void itIsUsedByKeyboardAlone(Demo.Running demo) {
        Page page = demo.window(Screen.WIDE);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.navigate(demo.address(BUILDER + "?lang=en"));
        assertThat(page.locator("[data-rkb-copy]").first()).isVisible();

        page.keyboard().press("Tab");
        assertEquals("widget", page.evaluate("document.activeElement.name"));
        page.keyboard().type("Serv");
        assertThat(frame(page)).hasText("Services in the Ruhr region");
        assertThat(page.locator("main > [role=status]")).hasText("Preview and code are new.");
        assertEquals("widget", page.evaluate("document.activeElement.name"), "the focus stays");
        tabTo(page, "document.activeElement.textContent.trim() === 'Topic'");
        page.keyboard().press("Enter");
        tabTo(page, "document.activeElement.value === 'start-ups'");
        page.keyboard().press("Space");
        assertThat(page.locator("#rkb-code-html")).hasValue(java.util.regex.Pattern.compile("topic=\"start-ups\""));
        tabTo(page, "document.activeElement.dataset.rkbCopy === 'rkb-code-html'");
        page.keyboard().press("Enter");

        assertThat(page.locator("main > [role=status]")).hasText("The code is on the clipboard.");
        assertEquals(
                page.locator("#rkb-code-html").inputValue(),
                String.valueOf(page.evaluate("navigator.clipboard.readText()")).replace("\r\n", "\n"));
        assertTrue(page.url().contains("widget=services"), page.url());
    }

    private static void tabTo(Page page, String condition) {
        for (int i = 0; i < 200; i++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate(condition))) {
                return;
            }
        }
        throw new AssertionError("no stop of the Tab key has " + condition);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "widget=services&topic=start-ups&lang=de",
                "widget=focus&id=hydrogen&lang=de",
                "widget=map&lang=de"
            })
    void theLineForHtmlBecomesAWidget(String choice, Demo.Running demo) {
        Page page = paste(demo, code(demo, "html", choice));

        assertThat(page.locator("ruhr-knowledge h2.rk-title")).isVisible();
        assertThat(page.locator("ruhr-knowledge > a")).isHidden();
    }

    @Test
    void thePinnedLineRunsTheScriptItNamesAndNoOther(Demo.Running demo) {
        String code = code(demo, "pinned", "widget=services&lang=de");
        assertThat(paste(demo, code).locator("ruhr-knowledge h2.rk-title")).isVisible();

        Page page = paste(demo, code.replaceFirst("sha384-....", "sha384-AAAA"));

        assertThat(page.locator("ruhr-knowledge > a")).isVisible();
        assertEquals(0, page.locator("ruhr-knowledge h2.rk-title").count());
    }

    @Test
    void theFrameBecomesAsHighAsItsContent(Demo.Running demo) {
        Page page = paste(demo, code(demo, "frame", "widget=services&topic=start-ups&lang=de"));
        Locator inside = page.frameLocator("iframe").locator("html");
        assertThat(page.frameLocator("iframe").locator("h1")).isVisible();
        double content = ((Number) inside.evaluate("it => Math.ceil(it.getBoundingClientRect().height)")).doubleValue();
        page.waitForCondition(() -> Math.abs(page.locator("iframe").boundingBox().height - content) < 6);

        page.frameLocator("iframe").locator(".rk-active a").first().click();

        page.waitForCondition(() -> page.locator("iframe").boundingBox().height > content + 100);
    }

    @Test
    void aFrameOfSomebodyElseDoesNotSetAHeight(Demo.Running demo) {
        elsewhere.serve(
                "/liar",
                "<!doctype html><script>parent.postMessage({message: 'ruhr-knowledge:height', value: 9999}, '*')</script>",
                Map.of());
        Page page = paste(
                demo,
                code(demo, "frame", "widget=services&topic=start-ups&lang=de")
                        + "<iframe id='liar' height='77' src='/liar'></iframe>");
        assertThat(page.frameLocator("iframe[src*=embed]").locator("h1")).isVisible();
        page.waitForCondition(() -> !"600".equals(page.locator("iframe").first().getAttribute("height")));

        assertEquals("77", page.locator("#liar").getAttribute("height"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "widget=%3Cscript%3E&topic=%3Cb%3E&view=%22&theme=x&limit=-1&group=%22%3E&id=..&q=%22%3E%3Cimg+src%3Dx%3E",
                "widget=services&q=</textarea><script>alert(1)</script>&limit=1e9",
                "topic=%&lang=xx&widget=services&group=A%20B"
            })
    void junkIsNotChosenAndBecomesNoMarkup(String query, Demo.Running demo) {
        Page page = demo.window(Screen.WIDE);
        java.util.List<String> dialogs = new java.util.ArrayList<>();
        page.onDialog(dialog -> dialogs.add(dialog.message()));
        page.navigate(demo.address(BUILDER) + "?" + query);

        assertThat(page.locator("#rkb-code-html")).isVisible();
        assertEquals(0, page.locator("main script, main img, main [onerror]").count());
        assertFalse(page.locator("#rkb-code-php").inputValue().contains("<script"));
        assertEquals(List.of(), dialogs);
    }
}
