package ruhr.knowledge.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Reads documents one after the other, and makes one fingerprint of them all: of their names, their bytes and how many these
 * are. For one reading; not thread-safe.
 */
final class DocumentStream {

    private final Limits limits;
    private final MessageDigest digest = BoundedInput.sha256();
    private int records;

    DocumentStream(Limits limits) {
        this.limits = limits;
    }

    /** Reads a document and pushes its records. */
    void read(String name, InputStream in, Charset charset, EntrySink sink) throws IOException {
        BoundedInput bounded = begin(name, in);
        records += DocumentReader.read(name, bounded, charset, limits, sink);
        end(bounded);
    }

    /** Takes the fingerprint of a document that is not read. */
    void pass(String name, InputStream in) throws IOException {
        end(begin(name, in));
    }

    private BoundedInput begin(String name, InputStream in) {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return new BoundedInput(in, name, limits, digest);
    }

    private void end(BoundedInput bounded) throws IOException {
        bounded.drain();
        digest.update(ByteBuffer.allocate(8).putLong(bounded.length()).array());
    }

    int records() {
        return records;
    }

    /** Returns the fingerprint; call it once, at the end. */
    String fingerprint() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
