package ruhr.knowledge.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.widget.view.Message;

/** A German page is German and an English one English, also in what only a screen reader says. */
class WidgetLanguageTest {

    private static final List<String> ATTRIBUTES = List.of("aria-label", "alt", "title", "content", "placeholder");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void noWordingOfTheOtherLanguageIsOnAPage(String lang) {
        Locale language = Locale.forLanguageTag(lang);
        for (KnowledgeBase base : List.of(Sample.open(folder), KnowledgeBase.ruhr())) {
            for (String html : Markup.everything(base, language)) {
                assertEquals(List.of(), foreignWordings(html, language), html);
            }
        }
    }

    @Test
    void aWordingOfTheOtherLanguageIsSeen() {
        String html = Sample.fragment(Sample.open(folder), "institutions", "", Locale.ENGLISH);

        assertEquals(
                List.of(Message.SET_FILTER),
                foreignWordings(html.replace("Set filter:", "Filter setzen:"), Locale.ENGLISH));
        assertEquals(
                List.of(Message.TOPICS),
                foreignWordings(html.replace("aria-label=\"Topics\"", "aria-label=\"Themen\""), Locale.ENGLISH));
    }

    @Test
    void theChipsOfAnEnglishPageAreEnglish() {
        KnowledgeBase ruhr = KnowledgeBase.ruhr();
        var focuses = ruhr.snapshot().frame().focuses().keySet();
        assertEquals(4, focuses.size());
        List<String> pages = Markup.everything(ruhr, Locale.ENGLISH);

        for (String html : pages) {
            assertFalse(html.contains("Filter setzen"), html);
            assertFalse(html.contains("Filter entfernen"), html);
        }
        for (String focus : focuses) {
            String html = Sample.fragment(ruhr, "focus", "id=" + focus, Locale.ENGLISH);
            assertTrue(Jsoup.parse(html).selectFirst(".rk-hero .rk-chip").text().startsWith("Set filter: "), html);
        }
    }

    @Test
    void aTextInTheOtherLanguageSaysWhichItIs() {
        String html = Sample.fragment(Sample.open(folder), "focus", "id=energy", Locale.ENGLISH);
        for (String german : List.of(
                "Noch keine Übersetzung.",
                "Runder Tisch",
                "Trifft sich.",
                "Pforte",
                "Institut für Wasserstoff",
                "Ein stiller Tag",
                "Nichts geschah.",
                "Handwerk")) {
            Elements places = Jsoup.parse(html).select(":containsOwn(" + german + ")");
            assertFalse(places.isEmpty(), german);
            places.forEach(place -> assertEquals("de", languageOf(place), place.outerHtml()));
        }
    }

    @Test
    void aTextInTheLanguageOfThePageDoesNotSaySo() {
        for (Element element : Jsoup.parse(Sample.fragment(Sample.open(folder), "focus", "id=energy", Locale.GERMAN))
                .select(".rk [lang]")) {
            assertFalse(element.attr("lang").isEmpty(), element.outerHtml());
            assertFalse(element.attr("lang").equals("de"), element.outerHtml());
        }
    }

    @Test
    void anyOtherLanguageCountsAsGerman() {
        KnowledgeBase base = Sample.open(folder);

        assertEquals(
                Sample.fragment(base, "filter", "", Locale.GERMAN), Sample.fragment(base, "filter", "", Locale.FRENCH));
        assertEquals(
                Sample.fragment(base, "filter", "", Locale.ENGLISH), Sample.fragment(base, "filter", "", Locale.UK));
    }

    @Test
    void theSwitchOfLanguageLeadsToTheSamePageAndIsInTheOtherLanguage() {
        KnowledgeBase base = Sample.open(folder);
        Element toEnglish = Jsoup.parse(Sample.page(base, "stories", "id=new-hall&theme=dark", Locale.GERMAN))
                .selectFirst("footer a");
        Element toGerman = Jsoup.parse(Sample.page(base, "institutions", "topic=energy", Locale.ENGLISH))
                .selectFirst("footer a");

        assertEquals("/ruhr-knowledge/embed/stories/new-hall?theme=dark&lang=en", toEnglish.attr("href"));
        assertEquals("English", toEnglish.text());
        assertEquals("en", toEnglish.attr("lang"));
        assertEquals("/ruhr-knowledge/embed/institutions?topic=energy&lang=de", toGerman.attr("href"));
        assertEquals("Deutsch", toGerman.text());
    }

    private static String languageOf(Element element) {
        Element marked = element.closest("[lang]");
        return marked == null ? "" : marked.attr("lang");
    }

    /** Returns the messages whose wording of the other language stands in a text of this language. */
    private static List<Message> foreignWordings(String html, Locale language) {
        Locale other = language.equals(Locale.GERMAN) ? Locale.ENGLISH : Locale.GERMAN;
        String texts = texts(html, language);
        List<Message> found = new ArrayList<>();
        for (Message message : Message.values()) {
            String foreign = message.in(other);
            // The name of the other language is in that language, and some words are the same in both.
            boolean telling = message != Message.OTHER_LANGUAGE && !isPartOfAnyOwn(foreign, language);
            if (telling && word(foreign).matcher(texts).find()) {
                found.add(message);
            }
        }
        return found;
    }

    private static boolean isPartOfAnyOwn(String foreign, Locale language) {
        return List.of(Message.values()).stream()
                .anyMatch(message -> word(foreign).matcher(message.in(language)).find());
    }

    private static Pattern word(String wording) {
        return Pattern.compile("(?<![\\p{L}-])" + Pattern.quote(wording) + "(?![\\p{L}-])");
    }

    /** Returns the texts of a page that count as being in its language, and those of its labels. Names are left out. */
    private static String texts(String html, Locale language) {
        Document page = Jsoup.parse(html);
        page.select("[lang]").stream()
                .filter(element -> !element.attr("lang").equals(language.getLanguage()))
                .forEach(Element::remove);
        page.select(".rk-sources li").remove();
        StringBuilder texts = new StringBuilder();
        for (Element element : page.getAllElements()) {
            texts.append(element.ownText()).append('\n');
            ATTRIBUTES.forEach(name -> texts.append(element.attr(name)).append('\n'));
        }
        return texts.toString();
    }
}
