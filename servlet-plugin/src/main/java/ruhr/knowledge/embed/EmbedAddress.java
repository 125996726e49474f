package ruhr.knowledge.embed;

import java.util.Optional;
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.value.Slug;
import ruhr.knowledge.widget.WidgetRenderer;

/**
 * The part of an address that says what is shown: {@code services?topic=start-ups} or {@code stories/tzr-new-building}.
 * Immutable.
 *
 * @param widget the name of a widget
 * @param id the id of one entry
 * @param parameters the query, without the id
 */
public record EmbedAddress(String widget, Optional<String> id, Parameters parameters) {

    /**
     * Reads a path.
     *
     * @param path what follows {@code /embed/} or {@code /widgets/}
     * @param query the query string, without the question mark
     * @return the address, or empty if there is no such widget or the id is none
     */
    public static Optional<EmbedAddress> of(String path, String query) {
        String[] parts = path.split("/", -1);
        boolean list = parts.length == 1 && WidgetRenderer.names().contains(parts[0]);
        boolean one = parts.length == 2 && WidgetRenderer.lists().containsKey(parts[0]) && Slug.is(parts[1]);
        if (!list && !one) {
            return Optional.empty();
        }
        Parameters parameters = Parameters.parse(query);
        return Optional.of(
                one
                        ? new EmbedAddress(parts[0], Optional.of(parts[1]), parameters.without("id"))
                        : new EmbedAddress(parts[0], Optional.empty(), parameters));
    }

    /**
     * Reads an address of ours. Nothing in front of the query may be written in another way, so that no other host, port or
     * user can hide in it.
     *
     * @param basePath where the plugin answers, as an absolute address
     * @param url what somebody claims to be an address of ours
     * @return the address, or empty if it is no page of ours
     */
    public static Optional<EmbedAddress> under(String basePath, String url) {
        String start = basePath + "/embed/";
        if (!url.startsWith(start) || url.indexOf('#') >= 0) {
            return Optional.empty();
        }
        String rest = url.substring(start.length());
        int question = rest.indexOf('?');
        return question < 0 ? of(rest, "") : of(rest.substring(0, question), rest.substring(question + 1));
    }

    /**
     * Returns what a renderer has to know.
     *
     * @return the parameters, with the id if there is one
     */
    public Parameters withId() {
        return id.map(it -> parameters.with("id", it)).orElse(parameters);
    }
}
