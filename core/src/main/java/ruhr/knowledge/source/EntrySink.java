package ruhr.knowledge.source;

import ruhr.knowledge.value.Finding;
import ruhr.knowledge.wire.Section;
import ruhr.knowledge.wire.WireRecord;

/** Takes what a source reads. Called on one thread at a time. */
public interface EntrySink {

    /**
     * Takes one record.
     *
     * @param section the section that it stands in
     * @param record the record, unchecked
     * @param place where it stands
     */
    void accept(Section section, WireRecord record, Place place);

    /**
     * Takes a note of something that could not be read.
     *
     * @param finding what and where
     */
    void accept(Finding finding);

    /**
     * Where a record stands.
     *
     * @param document the name of the document
     * @param pointer a JSON pointer, for example {@code /institutions/3}
     */
    record Place(String document, String pointer) {}
}
