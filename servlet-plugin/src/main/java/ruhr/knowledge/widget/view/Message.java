package ruhr.knowledge.widget.view;

import java.util.Locale;

/**
 * The words of the widgets that do not stand in the data. Their texts are in {@code messages_de.properties} and
 * {@code messages_en.properties}, one key for each of these names ({@code SET_FILTER} is {@code set-filter}), and in the
 * files of further languages, see {@link Languages}.
 */
public enum Message {
    SET_FILTER,
    REMOVE_FILTER,
    CLEAR,
    ACTIVE_FILTERS,
    FILTER,
    SEARCH,
    SEARCH_WORDS,
    WORDS,
    PRESETS,
    PRESET,
    CONDITION,
    NOTHING_FITS,
    WITHOUT_IT,
    SKIP_TO_CONTENT,
    SKIP_TO_END,
    SKIP_FILTER,
    PAGES,
    PREVIOUS,
    NEXT,
    PAGE,
    PAGE_OF,
    READ_MORE,
    EXAMPLE,
    SOURCES,
    SHOW_MORE,
    NARROWER,
    SELECTED,
    PROVIDER,
    EMAIL,
    PHONE,
    MERGED,
    CLOSED,
    NOW_PART_OF,
    TOPICS,
    PLACES,
    ALL_STATUS,
    WITHOUT,
    UNREADABLE,
    SHOW_RESULTS,
    NOTHING,
    NONE_FITS,
    NOT_A_VALUE,
    NO_SUCH_PAGE,
    FIRST_PAGE,
    NO_SUCH_FOCUS,
    NOT_THERE,
    ABOUT,
    AS_PUBLISHED_BY,
    READ_ON,
    PHOTO_CREDIT,
    OTHER_LANGUAGE,
    INDEPENDENT,
    TITLE_INSTITUTIONS,
    TITLE_SERVICES,
    TITLE_CONTACTS,
    TITLE_STORIES,
    TITLE_FIGURES,
    TITLE_FILTER,
    TITLE_FILTER_SERVICES,
    TITLE_FILTER_CONTACTS,
    TITLE_FILTER_STORIES,
    TITLE_FINDER,
    TITLE_MAP,
    SERVICES,
    CONTACTS,
    STORIES,
    PART_OF_IT,
    RESULTS_ONE,
    RESULTS_OTHER,
    INSTITUTIONS_ONE,
    INSTITUTIONS_OTHER,
    SHOW_ONE,
    SHOW_ALL,
    NAME,
    TYPE,
    WEBSITE,
    ROR_ID,
    SHORT_NAME,
    ESTABLISHED,
    PART_OF,
    OFFERED_BY,
    OFFERED_IN,
    WORKS_AT,
    PUBLISHED,
    SUMMARY,
    STATUS,
    SITES,
    DISTANCE,
    AWAY,
    VCARD,
    ALL_OF_THEM,
    NO_SUCH_ENTRY,
    ANY_VALUE,
    SUGGESTIONS,
    KEY_FIGURE,
    VALUE,
    AS_OF,
    AS_TABLE,
    COMPARED,
    NO_FIGURES,
    MAP_OF,
    PLACES_ON_THE_MAP,
    WHOLE_REGION,
    NOT_ON_THE_MAP,
    WITHIN,
    KIND,
    ROLE,
    VCARD_LABEL,
    SKIP_TO_RESULTS,
    OPEN_ALONE;

    /**
     * Returns the key in the files.
     *
     * @return for example {@code set-filter}
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Returns the words in one of the two languages that are always there.
     *
     * @param language German or English; any other language counts as German
     * @return plain text, with {@code {0}} where something is to be put in
     */
    public String in(Locale language) {
        return (language.getLanguage().equals("en") ? Wordbook.ENGLISH : Wordbook.GERMAN).text(this);
    }
}
