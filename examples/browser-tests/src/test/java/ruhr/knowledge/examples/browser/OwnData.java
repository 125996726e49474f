package ruhr.knowledge.examples.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.embed.EmbedPages;
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.source.FileSource;
import ruhr.knowledge.widget.WidgetRenderer;

/** Pages of the widgets about a document that a test has written. */
final class OwnData {

    private static final String BASE_PATH = "/ruhr-knowledge";

    private final KnowledgeBase base;
    private final EmbedPages pages;

    OwnData(Path folder, String document) {
        try {
            base = KnowledgeBase.open(FileSource.of(Files.writeString(folder.resolve("data.json"), document)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        pages = new EmbedPages(new WidgetRenderer(base, BASE_PATH), BASE_PATH);
    }

    KnowledgeBase base() {
        return base;
    }

    /** Opens the page of a widget. The site gives the style sheet, which is the same. */
    Page open(String widget, String parameters, Demo.Running demo, Screen screen) {
        return demo.openInstead("/ruhr-knowledge/embed/" + widget, screen, html(widget, parameters), Map.of());
    }

    String html(String widget, String parameters) {
        return pages.render(widget, Parameters.parse(parameters), Locale.GERMAN, base.snapshot())
                .html();
    }
}
