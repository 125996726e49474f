package ruhr.knowledge.widget.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of entries.
 *
 * @param layout {@code cards}, {@code list} or {@code table}
 * @param count how many there are, as a sentence
 * @param cards the entries
 * @param columns of a table: keys of lines and what they are called
 * @param empty why there are none
 * @param ways which filter, taken away, would bring something
 * @param pagesLabel what the paging is called
 * @param pages the paging
 */
public record Results(
        String layout,
        String count,
        List<Card> cards,
        List<Column> columns,
        @Nullable String empty,
        List<Chip> ways,
        String pagesLabel,
        List<PageLink> pages) {

    /**
     * A column of a table.
     *
     * @param key the key of the lines in it
     * @param label what it is called
     */
    public record Column(String key, String label) {}
}
