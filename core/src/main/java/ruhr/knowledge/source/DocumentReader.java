package ruhr.knowledge.source;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.bind.JsonbException;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import ruhr.knowledge.source.ReadFailure.Reason;
import ruhr.knowledge.value.Finding;
import ruhr.knowledge.value.Finding.Severity;
import ruhr.knowledge.wire.Misfit;
import ruhr.knowledge.wire.RecordReading;
import ruhr.knowledge.wire.Section;
import ruhr.knowledge.wire.WireFormat;
import ruhr.knowledge.wire.WireRecord;

/**
 * Reads one document and pushes its records, one alive at a time.
 *
 * <p>The document is walked event by event. JSON Binding reads a record from these events as long as each of them is what
 * the record's type has a place for, see {@link RecordReading}. With the first one that is not, the record is read again from
 * its beginning: built as a small JSON object, the limits checked on the way (see {@link BoundedObject}), and then bound. So a
 * record without fault is read once; one with a fault costs more and is named, and the walk goes on behind it. Only broken
 * JSON, where nobody can say what the rest means, refuses the document.
 */
final class DocumentReader {

    private static final JsonProvider JSON = WireFormat.json();
    private static final WireFormat WIRE = new WireFormat();

    /** The members of a preset that say what it wants. */
    private static final Pattern CONDITIONS = Pattern.compile("/(filter|buildsOn|version)(/|$)");

    private final String name;
    private final Limits limits;
    private final EntrySink sink;
    private final StrictText text;
    private final JsonEvents events;
    private final RecordReading reading;
    private final Set<Section> seen = EnumSet.noneOf(Section.class);
    private int records;

    private DocumentReader(String name, Limits limits, EntrySink sink, StrictText text, JsonParser parser) {
        this.name = name;
        this.limits = limits;
        this.sink = sink;
        this.text = text;
        reading = new RecordReading(WIRE, parser, limits.record());
        events = new JsonEvents(JSON, parser, name, reading.tape(), limits.tokens());
    }

    /**
     * Pushes all records of a document and returns how many they were.
     *
     * @param name how messages call the document
     * @param in its bytes; not read to the end where it is refused
     */
    static int read(String name, InputStream in, Charset charset, Limits limits, EntrySink sink) throws IOException {
        // By default Parsson counts characters over the whole document and ends each one at 15 million.
        Map<String, Object> settings =
                Map.of("org.eclipse.parsson.maxParsingLimit", Integer.MAX_VALUE, "org.eclipse.parsson.maxDepth", 1000);
        StrictText text = new StrictText(in, name, limits.tokenLength(), charset);
        JsonParser parser = JSON.createParserFactory(settings).createParser(text);
        try {
            DocumentReader reader = new DocumentReader(name, limits, sink, text, parser);
            reader.readDocument();
            return reader.records;
        } catch (StackOverflowError tooDeep) {
            throw new ReadFailure(
                    Reason.TOO_LARGE,
                    "Document '" + name + "': expected less nesting, found more than this thread has room for."
                            + " The document is refused.",
                    null,
                    tooDeep);
        }
    }

    private void readDocument() throws IOException {
        begin();
        while (events.next() == Event.KEY_NAME) {
            readSection(events.text());
        }
        if (!events.isAtEnd()) {
            throw events.refused(new JsonException("more behind the closing brace"));
        }
    }

    private void begin() throws IOException {
        try {
            if (events.next() == Event.START_OBJECT) {
                return;
            }
        } catch (ReadFailure notEvenJson) {
            if (notEvenJson.reason() != Reason.NO_DOCUMENT) {
                throw notEvenJson;
            }
        }
        throw new ReadFailure(
                Reason.NO_DOCUMENT,
                "Document '" + name + "': expected a JSON object with sections such as 'institutions', found "
                        + text.beginning() + ". The document is refused.");
    }

    private void readSection(String key) throws IOException {
        Optional<Section> section = Section.of(key);
        Event first = events.next();
        if (section.isEmpty() || first != Event.START_ARRAY) {
            String expected = section.isPresent() ? "a list of records" : "one of the sections " + sections();
            String found = section.isPresent() ? words(first) : Finding.quote(key);
            if (!isRemark(key)) {
                note(Severity.NOTICE, "/" + pointerToken(key), expected, found, "This section is not read.");
            }
            events.pass(first);
            return;
        }
        if (!seen.add(section.get())) {
            note(Severity.NOTICE, "/" + key, "each section once", "it again", "Its records are added to the others.");
        }
        int index = 0;
        for (Event event = events.next(); event != Event.END_ARRAY; event = events.next()) {
            readRecord(event, section.get(), "/" + key + "/" + index++);
        }
    }

