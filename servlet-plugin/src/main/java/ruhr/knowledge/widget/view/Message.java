package ruhr.knowledge.widget.view;

import java.util.Locale;

/** The words of the pages, in both languages. What stands in the data is not here. */
public enum Message {
    SET_FILTER("Filter setzen:", "Set filter:"),
    REMOVE_FILTER("Filter entfernen:", "Remove filter:"),
    CLEAR("Alle Filter entfernen", "Remove all filters"),
    ACTIVE_FILTERS("Gesetzte Filter", "Filters set"),
    INSTITUTIONS("Einrichtungen", "Institutions"),
    FILTER("Filter", "Filter"),
    SEARCH("Suchen", "Search"),
    SEARCH_WORDS("Suchwörter", "Words to search for"),
    WORDS("Wörter", "Words"),
    PRESETS("Vorauswahl", "Presets"),
    PRESET("Vorauswahl", "Preset"),
    CONDITION("Bedingung", "Condition"),
    NOTHING_FITS(
            "Nichts passt zu allen gesetzten Filtern. Entfernen Sie einen davon.",
            "Nothing fits all the filters set. Remove one of them."),
    WITHOUT_IT("Ohne diesen Filter:", "Without this filter:"),
    SKIP_TO_CONTENT("Zum Inhalt springen", "Skip to the content"),
    SKIP_TO_END("Zum Ende springen", "Skip to the end"),
    SKIP_FILTER("Filter überspringen", "Skip the filter"),
    PAGES("Seiten", "Pages"),
    PREVIOUS("Vorherige Seite", "Previous page"),
    NEXT("Nächste Seite", "Next page"),
    PAGE("Seite", "Page"),
    PAGE_OF("Seite %s von %s", "page %s of %s"),
    READ_MORE("Weiterlesen", "Read more"),
    EXAMPLE("Beispiel", "Example"),
    SOURCES("Quellen", "Sources"),
    SHOW_MORE("Mehr anzeigen:", "Show more:"),
    NARROWER("Untergeordnet zu", "Below"),
    SELECTED("ausgewählt, entfernen", "selected, remove"),
    PROVIDER("Anbieter:", "Provider:"),
    EMAIL("E-Mail", "Email"),
    PHONE("Telefon", "Phone"),
    MERGED("Zusammengeführt", "Merged"),
    CLOSED("Geschlossen", "Closed"),
    NOW_PART_OF("Jetzt Teil von", "Now part of"),
    TOPICS("Themen", "Topics"),
    PLACES("Orte", "Places"),
    ALL_STATUS("auch frühere", "former ones, too"),
    WITHOUT("ohne", "without"),
    UNREADABLE("nicht lesbar", "unreadable"),
    SHOW_RESULTS("Ergebnisse anzeigen", "Show the results"),
    NOTHING("Hier ist nichts verzeichnet.", "Nothing is listed here."),
    NONE_FITS(
            "Keine Einrichtung passt zu allen gesetzten Filtern. Entfernen Sie einen davon.",
            "No institution fits all the filters set. Remove one of them."),
    NOT_A_VALUE(
            "Einen der gesetzten Filter gibt es hier nicht. Entfernen Sie ihn, um Ergebnisse zu sehen.",
            "One of the filters set does not exist here. Remove it to see results."),
    NO_SUCH_PAGE("Diese Seite der Liste gibt es nicht.", "The list has no such page."),
    FIRST_PAGE("Zur ersten Seite", "To the first page"),
    NO_SUCH_FOCUS("Diese Themenseite gibt es nicht.", "There is no such focus page."),
    NO_SUCH_STORY("Diese Geschichte gibt es nicht.", "There is no such story."),
    NOT_THERE("Nicht gefunden", "Not found"),
    ABOUT("rund", "about"),
    AS_PUBLISHED_BY("laut", "as published by"),
    READ_ON("gelesen am", "read on"),
    PHOTO_CREDIT("Bild:", "Image:"),
    OTHER_LANGUAGE("English", "Deutsch"),
    INDEPENDENT(
            "Ein unabhängiges Projekt, nicht verbunden mit der Business Metropole Ruhr GmbH oder den genannten Einrichtungen.",
            "An independent project, not connected with Business Metropole Ruhr GmbH or the institutions named.");

    private final String german;
    private final String english;

    Message(String german, String english) {
        this.german = german;
        this.english = english;
    }

    /**
     * Returns the words in a language.
     *
     * @param language German or English; any other language counts as German
     * @return plain text
     */
    public String in(Locale language) {
        return language.getLanguage().equals("en") ? english : german;
    }
}
