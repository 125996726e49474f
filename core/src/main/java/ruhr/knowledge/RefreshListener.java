package ruhr.knowledge;

import java.util.List;

/**
 * Is told how reading the sources goes on, for a log, a page of the administrator, or numbers of a monitoring system.
 *
 * <p>Called on the thread that reads, which waits meanwhile: be quick. What it throws is logged and goes no further.
 */
public interface RefreshListener {

    /**
     * Reading begins.
     *
     * @param sources the names of the sources that are asked now
     */
    default void started(List<String> sources) {}

    /**
     * Reading goes on. Called after each thousand records.
     *
     * @param source the name of the source
     * @param records how many records have come from it so far
     */
    default void progress(String source, int records) {}

    /**
     * Reading has ended, and what is new is shown.
     *
     * @param report what came of it
     */
    default void finished(RefreshReport report) {}
}
