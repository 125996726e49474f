package ruhr.knowledge.source;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A JSON document that ships inside a jar, found from a class of that jar. Files beside it lie in the same folder of the
 * jar.
 */
public final class ClassPathSource implements Source {

    private final Class<?> neighbour;
    private final String resource;
    private final Limits limits;

    private ClassPathSource(Class<?> neighbour, String resource, Limits limits) {
        this.neighbour = neighbour;
        this.resource = resource;
        this.limits = limits;
    }

    /**
     * Returns a source on a resource, with {@link Limits#DEFAULT}.
     *
     * @param neighbour a class of the jar or module that holds the document
     * @param resource as for {@link Class#getResourceAsStream}, for example {@code data/events.json}
     * @return the source
     */
    public static ClassPathSource of(Class<?> neighbour, String resource) {
        return new ClassPathSource(neighbour, resource, Limits.DEFAULT);
    }

    @Override
    public Reading read(Since last, EntrySink sink) throws IOException {
        if (last.fingerprint().isPresent()) {
            // What is in a jar stays as it is.
            return new Reading(last.fingerprint().get(), true, 0);
        }
        try (InputStream in = neighbour.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException("Document '" + resource + "': expected it on the class path beside "
                        + neighbour.getName() + ", found nothing there.");
            }
            DocumentStream stream = new DocumentStream(limits);
            stream.read(name(), in, StandardCharsets.UTF_8, sink);
            return new Reading(stream.fingerprint(), false, stream.records());
        }
    }

    @Override
    public String name() {
        return resource.substring(resource.lastIndexOf('/') + 1);
    }

    @Override
    public Optional<byte[]> file(String path) throws IOException {
        String folder = resource.substring(0, resource.lastIndexOf('/') + 1);
        try (InputStream in = neighbour.getResourceAsStream(folder + path)) {
            return in == null ? Optional.empty() : Optional.of(FileBytes.read(in, limits.fileBytes(), path));
        }
    }

    /** Returns nothing: what is in a jar is there after a restart, too. */
    @Override
    public Optional<String> key() {
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "ClassPathSource " + resource;
    }
}
