package ruhr.knowledge.filter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The presets that a schema knows, each with all that it builds on. Immutable and thread-safe.
 *
 * <pre>{@code
 * FilterPresets presets = FilterPresets.of(List.of(transfer, transferInBochum));   // the second builds on the first
 * presets.filter("transfer-in-bochum");                                            // both conditions
 * }</pre>
 */
public final class FilterPresets {

    /** The most conditions that a preset and all those that it builds on may have together. */
    public static final int MOST_CONDITIONS = 512;

    /** How many presets of a circle a message names. */
    private static final int MOST_NAMED = 8;

    private static final FilterPresets NONE = new FilterPresets(List.of(), FilterPresets::refuse);

    private final Map<String, FilterPreset> presets = new LinkedHashMap<>();
    private final Map<String, Filter> filters = new HashMap<>();

    /** Is told of presets that make no sense beside the others. */
    @FunctionalInterface
    public interface Refusal {

        /**
         * Takes a note of a preset that is left out.
         *
         * @param preset the preset
         * @param expected what was expected, as a part of a sentence
         * @param found what was found, as a part of a sentence
         */
        void leftOut(FilterPreset preset, String expected, String found);
    }

    /*
     * A preset is resolved when all that it builds on are. Going over the open ones again and again resolves a level each
     * time, without recursion, so a long chain costs no stack; what stays open stands in a circle, or builds on a preset
     * that does, that is not there or that is too large.
     */
    private FilterPresets(Collection<FilterPreset> given, Refusal refusal) {
        Map<String, FilterPreset> open = new LinkedHashMap<>();
        for (FilterPreset preset : given) {
            if (open.putIfAbsent(preset.id(), preset) != null) {
                refusal.leftOut(preset, "each id once", "'" + preset.id() + "' again");
            }
        }
        List<FilterPreset> inOrder = List.copyOf(open.values());
        Map<String, Map<String, Integer>> sizes = new HashMap<>();
        while (open.values().removeIf(preset -> resolve(preset, sizes, refusal))) {
            // Each round resolves at least one.
        }
        Set<String> ids = inOrder.stream().map(FilterPreset::id).collect(Collectors.toSet());
        for (FilterPreset preset : open.values()) {
            refuseOpen(preset, ids, open, refusal);
        }
        for (FilterPreset preset : inOrder) {
            if (filters.containsKey(preset.id())) {
                presets.put(preset.id(), preset);
            }
        }
    }

    /** Resolves a preset if all that it builds on are resolved; tells whether it needs no other look. */
    private boolean resolve(FilterPreset preset, Map<String, Map<String, Integer>> sizes, Refusal refusal) {
        if (!filters.keySet().containsAll(preset.buildsOn())) {
            return false;
        }
        Map<String, Integer> all = new HashMap<>(Map.of(preset.id(), size(preset.filter())));
        List<Filter> parts = new ArrayList<>(List.of(preset.filter()));
        for (String other : preset.buildsOn()) {
            all.putAll(sizes.getOrDefault(other, Map.of()));
            parts.add(filters.getOrDefault(other, Filter.everything()));
        }
        int conditions = all.values().stream().mapToInt(Integer::intValue).sum();
        if (conditions > MOST_CONDITIONS) {
            refusal.leftOut(
                    preset,
                    "at most " + MOST_CONDITIONS + " conditions with all that it builds on",
                    conditions + " of them");
            return true;
        }
        sizes.put(preset.id(), all);
        filters.put(preset.id(), Filter.and(parts).canonical());
        return true;
    }

    private void refuseOpen(FilterPreset preset, Set<String> ids, Map<String, FilterPreset> open, Refusal refusal) {
        Set<String> way = new LinkedHashSet<>();
        FilterPreset at = preset;
        while (at != null && way.add(at.id())) {
            at = open.get(firstUnresolved(at));
        }
        String other = firstUnresolved(preset);
        if (at == preset) {
            String circle = way.stream().limit(MOST_NAMED).collect(Collectors.joining(" → "));
            String rest = way.size() > MOST_NAMED ? " → …" : "";
            refusal.leftOut(
                    preset,
                    "presets that do not build on themselves",
                    "the circle " + circle + rest + " → " + preset.id());
        } else {
            String why = ids.contains(other) ? "', which is left out itself" : "', which does not exist";
            refusal.leftOut(preset, "the ids of presets to build on", "'" + other + why);
        }
    }

    private String firstUnresolved(FilterPreset preset) {
        return preset.buildsOn().stream()
                .filter(other -> !filters.containsKey(other))
                .findFirst()
                .orElseThrow();
    }

    private static int size(Filter filter) {
        int size = 0;
        List<Filter> open = new ArrayList<>(List.of(filter));
        while (!open.isEmpty()) {
            Filter next = open.remove(open.size() - 1);
            size++;
            if (next instanceof Filter.And and) {
                open.addAll(and.parts());
            } else if (next instanceof Filter.Or or) {
                open.addAll(or.parts());
            } else if (next instanceof Filter.Not not) {
                open.add(not.part());
            } else if (next instanceof Filter.Preset preset) {
                open.add(preset.filter());
            }
        }
        return size;
    }

    private static void refuse(FilterPreset preset, String expected, String found) {
        throw new IllegalArgumentException("preset '" + preset.id() + "': expected " + expected + ", found " + found);
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
     * @throws IllegalArgumentException if an id stands twice, a preset builds on one that does not exist, presets build on each
     *     other in a circle, or a preset is larger than {@link #MOST_CONDITIONS}; the message names them
     */
    public static FilterPresets of(Collection<FilterPreset> presets) {
        return of(presets, FilterPresets::refuse);
    }

    /**
     * Returns those presets that make sense together.
     *
     * @param presets the presets in the order in which they are shown; where an id stands twice, the first one holds
     * @param refusal is told of each preset that is left out, and what is wrong with it; in a circle each one is left out
     * @return the other presets
     */
    public static FilterPresets of(Collection<FilterPreset> presets, Refusal refusal) {
        return presets.isEmpty() ? NONE : new FilterPresets(presets, refusal);
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
