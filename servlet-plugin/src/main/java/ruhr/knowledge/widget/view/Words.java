package ruhr.knowledge.widget.view;

import org.jspecify.annotations.Nullable;

/**
 * A text on a page.
 *
 * @param text the text
 * @param lang its language, if that is not the language of the page
 */
public record Words(String text, @Nullable String lang) {}
