package ruhr.knowledge.widget.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry in a list.
 *
 * @param kind what sort of entry it is, for styles: {@code institution}, {@code service}, {@code contact}, {@code story}
 * @param name its name
 * @param href where it is shown in full
 * @param kicker what stands above the name
 * @param example "Example", if it is invented
 * @param picture a picture of it
 * @param sign what stands in place of a picture
 * @param lines what is said beside the name
 * @param summary a sentence
 * @param excerpt the place where searched words were found, in place of the summary; empty if there is none
 * @param chips its topics
 */
public record Card(
        String kind,
        Words name,
        String href,
        @Nullable Words kicker,
        @Nullable String example,
        @Nullable Picture picture,
        @Nullable Sign sign,
        List<Line> lines,
        @Nullable Words summary,
        List<Piece> excerpt,
        List<Chip> chips) {

    /**
     * Returns what is said under a key.
     *
     * @param key the key of a {@link Line}
     * @return the line; null if nothing is said
     */
    public @Nullable Line line(String key) {
        return lines.stream().filter(line -> line.key().equals(key)).findFirst().orElse(null);
    }
}
