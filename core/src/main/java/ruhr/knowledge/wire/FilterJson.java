package ruhr.knowledge.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A filter: exactly one of its members says which sort of condition it is; {@code field} comes with {@code values}, and
 * {@code preset} may come with {@code filter}.
 *
 * @param field of a choice: the name of the field
 * @param values of a choice: ids of the vocabulary, spans such as {@code 1960..1990}, or {@code none}
 * @param and filters that all have to hold; an empty list keeps every record
 * @param or filters of which one has to hold
 * @param not a filter whose records are not wanted
 * @param near a circle
 * @param box a box
 * @param text words
 * @param preset the id of a preset
 * @param filter of a preset: what it wants; absent where the reader knows the preset
 */
public record FilterJson(
        @Nullable String field,
        @Nullable List<String> values,
        @Nullable List<FilterJson> and,
        @Nullable List<FilterJson> or,
        @Nullable FilterJson not,
        @Nullable NearJson near,
        @Nullable BoxJson box,
        @Nullable String text,
        @Nullable String preset,
        @Nullable FilterJson filter) {}
