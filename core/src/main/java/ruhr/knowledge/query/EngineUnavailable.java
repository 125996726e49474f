package ruhr.knowledge.query;

import org.jspecify.annotations.Nullable;

/**
 * The engine cannot answer now: it is out of reach, or the deadline came. Says nothing about the query. An engine in
 * memory never throws it, which is why it is unchecked.
 */
public final class EngineUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what failed.
     *
     * @param message where, what was expected, what was found
     * @param cause what the engine reported, or null
     */
    public EngineUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
