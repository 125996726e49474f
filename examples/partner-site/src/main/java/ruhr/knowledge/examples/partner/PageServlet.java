package ruhr.knowledge.examples.partner;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The chamber's pages: HTML files in which a mark stands where a widget goes.
 *
 * <pre>{@code
 * <!--#include virtual="/ruhr-knowledge/widgets/focus?id=knowledge-transfer&lang=en" -->
 * }</pre>
 *
 * <p>A second mark writes the query of the page, so that the link to the other language keeps what a visitor has chosen:
 * {@code <a href="/en/<!--#echo var="QUERY" -->">}. A third one writes under which address the site was asked, for what has to
 * be an absolute address: {@code <link rel="alternate" hreflang="en" href="<!--#echo var="SITE" -->/en/">}.
 */
final class PageServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private static final Pattern MARK = Pattern.compile("<!--#(include virtual|echo var)=\"([^\"]*)\" -->");
    private static final Map<String, String> PAGES = Map.of(
            "/", page("index.de.html"),
            "/en/", page("index.en.html"),
            "/suche/", page("search.de.html"),
            "/en/search/", page("search.en.html"));
    private static final String NOT_FOUND = page("not-found.html");

    private final String widgets;

    /**
     * Serves the pages.
     *
     * @param widgets the scheme, host and port in the addresses of widgets; empty where these have none
     */
    PageServlet(String widgets) {
        this.widgets = widgets;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String path = request.getServletPath();
        if (PAGES.containsKey(path + "/")) {
            response.sendRedirect(path + "/" + query(request));
            return;
        }
        String page = PAGES.get(path);
        if (page == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        response.setContentType("text/html;charset=UTF-8");
        // Asked anew at each visit: a person who was withdrawn shall not be shown by a browser that remembers her.
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Content-Security-Policy", policy(request));
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        response.setHeader("X-Content-Type-Options", "nosniff");
        write(page == null ? NOT_FOUND : page, request, response);
    }

    private String policy(HttpServletRequest request) {
        // Widgets come from the public address, by whichever name of this computer somebody has come here.
        String own = widgets.isEmpty() || widgets.equals(site(request)) ? "'self'" : "'self' " + widgets;
        return "default-src 'none'; style-src " + own + "; img-src " + own + "; connect-src " + own
                + "; base-uri 'none'; form-action " + own + "; frame-ancestors 'self'";
    }

    private static void write(String page, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        PrintWriter out = response.getWriter();
        int written = 0;
        for (MatchResult mark : (Iterable<MatchResult>) MARK.matcher(page).results()::iterator) {
            out.write(page, written, mark.start() - written);
            if (mark.group(1).startsWith("include")) {
                include(mark.group(2), request, response);
            } else {
                out.write(escaped(mark.group(2).equals("SITE") ? site(request) : query(request)));
            }
            written = mark.end();
        }
        out.write(page, written, page.length() - written);
    }

    /**
     * Puts a widget where the page has got to. The widget is told the query of the page, so that its links lead back to
     * this page and keep what other widgets wrote there.
     */
    static void include(String widget, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String host = URLEncoder.encode(Objects.toString(request.getQueryString(), ""), StandardCharsets.UTF_8);
        request.getRequestDispatcher(widget + "&host=" + host).include(request, response);
    }

    private static String site(HttpServletRequest request) {
        String address = request.getRequestURL().toString();
        return address.substring(0, address.length() - request.getRequestURI().length());
    }

    private static String query(HttpServletRequest request) {
        return request.getQueryString() == null ? "" : "?" + request.getQueryString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String page(String name) {
        try (InputStream in = PageServlet.class.getResourceAsStream("pages/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
