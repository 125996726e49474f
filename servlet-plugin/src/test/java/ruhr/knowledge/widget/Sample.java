package ruhr.knowledge.widget;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.embed.EmbedPages;
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.source.FileSource;
import ruhr.knowledge.widget.WidgetRequest.Delivery;

/** A small data set with every kind of record and block, and short ways to render it. */
public final class Sample {

    /** Where the widgets of the tests believe to be. */
    public static final String BASE_PATH = "/ruhr-knowledge";

    private static final Clock NOVEMBER = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);

    private static final String DRAWING = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 3'/>";

    private Sample() {}

    /** Returns the text of the small document. */
    public static String document() {
        try (var in = Sample.class.getResourceAsStream("sample.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Opens the small document out of a folder. */
    public static KnowledgeBase open(Path folder) {
        return open(folder, document());
    }

    /** Opens a document out of a folder, with one picture beside it. */
    public static KnowledgeBase open(Path folder, String document) {
        try {
            Files.createDirectories(folder.resolve("images"));
            Files.writeString(folder.resolve("images/hall.svg"), DRAWING);
            Path file = Files.writeString(folder.resolve("data.json"), document);
            return KnowledgeBase.open(NOVEMBER, FileSource.of(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Renders a fragment whose links lead to pages of our own. */
    public static String fragment(KnowledgeBase base, String widget, String parameters, Locale language) {
        return new WidgetRenderer(base, BASE_PATH).render(widget, parameters, language);
    }

    /** Renders a fragment in a page that passes its query string on. */
    public static String hosted(KnowledgeBase base, String widget, String parameters, String host, Locale language) {
        WidgetRequest request = new WidgetRequest(
                widget, Parameters.parse(parameters), Optional.of(Parameters.parse(host)), language, Delivery.FRAGMENT);
        return new WidgetRenderer(base, BASE_PATH).render(request).html();
    }

    /** Renders a page of our own. */
    public static String page(KnowledgeBase base, String widget, String parameters, Locale language) {
        EmbedPages pages = new EmbedPages(new WidgetRenderer(base, BASE_PATH), BASE_PATH);
        return pages.render(widget, Parameters.parse(parameters), language, base.snapshot())
                .html();
    }
}
