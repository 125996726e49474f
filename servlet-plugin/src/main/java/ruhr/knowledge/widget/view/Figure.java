package ruhr.knowledge.widget.view;

import org.jspecify.annotations.Nullable;

/**
 * A key figure.
 *
 * @param before a word before the value
 * @param value the value as it is written in the language
 * @param label what it counts
 * @param note the year, or who published it
 * @param share of a percentage, how much of a hundred, 0 to 1000; -1 for any other figure
 */
public record Figure(@Nullable String before, String value, Words label, String note, int share) {}
