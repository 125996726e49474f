package ruhr.knowledge.value;

import java.util.Locale;
import java.util.Objects;

/**
 * A text and the language it is in: what {@link LocalizedText#in} gives, so that a page can mark a text in another
 * language with {@code lang}.
 *
 * @param text the text, never blank
 * @param language the language of the text, which may differ from the one that was asked for
 */
public record Wording(String text, Locale language) {

    /** Checks that both parts are there. */
    public Wording {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(language, "language");
    }

    /**
     * Tells whether the text is in another language than the page around it.
     *
     * @param page the language of the page
     * @return true if a page in that language has to mark this text
     */
    public boolean isForeignTo(Locale page) {
        return !language.getLanguage().equals(page.getLanguage());
    }
}
