package ruhr.knowledge.widget;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.embed.EmbedPages;
import ruhr.knowledge.filter.Parameters;

/** Renders as the servlet does. */
final class Render {

    static final List<Locale> LANGUAGES = List.of(Locale.GERMAN, Locale.ENGLISH);
    static final String BASE = "/ruhr-knowledge";

    private Render() {}

    static String fragment(KnowledgeBase base, String widget, String parameters, Locale language) {
        return new WidgetRenderer(base, BASE).render(widget, parameters, language);
    }

    static String inHost(KnowledgeBase base, String widget, String parameters, String host, Locale language) {
        return new WidgetRenderer(base, BASE)
                .render(new WidgetRequest(
                        widget,
                        Parameters.parse(parameters),
                        Optional.of(Parameters.parse(host)),
                        language,
                        WidgetRequest.Delivery.FRAGMENT))
                .html();
    }

    static String page(KnowledgeBase base, String widget, String parameters, Locale language) {
        return new EmbedPages(new WidgetRenderer(base, BASE), BASE)
                .render(widget, Parameters.parse(parameters), language, base.snapshot())
                .html();
    }

    /** Returns every widget of a knowledge base as a fragment, a fragment in a host's page, and a page. */
    static List<String> everything(KnowledgeBase base, Locale language, String focus, String story) {
        return List.of(
                fragment(base, "focus", "id=" + focus, language),
                fragment(base, "institutions", "status=any", language),
                fragment(base, "filter", "", language),
                fragment(base, "stories", "id=" + story, language),
                fragment(base, "focus", "id=nothing", language),
                inHost(base, "institutions", "limit=1&status=any", "rk_page=2&a=b", language),
                inHost(base, "filter", "", "rk_topic=hydrogen&rk_not_city=essen&rk_status=any", language),
                inHost(base, "institutions", "", "rk_topic=nothing", language),
                page(base, "focus", "id=" + focus, language),
                page(base, "institutions", "topic=hydrogen", language),
                page(base, "filter", "topic=hydrogen", language),
                page(base, "stories", "id=" + story, language));
    }
}
