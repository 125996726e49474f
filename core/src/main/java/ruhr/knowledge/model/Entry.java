package ruhr.knowledge.model;

import java.util.List;
import ruhr.knowledge.value.LocalizedText;

/**
 * One thing that can be found by filters: an institution, a service, a contact person or a story.
 *
 * <p>Closed: whoever renders or exports entries can switch over the four kinds. Immutable.
 */
public sealed interface Entry permits Institution, Service, ContactPerson, Story {

    /**
     * Returns the identifier, unique among entries of all kinds.
     *
     * @return the typed identifier
     */
    EntryId id();

    /**
     * Returns what kind of entry this is.
     *
     * @return the kind
     */
    EntryKind kind();

    /**
     * Returns the name under which the entry is listed and sorted.
     *
     * @return a name; for a contact person without a published name, the role
     */
    LocalizedText name();

    /**
     * Returns what the entry is about.
     *
     * @return topics in the order of the document; empty if none is known
     */
    List<AssignedTopic> topics();

    /**
     * Tells whether the entry is invented, to be shown as "Beispiel" or "Example".
     *
     * @return true for an invented entry
     */
    boolean example();

    /**
     * Returns where the facts of this entry come from.
     *
     * @return ids of {@link Citation}s; empty only for invented entries and for documents that do not cite
     */
    List<String> sources();
}
