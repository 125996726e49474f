package ruhr.knowledge.widget.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The filter panel.
 *
 * @param shell what surrounds it
 * @param title its heading
 * @param count how many results there are, as a sentence
 * @param filters the filters that are set
 * @param clear the page without any filter
 * @param empty why there are no results
 * @param facets the facets
 * @param results where the results are, if they are on another page
 */
public record FilterView(
        Shell shell,
        Words title,
        String count,
        List<ActiveFilter> filters,
        @Nullable String clear,
        @Nullable String empty,
        List<FacetPanel> facets,
        @Nullable String results) {}
