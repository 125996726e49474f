package ruhr.knowledge.widget.view;

import org.jspecify.annotations.Nullable;

/**
 * A key figure.
 *
 * @param before a word before the value
 * @param value the value as it is written in the language
 * @param label what it counts
 * @param note the year, or who published it
 */
public record Figure(@Nullable String before, String value, Words label, String note) {}
