package ruhr.knowledge.source;

import org.jspecify.annotations.Nullable;

/**
 * A source could not be read. The message says which source, where in it, what was expected, what was found and what
 * happens now.
 */
public final class SourceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what failed.
     *
     * @param message a message for the person who runs the library
     * @param cause what was reported, or null
     */
    public SourceException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
