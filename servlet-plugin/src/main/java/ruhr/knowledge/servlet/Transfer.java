package ruhr.knowledge.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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
        if (reply.status() == 304) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
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

    /**
     * Reads the header as RFC 9110 says: a quality of zero refuses, a named coding counts before the asterisk. Makes nothing
     * but what it returns: it is asked with every request.
     */
    static boolean acceptsGzip(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        boolean any = false;
        int start = 0;
        while (start <= acceptEncoding.length()) {
            int comma = acceptEncoding.indexOf(',', start);
            int end = comma < 0 ? acceptEncoding.length() : comma;
            int semicolon = acceptEncoding.indexOf(';', start);
            int name = semicolon < 0 || semicolon > end ? end : semicolon;
            if (is(acceptEncoding, start, name, "gzip") || is(acceptEncoding, start, name, "x-gzip")) {
                return !isRefused(acceptEncoding, name, end);
            }
            any |= is(acceptEncoding, start, name, "*") && !isRefused(acceptEncoding, name, end);
            start = end + 1;
        }
        return any;
    }

    /** Tells whether a part of a text is a word, apart from spaces around it and the size of letters. */
    private static boolean is(String text, int from, int to, String word) {
        int start = from;
        int end = to;
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return end - start == word.length() && text.regionMatches(true, start, word, 0, word.length());
    }

    /** Tells whether the parameters of a coding have a quality of zero. */
    private static boolean isRefused(String text, int from, int to) {
        int start = from;
        while (start < to) {
            int next = text.indexOf(';', start + 1);
            int end = next < 0 || next > to ? to : next;
            int equals = text.indexOf('=', start);
            if (equals > 0 && equals < end && is(text, start + 1, equals, "q") && isZero(text, equals + 1, end)) {
                return true;
            }
            start = end;
        }
        return false;
    }

    /** Tells whether a quality is 0, 0. or 0.0 with up to three zeros. */
    private static boolean isZero(String text, int from, int to) {
        int zeros = 0;
        boolean point = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '0') {
                zeros++;
            } else if (c == '.' && zeros == 1 && !point) {
                point = true;
            } else if (c > ' ') {
                return false;
            }
        }
        return zeros >= 1 && zeros <= 4 && (point || zeros == 1);
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
