package ruhr.knowledge.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sends a reply: chooses the variant, answers conditions, sets the headers that every reply has. */
final class Transfer {

    private Transfer() {}

    static void send(Reply reply, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getDispatcherType() == DispatcherType.INCLUDE) {
            include(reply, response);
            return;
        }
        Body.Variant variant = variant(reply, request.getHeader("Accept-Encoding"));
        headers(reply, variant, response);
        if (reply.status() == 200 && matches(request.getHeader("If-None-Match"), variant.tag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setStatus(reply.status());
        response.setContentType(reply.mediaType());
        response.setContentLength(variant.bytes().length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(variant.bytes());
        }
    }

    private static void headers(Reply reply, Body.Variant variant, HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        response.setHeader("Cache-Control", reply.lifetime().header());
        if (reply.lifetime() != Reply.Lifetime.NONE) {
            response.setHeader("ETag", variant.tag());
        }
        if (reply.body().gzip().isPresent()) {
            response.setHeader("Vary", "Accept-Encoding");
        }
        if (variant != reply.body().identity()) {
            response.setHeader("Content-Encoding", "gzip");
        }
        reply.headers().forEach(response::setHeader);
    }

    /**
     * Writes into the page of somebody else: by the means that page has chosen, in its encoding, and without touching its
     * headers.
     */
    private static void include(Reply reply, HttpServletResponse response) throws IOException {
        String text = new String(reply.body().identity().bytes(), StandardCharsets.UTF_8);
        PrintWriter writer;
        try {
            writer = response.getWriter();
        } catch (IllegalStateException pageUsesItsStream) {
            // Nobody says in which encoding the page writes its bytes; ASCII is the same in all that matter.
            response.getOutputStream().write(inAscii(text).getBytes(StandardCharsets.US_ASCII));
            return;
        }
        boolean unicode = "UTF-8".equalsIgnoreCase(response.getCharacterEncoding());
        writer.write(unicode ? text : inAscii(text));
    }

    /** Writes what is not ASCII as character references of HTML. */
    private static String inAscii(String html) {
        StringBuilder ascii = new StringBuilder(html.length() + 256);
        html.codePoints().forEach(c -> {
            if (c < 128) {
                ascii.append((char) c);
            } else {
                ascii.append("&#").append(c).append(';');
            }
        });
        return ascii.toString();
    }

    private static Body.Variant variant(Reply reply, @Nullable String acceptEncoding) {
        Body.Variant identity = reply.body().identity();
        return acceptsGzip(acceptEncoding) ? reply.body().gzip().orElse(identity) : identity;
    }

    /** Reads the header as RFC 9110 says: a quality of zero refuses, a named coding counts before the asterisk. */
    static boolean acceptsGzip(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        boolean any = false;
        for (String part : acceptEncoding.toLowerCase(Locale.ROOT).split(",")) {
            String[] coding = part.strip().split(";");
            boolean wanted = !isRefused(coding);
            String name = coding[0].strip();
            if (name.equals("gzip") || name.equals("x-gzip")) {
                return wanted;
            }
            any |= name.equals("*") && wanted;
        }
        return any;
    }

    private static boolean isRefused(String[] coding) {
        for (int i = 1; i < coding.length; i++) {
            if (coding[i].replace(" ", "").matches("q=0(\\.0{0,3})?")) {
                return true;
            }
        }
        return false;
    }

    /** Compares weakly, as If-None-Match asks for. */
    static boolean matches(@Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String part : ifNoneMatch.split(",")) {
            String candidate = part.strip();
            if (candidate.equals("*") || candidate.equals(tag) || candidate.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }
}
