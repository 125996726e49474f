package ruhr.knowledge.widget.view;

import java.util.Locale;

/**
 * What surrounds every widget.
 *
 * @param id the id of the widget on its page; the ids inside begin with it
 * @param lang the language of the page
 * @param level the level of the widget's heading
 * @param stylesheet the address of the style sheet
 * @param document whether the widget is a page of its own
 * @param locale the language of the page
 */
public record Shell(String id, String lang, int level, String stylesheet, boolean document, Locale locale) {}
