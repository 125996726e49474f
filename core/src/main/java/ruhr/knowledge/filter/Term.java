package ruhr.knowledge.filter;

import java.util.List;
import ruhr.knowledge.value.LocalizedText;

/**
 * One entry of a vocabulary: a topic, a type, a town.
 *
 * <p>Implementations are immutable.
 */
public interface Term {

    /**
     * Returns what stands in a URL and in a record.
     *
     * @return a slug; stable, and the same in every language
     */
    String id();

    /**
     * Returns what a visitor reads.
     *
     * @return the name of this term
     */
    LocalizedText label();

    /**
     * Returns other spellings that lead here, for example the German word for an English slug.
     *
     * @return slugs, none of them the id of a term; empty where there are none
     */
    default List<String> aliases() {
        return List.of();
    }

    /**
     * Returns the terms above this one. Whoever chooses one of those finds this term's records too.
     *
     * @return ids of broader terms; empty for a term at the top
     */
    default List<String> broader() {
        return List.of();
    }
}
