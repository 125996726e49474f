package ruhr.knowledge.widget.view;

import java.util.List;

/**
 * A focus page.
 *
 * @param shell what surrounds it
 * @param title its name
 * @param blocks what it shows
 * @param sources where it comes from
 */
public record FocusView(Shell shell, Words title, List<BlockView> blocks, List<SourceItem> sources) {}
