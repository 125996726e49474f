package ruhr.knowledge.snapshot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import ruhr.knowledge.model.Entry;
import ruhr.knowledge.query.Deadline;
import ruhr.knowledge.wire.FilterFormat;
import ruhr.knowledge.wire.Section;
import ruhr.knowledge.wire.WireFormat;

/**
 * What a snapshot shows, as one data document: the way by which one installation mirrors another. Whoever reads it gets the same
 * entries, vocabularies, focus pages, figures and presets; pictures are fetched beside it, by their paths in
 * {@link Frame#images()}.
 *
 * <p>Nothing is in it that the snapshot does not show: no record that was left out, and of contact persons only what is
 * published.
 */
public final class DataDocument {

    private static final WireFormat WIRE = new WireFormat();
    private static final FilterFormat FILTERS = new FilterFormat();

    private DataDocument() {}

    /**
     * Writes a snapshot record by record: what is in memory beside it is one record.
     *
     * @param snapshot what to write
     * @param out takes JSON in UTF-8; not closed. The same snapshot gives the same bytes
     * @throws IOException if it cannot take more
     */
    public static void write(Snapshot snapshot, OutputStream out) throws IOException {
        String before = "{";
        for (Section section : Section.values()) {
            String between = before + "\n\"" + section.key() + "\": [\n";
            boolean any = false;
            try (Stream<String> records = records(snapshot, section)) {
                for (var each = records.iterator(); each.hasNext(); any = true) {
                    out.write((any ? ",\n" : between).getBytes(StandardCharsets.UTF_8));
                    out.write(each.next().getBytes(StandardCharsets.UTF_8));
                }
            }
            if (any) {
                out.write(']');
                before = ",";
            }
        }
        out.write((before.equals("{") ? "{}\n" : "\n}\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Stream<String> records(Snapshot snapshot, Section section) {
        Frame frame = snapshot.frame();
        return switch (section) {
            case SOURCES ->
                frame.citations().values().stream().map(Publication::of).map(WIRE::write);
            case TOPICS -> frame.topics().terms().stream().map(Publication::of).map(WIRE::write);
            case TYPES -> frame.types().terms().stream().map(Publication::of).map(WIRE::write);
            case MUNICIPALITIES ->
                frame.municipalities().terms().stream().map(Publication::of).map(WIRE::write);
            case FIGURES ->
                frame.figures().values().stream().map(Publication::of).map(WIRE::write);
            case FOCUSES ->
                frame.focuses().values().stream().map(Publication::of).map(WIRE::write);
            case PRESETS -> frame.presets().all().stream().map(FILTERS::write);
            case INSTITUTIONS, CONTACTS, SERVICES, STORIES ->
                snapshot.ids()
                        .flatMap(id -> snapshot.searcher().find(id, Deadline.none()).stream())
                        .filter(entry -> section(entry) == section)
                        .map(Publication::of)
                        .map(WIRE::write);
        };
    }

    private static Section section(Entry entry) {
        return switch (entry.kind()) {
            case INSTITUTION -> Section.INSTITUTIONS;
            case CONTACT -> Section.CONTACTS;
            case SERVICE -> Section.SERVICES;
            case STORY -> Section.STORIES;
        };
    }
}
