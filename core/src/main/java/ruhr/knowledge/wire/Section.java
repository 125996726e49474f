package ruhr.knowledge.wire;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The sections of a document, in the order in which later ones refer to earlier ones. */
public enum Section {
    /** Where facts come from. */
    SOURCES(SourceJson.class),
    /** What entries can be about. */
    TOPICS(TopicJson.class),
    /** The types of institutions. */
    TYPES(TypeJson.class),
    /** The places. */
    MUNICIPALITIES(MunicipalityJson.class),
    /** The institutions. */
    INSTITUTIONS(InstitutionJson.class),
    /** The contact persons. */
    CONTACTS(ContactJson.class),
    /** The services. */
    SERVICES(ServiceJson.class),
    /** The stories. */
    STORIES(StoryJson.class),
    /** The key figures. */
    FIGURES(FigureJson.class),
    /** The focus pages. */
    FOCUSES(FocusJson.class),
    /** The presets. */
    PRESETS(PresetJson.class);

    private final Class<? extends WireRecord> recordType;

    Section(Class<? extends WireRecord> recordType) {
        this.recordType = recordType;
    }

    /**
     * Returns the type of the section's records.
     *
     * @return a record of this package
     */
    public Class<? extends WireRecord> recordType() {
        return recordType;
    }

    /**
     * Returns the section's name in a document.
     *
     * @return the name, for example {@code institutions}
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the section of a name.
     *
     * @param key a member of a document
     * @return the section, or empty if there is none of that name
     */
    public static Optional<Section> of(String key) {
        return Arrays.stream(values())
                .filter(section -> section.key().equals(key))
                .findFirst();
    }
}
