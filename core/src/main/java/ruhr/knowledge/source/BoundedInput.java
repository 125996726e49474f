package ruhr.knowledge.source;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import ruhr.knowledge.source.ReadFailure.Reason;

/**
 * The bytes of a document on their way in: no more than the limit, no longer than the time, and fingerprinted as they pass.
 * Closes nothing but what it reads from.
 */
final class BoundedInput extends InputStream {

    private final InputStream in;
    private final String name;
    private final Limits limits;
    private final long begun = System.nanoTime();
    private final MessageDigest digest;
    private long length;

    BoundedInput(InputStream in, String name, Limits limits, MessageDigest digest) {
        this.in = in;
        this.name = name;
        this.limits = limits;
        this.digest = digest;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int offset, int most) throws IOException {
        int count = in.read(to, offset, most);
        if (System.nanoTime() - begun > limits.time().toNanos()) {
            throw late(name, limits.time());
        }
        if (count > 0) {
            digest.update(to, offset, count);
            length += count;
            if (length > limits.documentBytes()) {
                throw new ReadFailure(
                        Reason.TOO_LARGE,
                        "Document '" + name + "': expected at most " + limits.documentBytes()
                                + " bytes, found more. The document is refused.");
            }
        }
        return count;
    }

    static ReadFailure late(String name, Duration time) {
        return new ReadFailure(
                Reason.TIMEOUT,
                "Document '" + name + "': expected to be read within " + seconds(time)
                        + " seconds, found it unfinished then. The document is refused.");
    }

    static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0
                ? String.valueOf(time.toSeconds())
                : String.valueOf(time.toMillis() / 1000.0);
    }

    /** Reads what is left, so that the fingerprint is that of the whole. */
    void drain() throws IOException {
        byte[] rest = new byte[8192];
        int count;
        do {
            count = read(rest, 0, rest.length);
        } while (count >= 0);
    }

    long length() {
        return length;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
