package ruhr.knowledge.wire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterPresets;
import ruhr.knowledge.value.Finding;
import ruhr.knowledge.value.GeoPoint;

/** Makes one filter of its JSON: whatever does not fit refuses the whole, because a part left out would mean another filter. */
final class FilterReading {

    private final FilterPresets presets;
    private int conditions;
    private int values;

    FilterReading(FilterPresets presets) {
        this.presets = presets;
    }

    Filter read(FilterJson json, String at) {
        return read(json, at, 1);
    }

    private Filter read(FilterJson json, String at, int level) {
        if (level > FilterFormat.MOST_LEVELS) {
            throw new MisfitException(at, "at most " + FilterFormat.MOST_LEVELS + " levels", "more");
        }
        if (++conditions > FilterFormat.MOST_CONDITIONS) {
            throw new MisfitException(at, "at most " + FilterFormat.MOST_CONDITIONS + " conditions", "more");
        }
        String sort = sort(json, at);
        return switch (sort) {
            case "field" -> choice(json, at);
            case "and" -> new Filter.And(parts(json.and(), at + "/and", level));
            case "or" -> {
                List<Filter> parts = parts(json.or(), at + "/or", level);
                yield making(at + "/or", () -> new Filter.Or(parts));
            }
            case "not" -> new Filter.Not(read(required(json.not(), at), at + "/not", level + 1));
            case "near" -> near(required(json.near(), at), at + "/near");
            case "box" -> box(required(json.box(), at), at + "/box");
            case "text" -> making(at + "/text", () -> new Filter.Text(required(json.text(), at)));
            default -> preset(json, at, level);
        };
    }

    /** Returns the one member that says which sort of condition this is. */
    private static String sort(FilterJson json, String at) {
        Map<String, @Nullable Object> sorts = new LinkedHashMap<>();
        sorts.put("field", json.field());
        sorts.put("and", json.and());
        sorts.put("or", json.or());
        sorts.put("not", json.not());
        sorts.put("near", json.near());
        sorts.put("box", json.box());
        sorts.put("text", json.text());
        sorts.put("preset", json.preset());
        List<String> given = sorts.entrySet().stream()
                .filter(sort -> sort.getValue() != null)
                .map(Map.Entry::getKey)
                .toList();
        if (given.size() != 1) {
            throw new MisfitException(
                    at,
                    "exactly one of " + String.join(", ", sorts.keySet()),
                    given.isEmpty() ? "none of them" : String.join(" and ", given));
        }
        String sort = given.get(0);
        requireAbsent(json.values(), sort, "field", at + "/values");
        requireAbsent(json.filter(), sort, "preset", at + "/filter");
        return sort;
    }

    private static void requireAbsent(@Nullable Object member, String sort, String owner, String at) {
        if (member != null && !sort.equals(owner)) {
            throw new MisfitException(at, "this member beside '" + owner + "' only", "it beside '" + sort + "'");
        }
    }

    private Filter choice(FilterJson json, String at) {
        String field = required(json.field(), at + "/field");
        requireLength(field, at + "/field");
        List<String> given = required(json.values(), at + "/values");
        int index = 0;
        for (String value : given) {
            requireLength(value, at + "/values/" + index++);
        }
        values += given.size();
        if (values > FilterFormat.MOST_VALUES) {
            throw new MisfitException(at + "/values", "at most " + FilterFormat.MOST_VALUES + " values in all", "more");
        }
        return making(at + "/values", () -> Filter.choice(field, given));
    }

    private static void requireLength(String text, String at) {
        if (text.isEmpty() || text.length() > FilterFormat.MOST_CHARACTERS) {
            throw new MisfitException(at, "1 to " + FilterFormat.MOST_CHARACTERS + " characters", Finding.quote(text));
        }
    }

    private List<Filter> parts(@Nullable List<FilterJson> json, String at, int level) {
        List<Filter> parts = new ArrayList<>();
        int index = 0;
        for (FilterJson part : required(json, at)) {
            parts.add(read(part, at + "/" + index++, level + 1));
        }
        return parts;
    }

    private Filter near(NearJson json, String at) {
        GeoPoint center = point(json.lat(), at + "/lat", json.lon(), at + "/lon");
        int metres = whole(required(json.metres(), at + "/metres"), at + "/metres");
        return making(at + "/metres", () -> Filter.near(center, metres));
    }

    private Filter box(BoxJson json, String at) {
        GeoPoint southWest = point(json.south(), at + "/south", json.west(), at + "/west");
        GeoPoint northEast = point(json.north(), at + "/north", json.east(), at + "/east");
        return making(at, () -> new Filter.Box(southWest, northEast));
    }

    private static GeoPoint point(
            @Nullable BigDecimal latitude, String latitudeAt, @Nullable BigDecimal longitude, String longitudeAt) {
        double north = required(latitude, latitudeAt).doubleValue();
        double east = required(longitude, longitudeAt).doubleValue();
        making(latitudeAt, () -> new GeoPoint(north, 0));
        return making(longitudeAt, () -> new GeoPoint(north, east));
    }

    private Filter preset(FilterJson json, String at, int level) {
        String id = required(json.preset(), at);
        if (json.filter() != null) {
            Filter filter = read(json.filter(), at + "/filter", level + 1);
            return making(at + "/preset", () -> new Filter.Preset(id, filter));
        }
        Optional<Filter> known = presets.filter(id);
        if (known.isEmpty()) {
            throw new MisfitException(
                    at + "/preset", "the id of a known preset, or its 'filter' beside it", Finding.quote(id));
        }
        return new Filter.Preset(id, known.get());
    }

    static int whole(BigDecimal number, String at) {
        try {
            return number.intValueExact();
        } catch (ArithmeticException fractionOrTooLarge) {
            throw new MisfitException(at, "a whole number of at most nine digits", Finding.quote(number.toString()));
        }
    }

    static <T> T required(@Nullable T value, String at) {
        if (value == null) {
            throw new MisfitException(at, "a value", "none");
        }
        return value;
    }

    static <T> T making(String at, Supplier<T> make) {
        try {
            return make.get();
        } catch (MisfitException misfit) {
            throw misfit;
        } catch (IllegalArgumentException refusal) {
            throw MisfitException.at(at, refusal);
        }
    }
}
