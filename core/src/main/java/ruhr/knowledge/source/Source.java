package ruhr.knowledge.source;

import java.io.IOException;
import java.util.Optional;

/**
 * Something that data can be read from. Implementations are thread-safe.
 *
 * <pre>{@code
 * Source institutions = FileSource.of(Path.of("institutions.json"));
 * Source folder = FileSource.of(Path.of("data"));           // all its *.json, merged
 * }</pre>
 */
public interface Source {

    /**
     * Reads everything, or nothing if nothing has changed. Ends soon, with an exception, when its thread is interrupted.
     *
     * <p>Records are pushed one at a time and only one is alive at a time here. A record that cannot be read becomes a
     * finding and the reading goes on.
     *
     * @param last what the caller already has; {@link Since#never()} for everything
     * @param sink takes the records; called on this thread
     * @return what was read; if it says that nothing has changed, the sink may have got records all the same, and they are
     *     to be thrown away
     * @throws IOException if the source cannot be read, or what it holds is no document; the message says where, what was
     *     expected and what was found. The sink may have got some records by then: throw them away
     */
    Reading read(Since last, EntrySink sink) throws IOException;

    /**
     * Returns the name by which messages call this source.
     *
     * @return a short name, for example that of the file
     */
    default String name() {
        return getClass().getSimpleName();
    }

    /**
     * Returns what tells this source from all others, also after a restart: under it the last good content is kept.
     *
     * @return for example the path or the address; empty if the content needs not be kept, because it cannot get lost
     */
    default Optional<String> key() {
        return Optional.of(getClass().getName() + " " + name());
    }

    /**
     * Tells whether reading may take long or fail for reasons elsewhere. Such a source is not waited for at the start where
     * its last good content is at hand.
     *
     * @return true for a source behind a network
     */
    default boolean isRemote() {
        return false;
    }

    /**
     * Lets go of what is kept between two readings, if anything is: threads, connections. The next reading begins anew.
     */
    default void release() {}

    /**
     * Returns a file that lies beside the documents, for example a picture.
     *
     * @param path a path such as {@code images/hall.jpg}, as a document names it
     * @return the content, or empty if there is no such file or this kind of source has none
     * @throws IOException if the file is there and cannot be read, or is larger than {@link Limits#fileBytes()}
     */
    default Optional<byte[]> file(String path) throws IOException {
        return Optional.empty();
    }
}
