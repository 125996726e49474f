package ruhr.knowledge.widget.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of institutions.
 *
 * @param shell what surrounds it
 * @param title its heading
 * @param count how many there are, as a sentence
 * @param filters the filters that are set
 * @param clear the page without any filter
 * @param cards the institutions of the page
 * @param empty why there are none
 * @param pages the paging
 * @param sources where it comes from
 */
public record ListView(
        Shell shell,
        Words title,
        String count,
        List<ActiveFilter> filters,
        @Nullable String clear,
        List<Card> cards,
        @Nullable String empty,
        List<PageLink> pages,
        List<SourceItem> sources) {}
