package ruhr.knowledge.source;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser.Event;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds one record as a JSON object while checking the limits: depth, length of numbers and texts, members that stand
 * twice. The first breach is kept; the rest of the record is then walked but not built, so that the next record can be
 * read.
 */
final class BoundedObject {

    /** Why a record is not taken. */
    record Refusal(String pointer, String expected, String found) {}

    private final JsonProvider json;
    private final JsonEvents events;
    private final Limits limits;
    private @Nullable Refusal refusal;
    private int values;

    BoundedObject(JsonProvider json, JsonEvents events, Limits limits) {
        this.json = json;
        this.events = events;
        this.limits = limits;
    }

    Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Reads to the end of the object whose start was the last event. */
    JsonObject read(String pointer) throws IOException {
        return object(pointer, 1);
    }

    private JsonObject object(String at, int depth) throws IOException {
        JsonObjectBuilder object = json.createObjectBuilder();
        Set<String> seen = new HashSet<>();
        while (events.next() != Event.END_OBJECT) {
            String key = events.text();
            String inside = at + "/" + DocumentReader.pointerToken(key);
            if (key.length() > limits.textLength()) {
                refuse(inside, "names of at most " + limits.textLength() + " characters", "one of " + key.length());
            } else if (refusal == null && !seen.add(key)) {
                refuse(inside, "each member once", "it twice");
            }
            JsonValue value = value(events.next(), inside, depth);
            if (value != JsonValue.NULL) { // a member that is null says the same as a missing one
                object.add(key, value);
            }
        }
        return object.build();
    }

    private JsonValue array(String at, int depth) throws IOException {
        JsonArrayBuilder array = json.createArrayBuilder();
        int index = 0;
        for (Event event = events.next(); event != Event.END_ARRAY; event = events.next()) {
            String inside = at + "/" + index++;
            JsonValue value = value(event, inside, depth);
            if (value == JsonValue.NULL) {
                refuse(inside, "a value", "null");
            } else {
                array.add(value);
            }
        }
        return array.build();
    }

    /** Reads one value; gives null for one that is null or refused. */
    private JsonValue value(Event event, String at, int depth) throws IOException {
        if (++values > limits.recordTokens()) {
            refuse(at, "at most " + limits.recordTokens() + " values in a record", "more");
        }
        if (refusal != null) {
            events.pass(event);
            return JsonValue.NULL;
        }
        switch (event) {
            case START_OBJECT, START_ARRAY -> {
                if (depth >= limits.depth()) {
                    refuse(at, "at most " + limits.depth() + " levels", "more");
                    events.pass(event);
                    return JsonValue.NULL;
                }
                return event == Event.START_OBJECT ? object(at, depth + 1) : array(at, depth + 1);
            }
            case VALUE_NUMBER -> {
                return bounded(event, at, "a number", limits.numberLength());
            }
            case VALUE_STRING -> {
                return bounded(event, at, "a text", limits.textLength());
            }
            default -> {
                return events.scalar(event);
            }
        }
    }

    private JsonValue bounded(Event event, String at, String what, int limit) {
        int length = events.text().length();
        if (length > limit) {
            refuse(at, what + " of at most " + limit + " characters", "one of " + length);
            return JsonValue.NULL;
        }
        return events.scalar(event);
    }

    private void refuse(String at, String expected, String found) {
        if (refusal == null) {
            refusal = new Refusal(at, expected, found);
        }
    }
}
