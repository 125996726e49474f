package ruhr.knowledge.servlet;

import jakarta.servlet.ServletContext;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ruhr.knowledge.source.AddressPolicy;
import ruhr.knowledge.source.ClassPathSource;
import ruhr.knowledge.source.Limits;
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
    private final Sources sources;
    private final Optional<String> publicBaseUrl;
    private final String frameAncestors;
    private final long cacheBytes;
    private final CacheTags cacheTags;

    private final boolean offersData;
    private final boolean showsOrigins;

    private Settings(ServletContext context) {
        Lookup lookup = new Lookup(context);
        enabled = lookup.read("enabled", "true", "true or false", Settings::truth);
        prefix = lookup.read("prefix", "/ruhr-knowledge", "a path such as /ruhr-knowledge", Settings::path);
        sources = sources(context, lookup);
        offersData = lookup.read("mirror", "false", "true or false", Settings::truth);
        showsOrigins = lookup.read("origins", "false", "true or false", Settings::truth);
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

    Sources sources() {
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

    /** Returns whether all data may be fetched at once, for a mirror. */
    boolean offersData() {
        return offersData;
    }

    /** Returns whether the API says from which document an entry was read. */
    boolean showsOrigins() {
        return showsOrigins;
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

    private static Sources sources(ServletContext context, Lookup lookup) {
        AddressPolicy policy = lookup.read(
                "allowedHosts",
                "",
                "names and ranges of private hosts, such as cms.intern or 10.20.0.0/16, separated by commas",
                Settings::policy);
        int megabytes = lookup.read(
                "documentMegabytes", "64", "a number from 1 to 1024", text -> Math.toIntExact(number(text, 1, 1024)));
        long seconds = lookup.read("documentSeconds", "30", "a number from 1 to 600", text -> number(text, 1, 600));
        Limits limits = Limits.DEFAULT
                .withDocumentBytes((int) Math.min(Integer.MAX_VALUE - 8L, (long) megabytes << 20))
                .withTime(Duration.ofSeconds(seconds));
        List<Source> documents = lookup.read(
                "documents",
                "ruhr",
                "file names, http and https addresses, and the word ruhr, separated by commas",
                text -> Sources.documents(context, text, policy, limits));
        long refresh =
                lookup.read("refreshSeconds", "300", "a number from 1 to 86400", text -> number(text, 1, 86_400));
        Optional<Path> folder = lookup.read(
                "lastGoodFolder", "", "a folder for this application alone, or none", text -> folder(context, text));
        boolean embeddedOnly = documents.stream().allMatch(ClassPathSource.class::isInstance);
        return new Sources(documents, Duration.ofSeconds(refresh), embeddedOnly ? Optional.empty() : folder);
    }

    private static AddressPolicy policy(String text) {
        String[] hosts = Stream.of(text.split(","))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toArray(String[]::new);
        return AddressPolicy.publicInternet().allowing(hosts);
    }

    /** Returns the folder that is named; if none is, one that the container keeps for this application. */
    private static Optional<Path> folder(ServletContext context, String text) {
        if (text.equals("none")) {
            return Optional.empty();
        }
        if (!text.isEmpty()) {
            return Optional.of(Path.of(text));
        }
        return context.getAttribute(ServletContext.TEMPDIR) instanceof File temporary
                ? Optional.of(temporary.toPath().resolve("ruhr-knowledge"))
                : Optional.empty();
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
        return number(text, 1, 1024) << 20;
    }

    private static long number(String text, long least, long most) {
        long number = Long.parseLong(text);
        if (number < least || number > most) {
            throw new IllegalArgumentException();
        }
        return number;
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
