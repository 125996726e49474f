package ruhr.knowledge.embed;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Locale;
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.snapshot.Snapshot;
import ruhr.knowledge.templates.JtepageGenerated;
import ruhr.knowledge.value.Slug;
import ruhr.knowledge.widget.Assets;
import ruhr.knowledge.widget.Rendering;
import ruhr.knowledge.widget.WidgetRenderer;
import ruhr.knowledge.widget.WidgetRequest;
import ruhr.knowledge.widget.WidgetRequest.Delivery;
import ruhr.knowledge.widget.view.Languages;
import ruhr.knowledge.widget.view.Message;
import ruhr.knowledge.widget.view.Wordbook;

/**
 * Puts widgets into HTML documents of their own. Thread-safe.
 *
 * <pre>{@code
 * EmbedPages pages = new EmbedPages(new WidgetRenderer(ruhr), "/ruhr-knowledge");
 * }</pre>
 */
public final class EmbedPages {

    private final WidgetRenderer widgets;
    private final String basePath;
    private final Languages languages = new Languages(Thread.currentThread().getContextClassLoader());

    /**
     * Returns pages around the widgets of a renderer.
     *
     * @param widgets renders the widgets
     * @param basePath where the plugin answers, as the renderer was told
     */
    public EmbedPages(WidgetRenderer widgets, String basePath) {
        this.widgets = widgets;
        this.basePath = basePath;
    }

    /**
     * Renders a document.
     *
     * @param widget the name of a widget
     * @param parameters the query string of the page, without its language
     * @param language German, English, or another one that the widgets know
     * @param snapshot what is known
     * @return an HTML document, and whether what was asked for exists
     * @throws IllegalArgumentException if there is no such widget; the message lists those that there are
     */
    public Rendering render(String widget, Parameters parameters, Locale language, Snapshot snapshot) {
        WidgetRequest request =
                new WidgetRequest(widget, parameters, java.util.Optional.empty(), language, Delivery.DOCUMENT);
        Rendering content = widgets.render(request, snapshot);
        StringOutput html = new StringOutput(content.html().length() + 2048);
        JtepageGenerated.render(new OwaspHtmlTemplateOutput(html), null, page(request, content, snapshot));
        return new Rendering(
                html.toString(),
                content.outcome(),
                content.version(),
                content.title(),
                content.description(),
                content.personal(),
                content.shown());
    }

    private PageView page(WidgetRequest request, Rendering content, Snapshot snapshot) {
        Wordbook words = languages.of(request.language());
        String other = words == Wordbook.GERMAN ? "en" : "de";
        return new PageView(
                words.lang(),
                content.title(),
                content.description().orElse(null),
                Assets.stylesheet(basePath),
                widgets.pageClasses(request.parameters()),
                other,
                words.say(Message.OTHER_LANGUAGE),
                basePath + "/embed/" + path(request) + "?"
                        + query(request, snapshot).with("lang", other),
                words.say(Message.INDEPENDENT),
                content.html());
    }

    private static String path(WidgetRequest request) {
        return isOne(request)
                ? request.widget() + "/" + request.parameters().first("id").orElse("")
                : request.widget();
    }

    private Parameters query(WidgetRequest request, Snapshot snapshot) {
        if (!request.parameters().problems().isEmpty()) {
            return request.parameters().without("id");
        }
        Parameters query = widgets.canonical(request, snapshot);
        return isOne(request) ? query.without("id") : query;
    }

    /** Tells whether the page shows one entry, whose id is a part of its address. */
    private static boolean isOne(WidgetRequest request) {
        return WidgetRenderer.lists().containsKey(request.widget())
                && request.parameters().first("id").filter(Slug::is).isPresent();
    }
}
