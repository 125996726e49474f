package ruhr.knowledge.examples.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.source.FileSource;
import ruhr.knowledge.source.Source;

/** Finds the documents that somebody names. */
final class Documents {

    private Documents() {}

    /**
     * Returns the sources to open.
     *
     * @param named files and folders
     * @param withRuhr whether the data set of the Ruhr comes first
     * @return the sources in the order in which they are named
     * @throws IOException if there is nothing at a path, or a folder holds no document; the message names it
     */
    static List<Source> sources(List<Path> named, boolean withRuhr) throws IOException {
        List<Source> sources = new ArrayList<>();
        if (withRuhr) {
            sources.add(KnowledgeBase.embedded());
        }
        for (Path path : named) {
            requireDocument(path);
            sources.add(FileSource.of(path));
        }
        if (sources.isEmpty()) {
            throw new IOException("Documents: expected at least one file or folder where --without-ruhr is given, found"
                    + " none. Nothing is served.");
        }
        return sources;
    }

    private static void requireDocument(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new IOException(
                    "Documents: expected a file or a folder at " + path + ", found nothing there. Nothing is served.");
        }
        if (Files.isDirectory(path)) {
            try (Stream<Path> children = Files.list(path)) {
                if (children.noneMatch(child -> child.toString().endsWith(".json"))) {
                    throw new IOException("Documents: expected files that end in .json in the folder " + path
                            + ", found none. Nothing is served.");
                }
            }
        }
    }
}
