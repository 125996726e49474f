package ruhr.knowledge.snapshot;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * How a file of {@link LastGood} is written: lines of UTF-8, their parts separated by spaces, free text escaped as in a URL.
 *
 * <pre>
 * ruhr-knowledge-last-good 1 {key}          the format, and the source it is of
 * F {severity} {source} {pointer} {expected} {found} {consequence}
 * I {src} {base64}                          a picture, before the record that shows it
 * R {section} {document} {pointer} {json}   a record
 * E {fingerprint} {taken}                   what the source was at, and when
 * sha256 {hex of all lines before}
 * </pre>
 */
final class KeptFormat {

    /** Change it when a reader of before could take what is written for something else. */
    static final String HEAD = "ruhr-knowledge-last-good 1 ";

    static final String SUM = "sha256 ";

    private KeptFormat() {}

    static String escaped(String text) {
        return text.isEmpty() ? "%" : URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String unescaped(String text) {
        return text.equals("%") ? "" : URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
