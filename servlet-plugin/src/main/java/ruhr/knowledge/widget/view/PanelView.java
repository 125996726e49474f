package ruhr.knowledge.widget.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A filter panel for any records.
 *
 * @param filter what every panel has
 * @param sentence what is asked for, in words; none where the count says it
 * @param presets the ready-made filters
 * @param search where words can be searched for; none where the records have no search
 * @param ways which filter, taken away, would bring something, where nothing was found
 */
public record PanelView(
        FilterView filter,
        @Nullable String sentence,
        List<Chip> presets,
        @Nullable Search search,
        List<Chip> ways) {

    /**
     * A form for words.
     *
     * @param action where it leads
     * @param name the name of the parameter with the words
     * @param words what was searched for
     * @param others what else is asked for, and stays
     */
    public record Search(String action, String name, String words, List<Hidden> others) {}

    /**
     * What a form sends beside the words.
     *
     * @param name the name of a parameter
     * @param value its value
     */
    public record Hidden(String name, String value) {}
}
