package ruhr.knowledge.widget.view;

import java.util.List;

/**
 * Something that is said of an entry beside its name: where it is, who offers it.
 *
 * @param key what it is, for styles and for the columns of a table
 * @param label what it is, for people
 * @param quiet whether the label is only for those who hear the page, because everybody else sees what it is
 * @param values what is said
 */
public record Line(String key, String label, boolean quiet, List<LinkText> values) {}
