package ruhr.knowledge.snapshot;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * What is done with files: so little that a test can make each step fail, or lose what was not yet forced to the disk.
 */
interface Disk {

    /** A file that is being written, and locked for as long. */
    interface Output extends Closeable {

        /** Appends bytes. */
        void write(byte[] bytes) throws IOException;

        /** Returns when everything is on the disk. */
        void force() throws IOException;
    }

    /** Makes a folder with those above it, for nobody else to look into; one that is there stays as it is. */
    void createFolder(Path folder) throws IOException;

    /** Makes a file that was not there, for nobody else to read. */
    Output create(Path file) throws IOException;

    /** Opens a file; throws {@link java.nio.file.NoSuchFileException} if there is none. */
    InputStream read(Path file) throws IOException;

    /** Renames a file in one step, in place of one that may be there. */
    void move(Path from, Path to) throws IOException;

    /** Deletes a file if it is there. */
    void delete(Path file) throws IOException;

    /** Returns when the names in a folder are on the disk; where a system has no such thing, at once. */
    void forceFolder(Path folder) throws IOException;

    /** Returns the files of a folder; none if there is no such folder. */
    List<Path> list(Path folder) throws IOException;

    /** Tells whether somebody, in this program or another, is writing a file. */
    boolean isBeingWritten(Path file) throws IOException;
}
