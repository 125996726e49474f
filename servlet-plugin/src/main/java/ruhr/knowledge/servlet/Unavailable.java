package ruhr.knowledge.servlet;

import java.util.Map;
import ruhr.knowledge.export.ProblemJson;
import ruhr.knowledge.filter.Parameters;

/** What is answered while there is no data: each route says so in its own way, and nothing of it is kept by a cache. */
final class Unavailable {

    private static final Map<String, String> LATER = Map.of("Retry-After", String.valueOf(Plugin.RETRY_SECONDS));
    private static final String SENTENCE = "<p><span lang=\"de\">Zurzeit nicht verfügbar.</span> "
            + "<span lang=\"en\">Not available at the moment.</span></p>\n";

    private Unavailable() {}

    /** Returns the answer of an address that needs the data. */
    static Reply reply(String path, String queryString) {
        if (path.startsWith("/api/") || path.equals("/oembed")) {
            String detail = "The data is not available at the moment. Try again later.";
            return Reply.of(503, Reply.PROBLEM, ProblemJson.of(503, "Not available", detail), LATER);
        }
        if (path.equals("/health")) {
            return Reply.of(503, Reply.JSON, "{\"status\":\"empty\"}", LATER);
        }
        return path.startsWith("/widgets/") && !isForAnElement(queryString) ? part() : page();
    }

    /** An element shows what stands between its tags when it gets no content. */
    private static boolean isForAnElement(String queryString) {
        return Parameters.parse(queryString)
                .first("as")
                .filter("element"::equals)
                .isPresent();
    }

    /** A part of a page that others write: many of them drop the whole page, or show an error, if a part is no success. */
    private static Reply part() {
        return new Reply(
                200,
                Reply.HTML,
                Body.of(SENTENCE),
                Reply.Lifetime.NONE,
                Map.of("Access-Control-Allow-Origin", "*", "Retry-After", String.valueOf(Plugin.RETRY_SECONDS)));
    }

    private static Reply page() {
        return Reply.of(503, Reply.HTML, SENTENCE, LATER);
    }
}
