package ruhr.knowledge.model;

import java.util.List;
import java.util.Locale;
import ruhr.knowledge.filter.Term;
import ruhr.knowledge.value.LocalizedText;

/** The kinds of entries; at the same time the values of the field {@code kind}. */
public enum EntryKind implements Term {
    /** Universities, institutes, innovation centres and others. */
    INSTITUTION(
            "Einrichtungen",
            "Institutions",
            "Einrichtung",
            "Institution",
            "einrichtung",
            "einrichtungen",
            "institutions"),
    /** What institutions offer. */
    SERVICE("Angebote", "Services", "Angebot", "Service", "angebot", "angebote", "services"),
    /** Whom to ask. */
    CONTACT("Kontakte", "Contacts", "Kontakt", "Contact", "kontakt", "kontakte", "contacts"),
    /** What happened. */
    STORY("Geschichten", "Stories", "Geschichte", "Story", "geschichte", "geschichten", "stories");

    private final LocalizedText label;
    private final LocalizedText one;
    private final List<String> aliases;

    EntryKind(String german, String english, String germanOne, String englishOne, String... aliases) {
        this.label = LocalizedText.of(german, english);
        this.one = LocalizedText.of(germanOne, englishOne);
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

    /**
     * Returns what a single entry of this kind is called; {@link #label()} is the plural.
     *
     * @return for example "Angebot" and "Service"
     */
    public LocalizedText one() {
        return one;
    }

    @Override
    public List<String> aliases() {
        return aliases;
    }
}
