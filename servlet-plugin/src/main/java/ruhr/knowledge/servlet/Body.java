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

    static Body of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8), true);
    }

    static Body of(byte[] bytes, boolean compressible) {
        String hash = hash(bytes);
        Variant identity = new Variant(bytes, "\"" + hash + "\"");
        if (!compressible || bytes.length < WORTH_COMPRESSING) {
            return new Body(identity, null);
        }
        return new Body(identity, new Variant(compressed(bytes), "\"" + hash + "-gz\""));
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

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
