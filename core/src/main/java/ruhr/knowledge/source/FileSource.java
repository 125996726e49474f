package ruhr.knowledge.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A JSON document in a file, or all documents ({@code *.json}) of a folder in the order of their names.
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
        List<NamedBytes> documents = new ArrayList<>();
        for (Path document : documents()) {
            try (InputStream in = Files.newInputStream(document)) {
                String name = document.getFileName().toString();
                documents.add(new NamedBytes(name, DocumentBytes.read(in, limits.documentBytes(), name)));
            } catch (NoSuchFileException missing) {
                throw new IOException(
                        "Document '" + document.getFileName() + "' in " + document.getParent()
                                + ": expected a file, found none.",
                        missing);
            }
        }
        return NamedBytes.push(documents, last, sink, limits);
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
            return Optional.of(DocumentBytes.read(in, limits.fileBytes(), relative));
        }
    }

    @Override
    public String toString() {
        return "FileSource " + path;
    }
}
