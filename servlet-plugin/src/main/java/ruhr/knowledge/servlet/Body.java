package ruhr.knowledge.servlet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an answer, made once: as they are and, where it pays, compressed; each with a strong entity tag of its own.
 * Immutable.
 */
final class Body {

    /** Below this many bytes, compression saves less than a packet. */
    private static final int WORTH_COMPRESSING = 512;

    private final Variant identity;
    private final @Nullable Variant gzip;

    private Body(Variant identity, @Nullable Variant gzip) {
        this.identity = identity;
        this.gzip = gzip;
    }

    /** One form of the bytes. */
    static final class Variant {

        private final byte[] bytes;
        private final String tag;

        private Variant(byte[] bytes, String tag) {
            this.bytes = bytes;
            this.tag = tag;
        }

        byte[] bytes() {
            return bytes;
        }

        /** Returns the entity tag in its quotes. */
        String tag() {
            return tag;
        }
    }

    /** Returns a body whose tags are fingerprints of its bytes. */
    static Body of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8), true);
    }

    /** Returns a body whose tags are fingerprints of its bytes. */
    static Body of(byte[] bytes, boolean compressible) {
        return of(bytes, compressible, hash(bytes));
    }

    /** Returns a body whose tags follow from what it was made of. */
    static Body of(String text, String tag) {
        return of(text.getBytes(StandardCharsets.UTF_8), true, tag);
    }

    /** Returns a body whose tags follow from what it was made of; from its bytes if nothing is said. */
    static Body tagged(byte[] bytes, String tag) {
        return of(bytes, true, tag.isEmpty() ? hash(bytes) : tag);
    }

    private static Body of(byte[] bytes, boolean compressible, String tag) {
        Variant identity = new Variant(bytes, tagOf(tag, false));
        if (!compressible || bytes.length < WORTH_COMPRESSING) {
            return new Body(identity, null);
        }
        return new Body(identity, new Variant(compressed(bytes), tagOf(tag, true)));
    }

    /** Returns a body that is not sent because the other side has it. */
    static Body unsent(String tag) {
        byte[] none = {};
        return new Body(new Variant(none, tagOf(tag, false)), new Variant(none, tagOf(tag, true)));
    }

    /** Returns an entity tag in its quotes. */
    static String tagOf(String tag, boolean gzip) {
        return gzip ? "\"" + tag + "-gz\"" : "\"" + tag + "\"";
    }

    Variant identity() {
        return identity;
    }

    Optional<Variant> gzip() {
        return Optional.ofNullable(gzip);
    }

    int weight() {
        return identity.bytes.length + (gzip == null ? 0 : gzip.bytes.length);
    }

    private static byte[] compressed(byte[] bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 3);
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return compressed.toByteArray();
    }

    /** Returns 32 hexadecimal digits that differ where the bytes do. */
    static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
