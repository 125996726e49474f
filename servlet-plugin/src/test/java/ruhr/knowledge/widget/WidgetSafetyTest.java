package ruhr.knowledge.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruhr.knowledge.KnowledgeBase;

/** Widgets work under the strictest content security policy, and ask nobody else for anything. */
class WidgetSafetyTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void nothingRunsAndNothingIsLoadedFromElsewhere(String lang) {
        for (KnowledgeBase base : List.of(Sample.open(folder), KnowledgeBase.ruhr())) {
            for (String html : Markup.everything(base, Locale.forLanguageTag(lang))) {
                assertEquals(List.of(), Markup.forbidden(html), html);
                assertEquals(List.of(), Markup.strangeAddresses(html), html);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script src=/a.js></script>",
                "<style>b{}</style>",
                "<p style='color:red'>",
                "<p ONCLICK='a()'>",
                "<img alt='' src='//elsewhere.example/a.png'>",
                "<img alt='' src=' https://elsewhere.example/a.png'>",
                "<iframe>",
                "<form>"
            })
    void whatIsForbiddenIsSeen(String planted) {
        String html = Sample.fragment(Sample.open(folder), "institutions", "", Locale.GERMAN);

        assertEquals(
                1,
                Markup.forbidden(html.replace("</section>", planted + "</section>"))
                        .size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script src='/ruhr-knowledge/assets/00000000000000000000000000000000/other.js' defer></script>",
                "<script src='//elsewhere.example/ruhr-knowledge/assets/00000000000000000000000000000000/frame.js' defer>"
                        + "</script>",
                "<script src='/ruhr-knowledge/assets/00000000000000000000000000000000/frame.js' defer>run()</script>",
                "<script src='/ruhr-knowledge/assets/00000000000000000000000000000000/frame.js' defer onload=a()></script>",
                "<script>run()</script>"
            })
    void noOtherScriptIsTakenForTheOneOfAPage(String planted) {
        String html = Sample.page(Sample.open(folder), "institutions", "", Locale.GERMAN);

        assertEquals(List.of(), Markup.forbidden(html));
        assertTrue(
                !Markup.forbidden(html.replace("</head>", planted + "</head>")).isEmpty());
        assertTrue(!Markup.forbidden(html.replace("<main", planted + "<main")).isEmpty());
    }

    @Test
    void theScriptOfAPageIsOnlyForItsHead() {
        String html = Sample.page(Sample.open(folder), "institutions", "", Locale.GERMAN);
        String script = Jsoup.parse(html).selectFirst("head > script").outerHtml();

        assertEquals(List.of("script"), Markup.forbidden(html.replace("</main>", script + "</main>")));
    }

    @Test
    void onlyTheStyleSheetThePicturesAndTheScriptAreLoadedAndAllAreOurs() {
        String html = Sample.page(Sample.open(folder), "focus", "id=energy", Locale.GERMAN);

        for (var element : Jsoup.parse(html).select("[src], link[rel=stylesheet]")) {
            String address = element.hasAttr("src") ? element.attr("src") : element.attr("href");
            assertTrue(address.matches("/ruhr-knowledge/assets/[0-9a-f]{32}/[a-z/.-]+"), address);
        }
    }
}
