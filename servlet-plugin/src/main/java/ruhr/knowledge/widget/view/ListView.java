package ruhr.knowledge.widget.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of entries.
 *
 * @param shell what surrounds it
 * @param title its heading
 * @param results what is listed
 * @param filters the filters that are set
 * @param clear the page without any filter
 * @param sources where it comes from
 */
public record ListView(
        Shell shell,
        Words title,
        Results results,
        List<ActiveFilter> filters,
        @Nullable String clear,
        List<SourceItem> sources) {}
