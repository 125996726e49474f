package ruhr.knowledge.widget.view;

import java.util.List;

/**
 * A search box, the filters, and what was found, of all kinds.
 *
 * @param panel search box and filters
 * @param suggestions what the words may mean
 * @param results what was found
 * @param sources where it comes from
 */
public record FinderView(PanelView panel, List<Suggested> suggestions, Results results, List<SourceItem> sources) {

    /**
     * A suggestion.
     *
     * @param kind what it is
     * @param words what it is called
     * @param href where it leads
     */
    public record Suggested(String kind, Words words, String href) {}
}
