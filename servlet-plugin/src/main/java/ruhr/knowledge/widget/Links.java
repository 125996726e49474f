package ruhr.knowledge.widget;

import java.util.Locale;
import java.util.Optional;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.query.ParameterGroup;

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
    record Host(Parameters others, ParameterGroup group, String suffix) implements Links {

        private static final int MOST_FOREIGN_CHARACTERS = 1000;

        static Host of(Parameters page, Optional<String> group, FilterSchema<?> schema) {
            ParameterGroup parameters = group(group, schema);
            return new Host(
                    bounded(parameters.others(page)),
                    parameters,
                    group.map("-"::concat).orElse(""));
        }

        /** Every link repeats the page's own parameters, so a long query would make the page many times as long. */
        private static Parameters bounded(Parameters others) {
            return others.toString().length() <= MOST_FOREIGN_CHARACTERS ? others : onlyWidgets(others);
        }

        private static Parameters onlyWidgets(Parameters others) {
            Parameters kept = others.only(name -> name.startsWith(ParameterGroup.PREFIX));
            return kept.toString().length() <= MOST_FOREIGN_CHARACTERS ? kept : Parameters.none();
        }

        /** Returns what the page says about this group, without the prefix. */
        static Parameters selection(Parameters page, Optional<String> group, FilterSchema<?> schema) {
            return group(group, schema).own(page);
        }

        private static ParameterGroup group(Optional<String> name, FilterSchema<?> schema) {
            return name.flatMap(it -> ParameterGroup.named(it, schema)).orElseGet(() -> ParameterGroup.plain(schema));
        }

        @Override
        public String to(String widget, String canonical) {
            return "?" + group.write(others, Parameters.parse(canonical)) + "#rk-" + widget + suffix;
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
