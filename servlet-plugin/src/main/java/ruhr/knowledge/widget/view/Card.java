package ruhr.knowledge.widget.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An institution in a list.
 *
 * @param name its name
 * @param href its own page
 * @param type what sort of institution it is
 * @param places the towns it works in
 * @param summary a sentence
 * @param status what became of it, if it is not active
 * @param successor where it went
 * @param example "Example", if it is invented
 * @param chips its topics
 */
public record Card(
        Words name,
        @Nullable String href,
        Words type,
        List<Words> places,
        @Nullable Words summary,
        @Nullable String status,
        @Nullable Words successor,
        @Nullable String example,
        List<Chip> chips) {}
