package ruhr.knowledge.widget.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value of a facet.
 *
 * @param label the value
 * @param count how many entries it would leave, written out
 * @param spoken the count as words, for those who hear the page
 * @param href sets or removes it; none if it would leave nothing
 * @param selected whether it is set
 * @param narrower the values below it
 * @param open whether one of those is set
 */
public record Option(
        Words label,
        String count,
        String spoken,
        @Nullable String href,
        boolean selected,
        List<Option> narrower,
        boolean open) {}
