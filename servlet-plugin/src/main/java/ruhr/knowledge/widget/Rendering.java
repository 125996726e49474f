package ruhr.knowledge.widget;

import java.util.Optional;
import java.util.Set;
import ruhr.knowledge.value.Version;

/**
 * A rendered widget.
 *
 * @param html the HTML
 * @param outcome whether what was asked for exists
 * @param version the version of the data that it shows
 * @param title its heading, for the title of a page
 * @param description a sentence on it, for search engines
 * @param personal whether it shows a person, so that a cache has to ask before it shows it again
 * @param shown the entries that it shows, each as its kind and id such as {@code institution-rub}; unmodifiable
 */
public record Rendering(
        String html,
        Outcome outcome,
        Version version,
        String title,
        Optional<String> description,
        boolean personal,
        Set<String> shown) {

    /** Copies the set. */
    public Rendering {
        shown = Set.copyOf(shown);
    }

    /**
     * Returns the same with other HTML: what was put around it.
     *
     * @param surrounded the HTML
     * @return a rendering of the same
     */
    public Rendering as(String surrounded) {
        return new Rendering(surrounded, outcome, version, title, description, personal, shown);
    }

    /** Whether what was asked for exists. */
    public enum Outcome {
        /** It does. */
        FOUND,
        /** It does not; the HTML says so. */
        NOT_FOUND
    }
}
