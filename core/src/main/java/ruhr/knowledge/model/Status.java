package ruhr.knowledge.model;

import java.util.List;
import java.util.Locale;
import ruhr.knowledge.filter.Term;
import ruhr.knowledge.value.LocalizedText;

/** Whether an institution still works; at the same time the values of the field {@code status}. */
public enum Status implements Term {
    /** It works. */
    ACTIVE("Aktiv", "Active", "aktiv"),
    /** It went into another one, its successor. */
    MERGED("Zusammengeführt", "Merged", "zusammengefuehrt", "inactive"),
    /** It is closed. */
    CLOSED("Geschlossen", "Closed", "geschlossen");

    private final LocalizedText label;
    private final List<String> aliases;

    Status(String german, String english, String... aliases) {
        this.label = LocalizedText.of(german, english);
        this.aliases = List.of(aliases);
    }

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public LocalizedText label() {
        return label;
    }

    @Override
    public List<String> aliases() {
        return aliases;
    }
}
