package ruhr.knowledge.examples.standalone;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.source.AddressPolicy;
import ruhr.knowledge.source.FileSource;
import ruhr.knowledge.source.HttpSource;
import ruhr.knowledge.source.Source;

/** Finds the documents that somebody names. */
final class Documents {

    private Documents() {}

    /**
     * Returns the sources to open.
     *
     * @param named files, folders, and http or https addresses of documents
     * @param withRuhr whether the data set of the Ruhr comes first
     * @param allowed private hosts that addresses may lead to
     * @return the sources in the order in which they are named
     * @throws IOException if there is nothing at a path, or a folder holds no document; the message names it
     */
    static List<Source> sources(List<String> named, boolean withRuhr, List<String> allowed) throws IOException {
        List<Source> sources = new ArrayList<>();
        if (withRuhr) {
            sources.add(KnowledgeBase.embedded());
        }
        AddressPolicy policy = AddressPolicy.publicInternet().allowing(allowed.toArray(String[]::new));
        for (String name : named) {
            if (name.startsWith("http://") || name.startsWith("https://")) {
                sources.add(HttpSource.of(URI.create(name)).within(policy));
            } else {
                requireDocument(Path.of(name));
                sources.add(FileSource.of(Path.of(name)));
            }
        }
        if (sources.isEmpty()) {
            throw new IOException(
                    "Documents: expected at least one file, folder or address where --without-ruhr is given, found"
                            + " none. Nothing is read.");
        }
        return sources;
    }

    private static void requireDocument(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new IOException(
                    "Documents: expected a file or a folder at " + path + ", found nothing there. Nothing is read.");
        }
        if (Files.isDirectory(path)) {
            try (Stream<Path> children = Files.list(path)) {
                if (children.noneMatch(child -> child.toString().endsWith(".json"))) {
                    throw new IOException("Documents: expected files that end in .json in the folder " + path
                            + ", found none. Nothing is read.");
                }
            }
        }
    }
}
