package ruhr.knowledge.query;

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
}
