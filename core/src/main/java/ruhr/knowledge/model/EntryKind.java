package ruhr.knowledge.model;

import java.util.List;
import java.util.Locale;
import ruhr.knowledge.filter.Term;
import ruhr.knowledge.value.LocalizedText;

/** The kinds of entries; at the same time the values of the field {@code kind}. */
public enum EntryKind implements Term {
    /** Universities, institutes, innovation centres and others. */
    INSTITUTION("Einrichtungen", "Institutions", "einrichtung", "einrichtungen", "institutions"),
    /** What institutions offer. */
    SERVICE("Angebote", "Services", "angebot", "angebote", "services"),
    /** Whom to ask. */
    CONTACT("Kontakte", "Contacts", "kontakt", "kontakte", "contacts"),
    /** What happened. */
    STORY("Geschichten", "Stories", "geschichte", "geschichten", "stories");

    private final LocalizedText label;
    private final List<String> aliases;

    EntryKind(String german, String english, String... aliases) {
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
