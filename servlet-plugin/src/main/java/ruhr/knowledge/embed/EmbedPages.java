package ruhr.knowledge.embed;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.embed.view.ElementView;
import ruhr.knowledge.embed.view.PageView;
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.snapshot.Snapshot;
import ruhr.knowledge.templates.JteelementGenerated;
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
 * Puts widgets into HTML documents of their own, and into the custom element. Thread-safe.
 *
 * <pre>{@code
 * EmbedPages pages = new EmbedPages(new WidgetRenderer(ruhr), "/ruhr-knowledge");
 * }</pre>
 */
public final class EmbedPages {

    /** Parameters that the element has attributes for. */
    private static final Set<String> ATTRIBUTES = Set.of("id", "group", "theme");

    private final WidgetRenderer widgets;
    private final String basePath;
    private final Languages languages = new Languages(Thread.currentThread().getContextClassLoader());

    /**
     * Returns pages around the widgets of a renderer.
     *
     * @param widgets renders the widgets
     * @param basePath where the plugin answers, as the renderer was told; where it is an absolute address, the pages say
     *     where their oEmbed reply is
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
        WidgetRequest request = new WidgetRequest(widget, parameters, Optional.empty(), language, Delivery.DOCUMENT);
        Rendering content = widgets.render(request, snapshot);
        StringOutput html = new StringOutput(content.html().length() + 2048);
        JtepageGenerated.render(new OwaspHtmlTemplateOutput(html), null, page(request, content, snapshot));
        return content.as(html.toString());
    }

    /**
     * Renders the custom element with a shadow root in it, which browsers show without any script. What the visitor chooses
     * goes into the address of the page if the request has that page's query.
     *
     * @param request what is wanted, for delivery in an element
     * @param snapshot what is known
     * @return HTML to put into a page, and whether what was asked for exists
     * @throws IllegalArgumentException if there is no such widget; the message lists those that there are
     */
    public Rendering element(WidgetRequest request, Snapshot snapshot) {
        Rendering content = widgets.render(request, snapshot);
        Wordbook words = languages.of(request.language());
        Parameters given = request.parameters();
        String others = given.only(name -> !ATTRIBUTES.contains(name.toLowerCase(Locale.ROOT)))
                .toString();
        ElementView view = new ElementView(
                request.widget(),
                given.first("id").orElse(null),
                words.lang(),
                given.first("group").orElse(null),
                given.first("theme").orElse(null),
                others.isEmpty() ? null : others,
                request.host().isPresent(),
                Assets.stylesheet(basePath),
                content.html(),
                address(request, snapshot, words.lang()),
                content.title());
        StringOutput html = new StringOutput(content.html().length() + 512);
        JteelementGenerated.render(new OwaspHtmlTemplateOutput(html), null, view);
        return content.as(html.toString());
    }

    private PageView page(WidgetRequest request, Rendering content, Snapshot snapshot) {
        Wordbook words = languages.of(request.language());
        String other = words == Wordbook.GERMAN ? "en" : "de";
        String address = address(request, snapshot, words.lang());
        return new PageView(
                words.lang(),
                content.title(),
                content.description().orElse(null),
                address,
                oembed(address),
                Assets.stylesheet(basePath),
                Assets.address(basePath, Assets.FRAME),
                widgets.pageClasses(request.parameters()),
                other,
                words.say(Message.OTHER_LANGUAGE),
                address(request, snapshot, other),
                words.say(Message.OPEN_ALONE),
                words.say(Message.INDEPENDENT),
                content.html());
    }

    /** Returns where the oEmbed reply of a page is; null where nobody knows what to call the page from outside. */
    private @Nullable String oembed(String address) {
        return address.contains("://")
                ? basePath + "/oembed?format=json&url=" + URLEncoder.encode(address, StandardCharsets.UTF_8)
                : null;
    }

    /** Returns the address of a page, always written in the same way. */
    String address(WidgetRequest request, Snapshot snapshot, String lang) {
        return basePath + "/embed/" + path(request) + "?"
                + query(request, snapshot).with("lang", lang);
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