    private void readRecord(Event event, Section section, String pointer) throws IOException {
        if (++records > limits.records()) {
            throw new ReadFailure(
                    Reason.TOO_LARGE,
                    "Document '" + name + "' at " + pointer + ": expected at most " + limits.records()
                            + " records, found more. The document is refused.");
        }
        if (event != Event.START_OBJECT) {
            leftOut(pointer, "an object", words(event));
            events.pass(event);
            return;
        }
        Optional<WireRecord> record = straight(section);
        if (record.isPresent()) {
            sink.accept(section, record.get(), new EntrySink.Place(name, pointer));
        } else {
            events.replay();
            readAgain(section, pointer);
        }
    }

    /** Reads a record about which nothing is unusual; gives none for one that has to be looked at. */
    private Optional<WireRecord> straight(Section section) throws IOException {
        try {
            Optional<WireRecord> record = reading.read(section);
            events.count(reading.tape().length());
            return record;
        } catch (RuntimeException refused) {
            throw events.refused(refused);
        }
    }

    private void readAgain(Section section, String pointer) throws IOException {
        BoundedObject object = new BoundedObject(JSON, events, limits);
        JsonObject json = object.read(pointer);
        if (object.refusal().isPresent()) {
            BoundedObject.Refusal refusal = object.refusal().get();
            leftOut(refusal.pointer(), refusal.expected(), refusal.found());
            return;
        }
        List<Misfit> misfits = new ArrayList<>();
        try {
            WireRecord record = WIRE.read(section, json, misfits);
            if (misfits.stream().noneMatch(misfit -> mustBeRight(section, misfit, pointer))) {
                misfits.forEach(misfit -> note(misfit, pointer));
                sink.accept(section, record, new EntrySink.Place(name, pointer));
            }
        } catch (JsonbException mismatch) {
            leftOut(pointer, "a record as the schema describes it", Finding.quote(innermost(mismatch)));
        }
    }

    /**
     * Whether a record is invented has to be certain: taking "yes" for false would show it as real. A preset without one
     * of its conditions would be another preset.
     */
    private boolean mustBeRight(Section section, Misfit misfit, String pointer) {
        boolean mustBeRight = section == Section.PRESETS
                ? CONDITIONS.matcher(misfit.pointer()).lookingAt()
                : misfit.known() && misfit.pointer().equals("/example");
        if (mustBeRight) {
            leftOut(pointer + misfit.pointer(), misfit.expected(), misfit.found());
        }
        return mustBeRight;
    }

    private void note(Misfit misfit, String pointer) {
        note(
                misfit.known() ? Severity.PART_LEFT_OUT : Severity.NOTICE,
                pointer + misfit.pointer(),
                misfit.expected(),
                misfit.found(),
                misfit.known() ? "This part is left out." : "The member is ignored.");
    }

    private void leftOut(String pointer, String expected, String found) {
        note(Severity.RECORD_LEFT_OUT, pointer, expected, found, "The record is left out.");
    }

    private void note(Severity severity, String pointer, String expected, String found, String consequence) {
        sink.accept(new Finding(severity, name, pointer, expected, found, consequence));
    }

    private static String innermost(Throwable thrown) {
        Throwable inner = thrown;
        while (inner.getCause() != null && inner.getCause() != inner) {
            inner = inner.getCause();
        }
        return String.valueOf(inner.getMessage());
    }

    private static String sections() {
        StringBuilder names = new StringBuilder();
        for (Section section : Section.values()) {
            names.append(names.isEmpty() ? "" : ", ").append(section.key());
        }
        return names.toString();
    }

    /** Members that begin with $ are remarks, for example the address of the schema. */
    private static boolean isRemark(String key) {
        return key.startsWith("$");
    }

    /** The part of a JSON pointer that leads to a member; shortened if it is very long. */
    static String pointerToken(String member) {
        String shortened = member.length() <= 80 ? member : member.substring(0, 80) + "…";
        return shortened.replace("~", "~0").replace("/", "~1");
    }

    private static String words(Event event) {
        return switch (event) {
            case START_ARRAY -> "a list";
            case START_OBJECT -> "an object";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NULL -> "null";
            default -> event.toString();
        };
    }
}
