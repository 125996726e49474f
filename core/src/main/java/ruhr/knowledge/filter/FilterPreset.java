package ruhr.knowledge.filter;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import ruhr.knowledge.value.LocalizedText;
import ruhr.knowledge.value.Slug;

/**
 * A filter with a name, published so that other pages can use the same one: {@code ?preset=knowledge-transfer}.
 *
 * @param id the value in URLs
 * @param version grows whenever the preset comes to mean something else; from 1
 * @param label what a visitor reads
 * @param description one or two sentences on what it finds
 * @param buildsOn ids of other presets that hold, too
 * @param filter what it wants beside those; values that do not exist find nothing
 */
public record FilterPreset(
        String id,
        int version,
        LocalizedText label,
        Optional<LocalizedText> description,
        List<String> buildsOn,
        Filter filter) {

    /** How deep the conditions of a preset can be nested: others have to have room around it. */
    public static final int MOST_DEPTH = Filter.MOST_DEPTH / 2;

    /**
     * Checks the id and the version, copies the list and brings the filter into its canonical form.
     *
     * @throws IllegalArgumentException if an id is no slug, the version is below 1, or the conditions are nested deeper
     *     than {@link #MOST_DEPTH}
     */
    public FilterPreset {
        Slug.require(id, "id of a preset");
        Objects.requireNonNull(label, "label");
        buildsOn = List.copyOf(buildsOn);
        buildsOn.forEach(other -> Slug.require(other, "preset that '" + id + "' builds on"));
        filter = filter.canonical();
        if (filter.depth() > MOST_DEPTH) {
            throw new IllegalArgumentException("filter of preset '" + id + "': expected conditions nested at most "
                    + MOST_DEPTH + " deep, found " + filter.depth());
        }
        if (version < 1) {
            throw new IllegalArgumentException(
                    "version of preset '" + id + "': expected a number from 1, found " + version);
        }
    }

    /**
     * Returns version 1 of a preset that builds on no other.
     *
     * @param id the value in URLs
     * @param label what a visitor reads
     * @param filter what it wants
     * @return the preset, without a description
     * @throws IllegalArgumentException if the id is no slug
     */
    public static FilterPreset of(String id, LocalizedText label, Filter filter) {
        return new FilterPreset(id, 1, label, Optional.empty(), List.of(), filter);
    }
}
