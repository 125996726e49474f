package ruhr.knowledge.source;

import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.IOException;
import java.math.BigDecimal;
import ruhr.knowledge.source.ReadFailure.Reason;
import ruhr.knowledge.value.Finding;
import ruhr.knowledge.wire.RecordTape;

/**
 * The events of one document, first those of a tape that is played again, then those of the parser. What the parser refuses
 * becomes a {@code ReadFailure} that names the place.
 */
final class JsonEvents {

    private final JsonProvider json;
    private final JsonParser parser;
    private final String document;
    private final RecordTape tape;
    private final int most;
    private long tokens;

    /** Whether the last event was one of the tape, and which. */
    private boolean playing;

    private int played;

    JsonEvents(JsonProvider json, JsonParser parser, String document, RecordTape tape, int most) {
        this.json = json;
        this.parser = parser;
        this.document = document;
        this.tape = tape;
        this.most = most;
    }

    /** Begins again behind the opening brace of the record on the tape. */
    void replay() {
        playing = true;
        played = -1;
    }

    Event next() throws IOException {
        if (playing && ++played < tape.length()) {
            return tape.event(played);
        }
        playing = false;
        count(1);
        try {
            return parser.next();
        } catch (RuntimeException refused) {
            // Parsson reports broken JSON, its own limits and an early end by exceptions of several unchecked types.
            throw refused(refused);
        }
    }

    /** Counts tokens, wherever they were read. */
    void count(int more) throws ReadFailure {
        tokens += more;
        if (tokens > most) {
            throw new ReadFailure(
                    Reason.TOO_LARGE,
                    "Document '" + document + "'" + place() + ": expected at most " + most
                            + " names, values, braces and brackets, found more. The document is refused.");
        }
    }

    /** Tells whether something follows; behind the end of the document only white space may. */
    boolean isAtEnd() throws IOException {
        try {
            return !parser.hasNext();
        } catch (RuntimeException trailing) {
            throw refused(trailing);
        }
    }

    String text() {
        return playing ? tape.text(played) : parser.getString();
    }

    /** Returns the value of an event that is no name, brace or bracket; the caller has seen to its length. */
    JsonValue scalar(Event event) {
        return switch (event) {
            case VALUE_STRING -> json.createValue(text());
            case VALUE_NUMBER -> json.createValue(new BigDecimal(text()));
            case VALUE_TRUE -> JsonValue.TRUE;
            case VALUE_FALSE -> JsonValue.FALSE;
            default -> JsonValue.NULL;
        };
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

    /** Returns what a refusal of the parser means: what the bytes below it were refused for comes first. */
    IOException refused(Exception cause) {
        for (Throwable inner = cause; inner != null; inner = inner.getCause()) {
            if (inner instanceof IOException ofTheBytes) {
                return ofTheBytes;
            }
        }
        return new ReadFailure(
                Reason.NO_DOCUMENT,
                "Document '" + document + "'" + place() + ": expected JSON within the limits, found something else ("
                        + Finding.quote(String.valueOf(cause.getMessage())) + "). The document is refused.",
                null,
                cause);
    }

    private String place() {
        JsonLocation place = parser.getLocation();
        return " at line " + place.getLineNumber() + ", column " + place.getColumnNumber();
    }

    private static boolean opens(Event event) {
        return event == Event.START_OBJECT || event == Event.START_ARRAY;
    }
}
