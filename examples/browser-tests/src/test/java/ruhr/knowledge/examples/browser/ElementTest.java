package ruhr.knowledge.examples.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One line in the page of somebody else becomes a widget that can be filtered in place. */
@ExtendWith(Demo.class)
class ElementTest {

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

    /** The lines that the documentation tells a strict page to add, and nothing else. */
    private static String policy(String server) {
        return "default-src 'none'; script-src " + server + "; style-src " + server + "; img-src " + server
                + "; connect-src 'self' " + server + "; frame-src " + server
                + "; require-trusted-types-for 'script'; trusted-types ruhr-knowledge";
    }

    private static String origin(Demo.Running demo) {
        return demo.address("/").replaceAll("/$", "");
    }

    private static String html(Demo.Running demo, String body) {
        return "<!doctype html><html lang='de'><head><meta charset='utf-8'><title>Partner</title>"
                + "<script type='module' src='" + origin(demo) + "/ruhr-knowledge/ruhr-knowledge.js'></script>"
                + "</head><body><main><h1>Partner</h1>" + body + "</main></body></html>";
    }

    private Page open(Demo.Running demo, String path, String body) {
        Page page = demo.window(Screen.WIDE);
        return open(page, demo, path, body);
    }

    private Page open(Page page, Demo.Running demo, String path, String body) {
        String plain = path.replaceAll("[?#].*", "");
        elsewhere.serve(plain, html(demo, body), Map.of("Content-Security-Policy", policy(origin(demo))));
        page.navigate(elsewhere.address(path));
        return page;
    }

    private static Locator filter(Page page, String field) {
        return page.locator("ruhr-knowledge a[href*='rk_" + field + "']").first();
    }

