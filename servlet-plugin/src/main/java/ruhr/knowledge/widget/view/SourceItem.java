package ruhr.knowledge.widget.view;

import org.jspecify.annotations.Nullable;

/**
 * A source of facts.
 *
 * @param title what it is
 * @param href where it can be read
 */
public record SourceItem(Words title, @Nullable String href) {}
