package ruhr.knowledge.query;

import java.util.List;
import java.util.Optional;
import ruhr.knowledge.value.Version;

/**
 * Answers queries on one version of the data, always the same one: whoever asks twice gets answers that fit together.
 * Thread-safe and immutable.
 *
 * <p>Every engine passes {@code SearcherContract}, which comes in the test-jar of this library.
 *
 * @param <T> the type of the entries
 */
public interface Searcher<T> {

    /**
     * Returns the version that all answers come from.
     *
     * @return the version
     */
    Version version();

    /**
     * Answers a query.
     *
     * @param query the question
     * @param deadline until when an answer is of use
     * @return the answer, with an exact total and exact counts
     * @throws IllegalArgumentException if the query names a field that the records do not have; the message lists those
     *     that they have
     * @throws CursorExpired if the query names a cursor of another version
     * @throws InvalidQuery if the query names a cursor of another query, or of an entry that does not exist
     * @throws EngineUnavailable if the engine cannot answer now
     */
    Answer<T> ask(Query query, Deadline deadline) throws EngineUnavailable;

    /**
     * Returns the entry of an id.
     *
     * @param id any text
     * @param deadline until when an answer is of use
     * @return the entry, or empty if there is none
     * @throws EngineUnavailable if the engine cannot answer now
     */
    Optional<T> find(String id, Deadline deadline) throws EngineUnavailable;

    /**
     * Returns what somebody who is typing may mean: entries by their names, and values by their labels and aliases. A value
     * that is itself one of the entries, of the same id and name, is suggested once, as the entry.
     *
     * @param typed what stands in the search box so far, any text; its last word may be the beginning of one
     * @param limit the most suggestions, 1 to {@link Suggestion#MOST}
     * @param deadline until when an answer is of use
     * @return suggestions by {@linkplain Tier tier}, values before entries, then in the order of the vocabulary or by name;
     *     empty if there is no letter and no digit in the text
     * @throws IllegalArgumentException if the limit is out of range
     * @throws EngineUnavailable if the engine cannot answer now
     */
    List<Suggestion> suggest(String typed, int limit, Deadline deadline) throws EngineUnavailable;
}
