package ruhr.knowledge.servlet;

import java.util.Map;

/**
 * An answer before it meets a request's headers.
 *
 * @param status the HTTP status
 * @param mediaType the content type
 * @param body the bytes
 * @param lifetime how long it may be kept
 * @param headers further headers
 */
record Reply(int status, String mediaType, Body body, Lifetime lifetime, Map<String, String> headers) {

    static final String HTML = "text/html;charset=UTF-8";
    static final String JSON = "application/json";
    static final String PROBLEM = "application/problem+json";

    /** How long an answer may be kept. */
    enum Lifetime {
        /** A minute, and longer while a newer one is fetched or cannot be had. */
        SHORT("public, max-age=60, stale-while-revalidate=600, stale-if-error=86400"),
        /** As long as a question whether it still holds is answered with yes: what shows a person can be withdrawn. */
        ASKED("public, no-cache"),
        /** For ever: its address changes with its content. */
        ENDLESS("public, max-age=31536000, immutable"),
        /** Not at all. */
        NONE("no-store");

        private final String header;

        Lifetime(String header) {
            this.header = header;
        }

        String header() {
            return header;
        }
    }

    /** Returns the answer that the other side still has what we would send. */
    static Reply unchanged(String tag, Lifetime lifetime) {
        return new Reply(304, HTML, Body.unsent(tag), lifetime, Map.of());
    }

    static Reply of(int status, String mediaType, String text, Map<String, String> headers) {
        Lifetime lifetime = status == 200 ? Lifetime.SHORT : Lifetime.NONE;
        return new Reply(status, mediaType, Body.of(text), lifetime, headers);
    }
}
