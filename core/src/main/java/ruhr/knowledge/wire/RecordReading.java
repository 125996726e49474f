package ruhr.knowledge.wire;

import jakarta.json.stream.JsonParser;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads records straight from a parser through JSON Binding, as long as nothing about them is unusual. For one document; not
 * thread-safe.
 */
public final class RecordReading {

    private static final Map<Section, Outline> OUTLINES = outlines();

    private final WireFormat wire;
    private final StrictParser strict;
    private final RecordTape tape = new RecordTape();

    /**
     * Starts with the records of a document.
     *
     * @param wire the binding
     * @param parser the parser of the document, which stays open
     * @param bounds how large a record may be
     */
    public RecordReading(WireFormat wire, JsonParser parser, RecordBounds bounds) {
        this.wire = wire;
        this.strict = new StrictParser(parser, bounds, tape);
    }

    private static Map<Section, Outline> outlines() {
        Map<Section, Outline> outlines = new EnumMap<>(Section.class);
        for (Section section : Section.values()) {
            outlines.put(section, Outline.of(section.recordType()));
        }
        return outlines;
    }

    /**
     * Reads a record whose opening brace has been read.
     *
     * @param section the section that it stands in
     * @return the record, with the parser at its closing brace; empty if anything about it is unusual: then {@link #tape()}
     *     has what was read of it, and the parser stands behind that
     * @throws RuntimeException as the parser throws it, if the document is broken
     */
    public Optional<WireRecord> read(Section section) {
        strict.begin(Objects.requireNonNull(OUTLINES.get(section)));
        try {
            WireRecord record = wire.read(section, strict);
            return strict.isAtEndOfRecord() ? Optional.of(record) : Optional.empty();
        } catch (RuntimeException unusual) {
            @Nullable RuntimeException broken = strict.broken();
            if (broken != null) {
                throw broken;
            }
            return Optional.empty();
        }
    }

    /**
     * Returns what was read of the last record.
     *
     * @return its events behind the opening brace
     */
    public RecordTape tape() {
        return tape;
    }
}