    @Test
    void aListIsShownInThePageOfSomebodyElseWithItsOwnLook(Demo.Running demo) {
        Page page = open(
                demo, "/", "<ruhr-knowledge widget='services' city='bochum'><a href='/x'>plain</a></ruhr-knowledge>");

        assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.HEADING)
                        .nth(1))
                .hasText("Angebote im Ruhrgebiet");
        assertThat(page.locator("ruhr-knowledge > a")).isHidden();
        assertEquals("grid", page.locator("ruhr-knowledge .rk-cards").evaluate("it => getComputedStyle(it).display"));
    }

    @Test
    void aFilterWorksInPlaceAndBackUndoesIt(Demo.Running demo) {
        Page page = open(
                demo, "/directory?article=7#part", "<ruhr-knowledge widget='finder' sync lang='en'></ruhr-knowledge>");
        page.evaluate("window.untouched = true");
        String before = page.locator(".rk-count").innerText();

        filter(page, "kind=service").click();

        assertThat(page).hasURL(elsewhere.address("/directory?article=7&rk_kind=service"));
        assertThat(page.locator(".rk-count")).not().hasText(before);
        String after = page.locator(".rk-count").innerText();
        assertThat(page.locator("[role=status]")).hasText(after);
        assertEquals(true, page.evaluate("window.untouched"), "the page was not loaded anew");
        page.goBack();
        assertThat(page.locator(".rk-count")).hasText(before);
        page.goForward();
        assertThat(page.locator(".rk-count")).hasText(after);
        page.reload();
        assertThat(page.locator(".rk-count")).hasText(after);
    }

    @Test
    void withoutSyncTheAddressOfThePageStays(Demo.Running demo) {
        Page page = open(demo, "/?rk_topic=energy", "<ruhr-knowledge widget='finder'></ruhr-knowledge>");
        String before = page.locator(".rk-count").innerText();

        filter(page, "kind=service").click();

        assertThat(page.locator(".rk-count")).not().hasText(before);
        assertThat(page).hasURL(elsewhere.address("/?rk_topic=energy"));
    }

    @Test
    void theControlThatWasUsedKeepsTheFocusAndTheSummaryStaysOpen(Demo.Running demo) {
        Page page = demo.window(Screen.NARROW);
        open(page, demo, "/", "<ruhr-knowledge widget='finder' sync lang='en'></ruhr-knowledge>");
        page.locator(".rk-fold > summary").click();
        Locator choice = page.locator("a.rk-choice[href*='rk_kind=service']").first();
        String label = choice.locator("span:not([class])").innerText();

        choice.focus();
        page.keyboard().press("Enter");

        assertThat(page.locator("a.rk-choice-on")).hasCount(1);
        assertEquals(label, focused(page, "it.querySelector('span:not([class])').textContent"));
        assertThat(page.locator(".rk-fold")).hasAttribute("open", "");
    }

    @Test
    void afterPagingTheFocusIsOnTheHeading(Demo.Running demo) {
        Page page = open(demo, "/", "<ruhr-knowledge widget='institutions' limit='5' sync></ruhr-knowledge>");

        page.locator("a.rk-page[href*='rk_page=3']").first().focus();
        page.keyboard().press("Enter");

        assertThat(page.locator(".rk-page-on")).containsText("3");
        assertTrue(String.valueOf(focused(page, "it.className")).contains("rk-title"));
    }

    private static Object focused(Page page, String what) {
        return page.evaluate(
                "() => { const it = document.activeElement.shadowRoot.activeElement; return " + what + " }");
    }

    @Test
    void widgetsOfOneGroupFollowEachOtherAndOthersDoNot(Demo.Running demo) {
        Page page = open(
                demo,
                "/",
                "<ruhr-knowledge widget='filter' group='a' sync></ruhr-knowledge>"
                        + "<ruhr-knowledge widget='institutions' group='a' id='first' sync></ruhr-knowledge>"
                        + "<ruhr-knowledge widget='institutions' group='b' id='second' sync></ruhr-knowledge>");
        Locator first = page.locator("#first .rk-count");
        Locator second = page.locator("#second .rk-count");
        String all = second.innerText();

        page.locator("[widget=filter] a[href*='rk_a_city=bochum']").first().click();
        assertThat(first).not().hasText(all);
        String some = first.innerText();
        assertThat(second).hasText(all);
        page.locator("#second a[href*='rk_b_topic']").first().click();

        assertThat(second).not().hasText(all);
        assertThat(first).hasText(some);
        assertTrue(page.url().contains("rk_a_city=bochum"), page.url());
        assertTrue(page.url().contains("rk_b_topic="), page.url());
    }

    @Test
    void anEntryOpensInPlaceAndItsBackLinkReturnsToTheList(Demo.Running demo) {
        Page page = open(demo, "/", "<ruhr-knowledge widget='services' city='bochum' sync></ruhr-knowledge>");
        String name = page.locator("h3 a").first().innerText();

        page.locator("h3 a").first().click();

        assertThat(page.locator("ruhr-knowledge h2")).hasText(name);
        assertTrue(page.url().contains("rk_show=services/services/"), page.url());
        page.reload();
        assertThat(page.locator("ruhr-knowledge h2")).hasText(name);
        page.locator(".rk-back a").click();
        assertThat(page.locator(".rk-count")).isVisible();
        assertThat(page).hasURL(elsewhere.address("/"));
    }

    @Test
    void wordsAreSearchedInPlace(Demo.Running demo) {
        Page page = open(demo, "/", "<ruhr-knowledge widget='finder' sync></ruhr-knowledge>");

        page.locator("input[type=search]").fill("wasserstoff");
        page.keyboard().press("Enter");

        assertThat(page).hasURL(elsewhere.address("/?rk_q=wasserstoff"));
        assertThat(page.locator("mark").first()).isVisible();
    }

    @Test
    void nothingIsAskedForBeforeTheClick(Demo.Running demo) {
        Page page = demo.window(Screen.WIDE);
        Heard heard = new Heard(page, elsewhere.address("/"));
        open(
                page,
                demo,
                "/",
                "<ruhr-knowledge widget='services' click-to-load><a href='/x'>plain</a></ruhr-knowledge>");

        assertThat(page.locator("ruhr-knowledge button")).isVisible();
        assertThat(page.locator("ruhr-knowledge > a")).isVisible();
        assertEquals(
                List.of(demo.address("/ruhr-knowledge/ruhr-knowledge.js")), heard.foreign(), "only the script itself");
        page.locator("ruhr-knowledge button").click();

        assertThat(page.locator(".rk-count")).isVisible();
        assertTrue(heard.foreign().stream().anyMatch(it -> it.contains("/widgets/services")), "control: it is heard");
        page.reload();
        assertThat(page.locator("ruhr-knowledge button")).isVisible();
    }

    @Test
    void aLazyWidgetWaitsUntilItIsNearlySeen(Demo.Running demo) {
        Page page = demo.window(Screen.WIDE);
        Heard heard = new Heard(page, elsewhere.address("/"));
        open(
                page,
                demo,
                "/",
                "<svg width='1' height='4000'></svg><ruhr-knowledge widget='services' loading='lazy'></ruhr-knowledge>");
        page.waitForFunction("() => customElements.get('ruhr-knowledge')");
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        assertFalse(
                heard.foreign().toString().contains("/widgets/"),
                heard.foreign().toString());

        page.mouse().wheel(0, 4000);

        assertThat(page.locator(".rk-count")).isVisible();
    }

    @Test
    void theHostCanTakeOverAChoice(Demo.Running demo) {
        Page page = open(demo, "/", "<ruhr-knowledge widget='finder' sync></ruhr-knowledge>");
        String before = page.locator(".rk-count").innerText();
        page.evaluate(
                "addEventListener('rk:filter', e => { window.chosen = e.detail.parameters; e.preventDefault() })");

        filter(page, "kind=service").click();

        assertEquals("rk_kind=service", page.evaluate("window.chosen"));
        assertThat(page.locator(".rk-count")).hasText(before);
        assertThat(page).hasURL(elsewhere.address("/"));
    }

    @Test
    void theHostLearnsWhatCameAndMayKeepItBack(Demo.Running demo) {
        Page page = open(demo, "/", "<ruhr-knowledge widget='finder' sync></ruhr-knowledge>");
        String before = page.locator(".rk-count").innerText();
        page.evaluate("addEventListener('rk:load', e => { window.came = e.detail.text; e.preventDefault() })");

        filter(page, "kind=service").click();
        page.waitForFunction("() => window.came");

        assertFalse(before.equals(page.evaluate("window.came")));
        assertThat(page.locator(".rk-count")).hasText(before);
    }

    @Test
    void aChangedAttributeChangesTheWidget(Demo.Running demo) {
        Page page = open(demo, "/", "<ruhr-knowledge widget='institutions'></ruhr-knowledge>");
        String before = page.locator(".rk-count").innerText();

        page.evaluate("document.querySelector('ruhr-knowledge').setAttribute('city', 'bochum')");

        assertThat(page.locator(".rk-count")).not().hasText(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "widget='no-such-widget'",
                "widget='../../etc/passwd'",
                "widget='services/../../health'",
                "widget='institutions' entry='no-such-entry'",
                "widget='institutions' entry='\"><img src=x>'",
                "widget='institutions' onclick='alert(1)' style2='x' data-x='1' a='" + "%E2%80%AE" + "' limit='-1'",
                "widget='institutions' group='not' topic='&&&=%' heading='99' theme='<b>' view='cube'",
                "widget='institutions' parameters='&&%%=%' group='<script>' lang='xx'"
            })
    void junkIsAnsweredWithAWidgetOrAPlainLink(String attributes, Demo.Running demo) {
        Page page = demo.window(Screen.WIDE);
        List<String> errors = new ArrayList<>();
        page.onPageError(errors::add);
        page.onDialog(dialog -> errors.add(dialog.message()));

        open(page, demo, "/", "<ruhr-knowledge " + attributes + "><a href='/x'>plain</a></ruhr-knowledge>");

        Locator widget = page.locator("ruhr-knowledge .rk:not([role])");
        Locator problem = page.locator(".rk-problem");
        assertThat(widget.or(problem).first()).isVisible();
        if (problem.count() > 0) {
            assertThat(page.locator("ruhr-knowledge > a")).isVisible();
        }
        assertEquals(List.of(), errors);
    }

    @Test
    void aServerThatDiesBetweenTwoClicksLeavesWhatIsThereAndAPlainLink(Demo.Running demo) {
        Page page = demo.window(Screen.WIDE);
        List<String> errors = new ArrayList<>();
        page.onPageError(errors::add);
        open(page, demo, "/", "<ruhr-knowledge widget='finder' sync lang='en'></ruhr-knowledge>");
        String before = page.locator(".rk-count").innerText();
        page.route("**/ruhr-knowledge/widgets/**", route -> route.abort());

        filter(page, "kind=service").click();

        assertThat(page.locator(".rk-problem")).containsText("Not available right now.");
        assertThat(page.locator("[role=status]")).hasText("Not available right now.");
        assertThat(page.locator(".rk-problem a"))
                .hasAttribute("href", demo.address("/ruhr-knowledge/embed/finder?lang=en&kind=service"));
        assertThat(page.locator(".rk-count")).hasText(before);
        page.unrouteAll();
        filter(page, "kind=service").click();
        assertThat(page.locator(".rk-count")).not().hasText(before);
        assertThat(page.locator(".rk-problem")).hasCount(0);
        assertEquals(List.of(), errors);
    }

    @Test
    void aServerThatIsDownFromTheBeginningLeavesThePlainLink(Demo.Running demo) {
        Page page = demo.window(Screen.WIDE);
        page.route("**/ruhr-knowledge/widgets/**", route -> route.abort());

        open(page, demo, "/", "<ruhr-knowledge widget='services'><a href='/x'>plain</a></ruhr-knowledge>");

        assertThat(page.locator(".rk-problem")).isVisible();
        assertThat(page.locator("ruhr-knowledge > a")).isVisible();
        Number hidden = (Number) page.locator("[role=status]")
                .evaluate("it => getComputedStyle(it).clipPath === 'inset(50%)' && it.textContent ? 1 : 0");
        assertEquals(1, hidden.intValue(), "said once for the eyes, once for the ears");
    }

    @Test
    void aServerThatNeverAnswersIsGivenUpAfterTenSeconds(Demo.Running demo) {
        elsewhere.serveLate("/slow/widgets/services", 200, "late", 60_000);
        Page page = demo.window(Screen.WIDE);
        List<String> errors = new ArrayList<>();
        page.onPageError(errors::add);
        page.clock().install();
        open(
                page,
                demo,
                "/",
                "<ruhr-knowledge widget='services' server='" + elsewhere.address("/slow")
                        + "'><a href='/x'>plain</a></ruhr-knowledge>");
        page.waitForCondition(() -> elsewhere.asked().toString().contains("/slow/widgets/services"));
        page.clock().fastForward(9_000);
        assertThat(page.locator(".rk-problem")).hasCount(0);

        page.clock().fastForward(1_001);

        assertThat(page.locator(".rk-problem")).isVisible();
        assertThat(page.locator("ruhr-knowledge > a")).isVisible();
        assertEquals(List.of(), errors);
    }

    @Test
    void anUnhandledRejectionWouldBeHeard(Demo.Running demo) {
        Page page = demo.window(Screen.WIDE);
        List<String> errors = new ArrayList<>();
        page.onPageError(errors::add);
        page.setContent("<script>Promise.reject(new Error('planted'))</script>");

        page.waitForCondition(() -> !errors.isEmpty());

        assertTrue(errors.toString().contains("planted"), errors.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<h1>Sign in to the Wi-Fi</h1>", "", "{\"error\":1}"})
    void anAnswerOfSomebodyElseIsNotShown(String answer, Demo.Running demo) {
        elsewhere.serveLate("/portal/widgets/services", 200, answer, 0);
        Page page = demo.window(Screen.WIDE);
        open(
                page,
                demo,
                "/",
                "<ruhr-knowledge widget='services' server='" + elsewhere.address("/portal") + "'></ruhr-knowledge>");

        assertThat(page.locator(".rk-problem")).isVisible();
        assertTrue(elsewhere.asked().toString().contains("/portal/widgets/services"), "it was asked");
        assertThat(page.getByText("Wi-Fi")).hasCount(0);
    }

    @Test
    void aSecondChoiceOvertakesTheFirstHoweverLateThatIs(Demo.Running demo) {
        Page page = demo.window(Screen.WIDE);
        page.addInitScript("""
                const soon = window.fetch;
                window.fetch = async (address, options) => {
                  if (address.includes('kind%3Dservice') && !address.includes('topic')) {
                    await new Promise(done => setTimeout(done, 800));
                    window.late = true;
                  }
                  return soon(address, { ...options, signal: null });
                };
                """);
        open(page, demo, "/", "<ruhr-knowledge widget='finder' sync></ruhr-knowledge>");
        assertThat(page.locator(".rk-count")).isVisible();

        page.evaluate("""
                () => {
                  const root = document.querySelector('ruhr-knowledge').shadowRoot;
                  root.querySelector("a[href*='rk_kind=service']").click();
                  root.querySelector("a[href*='rk_topic']").click();
                }""");

        assertThat(page.locator(".rk-active .rk-chip-on")).hasCount(2);
        page.waitForFunction("() => window.late");
        page.evaluate("() => new Promise(done => setTimeout(done, 300))");
        assertThat(page.locator(".rk-active .rk-chip-on")).hasCount(2);
    }

    @Test
    void thirtyWidgetsOnOnePageAllCome(Demo.Running demo) {
        Page page = demo.window(Screen.WIDE);
        List<String> errors = new ArrayList<>();
        page.onPageError(errors::add);
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            body.append("<ruhr-knowledge widget='institutions' limit='3' group='g")
                    .append(i)
                    .append("'></ruhr-knowledge>");
        }

        open(page, demo, "/", body.toString());

        assertThat(page.locator("ruhr-knowledge .rk-count")).hasCount(30);
        page.locator("ruhr-knowledge")
                .nth(17)
                .locator("a[href*='rk_g17_page=2']")
                .first()
                .click();
        assertThat(page.locator(".rk-page-on[aria-current=page]")
                        .getByText("2", new Locator.GetByTextOptions().setExact(true)))
                .hasCount(1);
        assertEquals(List.of(), errors);
    }

    @Test
    void theStrictestPolicyIsNotViolatedAndNothingIsStored(Demo.Running demo) {
        Page page = demo.window(Screen.WIDE);
        Heard heard = new Heard(page, origin(demo));

        open(
                page,
                demo,
                "/",
                "<ruhr-knowledge widget='focus' entry='hydrogen'></ruhr-knowledge>"
                        + "<ruhr-knowledge widget='map' group='m'></ruhr-knowledge>"
                        + "<ruhr-knowledge widget='contacts' group='c'></ruhr-knowledge>");
        assertThat(page.locator("ruhr-knowledge .rk-title")).hasCount(3);
        Pictures.load(page);

        assertEquals(List.of(), heard.console);
        assertEquals(List.of(), heard.failed);
        assertEquals(
                List.of(),
                heard.foreign().stream()
                        .filter(url -> !url.startsWith(elsewhere.address("/")))
                        .toList());
        assertEquals(List.of(), page.context().cookies());
        assertEquals(0, page.evaluate("localStorage.length + sessionStorage.length"));
    }

    @Test
    void aPlantedInlineStyleInTheSamePageIsHeard(Demo.Running demo) {
        Page page = demo.window(Screen.WIDE);
        Heard heard = new Heard(page, origin(demo));

        open(page, demo, "/", "<p style='color:red'>red</p><ruhr-knowledge widget='services'></ruhr-knowledge>");
        page.waitForCondition(() -> !heard.console.isEmpty());

        assertTrue(heard.console.toString().contains("Content Security Policy"), heard.console.toString());
    }

    @Test
    void nothingOfThePagesAddressIsSentButWhatWidgetsPutThere(Demo.Running demo) {
        Page page = demo.window(Screen.WIDE);
        Heard heard = new Heard(page, elsewhere.address("/"));

        open(page, demo, "/?token=secret&rk_city=bochum", "<ruhr-knowledge widget='services' sync></ruhr-knowledge>");
        assertThat(page.locator(".rk-count")).isVisible();

        assertTrue(
                heard.foreign().toString().contains("host=rk_city%3Dbochum"),
                heard.foreign().toString());
        assertFalse(
                heard.foreign().toString().contains("secret"), heard.foreign().toString());
    }

    @Test
    void aWidgetFromTheServerIsSeenWithoutScriptAndTakenOverByIt(Demo.Running demo) {
        String element = demo.get(
                        "/ruhr-knowledge/widgets/institutions?limit=5&lang=en&as=element&host=rk_city%3Dbochum")
                .body();
        Page plain = demo.window(Screen.WIDE.withoutScript());
        open(plain, demo, "/", element);
        assertThat(plain.locator(".rk-card").first()).isVisible();
        assertThat(plain.locator("ruhr-knowledge > a")).isHidden();

        Page page = demo.window(Screen.WIDE);
        Heard heard = new Heard(page, elsewhere.address("/"));
        open(page, demo, "/?rk_city=bochum", element);
        String before = page.locator(".rk-count").innerText();
        assertFalse(heard.foreign().toString().contains("/widgets/"), "it is there already");
        page.locator(".rk-active a").first().click();

        assertThat(page.locator(".rk-count")).not().hasText(before);
        assertThat(page).hasURL(elsewhere.address("/"));
        assertEquals(
                "grid",
                page.locator("ruhr-knowledge .rk-cards").evaluate("it => getComputedStyle(it).display"),
                "its style sheet stays");
    }

    @Test
    void anElementThatIsMovedWhileItLoadsLoadsAgain(Demo.Running demo) {
        Page page = demo.window(Screen.WIDE);
        List<String> errors = new ArrayList<>();
        page.onPageError(errors::add);
        open(page, demo, "/", "<div id='new'></div>");
        page.waitForFunction("() => customElements.get('ruhr-knowledge')");

        page.evaluate("""
                () => {
                  const element = document.createElement('ruhr-knowledge');
                  element.setAttribute('widget', 'services');
                  document.body.append(element);
                  document.getElementById('new').append(element);
                }""");

        assertThat(page.locator("#new .rk-count")).isVisible();
        assertThat(page.locator(".rk-problem")).hasCount(0);
        assertEquals(List.of(), errors);
    }

    @Test
    void aChipOfOneWidgetLeadsToTheListThatItFilters(Demo.Running demo) {
        Page page = open(
                demo,
                "/",
                "<ruhr-knowledge widget='focus' entry='knowledge-transfer' sync></ruhr-knowledge>"
                        + "<ruhr-knowledge widget='institutions' id='list' sync></ruhr-knowledge>");
        String before = page.locator("#list .rk-count").innerText();

        page.locator("[widget=focus] a.rk-chip").first().click();

        assertThat(page.locator("#list .rk-count")).not().hasText(before);
        assertTrue(String.valueOf(focused(page, "it.className")).contains("rk-title"));
        assertEquals("list", page.evaluate("document.activeElement.id"));
    }

    @Test
    void nobodyIsShutOutOfTheElement(Demo.Running demo) {
        elsewhere.serve(
                "/",
                html(
                        demo,
                        "<ruhr-knowledge widget='finder' lang='de'></ruhr-knowledge>"
                                + "<ruhr-knowledge widget='services' click-to-load group='b'><a href='/x'>Angebote</a></ruhr-knowledge>"
                                + "<style>html{color-scheme:light dark;background:Canvas;color:CanvasText}</style>"),
                Map.of());
        Page page = demo.window(Screen.WIDE);
        page.navigate(elsewhere.address("/"));
        assertThat(page.locator("ruhr-knowledge .rk-count").first()).isVisible();

        assertEquals(List.of(), AccessibilityTest.violations(page));
        page.evaluate("""
                () => {
                  const picture = document.createElement('img');
                  document.querySelector('ruhr-knowledge').shadowRoot.querySelector('.rk').append(picture);
                }""");
        assertTrue(AccessibilityTest.violations(page).toString().contains("image-alt"), "control: axe looks inside");
    }

    @Test
    void thePageSetsColoursOfTheElement(Demo.Running demo) {
        Page page = demo.window(Screen.WIDE);
        elsewhere.serve(
                "/",
                html(
                        demo,
                        "<style>ruhr-knowledge{--rk-ink:rgb(1, 2, 3)} body{font-family:serif}</style>"
                                + "<ruhr-knowledge widget='institutions'></ruhr-knowledge>"
                                + "<ruhr-knowledge widget='institutions' theme='neutral' id='neutral'></ruhr-knowledge>"),
                Map.of());
        page.navigate(elsewhere.address("/"));

        assertThat(page.locator(".rk-name a").first()).isVisible();
        assertEquals("rgb(1, 2, 3)", page.locator(".rk-name a").first().evaluate("it => getComputedStyle(it).color"));
        assertEquals(
                "serif", page.locator("#neutral .rk-name a").first().evaluate("it => getComputedStyle(it).fontFamily"));
    }
}
