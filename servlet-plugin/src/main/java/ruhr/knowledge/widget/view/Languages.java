package ruhr.knowledge.widget.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The languages of the widgets: German, English, and each one whose words somebody has dropped onto the class path as
 * {@code ruhr-knowledge/messages_fr.properties} (UTF-8, the keys of {@link Message}).
 *
 * <p>A file is looked for when its language is asked for the first time, by the class loader of the application and by our
 * own. What it does not translate is said in English, and logged once. The data themselves are German and English; on a page
 * in a third language they are marked as what they are.
 *
 * <p>Thread-safe.
 */
public final class Languages {

    /** Where files of further languages lie. */
    public static final String FOLDER = "ruhr-knowledge/";

    private static final Logger LOG = LoggerFactory.getLogger(Languages.class);
    private static final Set<String> KNOWN = Set.of(Locale.getISOLanguages());

    private final @Nullable ClassLoader application;

    /** By code; empty for a language without a file. At most as many as there are languages. */
    private final Map<String, Optional<Wordbook>> found = new ConcurrentHashMap<>();

    /**
     * Returns the languages that an application can have.
     *
     * @param application the class loader that knows the application's files; null for our own alone
     */
    public Languages(@Nullable ClassLoader application) {
        this.application = application;
    }

    /**
     * Returns the words of a language.
     *
     * @param code a language as in a URL, for example {@code fr}, {@code DE} or {@code en-GB}
     * @return the words, or empty if there are none of this language
     */
    public Optional<Wordbook> find(String code) {
        String[] parts = code.strip().toLowerCase(Locale.ROOT).split("[-_]", 2);
        return switch (parts[0]) {
            case "de" -> Optional.of(Wordbook.GERMAN);
            case "en" -> Optional.of(Wordbook.ENGLISH);
            default -> KNOWN.contains(parts[0]) ? found.computeIfAbsent(parts[0], this::load) : Optional.empty();
        };
    }

    /**
     * Returns the words for a language, or the German ones where there are none.
     *
     * @param language any language
     * @return words
     */
    public Wordbook of(Locale language) {
        return find(language.getLanguage()).orElse(Wordbook.GERMAN);
    }

    private Optional<Wordbook> load(String code) {
        String name = FOLDER + Wordbook.fileName(code);
        try (InputStream in = open(name)) {
            if (in == null) {
                return Optional.empty();
            }
            Wordbook.Reading reading = Wordbook.read(
                    Locale.forLanguageTag(code),
                    new InputStreamReader(in, StandardCharsets.UTF_8),
                    Wordbook.ENGLISH.texts());
            warn(name, reading.problems());
            return Optional.of(reading.wordbook());
        } catch (IOException broken) {
            LOG.warn("Words '{}' cannot be read; the language '{}' is not offered", name, code, broken);
            return Optional.empty();
        }
    }

    private @Nullable InputStream open(String name) {
        InputStream in = application == null ? null : application.getResourceAsStream(name);
        return in != null ? in : Languages.class.getResourceAsStream("/" + name);
    }

    private static void warn(String name, List<String> problems) {
        if (!problems.isEmpty()) {
            LOG.warn("Words '{}': {}; what is missing is said in English", name, problems);
        }
    }
}
