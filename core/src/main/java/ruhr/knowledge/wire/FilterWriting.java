package ruhr.knowledge.wire;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.value.GeoPoint;

/** Makes JSON of one filter. */
final class FilterWriting {

    private FilterWriting() {}

    static FilterJson write(Filter filter) {
        return write(filter, 1);
    }

    private static FilterJson write(Filter filter, int level) {
        if (level > FilterFormat.MOST_LEVELS) {
            throw new MisfitException("", "a filter of at most " + FilterFormat.MOST_LEVELS + " levels", "more");
        }
        if (filter instanceof Filter.Choice choice) {
            return json(choice.field(), List.copyOf(choice.values()), null, null, null, null, null);
        } else if (filter instanceof Filter.And and) {
            return json(null, null, parts(and.parts(), level), null, null, null, null);
        } else if (filter instanceof Filter.Or or) {
            return json(null, null, null, parts(or.parts(), level), null, null, null);
        } else if (filter instanceof Filter.Not not) {
            return json(null, null, null, null, write(not.part(), level + 1), null, null);
        } else if (filter instanceof Filter.Near near) {
            return json(null, null, null, null, null, near(near), null);
        } else if (filter instanceof Filter.Box box) {
            return json(null, null, null, null, null, null, box(box));
        } else if (filter instanceof Filter.Text text) {
            return new FilterJson(null, null, null, null, null, null, null, text.words(), null, null);
        } else if (filter instanceof Filter.Preset preset) {
            return new FilterJson(
                    null, null, null, null, null, null, null, null, preset.id(), write(preset.filter(), level + 1));
        }
        throw new IllegalArgumentException(
                "filter: expected a sort that this format knows, found " + filter.getClass());
    }

    private static List<FilterJson> parts(List<Filter> parts, int level) {
        return parts.stream().map(part -> write(part, level + 1)).toList();
    }

    private static NearJson near(Filter.Near near) {
        GeoPoint center = near.center();
        return new NearJson(degrees(center.latitude()), degrees(center.longitude()), BigDecimal.valueOf(near.metres()));
    }

    private static BoxJson box(Filter.Box box) {
        return new BoxJson(
                degrees(box.southWest().longitude()),
                degrees(box.southWest().latitude()),
                degrees(box.northEast().longitude()),
                degrees(box.northEast().latitude()));
    }

    /** Returns the number without an exponent and without zeros at its end. */
    private static BigDecimal degrees(double degrees) {
        return new BigDecimal(BigDecimal.valueOf(degrees).stripTrailingZeros().toPlainString());
    }

    private static FilterJson json(
            @Nullable String field,
            @Nullable List<String> values,
            @Nullable List<FilterJson> and,
            @Nullable List<FilterJson> or,
            @Nullable FilterJson not,
            @Nullable NearJson near,
            @Nullable BoxJson box) {
        return new FilterJson(field, values, and, or, not, near, box, null, null, null);
    }
}
