package ruhr.knowledge.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ruhr.knowledge.source.ReadFailure.Reason;

/**
 * A JSON document in a file, or all documents ({@code *.json}) of a folder in the order of their names. Where two documents of
 * a folder have a record of the same id, the one whose file name comes first holds, and the other is reported.
 *
 * <p>Each reading reads the files anew, so a change is seen by the next reading and nothing is locked between two. Files
 * beside a document lie in its folder.
 */
public final class FileSource implements Source {

    private final Path path;
    private final Limits limits;

    private FileSource(Path path, Limits limits) {
        this.path = path;
        this.limits = limits;
    }

    /**
     * Returns a source on a file or folder, with {@link Limits#DEFAULT}.
     *
     * @param path a file or a folder; need not exist yet
     * @return the source
     */
    public static FileSource of(Path path) {
        return of(path, Limits.DEFAULT);
    }

    /**
     * Returns a source on a file or folder.
     *
     * @param path a file or a folder; need not exist yet
     * @param limits what a document may ask
     * @return the source
     */
    public static FileSource of(Path path, Limits limits) {
        return new FileSource(path.toAbsolutePath().normalize(), limits);
    }

    @Override
    public Reading read(Since last, EntrySink sink) throws IOException {
        List<Path> documents = documents();
        if (last.fingerprint().isPresent()) {
            // Looking costs a tenth of reading.
            DocumentStream look = new DocumentStream(limits);
            each(documents, look::pass);
            String fingerprint = look.fingerprint();
            if (last.fingerprint().get().equals(fingerprint)) {
                return new Reading(fingerprint, true, 0);
            }
        }
        DocumentStream stream = new DocumentStream(limits);
        each(documents, (name, in) -> stream.read(name, in, StandardCharsets.UTF_8, sink));
        return new Reading(stream.fingerprint(), false, stream.records());
    }

    /** Does something with the bytes of a document. */
    private interface Work {
        void on(String name, InputStream in) throws IOException;
    }

    private static void each(List<Path> documents, Work work) throws IOException {
        for (Path document : documents) {
            String name = document.getFileName().toString();
            try (InputStream in = Files.newInputStream(document)) {
                work.on(name, in);
            } catch (NoSuchFileException missing) {
                throw new ReadFailure(
                        Reason.MISSING,
                        "Document '" + name + "' in " + document.getParent() + ": expected a file, found none.",
                        null,
                        missing);
            } catch (FileSystemException denied) {
                throw new ReadFailure(
                        Reason.DISK,
                        "Document '" + name + "' in " + document.getParent()
                                + ": expected a file that can be read, found "
                                + denied.getClass().getSimpleName() + ".",
                        null,
                        denied);
            }
        }
    }

    private List<Path> documents() throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public String name() {
        return path.getFileName() == null ? path.toString() : path.getFileName().toString();
    }

    /**
     * Returns a file beside the document. A path that leads out of the folder, also by a symbolic link, finds nothing.
     */
    @Override
    public Optional<byte[]> file(String relative) throws IOException {
        Path folder = Files.isDirectory(path) ? path : path.getParent();
        if (folder == null) {
            return Optional.empty();
        }
        Path file = folder.resolve(relative).normalize();
        if (!file.startsWith(folder) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (!file.toRealPath().startsWith(folder.toRealPath())) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(FileBytes.read(in, limits.fileBytes(), relative));
        }
    }

    @Override
    public Optional<String> key() {
        return Optional.of("file " + path);
    }

    @Override
    public String toString() {
        return "FileSource " + path;
    }
}
