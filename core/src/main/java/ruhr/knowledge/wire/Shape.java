package ruhr.knowledge.wire;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Holds a JSON object against a wire record before it is bound. JSON Binding would turn {@code "yes"} into false and
 * {@code 5} into a text without a word; here a member of another kind is taken out and reported.
 */
final class Shape {

    private final JsonProvider json;
    private final List<Misfit> misfits;

    Shape(JsonProvider json, List<Misfit> misfits) {
        this.json = json;
        this.misfits = misfits;
    }

    /** Returns the object without the members that do not fit. */
    JsonObject fitting(JsonObject object, Class<?> type, String pointer) {
        Map<String, Type> members = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            members.put(component.getName(), component.getGenericType());
        }
        JsonObjectBuilder fitting = json.createObjectBuilder();
        for (Map.Entry<String, JsonValue> member : object.entrySet()) {
            String name = member.getKey();
            String at = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            Type wanted = members.get(name);
            if (wanted != null) {
                fitting(member.getValue(), wanted, at).ifPresent(value -> fitting.add(name, value));
            } else if (!name.startsWith("$")) {
                misfits.add(new Misfit(
                        at, "one of the members " + new TreeSet<>(members.keySet()), "'" + name + "'", false));
            }
        }
        return fitting.build();
    }

    private Optional<JsonValue> fitting(JsonValue value, Type wanted, String at) {
        if (wanted instanceof ParameterizedType list) {
            Type element = list.getActualTypeArguments()[0];
            return value instanceof JsonArray array
                    ? Optional.of(fitting(array, element, at))
                    : misfit(at, "a list", value);
        }
        if (wanted == String.class) {
            return value.getValueType() == JsonValue.ValueType.STRING
                    ? Optional.of(value)
                    : misfit(at, "a text", value);
        }
        if (wanted == BigDecimal.class) {
            return value.getValueType() == JsonValue.ValueType.NUMBER
                    ? Optional.of(value)
                    : misfit(at, "a number", value);
        }
        if (wanted == Boolean.class) {
            boolean truth = value == JsonValue.TRUE || value == JsonValue.FALSE;
            return truth ? Optional.of(value) : misfit(at, "true or false", value);
        }
        return value instanceof JsonObject object
                ? Optional.of(fitting(object, (Class<?>) wanted, at))
                : misfit(at, "an object", value);
    }

    private JsonArray fitting(JsonArray array, Type element, String at) {
        JsonArrayBuilder fitting = json.createArrayBuilder();
        for (int i = 0; i < array.size(); i++) {
            fitting(array.get(i), element, at + "/" + i).ifPresent(fitting::add);
        }
        return fitting.build();
    }

    private Optional<JsonValue> misfit(String at, String expected, JsonValue found) {
        String kind = switch (found.getValueType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case STRING -> "a text";
            case NUMBER -> "a number";
            case TRUE, FALSE -> "true or false";
            case NULL -> "null";
        };
        misfits.add(new Misfit(at, expected, kind, true));
        return Optional.empty();
    }
}
