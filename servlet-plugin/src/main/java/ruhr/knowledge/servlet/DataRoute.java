package ruhr.knowledge.servlet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import ruhr.knowledge.snapshot.DataDocument;
import ruhr.knowledge.snapshot.ImageFile;
import ruhr.knowledge.snapshot.Snapshot;

/**
 * All data at once, as a document with its pictures beside it: a source for another installation, which asks again and again
 * whether it still holds.
 */
final class DataRoute {

    /** The name of the document. */
    static final String DOCUMENT = "knowledge.json";

    private static final Map<String, String> FOR_ALL_ORIGINS = Map.of("Access-Control-Allow-Origin", "*");

    private DataRoute() {}

    static Reply document(Snapshot snapshot, String tag) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            DataDocument.write(snapshot, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Reply(
                200,
                Reply.JSON,
                Body.tagged(out.toByteArray(), tag),
                // Persons can be withdrawn.
                Reply.Lifetime.ASKED,
                FOR_ALL_ORIGINS);
    }

    /** Returns a picture by its path beside the document. */
    static Optional<Reply> picture(Snapshot snapshot, String path) {
        return Optional.ofNullable(snapshot.frame().images().get(path)).map(DataRoute::file);
    }

    private static Reply file(ImageFile image) {
        return new Reply(
                200,
                image.mediaType(),
                Body.of(image.content(), image.mediaType().contains("svg")),
                Reply.Lifetime.ASKED,
                Map.of(
                        "Access-Control-Allow-Origin",
                        "*",
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; sandbox"));
    }
}
