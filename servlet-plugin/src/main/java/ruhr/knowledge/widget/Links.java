package ruhr.knowledge.widget;

import java.util.Locale;
import java.util.Optional;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.filter.Parameters.Parameter;

/** Where the links of a widget lead: to the page that includes it, or to pages of our own. */
sealed interface Links {

    /**
     * Returns the address at which a widget shows a selection.
     *
     * @param widget the name of the widget that shall show it
     * @param canonical the selection as a query string
     */
    String to(String widget, String canonical);

    /**
     * Into the page that includes the widget: its own parameters stay as they are, those of this group of widgets are
     * written anew with the group's prefix.
     */
    record Host(Parameters others, String prefix, String suffix) implements Links {

        private static final int MOST_FOREIGN_CHARACTERS = 1000;

        static Host of(Parameters page, Optional<String> group, FilterSchema<?> schema) {
            String prefix = prefix(group);
            Parameters others = page;
            for (Parameter parameter : page.all()) {
                if (isOurs(parameter.name(), prefix, schema)) {
                    others = others.without(parameter.name());
                }
            }
            return new Host(bounded(others), prefix, group.map("-"::concat).orElse(""));
        }

        /** Every link repeats the page's own parameters, so a long query would make the page many times as long. */
        private static Parameters bounded(Parameters others) {
            return others.toString().length() <= MOST_FOREIGN_CHARACTERS ? others : onlyWidgets(others);
        }

        private static Parameters onlyWidgets(Parameters others) {
            Parameters kept = others;
            for (Parameter parameter : others.all()) {
                if (!parameter.name().startsWith("rk_")) {
                    kept = kept.without(parameter.name());
                }
            }
            return kept.toString().length() <= MOST_FOREIGN_CHARACTERS ? kept : Parameters.none();
        }

        /** Returns what the page says about this group, without the prefix. */
        static Parameters selection(Parameters page, Optional<String> group, FilterSchema<?> schema) {
            String prefix = prefix(group);
            Parameters foreign = page;
            for (Parameter parameter : page.all()) {
                if (!isOurs(parameter.name(), prefix, schema)) {
                    foreign = foreign.without(parameter.name());
                }
            }
            return foreign.withPrefix(prefix);
        }

        private static String prefix(Optional<String> group) {
            return group.map(name -> "rk_" + name + "_").orElse("rk_");
        }

        /** A name of another group begins with our prefix, too, when ours is the plain one: the known names decide. */
        private static boolean isOurs(String name, String prefix, FilterSchema<?> schema) {
            if (!name.startsWith(prefix)) {
                return false;
            }
            String plain = name.substring(prefix.length());
            String field = plain.endsWith("[]") ? plain.substring(0, plain.length() - 2) : plain;
            field = field.startsWith("not_") ? field.substring("not_".length()) : field;
            return schema.field(field).isPresent() || plain.equals("page") || plain.equals("sort");
        }

        @Override
        public String to(String widget, String canonical) {
            Parameters all = others;
            for (Parameter parameter : Parameters.parse(canonical).all()) {
                all = all.with(prefix + parameter.name(), parameter.value());
            }
            return "?" + all + "#rk-" + widget + suffix;
        }
    }

    /** To pages of our own; a link to the same widget keeps what its author said of its looks. */
    record Embed(String basePath, Locale language, String ownWidget, Parameters presentation) implements Links {

        @Override
        public String to(String widget, String canonical) {
            Parameters query = Parameters.none().with("lang", language.getLanguage());
            if (widget.equals(ownWidget)) {
                query = query.plus(presentation);
            }
            return basePath + "/embed/" + widget + "?" + query.plus(Parameters.parse(canonical));
        }
    }
}
