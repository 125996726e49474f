package ruhr.knowledge.widget;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import ruhr.knowledge.filter.Parameters;

/**
 * How the author of a page wants a widget to look. What cannot be read leaves the usual look.
 *
 * @param layout how entries are laid out; empty for the widget's own way
 * @param compact whether to show as little as possible
 * @param parts which parts of an entry to show, beside its name; empty for the usual ones
 * @param theme the name of a theme, one of {@link #THEMES}
 * @param scheme {@code light} or {@code dark} where the page decides; empty where the visitor's system does
 */
record Look(Optional<Layout> layout, boolean compact, Set<String> parts, String theme, Optional<String> scheme) {

    /** The parts of an entry that can be chosen. */
    static final List<String> PARTS = List.of(
            "picture",
            "type",
            "status",
            "date",
            "provider",
            "place",
            "distance",
            "summary",
            "topics",
            "contact",
            "website",
            "established");

    /** The themes; the first is the usual one. */
    static final List<String> THEMES = List.of("ruhr", "neutral", "kern");

    private static final List<String> SCHEMES = List.of("light", "dark");

    /** The parameters that say how a widget looks, which links to the same widget say again. */
    static final List<String> NAMES = List.of("heading", "group", "theme", "view", "compact", "fields");

    /** The parts of an entry in little space. */
    private static final Set<String> FEW = Set.of("type", "status", "date", "place", "distance");

    /** How entries are laid out. */
    enum Layout {
        /** Cards beside each other. */
        CARDS,
        /** One below the other. */
        LIST,
        /** A table. */
        TABLE;

        String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Look of(Parameters parameters) {
        List<String> theme = parameters.first("theme").map(Look::tokens).orElse(List.of());
        Set<String> parts = new TreeSet<>();
        for (Parameters.Parameter parameter : parameters.all()) {
            if (plain(parameter.name()).equals("fields")) {
                for (String part : parameter.value().split(",", PARTS.size() + 1)) {
                    if (PARTS.contains(plain(part))) {
                        parts.add(plain(part));
                    }
                }
            }
        }
        return new Look(
                parameters.first("view").flatMap(Look::layout),
                parameters.first("compact").filter(Look::isYes).isPresent(),
                Set.copyOf(parts),
                theme.stream().filter(THEMES::contains).findFirst().orElse(THEMES.get(0)),
                theme.stream().filter(SCHEMES::contains).findFirst());
    }

    private static List<String> tokens(String value) {
        return Stream.of(value.split(",", 8)).map(Look::plain).toList();
    }

    private static Optional<Layout> layout(String view) {
        for (Layout layout : Layout.values()) {
            if (layout.slug().equals(plain(view))) {
                return Optional.of(layout);
            }
        }
        return Optional.empty();
    }

    /** An attribute without a value counts as yes, as in HTML. */
    private static boolean isYes(String value) {
        return Set.of("", "1", "true", "yes", "compact").contains(plain(value));
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    boolean shows(String part) {
        return parts.isEmpty() ? !compact || FEW.contains(part) : parts.contains(part);
    }

    /** Returns the classes of the outermost element, each after a space. */
    String classes() {
        return page() + (compact ? " rk-compact" : "");
    }

    /** Returns the classes of a page of our own around the widget, each after a space. */
    String page() {
        return (theme.equals(THEMES.get(0)) ? "" : " rk-theme-" + theme)
                + scheme.map(" rk-scheme-"::concat).orElse("");
    }

    /** Returns this look as a short list, as beside a map. */
    Look asShortList() {
        return new Look(Optional.of(layout.orElse(Layout.LIST)), layout.isEmpty() || compact, parts, theme, scheme);
    }
}
