package ruhr.knowledge.widget.view;

/**
 * A topic as a link that sets or removes a filter.
 *
 * @param action "Set filter:" or "Remove filter:"
 * @param label the topic
 * @param href where it leads
 * @param selected whether the filter is set
 */
public record Chip(String action, Words label, String href, boolean selected) {}
