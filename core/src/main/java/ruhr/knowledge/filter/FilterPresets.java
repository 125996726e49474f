package ruhr.knowledge.filter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The presets that a schema knows, each with all that it builds on. Immutable and thread-safe.
 *
 * <pre>{@code
 * FilterPresets presets = FilterPresets.of(List.of(transfer, transferInBochum));   // the second builds on the first
 * presets.filter("transfer-in-bochum");                                            // both conditions
 * }</pre>
 */
public final class FilterPresets {

    private static final FilterPresets NONE = new FilterPresets(List.of());

    private final Map<String, FilterPreset> presets = new LinkedHashMap<>();
    private final Map<String, Filter> filters = new LinkedHashMap<>();

    private FilterPresets(Collection<FilterPreset> given) {
        for (FilterPreset preset : given) {
            if (presets.putIfAbsent(preset.id(), preset) != null) {
                throw new IllegalArgumentException("preset '" + preset.id() + "': expected each id once");
            }
        }
        presets.values().forEach(preset -> filters.put(preset.id(), resolved(preset, new ArrayList<>())));
    }

    private Filter resolved(FilterPreset preset, List<String> way) {
        way.add(preset.id());
        List<Filter> parts = new ArrayList<>(List.of(preset.filter()));
        for (String other : preset.buildsOn()) {
            if (way.contains(other)) {
                throw new IllegalArgumentException(
                        "preset '" + preset.id() + "': expected presets that do not build on "
                                + "themselves, found the circle " + String.join(" → ", way) + " → " + other);
            }
            FilterPreset below = presets.get(other);
            if (below == null) {
                throw new IllegalArgumentException(
                        "preset '" + preset.id() + "': the preset '" + other + "' that it builds on does not exist");
            }
            Filter known = filters.get(other);
            parts.add(known != null ? known : resolved(below, way));
        }
        way.remove(way.size() - 1);
        return Filter.and(parts).canonical();
    }

    /**
     * Returns no presets.
     *
     * @return an empty collection of presets
     */
    public static FilterPresets none() {
        return NONE;
    }

    /**
     * Returns presets by their ids.
     *
     * @param presets the presets in the order in which they are shown
     * @return the presets
     * @throws IllegalArgumentException if an id stands twice, a preset builds on one that does not exist, or presets build
     *     on each other in a circle; the message names them
     */
    public static FilterPresets of(Collection<FilterPreset> presets) {
        return presets.isEmpty() ? NONE : new FilterPresets(presets);
    }

    /**
     * Returns the presets in their order.
     *
     * @return all presets; unmodifiable
     */
    public Collection<FilterPreset> all() {
        return Collections.unmodifiableCollection(presets.values());
    }

    /**
     * Returns the preset of an id. Constant time.
     *
     * @param id any text
     * @return the preset, or empty if there is none
     */
    public Optional<FilterPreset> find(String id) {
        return Optional.ofNullable(presets.get(id));
    }

    /**
     * Returns what a preset and all those that it builds on want together. Constant time.
     *
     * @param id any text
     * @return the filter in canonical form, or empty if there is no such preset
     */
    public Optional<Filter> filter(String id) {
        return Optional.ofNullable(filters.get(id));
    }
}
