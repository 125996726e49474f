package ruhr.knowledge.model;

/** The identifier of an entry, unique among the entries of all kinds. */
public sealed interface EntryId permits InstitutionId, ServiceId, ContactId, StoryId {

    /**
     * Returns the identifier as it stands in URLs and documents.
     *
     * @return a slug
     */
    String value();
}
