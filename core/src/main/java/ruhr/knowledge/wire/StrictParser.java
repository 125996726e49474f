package ruhr.knowledge.wire;

import jakarta.json.JsonValue;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.wire.Outline.Kind;
import ruhr.knowledge.wire.Outline.Part;

/**
 * Stands between a parser and JSON Binding while one record is read, and lets pass only what the record's type has a place
 * for: each member at most once, of the right kind, within the bounds. With anything else it stops, and the record is read
 * again from the tape by somebody who can say what is wrong with it.
 *
 * <p>So JSON Binding never sees what it would silently bend (a text for a truth, a number for a text), overflow on
 * (nesting) or take minutes for (a million digits), and a record without fault is read once and never built as a tree.
 */
final class StrictParser implements JsonParser {

    /** Says that something is unusual; what it is, is found out by reading again. */
    static final class Unusual extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private static final Unusual ONE = new Unusual();

        private Unusual() {
            super("unusual", null, false, false);
        }
    }

    private final JsonParser parser;
    private final RecordBounds bounds;
    private final RecordTape tape;

    /** What encloses the place that is read now; the last one is the innermost. */
    private final @Nullable Outline[] objects;

    private final @Nullable Part[] elements;

    /** The member of an object that was named last; null before the first one. */
    private final @Nullable Part[] members;

    private final long[] seen;
    private int depth;
    private String text = "";
    private boolean begun;
    private @Nullable RuntimeException broken;

    StrictParser(JsonParser parser, RecordBounds bounds, RecordTape tape) {
        this.parser = parser;
        this.bounds = bounds;
        this.tape = tape;
        objects = new Outline[bounds.depth() + 1];
        elements = new Part[bounds.depth() + 1];
        members = new Part[bounds.depth() + 1];
        seen = new long[bounds.depth() + 1];
    }

    /** Begins with a record whose opening brace has been read. */
    void begin(Outline outline) {
        tape.clear();
        depth = 1;
        objects[1] = outline;
        elements[1] = null;
        members[1] = null;
        seen[1] = 0;
        begun = false;
        broken = null;
    }

    /** Returns why the document itself cannot be read; null if it can. */
    @Nullable
    RuntimeException broken() {
        return broken;
    }

    boolean isAtEndOfRecord() {
        return depth == 0;
    }

    @Override
    public Event next() {
        if (!begun) {
            begun = true;
            return Event.START_OBJECT;
        }
        Event event;
        try {
            event = parser.next();
            text = switch (event) {
                case KEY_NAME, VALUE_STRING, VALUE_NUMBER -> parser.getString();
                default -> "";
            };
        } catch (RuntimeException refused) {
            broken = refused;
            throw refused;
        }
        tape.add(event, text);
        if (tape.length() > bounds.values() || !fits(event)) {
            throw Unusual.ONE;
        }
        return event;
    }

    private boolean fits(Event event) {
        return switch (event) {
            case KEY_NAME -> isMemberSeenFirst();
            case END_OBJECT, END_ARRAY -> {
                depth--;
                yield true;
            }
            case VALUE_STRING -> isExpected(Kind.TEXT) && text.length() <= bounds.textLength();
            case VALUE_NUMBER -> isExpected(Kind.NUMBER) && text.length() <= bounds.numberLength();
            case VALUE_TRUE, VALUE_FALSE -> isExpected(Kind.TRUTH);
            case VALUE_NULL -> elements[depth] == null;
            case START_OBJECT ->
                isExpected(Kind.OBJECT) && enter(Objects.requireNonNull(part()).object(), null);
            case START_ARRAY ->
                isExpected(Kind.LIST)
                        && enter(null, Objects.requireNonNull(part()).element());
        };
    }

    private boolean isMemberSeenFirst() {
        Part member = Objects.requireNonNull(objects[depth]).member(text, members[depth]);
        if (member == null) {
            return false;
        }
        members[depth] = member;
        text = member.name(); // the one whose hash is known
        long bit = 1L << member.position();
        boolean first = (seen[depth] & bit) == 0;
        seen[depth] |= bit;
        return first;
    }

    private @Nullable Part part() {
        Part element = elements[depth];
        return element == null ? members[depth] : element;
    }

    private boolean isExpected(Kind kind) {
        Part part = part();
        return part != null && part.kind() == kind;
    }

    private boolean enter(@Nullable Outline object, @Nullable Part element) {
        if (depth >= bounds.depth()) {
            return false;
        }
        depth++;
        objects[depth] = object;
        elements[depth] = element;
        members[depth] = null;
        seen[depth] = 0;
        return true;
    }

    @Override
    public boolean hasNext() {
        return depth > 0;
    }

    @Override
    public String getString() {
        return text;
    }

    @Override
    public BigDecimal getBigDecimal() {
        return new BigDecimal(text);
    }

    @Override
    public boolean isIntegralNumber() {
        return getBigDecimal().scale() == 0;
    }

    @Override
    public int getInt() {
        return getBigDecimal().intValueExact();
    }

    @Override
    public long getLong() {
        return getBigDecimal().longValueExact();
    }

    @Override
    public JsonLocation getLocation() {
        return parser.getLocation();
    }

    @Override
    public JsonValue getValue() {
        throw new UnsupportedOperationException("A record is never built as a tree here.");
    }

    /** Leaves the parser open: it goes on with the next record. */
    @Override
    public void close() {
        // The document is closed by whoever opened it.
    }
}
