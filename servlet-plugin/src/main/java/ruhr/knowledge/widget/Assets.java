package ruhr.knowledge.widget;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.snapshot.ImageFile;
import ruhr.knowledge.snapshot.Snapshot;

/**
 * The files that widgets point to: the style sheet, the scripts, and the pictures of the current snapshot. A file's address
 * contains the fingerprint of its content, so it may be cached for ever. Thread-safe.
 *
 * <p>Names are looked up in tables; no part of a request ever becomes a path.
 */
public final class Assets {

    /** The name of the style sheet. */
    static final String STYLESHEET = "ruhr-knowledge.css";

    /** The name of the script with the custom element. */
    public static final String ELEMENT = "ruhr-knowledge.js";

    /** The name of the types of that script. */
    public static final String ELEMENT_TYPES = "ruhr-knowledge.d.ts";

    /** The name of the script for pages of ours inside a frame. */
    public static final String FRAME = "frame.js";

    /** The name of the script of the embed builder. */
    public static final String BUILDER = "builder.js";

    /** The name of the style sheet of the embed builder. */
    public static final String BUILDER_STYLES = "builder.css";

    private static final String SCRIPT = "text/javascript;charset=UTF-8";

    private static final Pattern COMMENT = Pattern.compile("//|/\\*|\\*");

    private static final Map<String, Asset> OWN = Map.of(
            STYLESHEET, read(STYLESHEET, "text/css;charset=UTF-8"),
            ELEMENT, read(ELEMENT, SCRIPT),
            ELEMENT_TYPES, read(ELEMENT_TYPES, "text/plain;charset=UTF-8"),
            FRAME, read(FRAME, SCRIPT),
            BUILDER, read(BUILDER, SCRIPT),
            BUILDER_STYLES, read(BUILDER_STYLES, "text/css;charset=UTF-8"));

    private final KnowledgeBase base;

    /**
     * Returns the files of a knowledge base.
     *
     * @param base asked for its current snapshot at each look-up
     */
    public Assets(KnowledgeBase base) {
        this.base = base;
    }

    /**
     * Returns a file.
     *
     * @param hash the fingerprint in its address
     * @param name its name, for example {@code ruhr-knowledge.css} or {@code images/hydrogen.svg}
     * @return the file, or empty if there is none of that name and fingerprint
     */
    public Optional<Asset> find(String hash, String name) {
        Optional<Asset> file =
                Optional.ofNullable(OWN.get(name)).or(() -> base.current().flatMap(it -> image(it, name)));
        return file.filter(asset -> asset.hash().equals(hash));
    }

    /**
     * Returns the address of the style sheet.
     *
     * @param basePath where the plugin answers, without a slash at the end
     * @return an address that changes with the content
     */
    public static String stylesheet(String basePath) {
        return address(basePath, STYLESHEET);
    }

    /**
     * Returns the address of a file of our own.
     *
     * @param basePath where the plugin answers, without a slash at the end
     * @param name its name, for example {@link #ELEMENT}
     * @return an address that changes with the content
     * @throws IllegalArgumentException if there is no file of that name
     */
    public static String address(String basePath, String name) {
        return address(basePath, name, own(name).hash());
    }

    /**
     * Returns a file of our own.
     *
     * @param name its name, for example {@link #ELEMENT}
     * @return the file
     * @throws IllegalArgumentException if there is no file of that name
     */
    public static Asset own(String name) {
        return Optional.ofNullable(OWN.get(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "name: expected one of " + new TreeSet<>(OWN.keySet()) + ", found '" + name + "'"));
    }

    /** Returns the address of a picture below a base address, or empty if the snapshot does not have it. */
    static Optional<String> image(String basePath, Snapshot snapshot, String src) {
        ImageFile file = snapshot.frame().images().get(src);
        return file == null ? Optional.empty() : Optional.of(address(basePath, src, file.hash()));
    }

    private static String address(String basePath, String name, String hash) {
        return basePath + "/assets/" + hash + "/" + name;
    }

    private static Optional<Asset> image(Snapshot snapshot, String name) {
        ImageFile file = snapshot.frame().images().get(name);
        return file == null ? Optional.empty() : Optional.of(new Asset(file.mediaType(), file.content(), file.hash()));
    }

    private static Asset read(String name, String mediaType) {
        try (InputStream in = Assets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Asset '" + name + "': expected it in the jar beside "
                        + Assets.class.getName() + ", found nothing there");
            }
            byte[] file = in.readAllBytes();
            byte[] content = mediaType.equals(SCRIPT) ? withoutComments(file) : file;
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return new Asset(mediaType, content, HexFormat.of().formatHex(digest, 0, 16));
        } catch (IOException | NoSuchAlgorithmException broken) {
            throw new IllegalStateException("Asset '" + name + "' cannot be read", broken);
        }
    }

    /** Leaves out what only those read who carry the script on: comment lines and indentation. */
    private static byte[] withoutComments(byte[] script) {
        return new String(script, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !COMMENT.matcher(line).lookingAt())
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A file. Immutable. */
    public static final class Asset {

        private final String mediaType;
        private final byte[] content;
        private final String hash;

        private Asset(String mediaType, byte[] content, String hash) {
            this.mediaType = mediaType;
            this.content = content;
            this.hash = hash;
        }

        /**
         * Returns the media type.
         *
         * @return for example {@code text/css;charset=UTF-8}
         */
        public String mediaType() {
            return mediaType;
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
         * Returns the fingerprint of the bytes.
         *
         * @return 32 hexadecimal digits
         */
        public String hash() {
            return hash;
        }

        /**
         * Returns what a page writes beside the address of the file, so that a browser refuses any other content.
         *
         * @return for example {@code sha384-…}, as in the attribute {@code integrity} of HTML
         */
        public String integrity() {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-384").digest(content);
                return "sha384-" + Base64.getEncoder().encodeToString(digest);
            } catch (NoSuchAlgorithmException everyJavaHasIt) {
                throw new IllegalStateException(everyJavaHasIt);
            }
        }
    }
}
