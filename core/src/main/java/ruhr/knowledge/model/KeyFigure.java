package ruhr.knowledge.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ruhr.knowledge.value.LocalizedText;
import ruhr.knowledge.value.Slug;

/**
 * A figure as somebody published it. Sources disagree about figures, so each carries its year, or who published it and
 * when it was read.
 *
 * @param id the identifier among figures
 * @param value what is shown large: digits without grouping, or a word
 * @param qualifier how exact the value is
 * @param unit what stands behind the value, for example {@code %}
 * @param year the year that it is about
 * @param label what the value counts
 * @param topics what it is about
 * @param published who published it and when it was read; there if the year is not
 * @param sources where it comes from
 */
public record KeyFigure(
        String id,
        String value,
        Qualifier qualifier,
        Optional<String> unit,
        Optional<Integer> year,
        LocalizedText label,
        List<AssignedTopic> topics,
        Optional<Published> published,
        List<String> sources) {

    /** How exact a value is. */
    public enum Qualifier {
        /** As it stands. */
        EXACT,
        /** Rounded by its source. */
        ABOUT,
        /** At least this many: "220+". */
        MORE_THAN
    }

    /**
     * Who published a figure, and when it was read there.
     *
     * @param by the name of the publisher
     * @param read the day it was read
     */
    public record Published(String by, LocalDate read) {}

    /**
     * Checks the parts and copies the lists.
     *
     * @throws IllegalArgumentException if the id is no slug, the value blank or longer than 40 characters, or neither
     *     year nor publication is there
     */
    public KeyFigure {
        Slug.require(id, "id of a figure");
        topics = List.copyOf(topics);
        sources = List.copyOf(sources);
        if (value.isBlank() || value.length() > 40) {
            throw new IllegalArgumentException(
                    "value of a figure: expected 1 to 40 characters, found " + value.length());
        }
        if (year.isEmpty() && published.isEmpty()) {
            throw new IllegalArgumentException(
                    "figure: expected a year, or who published it and when it was read; found neither");
        }
    }
}
