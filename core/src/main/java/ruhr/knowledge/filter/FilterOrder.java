package ruhr.knowledge.filter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The order in which sentences say conditions: that of the schema, so equal filters have equal sentences. */
final class FilterOrder {

    /** Larger filters are left as they are: their sentences are cut in any case. */
    private static final int MOST_CONDITIONS = 500;

    private static final int MOST_LEVELS = 12;

    private final Map<String, Integer> places = new HashMap<>();

    private FilterOrder() {}

    static FilterOrder of(FilterSchema<?> schema) {
        FilterOrder order = new FilterOrder();
        schema.fields().forEach(field -> order.places.put(field.name(), order.places.size()));
        return order;
    }

    Filter inOrder(Filter filter) {
        return isSmall(filter) ? sorted(filter.canonical()) : filter;
    }

    /** Walks level by level, so that a deep filter costs no stack, and stops as soon as there are too many. */
    private static boolean isSmall(Filter filter) {
        List<Filter> level = List.of(filter);
        int conditions = 0;
        for (int depth = 0; !level.isEmpty(); depth++) {
            conditions += level.size();
            if (depth > MOST_LEVELS || conditions > MOST_CONDITIONS) {
                return false;
            }
            List<Filter> below = new ArrayList<>();
            for (Filter part : level) {
                below.addAll(parts(part));
            }
            level = below;
        }
        return true;
    }

    private static List<Filter> parts(Filter filter) {
        if (filter instanceof Filter.And and) {
            return and.parts();
        } else if (filter instanceof Filter.Or or) {
            return or.parts();
        } else if (filter instanceof Filter.Not not) {
            return List.of(not.part());
        }
        return filter instanceof Filter.Preset preset ? List.of(preset.filter()) : List.of();
    }

    private Filter sorted(Filter filter) {
        if (filter instanceof Filter.And and) {
            return new Filter.And(sorted(and.parts()));
        } else if (filter instanceof Filter.Or or) {
            return new Filter.Or(sorted(or.parts()));
        }
        return filter instanceof Filter.Not not ? new Filter.Not(sorted(not.part())) : filter;
    }

    private List<Filter> sorted(List<Filter> parts) {
        return parts.stream()
                .map(this::sorted)
                .sorted(Comparator.comparingInt(this::place).thenComparing(FilterOrder::key))
                .toList();
    }

    private int place(Filter filter) {
        if (filter instanceof Filter.Choice choice) {
            return places.getOrDefault(choice.field(), places.size());
        }
        int behind = places.size() + 1;
        if (filter instanceof Filter.Text) {
            return behind;
        } else if (filter instanceof Filter.Near) {
            return behind + 1;
        } else if (filter instanceof Filter.Box) {
            return behind + 2;
        } else if (filter instanceof Filter.Preset) {
            return behind + 3;
        } else if (filter instanceof Filter.Not not && !(not.part() instanceof Filter.And)) {
            return behind + 6 + place(not.part());
        }
        return filter instanceof Filter.And ? behind + 4 : behind + 5;
    }

    private static String key(Filter filter) {
        return filter instanceof Filter.Preset preset ? preset.id() : filter.toString();
    }
}
