package ruhr.knowledge.servlet;

import jakarta.servlet.ServletContext;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.source.FileSource;
import ruhr.knowledge.source.Source;
import ruhr.knowledge.value.Finding;

/**
 * What an administrator can set. Each setting is looked up as a context parameter, in JNDI ({@code java:comp/env/}), as a
 * system property and in the environment (upper case, underscores), in this order, and has a default. A value that makes
 * no sense is named in the log, and the default holds. Immutable.
 */
final class Settings {

    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);
    private static final String NAMESPACE = "ruhr.knowledge.";

    private final boolean enabled;
    private final String prefix;
    private final List<Source> sources;
    private final Optional<String> publicBaseUrl;
    private final String frameAncestors;
    private final long cacheBytes;
    private final CacheTags cacheTags;

    private Settings(ServletContext context) {
        Lookup lookup = new Lookup(context);
        enabled = lookup.read("enabled", "true", "true or false", Settings::truth);
        prefix = lookup.read("prefix", "/ruhr-knowledge", "a path such as /ruhr-knowledge", Settings::path);
        sources = lookup.read(
                "documents",
                "ruhr",
                "file names and the word ruhr, separated by commas",
                text -> sources(context, text));
        publicBaseUrl = lookup.read("publicBaseUrl", "", "an http or https address without a query", Settings::address);
        frameAncestors = lookup.read(
                "frameAncestors", "*", "sources as in the CSP directive frame-ancestors", Settings::ancestors);
        cacheBytes = lookup.read("cacheMegabytes", usualMegabytes(), "a number from 1 to 1024", Settings::megabytes);
        cacheTags = lookup.read(
                "cacheTags",
                "",
                "names of Surrogate-Key, Cache-Tag and Cache-Groups, separated by commas",
                CacheTags::of);
    }

    static Settings of(ServletContext context) {
        return new Settings(context);
    }

    boolean isEnabled() {
        return enabled;
    }

    /** Returns the path at which the plugin answers, below the context path; no slash at the end. */
    String prefix() {
        return prefix;
    }

    List<Source> sources() {
        return sources;
    }

    /** Returns the address at which the world reaches the plugin's prefix, if links shall be absolute. */
    Optional<String> publicBaseUrl() {
        return publicBaseUrl;
    }

    String frameAncestors() {
        return frameAncestors;
    }

    long cacheBytes() {
        return cacheBytes;
    }

    /** Returns which headers name what an answer shows. */
    CacheTags cacheTags() {
        return cacheTags;
    }

    private static boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException();
        }
        return text.equals("true");
    }

    private static String path(String text) {
        if (!Pattern.matches("(/[A-Za-z0-9_-]{1,40}){1,4}", text)) {
            throw new IllegalArgumentException();
        }
        return text;
    }

    private static List<Source> sources(ServletContext context, String text) {
        List<Source> sources = new ArrayList<>();
        for (String part : text.split(",")) {
            String name = part.strip();
            if (name.equals("ruhr")) {
                sources.add(KnowledgeBase.embedded());
            } else if (!name.isEmpty()) {
                String real = name.startsWith("/WEB-INF/") ? context.getRealPath(name) : name;
                sources.add(FileSource.of(Path.of(real == null ? name : real)));
            }
        }
        if (sources.isEmpty()) {
            throw new IllegalArgumentException();
        }
        return List.copyOf(sources);
    }

    private static Optional<String> address(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        URI url = URI.create(text);
        boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        if (!web
                || url.getHost() == null
                || url.getRawUserInfo() != null
                || url.getRawQuery() != null
                || url.getRawFragment() != null) {
            throw new IllegalArgumentException();
        }
        return Optional.of(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }

    /** Checks that the value can stand in a header and ends no directive. */
    private static String ancestors(String text) {
        if (!Pattern.matches("[A-Za-z0-9:/.*' \\[\\]_-]{1,2000}", text)) {
            throw new IllegalArgumentException();
        }
        return text;
    }

    /** Returns 16, or an eighth of a heap that is smaller than 128: the application around us needs its memory. */
    private static String usualMegabytes() {
        long eighth = Runtime.getRuntime().maxMemory() / 8 >> 20;
        return String.valueOf(Math.max(1, Math.min(16, eighth)));
    }

    private static long megabytes(String text) {
        long number = Long.parseLong(text);
        if (number < 1 || number > 1024) {
            throw new IllegalArgumentException();
        }
        return number << 20;
    }

    /** Looks a setting up in its four places. */
    private static final class Lookup {

        private final ServletContext context;

        Lookup(ServletContext context) {
            this.context = context;
        }

        <T> T read(String name, String otherwise, String expected, Function<String, T> make) {
            String key = NAMESPACE + name;
            String[] places = {"context parameter", "JNDI entry", "system property", "environment variable"};
            for (String place : places) {
                Optional<String> text = find(place, key);
                if (text.isPresent()) {
                    try {
                        return make.apply(text.get().strip());
                    } catch (IllegalArgumentException wrong) {
                        LOG.warn(
                                "The {} {}: expected {}, found {}. The default {} holds.",
                                place,
                                key,
                                expected,
                                Finding.quote(text.get()),
                                Finding.quote(otherwise));
                        break;
                    }
                }
            }
            return make.apply(otherwise);
        }

        private Optional<String> find(String place, String key) {
            try {
                return switch (place) {
                    case "context parameter" -> Optional.ofNullable(context.getInitParameter(key));
                    case "JNDI entry" -> named(key);
                    case "system property" -> Optional.ofNullable(System.getProperty(key));
                    default ->
                        Optional.ofNullable(
                                System.getenv(key.toUpperCase(Locale.ROOT).replace('.', '_')));
                };
            } catch (SecurityException forbidden) {
                return Optional.empty();
            }
        }

        private static Optional<String> named(String key) {
            try {
                Object value = new InitialContext().lookup("java:comp/env/" + key);
                return Optional.ofNullable(value).map(Object::toString);
            } catch (NamingException | LinkageError none) {
                return Optional.empty();
            }
        }
    }
}
