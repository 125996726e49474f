package ruhr.knowledge.widget.view;

/**
 * A filter that is set.
 *
 * @param field the name of the field
 * @param label the value
 * @param remove "Remove filter: …" for those who hear the page
 * @param href the page without it
 */
public record ActiveFilter(String field, Words label, String remove, String href) {}
