package ruhr.knowledge.examples.partner;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * The chamber's own style sheet and drawings, each by its name. Its logo is also what a browser gets that asks for the icon
 * of a page that names none; search engines may read everything.
 */
final class SiteFiles extends HttpServlet {

    private static final long serialVersionUID = 1;

    /** What is asked for at the root of a site, and which file it is. */
    private static final Map<String, String> AT_THE_ROOT =
            Map.of("/favicon.ico", "/logo.svg", "/robots.txt", "/robots.txt");

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "/chamber.css", "text/css;charset=UTF-8",
            "/logo.svg", "image/svg+xml",
            "/robots.txt", "text/plain;charset=UTF-8",
            "/skyline.svg", "image/svg+xml");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = AT_THE_ROOT.getOrDefault(request.getServletPath(), request.getPathInfo());
        String mediaType = name == null ? null : MEDIA_TYPES.get(name);
        if (mediaType == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(mediaType);
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("X-Content-Type-Options", "nosniff");
        try (InputStream in = SiteFiles.class.getResourceAsStream("site" + name)) {
            if (in != null) {
                in.transferTo(response.getOutputStream());
            }
        }
    }
}
