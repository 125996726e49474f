package ruhr.knowledge.embed;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Optional;
import ruhr.knowledge.embed.view.OEmbedView;
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.snapshot.Snapshot;
import ruhr.knowledge.templates.JteoembedGenerated;
import ruhr.knowledge.value.Finding;
import ruhr.knowledge.widget.Rendering;
import ruhr.knowledge.widget.WidgetRenderer;
import ruhr.knowledge.widget.WidgetRequest;
import ruhr.knowledge.widget.WidgetRequest.Delivery;
import ruhr.knowledge.widget.view.Languages;
import ruhr.knowledge.widget.view.Message;
import ruhr.knowledge.widget.view.Wordbook;
import ruhr.knowledge.wire.WireFormat;

/**
 * Tells a system that has been given the address of a page of ours how to embed it: oEmbed 1.0, as JSON. Nothing is
 * fetched, whatever address it is asked about. Thread-safe.
 *
 * <p>The HTML is what WordPress lets pass of a provider it does not know: a quotation with one link, directly followed by
 * one empty frame, and nothing before, between or after.
 */
public final class OEmbed {

    /** What this service is called. */
    static final String PROVIDER = "Ruhr Knowledge";

    private static final int WIDTH = 800;
    private static final int HEIGHT = 600;
    private static final int CACHE_SECONDS = 3600;

    private final WidgetRenderer widgets;
    private final EmbedPages pages;
    private final String publicBaseUrl;
    private final Languages languages = new Languages(Thread.currentThread().getContextClassLoader());

    /** An answer. */
    public sealed interface Answer {}

    /**
     * How to embed the page.
     *
     * @param json the reply
     */
    public record Found(String json) implements Answer {}

    /**
     * Why it cannot be embedded.
     *
     * @param status the HTTP status
     * @param title what is wrong, in a few words
     * @param detail what was expected and what was found, as a sentence
     */
    public record Refused(int status, String title, String detail) implements Answer {}

    /**
     * Returns what answers for pages below an address.
     *
     * @param widgets renders the widgets
     * @param publicBaseUrl where the world reaches the plugin
     */
    public OEmbed(WidgetRenderer widgets, String publicBaseUrl) {
        this.widgets = widgets;
        this.pages = new EmbedPages(widgets, publicBaseUrl);
        this.publicBaseUrl = publicBaseUrl;
    }

    /**
     * Answers a question.
     *
     * @param asked {@code url}; perhaps {@code maxwidth}, {@code maxheight} and {@code format}; all else is ignored
     * @param snapshot what is known
     * @return how to embed the page, or why not
     */
    public Answer answer(Parameters asked, Snapshot snapshot) {
        String format = asked.first("format").orElse("json");
        if (!format.equals("json")) {
            return new Refused(501, "Not implemented", "format: expected json, found " + Finding.quote(format) + ".");
        }
        Optional<Integer> width = atMost(asked, "maxwidth", WIDTH);
        Optional<Integer> height = atMost(asked, "maxheight", HEIGHT);
        if (width.isEmpty() || height.isEmpty()) {
            return new Refused(400, "Bad request", "maxwidth, maxheight: expected numbers of pixels from 1 to 9999.");
        }
        Optional<String> url = asked.first("url");
        if (url.isEmpty()) {
            return new Refused(
                    400, "Bad request", "url: expected an address that begins with " + publicBaseUrl + "/embed/.");
        }
        return EmbedAddress.under(publicBaseUrl, url.get())
                .flatMap(address -> found(address, width.get(), height.get(), snapshot))
                .orElseGet(() -> new Refused(
                        404,
                        "Not found",
                        "url: expected a page that begins with " + publicBaseUrl + "/embed/, found "
                                + Finding.quote(url.get()) + "."));
    }

    private static Optional<Integer> atMost(Parameters asked, String name, int usual) {
        String text = asked.first(name).orElse(String.valueOf(usual));
        return text.matches("0{0,4}[1-9][0-9]{0,3}")
                ? Optional.of(Math.min(usual, Integer.parseInt(text)))
                : Optional.empty();
    }

    private Optional<Answer> found(EmbedAddress address, int width, int height, Snapshot snapshot) {
        Parameters given = address.withId();
        if (!given.problems().isEmpty()) {
            return Optional.empty();
        }
        Locale language = given.first("lang").flatMap(widgets::language).orElse(Locale.GERMAN);
        WidgetRequest request = new WidgetRequest(
                address.widget(),
                WidgetRenderer.relevant(given, snapshot).without("lang").without("host"),
                Optional.empty(),
                language,
                Delivery.DOCUMENT);
        Rendering rendering = widgets.render(request, snapshot);
        if (rendering.outcome() == Rendering.Outcome.NOT_FOUND) {
            return Optional.empty();
        }
        Wordbook words = languages.of(language);
        // Other systems keep titles for long: no person's name goes there.
        boolean isPerson = address.widget().equals("contacts") && address.id().isPresent();
        String title = isPerson ? words.say(Message.TITLE_CONTACTS) : rendering.title();
        String page = pages.address(request, snapshot, words.lang());
        return Optional.of(new Found(json(title, html(new OEmbedView(page, title, width, height)), width, height)));
    }

    private static String html(OEmbedView view) {
        StringOutput html = new StringOutput(512);
        JteoembedGenerated.render(new OwaspHtmlTemplateOutput(html), null, view);
        return html.toString().strip();
    }

    private String json(String title, String html, int width, int height) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = WireFormat.json().createGenerator(text)) {
            json.writeStartObject()
                    .write("version", "1.0")
                    .write("type", "rich")
                    .write("title", title)
                    .write("provider_name", PROVIDER)
                    .write("provider_url", publicBaseUrl)
                    .write("cache_age", CACHE_SECONDS)
                    .write("width", width)
                    .write("height", height)
                    .write("html", html)
                    .writeEnd();
        }
        return text.toString();
    }
}
