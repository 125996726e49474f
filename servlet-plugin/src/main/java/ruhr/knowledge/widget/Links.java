package ruhr.knowledge.widget;

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
     * @param selection the parameters that say what is selected
     */
    String to(String widget, Parameters selection);

    /**
     * Returns where a form leads that asks for words.
     *
     * @param widget the name of the widget that shall show what is found
     * @param others what else is asked for
     */
    Form form(String widget, Parameters others);

    /**
     * A form.
     *
     * @param action where it leads
     * @param name the name of the parameter with the words
     * @param others what it sends besides
     */
    record Form(String action, String name, Parameters others) {}

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
        public String to(String widget, Parameters selection) {
            return "?" + group.write(others, selection) + "#rk-" + widget + suffix;
        }

        @Override
        public Form form(String widget, Parameters chosen) {
            return new Form("#rk-" + widget + suffix, group.prefix() + "q", group.write(others, chosen));
        }
    }

    /** To pages of our own; a link to the same widget keeps what its author said of its looks. */
    record Embed(String basePath, String lang, String ownWidget, Parameters presentation) implements Links {

        @Override
        public String to(String widget, Parameters selection) {
            return basePath + "/embed/" + widget + "?" + own(widget).plus(selection);
        }

        @Override
        public Form form(String widget, Parameters others) {
            return new Form(basePath + "/embed/" + widget, "q", own(widget).plus(others));
        }

        private Parameters own(String widget) {
            Parameters own = Parameters.none().with("lang", lang);
            return widget.equals(ownWidget) ? own.plus(presentation) : own;
        }
    }
}
