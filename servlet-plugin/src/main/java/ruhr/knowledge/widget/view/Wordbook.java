package ruhr.knowledge.widget.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The words of one language, and how it writes numbers and days. Immutable. */
public final class Wordbook {

    /** The German words. */
    public static final Wordbook GERMAN = shipped(Locale.GERMAN);

    /** The English words. */
    public static final Wordbook ENGLISH = shipped(Locale.ENGLISH);

    private final Locale language;
    private final Map<Message, String> texts;

    private Wordbook(Locale language, Map<Message, String> texts) {
        this.language = language;
        this.texts = texts;
    }

    private static Wordbook shipped(Locale language) {
        String name = fileName(language.getLanguage());
        try (InputStream in = Wordbook.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "Words: expected the file " + name + " beside " + Wordbook.class.getName() + ", found none");
            }
            Reading reading = read(language, new InputStreamReader(in, StandardCharsets.UTF_8), Map.of());
            if (!reading.problems().isEmpty()) {
                throw new IllegalStateException(name + ": " + reading.problems());
            }
            return reading.wordbook();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static String fileName(String language) {
        return "messages_" + language + ".properties";
    }

    /**
     * What came of a file.
     *
     * @param wordbook the words
     * @param problems what is missing, and what nobody asks for; one sentence each
     */
    record Reading(Wordbook wordbook, List<String> problems) {}

    /** Reads a file of words; what it does not have comes from {@code instead}. */
    static Reading read(Locale language, Reader file, Map<Message, String> instead) throws IOException {
        Properties properties = new Properties();
        try {
            properties.load(file);
        } catch (IllegalArgumentException malformed) {
            return new Reading(
                    new Wordbook(language, instead),
                    List.of("expected a properties file, found " + malformed.getMessage()));
        }
        Map<Message, String> texts = new EnumMap<>(Message.class);
        texts.putAll(instead);
        List<String> problems = new ArrayList<>();
        for (Message message : Message.values()) {
            Object text = properties.remove(message.key());
            if (text instanceof String words && !words.isBlank()) {
                texts.put(message, words.strip());
            } else {
                problems.add("expected the key '" + message.key() + "', found none");
            }
        }
        for (Object unknown : properties.keySet()) {
            problems.add("expected keys that are known, found '" + unknown + "'");
        }
        return new Reading(new Wordbook(language, texts), List.copyOf(problems));
    }

    Map<Message, String> texts() {
        return texts;
    }

    /**
     * Returns the language.
     *
     * @return a locale of a language alone
     */
    public Locale language() {
        return language;
    }

    /**
     * Returns the language as {@code lang} names it.
     *
     * @return for example {@code de}
     */
    public String lang() {
        return language.getLanguage();
    }

    /**
     * Tells whether sentences on filters can be made in this language.
     *
     * @return true for German and English
     */
    public boolean saysFilters() {
        return this == GERMAN || this == ENGLISH;
    }

    String text(Message message) {
        return Optional.ofNullable(texts.get(message)).orElse(message.key());
    }

    /**
     * Returns the words of a message.
     *
     * @param message which words
     * @param inserted what is put in for {@code {0}}, {@code {1}} and so on
     * @return plain text
     */
    public String say(Message message, Object... inserted) {
        String text = text(message);
        if (inserted.length == 0) {
            return text;
        }
        StringBuilder said = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isPlace = c == '{' && i + 2 < text.length() && text.charAt(i + 2) == '}';
            int index = isPlace ? text.charAt(i + 1) - '0' : -1;
            if (index >= 0 && index < inserted.length) {
                said.append(inserted[index]);
                i += 2;
            } else {
                said.append(c);
            }
        }
        return said.toString();
    }

    /**
     * Returns one of two messages, by number.
     *
     * @param count how many
     * @param one what is said of one; the number is put in for {@code {0}}
     * @param other what is said of any other number
     * @return plain text
     */
    public String count(int count, Message one, Message other) {
        return say(count == 1 ? one : other, number(count));
    }

    /**
     * Writes a whole number.
     *
     * @param number any number
     * @return the number with the separators of the language
     */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(language).format(number);
    }

    /**
     * Writes a distance.
     *
     * @param metres how far
     * @return kilometres without their unit, with one decimal below ten
     */
    public String kilometres(int metres) {
        NumberFormat format = NumberFormat.getInstance(language);
        format.setMaximumFractionDigits(metres < 10_000 ? 1 : 0);
        return format.format(metres / 1000.0);
    }

    /**
     * Writes a day.
     *
     * @param date any day
     * @return for example {@code 24. November 2026}
     */
    public String date(LocalDate date) {
        if (!saysFilters()) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                    .withLocale(language)
                    .format(date);
        }
        return DateTimeFormatter.ofPattern(this == GERMAN ? "d. MMMM yyyy" : "d MMMM yyyy", language)
                .format(date);
    }
}
