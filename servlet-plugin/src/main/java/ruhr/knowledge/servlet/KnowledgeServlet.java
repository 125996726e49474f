package ruhr.knowledge.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.query.EngineUnavailable;

/**
 * Answers for the plugin. {@link RuhrKnowledgeInitializer} registers it; where that does not happen, it can be declared in
 * a {@code web.xml} or registered by an embedding application, mapped to a path that ends in {@code /*}.
 *
 * <p>An application that has a {@link KnowledgeBase} of its own hands it in as the attribute {@value #KNOWLEDGE_BASE} of
 * the servlet context, and closes it itself. Otherwise the servlet opens what the settings name, and closes it when it is
 * destroyed: at the first request, or as soon as it is initialized if a source is behind a network, so that it has answered when
 * the first visitor comes. No request ever waits for such a source.
 */
public final class KnowledgeServlet extends HttpServlet {

    /** The name of the context attribute that may hold a {@link KnowledgeBase}. */
    public static final String KNOWLEDGE_BASE = "ruhr.knowledge.KnowledgeBase";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(KnowledgeServlet.class);

    private transient @Nullable Plugin plugin;

    /** For the container. */
    public KnowledgeServlet() {}

    @Override
    public void init() {
        ServletContext context = getServletContext();
        Settings settings = Settings.of(context);
        String basePath = settings.publicBaseUrl().orElse(context.getContextPath() + settings.prefix());
        plugin = new Plugin(
                () -> open(context, settings),
                new Answering(
                        basePath,
                        settings.frameAncestors(),
                        settings.cacheTags(),
                        settings.offersData(),
                        settings.showsOrigins()),
                settings.cacheBytes(),
                System::nanoTime);
        if (settings.sources().areRemote() && context.getAttribute(KNOWLEDGE_BASE) == null) {
            plugin.routes();
        }
    }

    private static Plugin.Opened open(ServletContext context, Settings settings) {
        if (context.getAttribute(KNOWLEDGE_BASE) instanceof KnowledgeBase given) {
            return new Plugin.Opened(given, false);
        }
        return new Plugin.Opened(settings.sources().open(), true);
    }

    @Override
    public void destroy() {
        if (plugin != null) {
            plugin.close();
        }
    }

    /** For tests: what is remembered. */
    Optional<RenderCache> cache() {
        return Objects.requireNonNull(plugin).cache();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String method = request.getMethod();
        boolean included = request.getDispatcherType() == DispatcherType.INCLUDE;
        if (!included && !method.equals("GET") && !method.equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            Transfer.send(text(405, "Only GET and HEAD are answered here.\n"), request, response);
            return;
        }
        Transfer.send(reply(request, included), request, response);
    }

    private Reply reply(HttpServletRequest request, boolean included) {
        String path = included
                ? attribute(request, RequestDispatcher.INCLUDE_PATH_INFO)
                : Objects.requireNonNullElse(request.getPathInfo(), "");
        String query = included
                ? attribute(request, RequestDispatcher.INCLUDE_QUERY_STRING)
                : Objects.requireNonNullElse(request.getQueryString(), "");
        try {
            Optional<Routes> routes = Objects.requireNonNull(plugin).routes();
            if (routes.isEmpty()) {
                return Unavailable.reply(path, query);
            }
            // What is included is a part of another answer, whose conditions are none of ours.
            String condition = included ? null : request.getHeader("If-None-Match");
            boolean gzip = Transfer.acceptsGzip(request.getHeader("Accept-Encoding"));
            return routes.get().reply(path, query, condition, gzip);
        } catch (EngineUnavailable unavailable) {
            LOG.warn("The engine cannot answer now", withoutWords(unavailable));
            return Unavailable.reply(path, query);
        } catch (RuntimeException defect) {
            LOG.error("A request could not be answered", withoutWords(defect));
            return text(500, "This could not be shown. The log of the server says why.\n");
        }
    }

    /** Returns what went wrong and where, without its message: that may repeat what a visitor asked for. */
    static Throwable withoutWords(Throwable failure) {
        Throwable cause = failure.getCause();
        Throwable bare = new IllegalStateException(
                failure.getClass().getName(), cause == null || cause == failure ? null : withoutWords(cause));
        bare.setStackTrace(failure.getStackTrace());
        return bare;
    }

    private static String attribute(HttpServletRequest request, String name) {
        return request.getAttribute(name) instanceof String text ? text : "";
    }

    private static Reply text(int status, String text) {
        return Reply.of(status, "text/plain;charset=UTF-8", text, Map.of());
    }
}
