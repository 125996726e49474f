package ruhr.knowledge.source;

import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.IOException;
import ruhr.knowledge.value.Finding;

/** The events of one document; what the parser refuses becomes an {@code IOException} that names the place. */
final class JsonEvents {

    private final JsonParser parser;
    private final String document;

    JsonEvents(JsonParser parser, String document) {
        this.parser = parser;
        this.document = document;
    }

    Event next() throws IOException {
        try {
            return parser.next();
        } catch (RuntimeException refused) {
            // Parsson reports broken JSON, its own limits and an early end by exceptions of several unchecked types.
            throw refused(refused);
        }
    }

    /** Tells whether something follows; behind the end of the document only white space may. */
    boolean isAtEnd() throws IOException {
        try {
            return !parser.hasNext();
        } catch (JsonException trailing) {
            throw refused(trailing);
        }
    }

    String text() {
        return parser.getString();
    }

    JsonValue scalar() {
        return parser.getValue();
    }

    /** Passes over the value that an event begins, however deep, without keeping any of it. */
    void pass(Event first) throws IOException {
        int depth = opens(first) ? 1 : 0;
        while (depth > 0) {
            Event event = next();
            boolean closes = event == Event.END_OBJECT || event == Event.END_ARRAY;
            depth += opens(event) ? 1 : closes ? -1 : 0;
        }
    }

    IOException refused(Exception cause) {
        JsonLocation place = parser.getLocation();
        return new IOException(
                "Document '" + document + "' at line " + place.getLineNumber() + ", column " + place.getColumnNumber()
                        + ": expected JSON within the limits, found something else ("
                        + Finding.quote(String.valueOf(cause.getMessage())) + "). The document is refused.",
                cause);
    }

    private static boolean opens(Event event) {
        return event == Event.START_OBJECT || event == Event.START_ARRAY;
    }
}
