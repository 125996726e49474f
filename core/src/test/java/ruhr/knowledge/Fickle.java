package ruhr.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.source.EntrySink;
import ruhr.knowledge.source.FileSource;
import ruhr.knowledge.source.Reading;
import ruhr.knowledge.source.Since;
import ruhr.knowledge.source.Source;

/** A source that says what it is told, or fails as it is told. */
final class Fickle implements Source {

    private final Path file;
    private final boolean remote;
    private final AtomicInteger asked = new AtomicInteger();
    private final List<Runnable> whenAsked = new ArrayList<>();
    private @Nullable Throwable failure;

    Fickle(Path file, boolean remote) {
        this.file = file;
        this.remote = remote;
    }

    /** Has institutions of these ids from now on. */
    Fickle says(String... ids) {
        StringBuilder records = new StringBuilder();
        for (String id : ids) {
            records.append(records.isEmpty() ? "" : ",").append("""
                    {"id": "%s", "name": {"de": "%s"}, "type": "institute", "sites": [{"municipality": "essen"}]}""".formatted(id, id));
        }
        return saysInstitutions(records.toString());
    }

    Fickle saysInstitutions(String records) {
        return saysDocument("""
                {"types": [{"id": "institute", "label": {"de": "Institut"}}],
                 "municipalities": [{"id": "essen", "label": {"de": "Essen"}, "kind": "city"}],
                 "institutions": [%s]}""".formatted(records));
    }

    Fickle saysDocument(String json) {
        try {
            Files.writeString(file, json);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        failure = null;
        return this;
    }

    Fickle fails(Throwable with) {
        failure = with;
        return this;
    }

    Fickle recovers() {
        failure = null;
        return this;
    }

    Fickle whenAsked(Runnable does) {
        whenAsked.add(does);
        return this;
    }

    int asked() {
        return asked.get();
    }

    @Override
    public Reading read(Since last, EntrySink sink) throws IOException {
        asked.incrementAndGet();
        whenAsked.forEach(Runnable::run);
        Throwable with = failure;
        if (with instanceof IOException io) {
            throw io;
        } else if (with instanceof Error error) {
            throw error;
        } else if (with instanceof RuntimeException defect) {
            throw defect;
        }
        return FileSource.of(file).read(last, sink);
    }

    @Override
    public String name() {
        return file.getFileName().toString();
    }

    @Override
    public Optional<String> key() {
        return Optional.of("fickle " + name());
    }

    @Override
    public boolean isRemote() {
        return remote;
    }

    @Override
    public Optional<byte[]> file(String path) throws IOException {
        return FileSource.of(file).file(path);
    }
}
