package ruhr.knowledge.snapshot;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A picture that lay beside a document, as it is served. Immutable. */
public final class ImageFile {

    private final String src;
    private final byte[] content;
    private final String hash;

    ImageFile(String src, byte[] content) {
        this.src = src;
        this.content = content.clone();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            this.hash = HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /**
     * Returns the path beside the document.
     *
     * @return for example {@code images/hall.jpg}
     */
    public String src() {
        return src;
    }

    /**
     * Returns the media type that the file's ending stands for.
     *
     * @return for example {@code image/jpeg}
     */
    public String mediaType() {
        return switch (src.substring(src.lastIndexOf('.') + 1)) {
            case "svg" -> "image/svg+xml";
            case "png" -> "image/png";
            case "webp" -> "image/webp";
            default -> "image/jpeg";
        };
    }

    /**
     * Returns the bytes.
     *
     * @return a copy
     */
    public byte[] content() {
        return content.clone();
    }

    /**
     * Returns a fingerprint of the bytes.
     *
     * @return 32 hexadecimal digits
     */
    public String hash() {
        return hash;
    }
}
