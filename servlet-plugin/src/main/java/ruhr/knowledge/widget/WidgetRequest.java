package ruhr.knowledge.widget;

import java.util.Locale;
import java.util.Optional;
import ruhr.knowledge.filter.Parameters;

/**
 * Which widget is wanted, and how.
 *
 * @param widget its name, one of {@link WidgetRenderer#names()}
 * @param parameters its own parameters: what its author wrote, or the query string of its page
 * @param host the query string of the page that includes a fragment, if that page passes it on
 * @param language German, English, or another one that the renderer knows; any other language counts as German
 * @param delivery where the HTML goes
 */
public record WidgetRequest(
        String widget, Parameters parameters, Optional<Parameters> host, Locale language, Delivery delivery) {

    /** Where the HTML goes. */
    public enum Delivery {
        /** Into a page of somebody else. */
        FRAGMENT,
        /** Into a shadow root in a page of somebody else, which has a style sheet already. */
        ELEMENT,
        /** Into a page of our own, whose main heading it has. */
        DOCUMENT
    }

    /** Leaves out the country: there is one German and one English. */
    public WidgetRequest {
        language = Locale.forLanguageTag(language.getLanguage());
    }
}
