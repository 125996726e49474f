package ruhr.knowledge.examples.portal;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.filter.Problem;
import ruhr.knowledge.index.FilterIndex;
import ruhr.knowledge.query.CursorExpired;
import ruhr.knowledge.query.InvalidQuery;
import ruhr.knowledge.query.QueryString;
import ruhr.knowledge.query.ReadQuery;
import ruhr.knowledge.widget.FilterPanel;

/** Answers with the portal's pages. What an address says and cannot be meant is told on the page, with status 400. */
final class PortalServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private final transient FilterIndex<Offer> offers;

    PortalServlet(FilterIndex<Offer> offers) {
        this.offers = offers;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'; form-action 'self'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (path.equals("/panel.css")) {
            send(response, 200, "text/css", FilterPanel.stylesheet());
        } else if (path.equals("/portal.css")) {
            try (InputStream css = PortalServlet.class.getResourceAsStream("portal.css")) {
                send(response, 200, "text/css", new String(css.readAllBytes(), StandardCharsets.UTF_8));
            }
        } else {
            page(request, response, path);
        }
    }

    private void page(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        String queryString = Optional.ofNullable(request.getQueryString()).orElse("");
        Parameters parameters = Parameters.parse(queryString);
        Locale language = parameters.first("lang").filter("en"::equals).isPresent() ? Locale.ENGLISH : Locale.GERMAN;
        PortalPage page = new PortalPage(offers.schema(), language);
        if (path.equals("/")) {
            list(response, page, parameters, queryString, language);
            return;
        }
        Optional<Offer> offer = path.startsWith("/offers/") ? offers.find(path.substring(8)) : Optional.empty();
        boolean german = language.equals(Locale.GERMAN);
        send(
                response,
                offer.isPresent() ? 200 : 404,
                "text/html",
                offer.map(page::detail)
                        .orElseGet(() -> page.failure(
                                german ? "Nicht gefunden" : "Not found",
                                german ? "Diese Seite gibt es nicht." : "There is no such page.")));
    }

    private void list(
            HttpServletResponse response, PortalPage page, Parameters parameters, String queryString, Locale language)
            throws IOException {
        FilterPanel<Offer> panel = FilterPanel.of(offers.schema())
                .offering("knowledge-transfer", "founding", "energy-transition", "mobility-and-logistics")
                .at("/", "lang", language.getLanguage());
        ReadQuery read = QueryString.read(parameters, offers.schema(), Set.of("lang"));
        List<String> problems = read.problems().stream().map(Problem::sentence).toList();
        try {
            String html = page.list(offers.ask(PortalPage.question(read.query(), panel)), panel, problems, queryString);
            send(response, problems.isEmpty() ? 200 : 400, "text/html", html);
        } catch (InvalidQuery | CursorExpired refused) {
            send(response, 400, "text/html", page.failure("400", String.valueOf(refused.getMessage())));
        }
    }

    private static void send(HttpServletResponse response, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(type + ";charset=UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
