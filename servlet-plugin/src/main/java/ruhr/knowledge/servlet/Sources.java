package ruhr.knowledge.servlet;

import jakarta.servlet.ServletContext;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.KnowledgeBaseBuilder;
import ruhr.knowledge.source.AddressPolicy;
import ruhr.knowledge.source.FileSource;
import ruhr.knowledge.source.HttpSource;
import ruhr.knowledge.source.Limits;
import ruhr.knowledge.source.Source;

/**
 * Where the data come from, and how they are read. Immutable.
 *
 * @param documents at least one
 * @param refresh how long after an answer a source is asked again
 * @param lastGood the folder in which is kept what was last good; empty for none
 */
record Sources(List<Source> documents, Duration refresh, Optional<Path> lastGood) {

    /** Keeps a copy of the list. */
    Sources {
        documents = List.copyOf(documents);
    }

    /**
     * Reads a list of documents.
     *
     * @throws IllegalArgumentException if it names none, or one that cannot be
     */
    static List<Source> documents(ServletContext context, String text, AddressPolicy policy, Limits limits) {
        List<Source> sources = new ArrayList<>();
        for (String part : text.split(",")) {
            String name = part.strip();
            if (name.equals("ruhr")) {
                sources.add(KnowledgeBase.embedded());
            } else if (name.startsWith("http://") || name.startsWith("https://")) {
                sources.add(HttpSource.of(URI.create(name)).within(policy).within(limits));
            } else if (!name.isEmpty()) {
                String real = name.startsWith("/WEB-INF/") ? context.getRealPath(name) : name;
                sources.add(FileSource.of(Path.of(real == null ? name : real), limits));
            }
        }
        if (sources.isEmpty()) {
            throw new IllegalArgumentException();
        }
        return sources;
    }

    /** Returns whether one of them is behind a network. */
    boolean areRemote() {
        return documents.stream().anyMatch(Source::isRemote);
    }

    /** Opens them: what cannot be read now is asked again later. */
    KnowledgeBase open() {
        KnowledgeBaseBuilder builder = KnowledgeBase.builder()
                .sources(documents.toArray(Source[]::new))
                .refreshEvery(refresh)
                .withoutWaiting();
        lastGood.ifPresent(builder::lastGood);
        return builder.open();
    }
}
