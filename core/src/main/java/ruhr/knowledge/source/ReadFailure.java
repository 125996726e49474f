package ruhr.knowledge.source;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A source could not be read, and why. The message says where, what was expected, what was found, and what happens now; the
 * reason says the same in a word, for counting and for deciding when to try again.
 */
public final class ReadFailure extends IOException {

    /** Why a source could not be read. */
    public enum Reason {
        /** There is nothing at the path or address. */
        MISSING,
        /** It is there and may not or cannot be read: permission, disk. */
        DISK,
        /** No connection: the name is unknown, nobody listens, the other side hung up before it answered. */
        UNREACHABLE,
        /** No encrypted connection: the certificate has expired, is of somebody else, or is trusted by nobody. */
        TLS,
        /** It took longer than the limits allow. */
        TIMEOUT,
        /** The answer has a status that brings no document. */
        STATUS,
        /** The answer leads to where it is not followed. */
        REDIRECT,
        /** The address is one that is not asked, see {@link AddressPolicy}. */
        ADDRESS,
        /** More bytes, records or tokens than the limits allow. */
        TOO_LARGE,
        /** It ended before its end. */
        CUT_SHORT,
        /** It says that it is no JSON. */
        MEDIA_TYPE,
        /** Bytes that its encoding does not have. */
        ENCODING,
        /** It is no document of ours. */
        NO_DOCUMENT,
        /** Reading was interrupted because everything is being closed. */
        INTERRUPTED
    }

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient @Nullable Duration retryAfter;

    /**
     * Says what failed.
     *
     * @param reason why
     * @param message a message for the person who runs the library
     */
    public ReadFailure(Reason reason, String message) {
        this(reason, message, null, null);
    }

    /**
     * Says what failed.
     *
     * @param reason why
     * @param message a message for the person who runs the library
     * @param retryAfter how long the other side wants to be left alone, or null
     * @param cause what was reported, or null
     */
    public ReadFailure(Reason reason, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    /**
     * Returns why it failed.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Returns how long the other side wants to be left alone.
     *
     * @return what it said, uncapped; empty if it said nothing
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
