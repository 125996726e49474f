package ruhr.knowledge.source;

import java.util.ArrayList;
import java.util.List;
import ruhr.knowledge.value.Finding;
import ruhr.knowledge.wire.Section;
import ruhr.knowledge.wire.WireRecord;

/** What a source has pushed. */
final class Received implements EntrySink {

    final List<WireRecord> records = new ArrayList<>();
    final List<Place> places = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();

    @Override
    public void accept(Section section, WireRecord record, Place place) {
        records.add(record);
        places.add(place);
    }

    @Override
    public void accept(Finding finding) {
        findings.add(finding);
    }

    List<String> ids() {
        return records.stream().map(record -> String.valueOf(record.id())).toList();
    }
}
