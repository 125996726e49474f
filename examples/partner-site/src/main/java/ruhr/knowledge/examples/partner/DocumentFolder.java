package ruhr.knowledge.examples.partner;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ruhr.knowledge.snapshot.Snapshot;

/**
 * The folder in which the chamber's document lies, with its pictures, to be edited by the chamber's webmaster.
 *
 * <p>An empty folder is filled with the example's own document. From then on the webmaster's edits hold, also after a
 * restart. What was put here is taken away again when nothing names it any more: the portrait of a person who is withdrawn
 * does not stay behind. A file that the webmaster brought, or changed, is the webmaster's to delete.
 */
final class DocumentFolder {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentFolder.class);
    private static final String DOCUMENT = "people.json";
    private static final List<String> PICTURES = List.of("images/chamber-contact.svg");

    private final Path folder;

    private DocumentFolder(Path folder) {
        this.folder = folder;
    }

    /** Returns the folder, filled if it holds no document yet. */
    static DocumentFolder in(Path folder) throws IOException {
        DocumentFolder documents = new DocumentFolder(folder.toAbsolutePath().normalize());
        if (!Files.exists(documents.people())) {
            for (String picture : PICTURES) {
                documents.put(picture);
            }
            documents.put(DOCUMENT);
        }
        return documents;
    }

    private void put(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, shipped(name));
    }

    private static byte[] shipped(String name) throws IOException {
        try (InputStream in = DocumentFolder.class.getResourceAsStream("documents/" + name)) {
            if (in == null) {
                throw new FileNotFoundException("documents/" + name + " is missing in this example");
            }
            return in.readAllBytes();
        }
    }

    Path folder() {
        return folder;
    }

    Path people() {
        return folder.resolve(DOCUMENT);
    }

    /** Deletes the pictures that were put here and that the snapshot does not show. */
    void sweep(Snapshot snapshot) {
        for (String picture : PICTURES) {
            Path file = folder.resolve(picture);
            try {
                if (!snapshot.frame().images().containsKey(picture)
                        && Files.exists(file)
                        && Arrays.equals(Files.readAllBytes(file), shipped(picture))) {
                    Files.delete(file);
                    LOG.info("Deleted {}: no published record shows it any more", picture);
                }
            } catch (IOException kept) {
                throw new UncheckedIOException("Could not delete " + file + ", which nothing shows any more", kept);
            }
        }
    }
}
