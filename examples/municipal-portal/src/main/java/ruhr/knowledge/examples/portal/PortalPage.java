package ruhr.knowledge.examples.portal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.query.Answer;
import ruhr.knowledge.query.Match;
import ruhr.knowledge.query.Page;
import ruhr.knowledge.query.Query;
import ruhr.knowledge.query.QueryString;
import ruhr.knowledge.widget.FilterPanel;

/** The HTML of the portal's pages. A real portal has a template engine for this; the panel comes from the library. */
final class PortalPage {

    private static final int CARDS = 12;

    private final FilterSchema<Offer> schema;
    private final Locale language;

    PortalPage(FilterSchema<Offer> schema, Locale language) {
        this.schema = schema;
        this.language = language;
    }

    private boolean german() {
        return language.equals(Locale.GERMAN);
    }

    private String say(String german, String english) {
        return german() ? german : english;
    }

    /** Returns the question of a page: what its address says, with all that the panel shows counted. */
    static Query question(Query asked, FilterPanel<Offer> panel) {
        int number = Math.min(asked.page().number(), Page.MAXIMUM_WINDOW / CARDS);
        Query page = asked.page().limit() == Page.DEFAULT_LIMIT ? asked.page(new Page(number, CARDS)) : asked;
        return page.counting(panel.fields());
    }

    /** Returns the list of offers with the panel beside it. */
    String list(Answer<Offer> answer, FilterPanel<Offer> panel, List<String> problems, String queryString) {
        StringBuilder html = begin(say("Was die Stadt bietet", "What the city offers"), otherLanguage(queryString));
        html.append("<div class=\"columns\"><div class=\"side\">")
                .append(panel.render(answer, language))
                .append("</div><section aria-labelledby=\"results\"><h2 id=\"results\">")
                .append(say("Angebote", "Offers"))
                .append("</h2>");
        for (String problem : problems) {
            html.append("<p class=\"problem\">").append(escaped(problem)).append("</p>");
        }
        html.append("<ul class=\"cards\">");
        for (int i = 0; i < answer.entries().size(); i++) {
            card(html, answer.entries().get(i), answer.match(i));
        }
        html.append("</ul>");
        pages(html, answer);
        return end(html.append("</section></div></main>"));
    }

    private void card(StringBuilder html, Offer offer, Match match) {
        html.append("<li class=\"card\"><p class=\"kind\">")
                .append(escaped(label("kind", offer.kind())))
                .append(" · ")
                .append(escaped(label("district", offer.district())))
                .append("</p><h3><a lang=\"de\" href=\"")
                .append(address(offer))
                .append("\">")
                .append(marked(offer.name(), match.name()))
                .append("</a></h3><p>");
        Optional<Match.Excerpt> excerpt = match.excerpt();
        html.append(
                excerpt.isPresent()
                        ? marked(excerpt.get().text(), excerpt.get().marks())
                        : escaped(offer.text().in(language).text()));
        html.append("</p>");
        match.metres()
                .ifPresent(metres ->
                        html.append("<p class=\"kind\">").append(metres).append(" m</p>"));
        html.append("</li>");
    }

    private String address(Offer offer) {
        return "/offers/" + offer.id() + "?lang=" + language.getLanguage();
    }

    private void pages(StringBuilder html, Answer<Offer> answer) {
        if (answer.pages() < 2) {
            return;
        }
        html.append("<nav class=\"pages\" aria-label=\"")
                .append(say("Seiten", "Pages"))
                .append("\">");
        for (int number = 1; number <= answer.pages(); number++) {
            if (number == answer.query().page().number()) {
                html.append("<span aria-current=\"page\">").append(number).append("</span>");
            } else {
                Query there = answer.query()
                        .page(new Page(number, Page.DEFAULT_LIMIT))
                        .counting();
                html.append("<a href=\"/?lang=")
                        .append(language.getLanguage())
                        .append("&amp;")
                        .append(escaped(QueryString.write(there, schema)))
                        .append("\">")
                        .append(number)
                        .append("</a>");
            }
        }
        html.append("</nav>");
    }

    /** Returns the page of one offer. */
    String detail(Offer offer) {
        StringBuilder html = begin(offer.name(), "/offers/" + offer.id() + "?lang=" + say("en", "de"));
        html.append("<p>").append(escaped(offer.text().in(language).text())).append("</p><dl>");
        for (FilterSchema.Field<Offer> field : schema.fields()) {
            field.values()
                    .apply(offer)
                    .forEach(value -> html.append("<dt>")
                            .append(escaped(field.label().in(language).text()))
                            .append("</dt><dd>")
                            .append(escaped(label(field.name(), value)))
                            .append("</dd>"));
        }
        html.append("</dl><p><a href=\"/?lang=")
                .append(language.getLanguage())
                .append("\">")
                .append(say("Alle Angebote", "All offers"))
                .append("</a></p></main>");
        return end(html);
    }

    /** Returns a page that says what is wrong. */
    String failure(String title, String words) {
        StringBuilder html = begin(title, "/?lang=" + say("en", "de"));
        return end(html.append("<p>").append(escaped(words)).append("</p></main>"));
    }

    private String label(String field, String value) {
        return schema.field(field)
                .map(it -> it.label(value).in(language).text())
                .orElse(value);
    }

    private String otherLanguage(String queryString) {
        Parameters others = Parameters.parse(queryString).without("lang");
        return "/?" + Parameters.none().with("lang", say("en", "de")).plus(others);
    }

    private StringBuilder begin(String title, String other) {
        return new StringBuilder("<!doctype html><html lang=\"")
                .append(language.getLanguage())
                .append(
                        "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>")
                .append(escaped(title))
                .append(
                        " – Musterhafen</title><link rel=\"stylesheet\" href=\"/panel.css\"><link rel=\"stylesheet\" href=\"/portal.css\">")
                .append("</head><body><header><p class=\"city\"><a href=\"/?lang=")
                .append(language.getLanguage())
                .append("\">Stadt Musterhafen</a></p><p><a lang=\"")
                .append(say("en", "de"))
                .append("\" href=\"")
                .append(escaped(other))
                .append("\">")
                .append(say("English", "Deutsch"))
                .append("</a></p></header><main><h1>")
                .append(escaped(title))
                .append("</h1>");
    }

    private String end(StringBuilder html) {
        return html.append("<footer><p>")
                .append(say(
                        "Eine erfundene Stadt: Beispiel für Portale, die mit den Filtern der Bibliothek arbeiten.",
                        "A city that does not exist: an example of portals that work with the library's filters."))
                .append("</p></footer></body></html>")
                .toString();
    }

    private static String marked(String text, List<Match.Mark> marks) {
        StringBuilder html = new StringBuilder();
        int at = 0;
        for (Match.Mark mark : marks) {
            html.append(escaped(text.substring(at, mark.start())))
                    .append("<mark>")
                    .append(escaped(text.substring(mark.start(), mark.end())))
                    .append("</mark>");
            at = mark.end();
        }
        return html.append(escaped(text.substring(at))).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
