package ruhr.knowledge.wire;

import jakarta.json.stream.JsonParser.Event;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The events of one record as far as they have been read, with the texts of its names, texts and numbers: who could not make
 * sense of the record at once reads them again. Used again for the next record; not thread-safe.
 */
public final class RecordTape {

    private Event[] events = new Event[64];
    private @Nullable String[] texts = new String[64];
    private int length;

    /** Makes an empty tape. */
    public RecordTape() {
        // Begins empty.
    }

    void clear() {
        Arrays.fill(texts, 0, length, null);
        length = 0;
    }

    void add(Event event, @Nullable String text) {
        if (length == events.length) {
            events = Arrays.copyOf(events, 2 * length);
            texts = Arrays.copyOf(texts, 2 * length);
        }
        events[length] = event;
        texts[length++] = text;
    }

    /**
     * Returns how many events there are.
     *
     * @return at least 0
     */
    public int length() {
        return length;
    }

    /**
     * Returns an event.
     *
     * @param index from 0
     * @return the event
     */
    public Event event(int index) {
        return events[index];
    }

    /**
     * Returns what a name, a text or a number says.
     *
     * @param index the index of such an event
     * @return the text without quotes and escapes
     */
    public String text(int index) {
        return Objects.requireNonNull(texts[index]);
    }
}
