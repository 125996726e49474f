package ruhr.knowledge.value;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A plain text in German, in English, or in both.
 *
 * <p>{@link #in} always has an answer: where the language asked for is missing, it gives the other one and says so.
 *
 * <pre>{@code
 * LocalizedText name = LocalizedText.of("Hochschule Bochum", "Bochum University of Applied Sciences");
 * name.in(Locale.ENGLISH).text();              // "Bochum University of Applied Sciences"
 * LocalizedText.german("Wissenschaftspark").in(Locale.ENGLISH).language();  // Locale.GERMAN
 * }</pre>
 *
 * <p>The texts are plain: whoever shows them escapes them. They are trimmed, and runs of white space and control
 * characters are folded to one space, because sources contain them; a text that is blank counts as missing. Immutable.
 */
public final class LocalizedText {

    /** The languages that a text can be in, in the order in which one stands in for the other. */
    public static final List<Locale> LANGUAGES = List.of(Locale.GERMAN, Locale.ENGLISH);

    private final @Nullable String german;
    private final @Nullable String english;

    private LocalizedText(@Nullable String german, @Nullable String english) {
        this.german = folded(german);
        this.english = folded(english);
        if (this.german == null && this.english == null) {
            throw new IllegalArgumentException("text: expected a German or an English text, found neither");
        }
    }

    /**
     * Returns a text in one or both languages.
     *
     * @param german the German text, or null
     * @param english the English text, or null
     * @return the text
     * @throws IllegalArgumentException if both are null or blank
     */
    public static LocalizedText of(@Nullable String german, @Nullable String english) {
        return new LocalizedText(german, english);
    }

    /**
     * Returns a text that is known in German only.
     *
     * @param text the German text
     * @return the text
     * @throws IllegalArgumentException if it is blank
     */
    public static LocalizedText german(String text) {
        return new LocalizedText(text, null);
    }

    /**
     * Returns the text in a language, or in the other one where it is missing.
     *
     * @param language the language wanted; one other than German and English counts as English
     * @return the text and the language it is really in
     */
    public Wording in(Locale language) {
        boolean wantsGerman = language.getLanguage().equals("de");
        if (german != null && (wantsGerman || english == null)) {
            return new Wording(german, Locale.GERMAN);
        }
        return new Wording(Objects.requireNonNull(english), Locale.ENGLISH);
    }

    /**
     * Returns the German text, if there is one.
     *
     * @return the German text
     */
    public Optional<String> german() {
        return Optional.ofNullable(german);
    }

    /**
     * Returns the English text, if there is one.
     *
     * @return the English text
     */
    public Optional<String> english() {
        return Optional.ofNullable(english);
    }

    private static @Nullable String folded(@Nullable String text) {
        if (text == null) {
            return null;
        }
        StringBuilder folded = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isISOControl(c)) {
                gap = folded.length() > 0;
                continue;
            }
            if (gap) {
                folded.append(' ');
                gap = false;
            }
            folded.append(isLoneSurrogate(text, i) ? '\uFFFD' : c);
        }
        return folded.length() == 0 ? null : folded.toString();
    }

    private static boolean isLoneSurrogate(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LocalizedText that
                && Objects.equals(german, that.german)
                && Objects.equals(english, that.english);
    }

    @Override
    public int hashCode() {
        return 31 * Objects.hashCode(german) + Objects.hashCode(english);
    }

    /** Returns the German text, or the English one where there is no German. */
    @Override
    public String toString() {
        return in(Locale.GERMAN).text();
    }
}
