package ruhr.knowledge.examples.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an address that somebody pastes into a real WordPress: {@code mvn -Pembedding}. */
@EnabledIfSystemProperty(named = "embedding", matches = ".+")
@ExtendWith(Demo.class)
class WordPressTest {

    private static final System.Logger LOG = System.getLogger(WordPressTest.class.getName());

    /** What browsers draw around a frame, above and below, is a part of its box. */
    private static final int BORDERS = 5;

    @TempDir
    private static Path folder;

    private static WordPress wordpress;

    private static WordPress wordpress(Demo.Running demo) throws Exception {
        if (wordpress == null) {
            wordpress = WordPress.start(folder, demo.address(""));
            LOG.log(System.Logger.Level.INFO, "WordPress " + wordpress.version());
        }
        return wordpress;
    }

    @AfterAll
    static void stop() throws Exception {
        if (wordpress != null) {
            wordpress.close();
        }
    }

    /** Publishes what the embed builder gives, as its author would: a line of its own in a block. */
    private static String post(Demo.Running demo, String choice) throws Exception {
        String page = demo.get("/ruhr-knowledge/embed-builder?" + choice).body();
        return postOf(
                demo,
                Jsoup.parse(page).selectFirst("#rkb-code-wordpress").wholeText().strip());
    }

    private static String postOf(Demo.Running demo, String url) throws Exception {
        return wordpress(demo)
                .publish("<!-- wp:embed {\"url\":\"" + url + "\"} -->\n<figure class=\"wp-block-embed\">"
                        + "<div class=\"wp-block-embed__wrapper\">\n" + url + "\n</div></figure>\n<!-- /wp:embed -->");
    }

    private static double height(Page page) {
        return page.locator("iframe").boundingBox().height;
    }

    private static void awaitHeight(Page page, double from, double to) {
        page.waitForCondition(() -> height(page) > from && height(page) < to);
    }

    @Test
    void theAddressBecomesAnEmbedThatIsAsHighAsItsContentAndFollowsIt(Demo.Running demo) throws Exception {
        Page page = demo.window(Screen.WIDE);
        page.navigate(post(demo, "widget=services&topic=start-ups&lang=de"));
        FrameLocator frame = page.frameLocator("iframe");
        assertThat(frame.locator("h1")).hasText("Angebote im Ruhrgebiet");
        assertEquals("allow-scripts", page.locator("iframe").getAttribute("sandbox"));
        double content = ((Number) frame.locator("html").evaluate("it => Math.ceil(it.getBoundingClientRect().height)"))
                .doubleValue();
        awaitHeight(page, Math.min(content, 1000) - 1, Math.min(content, 1000) + BORDERS);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(System.getProperty("screenshots"), "wordpress.png"))
                .setFullPage(true));
        double before = height(page);

        frame.locator(".rk-active a").first().click();

        assertThat(frame.locator(".rk-active")).hasCount(0);
        awaitHeight(page, before + 50, 1000 + BORDERS);
        String inside = page.frames().get(1).url();
        assertTrue(inside.contains("#?secret="), inside);
    }

    @Test
    void theSearchInsideWorksAlthoughTheSandboxSendsNoForms(Demo.Running demo) throws Exception {
        Page page = demo.window(Screen.WIDE);
        page.navigate(post(demo, "widget=finder&lang=de&limit=3"));
        FrameLocator frame = page.frameLocator("iframe");

        frame.locator("input[type=search]").fill("wasserstoff");
        frame.locator("input[type=search]").press("Enter");

        assertThat(frame.locator("mark").first()).isVisible();
        assertTrue(
                page.frames().get(1).url().contains("q=wasserstoff"),
                page.frames().get(1).url());
        assertTrue(
                page.frames().get(1).url().contains("#?secret="),
                page.frames().get(1).url());
    }

    @Test
    void theLinkOutOpensThePageOfOurOwnInTheWholeWindow(Demo.Running demo) throws Exception {
        Page page = demo.window(Screen.WIDE);
        page.navigate(post(demo, "widget=services&lang=en&limit=2"));

        page.frameLocator("iframe").getByText("Open on its own page").click();

        page.waitForURL(demo.address("/ruhr-knowledge/embed/services?limit=2&lang=en"));
    }

    @Test
    void aLinkToSomebodyElseLeadsToOurPageInsteadOfIntoTheFrame(Demo.Running demo) throws Exception {
        Page page = demo.window(Screen.WIDE);
        String rub = demo.address("/ruhr-knowledge/embed/institutions/rub?lang=en");
        page.navigate(postOf(demo, rub));
        Locator website =
                page.frameLocator("iframe").locator("dd a[rel=noopener]").first();
        assertFalse(website.getAttribute("href").startsWith(demo.address("")), "it leads to somebody else");

        website.click();

        page.waitForURL(rub);
    }

    @Test
    void withoutScriptThereIsALink(Demo.Running demo) throws Exception {
        Page page = demo.window(Screen.WIDE.withoutScript());
        page.navigate(post(demo, "widget=services&topic=start-ups&lang=de"));

        assertThat(page.locator("blockquote a")).hasText("Angebote im Ruhrgebiet");
        assertTrue(page.locator("blockquote a").isVisible());
        page.locator("blockquote a").click();
        assertThat(page.locator("h1")).hasText("Angebote im Ruhrgebiet");
    }

    @Test
    void theShortcodeDoesTheSame(Demo.Running demo) throws Exception {
        String builder =
                demo.get("/ruhr-knowledge/embed-builder?widget=map&lang=en").body();
        String code = Jsoup.parse(builder)
                .selectFirst("#rkb-code-wordpress-shortcode")
                .wholeText();
        Page page = demo.window(Screen.WIDE);

        page.navigate(wordpress(demo).publish("<p>Before.</p>\n\n" + code + "\n\n<p>After.</p>"));

        assertThat(page.frameLocator("iframe").locator("h1")).hasText("Map of the institutions");
    }

    @Test
    void anEMailAddressCanBeReadWhereItCannotBeOpened(Demo.Running demo) throws Exception {
        Page page = demo.window(Screen.WIDE);
        page.navigate(post(demo, "widget=contacts&lang=de"));

        assertThat(page.frameLocator("iframe").locator("body")).containsText("nele.probeschacht@example.org");
    }

    @Test
    void anAddressThatIsNoPageOfOursStaysALink(Demo.Running demo) throws Exception {
        String url = demo.address("/ruhr-knowledge/embed/no-such-widget");
        Page page = demo.window(Screen.WIDE);
        page.navigate(wordpress(demo).publish("[embed]" + url + "[/embed]"));

        assertEquals(0, page.locator("iframe").count());
        assertThat(page.locator("a[href='" + url + "']")).isVisible();
    }

    @Test
    void nothingIsStoredAndNobodyElseIsAsked(Demo.Running demo) throws Exception {
        String post = post(demo, "widget=services&topic=start-ups&lang=de");
        Page page = demo.window(Screen.WIDE);
        Heard heard = new Heard(page, demo.address("/"));
        page.navigate(post);
        assertThat(page.frameLocator("iframe").locator("h1")).isVisible();

        List<String> strangers = heard.foreign().stream()
                .filter(url -> !url.startsWith(post.substring(0, post.indexOf("/?"))) && !url.startsWith("data:"))
                .toList();

        assertTrue(
                heard.requests.stream().anyMatch(url -> url.contains("/ruhr-knowledge/embed/")), "requests are heard");
        assertFalse(heard.requests.isEmpty());
        assertEquals(List.of(), strangers);
        assertEquals(List.of(), page.context().cookies());
    }
}
