package ruhr.knowledge.examples.benchmarks.engine;

import java.util.Map;
import ruhr.knowledge.examples.benchmarks.data.Question;

/**
 * One engine with the records of one catalogue in it. Used by one thread at a time.
 *
 * <p>What is timed is {@link Asked#answer()}: from a question in the engine's own terms (a statement prepared, a query
 * object built) to an answer from which the total, the records of the page and every count can be read without searching
 * again. Translating the question and reading the answer are not timed.
 */
public interface Engine extends AutoCloseable {

    /**
     * Returns what a report calls it.
     *
     * @return a name
     */
    String name();

    /**
     * Translates a question into the terms of the engine.
     *
     * @param question a question about the catalogue
     * @return what can be asked, again and again
     * @throws Exception if the engine fails
     */
    Asked prepare(Question question) throws Exception;

    /**
     * Returns what the engine itself knows about the memory that it takes.
     *
     * @return bytes by what they are for; empty if it does not tell
     * @throws Exception if the engine fails
     */
    default Map<String, Long> bytes() throws Exception {
        return Map.of();
    }

    /**
     * Returns how long telling words apart took while it was built, which a report leaves out of the time for facets and
     * places.
     *
     * @return nanoseconds by the clock on the wall; 0 where it was not measured apart
     */
    default long wordNanos() {
        return 0;
    }

    @Override
    default void close() {}

    /** A question in the terms of an engine. */
    interface Asked extends AutoCloseable {

        /**
         * Answers the question; this is timed.
         *
         * @return an answer in the terms of the engine, never one that was kept from before
         * @throws Exception if the engine fails
         * @throws UnsupportedOperationException if the engine has no such condition
         */
        Object answer() throws Exception;

        /**
         * Puts an answer into the terms that all engines have in common; this is not timed.
         *
         * @param answer what {@link #answer()} gave
         * @return the same, comparable
         * @throws Exception if the engine fails
         */
        Reply read(Object answer) throws Exception;

        @Override
        default void close() {}
    }
}
