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
import ruhr.knowledge.widget.view.Message;

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
     * @param language German or English
     * @param snapshot what is known
     * @return an HTML document, and whether what was asked for exists
     * @throws IllegalArgumentException if there is no such widget; the message lists those that there are
     */
    public Rendering render(String widget, Parameters parameters, Locale language, Snapshot snapshot) {
        WidgetRequest request =
                new WidgetRequest(widget, parameters, java.util.Optional.empty(), language, Delivery.DOCUMENT);
        Rendering content = widgets.render(request, snapshot);
        StringOutput html = new StringOutput(content.html().length() + 2048);
        JtepageGenerated.render(new OwaspHtmlTemplateOutput(html), null, page(request, content));
        return new Rendering(
                html.toString(),
                content.outcome(),
                content.version(),
                content.title(),
                content.description(),
                content.personal());
    }

    private PageView page(WidgetRequest request, Rendering content) {
        Locale language = request.language();
        Locale other = language.equals(Locale.GERMAN) ? Locale.ENGLISH : Locale.GERMAN;
        return new PageView(
                language.getLanguage(),
                content.title(),
                content.description().orElse(null),
                Assets.stylesheet(basePath),
                other.getLanguage(),
                Message.OTHER_LANGUAGE.in(language),
                basePath + "/embed/" + path(request) + "?" + query(request).with("lang", other.getLanguage()),
                Message.INDEPENDENT.in(language),
                content.html());
    }

    private static String path(WidgetRequest request) {
        return request.widget().equals("stories")
                ? "stories/" + request.parameters().first("id").filter(Slug::is).orElse("")
                : request.widget();
    }

    private static Parameters query(WidgetRequest request) {
        return request.widget().equals("stories") ? request.parameters().without("id") : request.parameters();
    }
}
