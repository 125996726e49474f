package ruhr.knowledge.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a content type says about a document. */
final class MediaType {

    private static final Pattern JSON =
            Pattern.compile("(application|text)/([a-z0-9.+-]*\\+)?json|text/plain|application/octet-stream");

    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([A-Za-z0-9_-]+)");

    private MediaType() {}

    /** Tells whether it may be JSON; so may what does not say what it is. */
    static boolean mayBeJson(String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.isEmpty() || JSON.matcher(type).matches();
    }

    /** Returns the encoding that is meant; empty if it is one that JSON does not come in. */
    static Optional<Charset> charset(String contentType) {
        Matcher named = CHARSET.matcher(contentType);
        if (!named.find()) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        return switch (named.group(1).toLowerCase(Locale.ROOT)) {
            case "utf-8", "utf8", "us-ascii", "ascii" -> Optional.of(StandardCharsets.UTF_8);
            case "utf-16" -> Optional.of(StandardCharsets.UTF_16);
            case "utf-16le" -> Optional.of(StandardCharsets.UTF_16LE);
            case "utf-16be" -> Optional.of(StandardCharsets.UTF_16BE);
            default -> Optional.empty();
        };
    }
}
