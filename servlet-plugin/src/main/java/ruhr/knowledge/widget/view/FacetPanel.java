package ruhr.knowledge.widget.view;

import java.util.List;

/**
 * A facet of the filter panel.
 *
 * @param id for labels
 * @param label the name of the field
 * @param first the values shown at once
 * @param more the values behind "show more"
 * @param moreLabel what opens them
 * @param open whether one of those is set
 */
public record FacetPanel(
        String id, Words label, List<Option> first, List<Option> more, String moreLabel, boolean open) {}
