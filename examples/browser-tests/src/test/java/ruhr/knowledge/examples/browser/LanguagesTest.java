package ruhr.knowledge.examples.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** An English page says nothing in German and a German one nothing in English, also not to a screen reader. */
@ExtendWith(Demo.class)
class LanguagesTest {

    /** Words of the user interface, as whole words. Names of institutions and titles are not among them. */
    private static final List<String> GERMAN_LABELS = List.of(
            "Filter setzen",
            "Filter entfernen",
            "entfernen",
            "ausgewählt",
            "Auswahl",
            "zurücksetzen",
            "aufheben",
            "Weiterlesen",
            "Mehr erfahren",
            "Weiter",
            "Zurück",
            "Vorherige",
            "Nächste",
            "Seite",
            "Seiten",
            "Ergebnis",
            "Ergebnisse",
            "Treffer",
            "Einrichtung",
            "Einrichtungen",
            "Thema",
            "Themen",
            "Ort",
            "Orte",
            "Stadt",
            "Art der Einrichtung",
            "Suche",
            "Suchen",
            "überspringen",
            "springen",
            "Kontakt",
            "Ansprechpartnerin",
            "Telefon",
            "Beispiel",
            "Quelle",
            "Quellen",
            "Angebote",
            "Kennzahlen",
            "laut",
            "rund",
            "gelesen am",
            "Anbieter",
            "Untergeordnet zu",
            "Mehr anzeigen",
            "Gesetzte Filter",
            "Jetzt Teil von",
            "Zusammengeführt",
            "unabhängiges");

    private static final List<String> ENGLISH_LABELS = List.of(
            "Set filter",
            "Remove filter",
            "Remove",
            "selected",
            "Selection",
            "Reset",
            "Clear",
            "Read more",
            "Learn more",
            "Next",
            "Back",
            "Previous",
            "Page",
            "Pages",
            "Result",
            "Results",
            "Institution",
            "Institutions",
            "Topic",
            "Topics",
            "City",
            "Place",
            "Places",
            "Type of institution",
            "Search",
            "Skip",
            "Jump",
            "Contact",
            "Phone",
            "Example",
            "Source",
            "Sources",
            "Services",
            "Key figures",
            "about",
            "read on",
            "as published by",
            "Provider",
            "Below",
            "Show more",
            "Filters set",
            "Now part of",
            "Merged",
            "independent");

    @ParameterizedTest
    @FieldSource("ruhr.knowledge.examples.browser.Addresses#ENGLISH")
    void noGermanLabelInAnEnglishAnswer(String address, Demo.Running demo) {
        String answer = demo.get(address).body();

        assertFalse(answer.contains("Filter setzen"), "the bytes say 'Filter setzen'");
        assertEquals(List.of(), labels(answer, "en", GERMAN_LABELS));
    }

    @ParameterizedTest
    @FieldSource("ruhr.knowledge.examples.browser.Addresses#GERMAN")
    void noEnglishLabelInAGermanAnswer(String address, Demo.Running demo) {
        String answer = demo.get(address).body();

        assertFalse(answer.contains("Set filter"), "the bytes say 'Set filter'");
        assertEquals(List.of(), labels(answer, "de", ENGLISH_LABELS));
    }

    @ParameterizedTest
    @FieldSource("ruhr.knowledge.examples.browser.Addresses#GERMAN")
    void germanAnswersSayWhatALinkDoes(String address, Demo.Running demo) {
        String answer = demo.get(address).body();

        assertFalse(labels(answer, "de", GERMAN_LABELS).isEmpty(), "the same search sees German labels here");
    }

    @Test
    void plantedLabelsAreSeenInTextAndInWhatOnlyAScreenReaderHears() {
        String planted = "<html lang='en'><body><a aria-label='Filter setzen: Energy' href='/'>Energy</a>"
                + "<p lang='de'>Weiterlesen</p><p>Nächste</p></body></html>";

        assertEquals(
                List.of("Filter setzen (aria-label of a)", "Nächste (p)"),
                labels(planted, "en", List.of("Filter setzen", "Weiterlesen", "Nächste")));
        assertTrue(labels("<html lang='de'><p>Read more</p></html>", "de", ENGLISH_LABELS)
                        .size()
                == 1);
    }

    /** Returns the labels that stand in text or attributes for people, outside of what is marked as another language. */
    private static List<String> labels(String html, String language, List<String> labels) {
        Document document = Jsoup.parse(html);
        assertEquals(language, document.selectFirst("html").attr("lang"));
        document.select("[lang]").stream()
                .filter(element -> !element.attr("lang").equals(language))
                .forEach(Element::remove);
        List<String> found = new ArrayList<>();
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode text && text.parent() != null) {
                        collect(labels, text.text(), text.parent().normalName(), found);
                    } else if (node instanceof Element element) {
                        for (Attribute attribute : element.attributes()) {
                            if (List.of("aria-label", "aria-description", "title", "alt", "placeholder", "content")
                                    .contains(attribute.getKey())) {
                                collect(
                                        labels,
                                        attribute.getValue(),
                                        attribute.getKey() + " of " + element.normalName(),
                                        found);
                            }
                        }
                    }
                },
                document);
        return found;
    }

    private static void collect(List<String> labels, String text, String where, List<String> found) {
        for (String label : labels) {
            Pattern word = Pattern.compile(
                    "(?<![\\p{L}\\p{N}-])" + Pattern.quote(label) + "(?![\\p{L}\\p{N}-])",
                    Pattern.UNICODE_CHARACTER_CLASS);
            if (word.matcher(text).find()) {
                found.add(label + " (" + where + ")");
            }
        }
    }
}
