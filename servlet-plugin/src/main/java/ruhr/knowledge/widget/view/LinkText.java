package ruhr.knowledge.widget.view;

import org.jspecify.annotations.Nullable;

/**
 * A text that may be a link.
 *
 * @param words the text
 * @param href where it leads; null for text alone
 * @param foreign whether it leads to another site
 */
public record LinkText(Words words, @Nullable String href, boolean foreign) {}
