package ruhr.knowledge.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.query.Answer;
import ruhr.knowledge.query.FacetView;
import ruhr.knowledge.widget.view.FacetPanel;
import ruhr.knowledge.widget.view.Message;
import ruhr.knowledge.widget.view.Option;
import ruhr.knowledge.widget.view.Shell;
import ruhr.knowledge.widget.view.Wordbook;
import ruhr.knowledge.widget.view.Words;

/** Makes the facets of a panel out of the counts of an answer. For one rendering. */
final class Facets {

    private static final int SHOWN_AT_ONCE = 8;

    /** A page with every street of a country in a list would be of use to nobody: beyond this many, words find the rest. */
    private static final int MOST = 300;

    private final Answer<?> answer;
    private final PanelLinks links;
    private final Wordbook wordbook;
    private final Message one;
    private final Message other;

    /**
     * Returns the facets of an answer.
     *
     * @param answer has counted them
     * @param links where their links lead
     * @param wordbook the words of the page
     * @param one what one result is called
     * @param other what several results are called
     */
    Facets(Answer<?> answer, PanelLinks links, Wordbook wordbook, Message one, Message other) {
        this.answer = answer;
        this.links = links;
        this.wordbook = wordbook;
        this.one = one;
        this.other = other;
    }

    FacetPanel panel(FilterSchema.Field<?> field, Shell shell) {
        Set<String> chosen = links.chosen(field);
        FacetView view = FacetView.of(field, answer.facet(field.name()), wordbook.language())
                .keeping(chosen);
        if (chosen.contains(Filter.NONE)) {
            view = view.withMissing();
        }
        List<Option> options = options(field, chosen, view);
        int shown = options.size() <= SHOWN_AT_ONCE + 2 ? options.size() : SHOWN_AT_ONCE;
        List<Option> more = options.subList(shown, options.size());
        Words label = ActiveFilters.words(field.label().in(wordbook.language()), wordbook);
        return new FacetPanel(
                shell.id() + "_" + field.name(),
                label,
                options.subList(0, shown),
                more,
                wordbook.say(Message.SHOW_MORE) + " " + label.text() + " (" + wordbook.number(more.size()) + ")",
                more.stream().anyMatch(option -> option.selected() || option.open()));
    }

    private List<Option> options(FilterSchema.Field<?> field, Set<String> chosen, FacetView view) {
        if (field.kind() == FilterSchema.Kind.CHOICE) {
            return tree(field, chosen, view.tree(MOST));
        }
        List<Option> options = new ArrayList<>();
        for (FacetView.Row row : view.rows()) {
            options.add(option(field, chosen, row, List.of()));
        }
        return options;
    }

    private List<Option> tree(FilterSchema.Field<?> field, Set<String> chosen, FacetView.Level level) {
        List<Option> options = new ArrayList<>();
        for (FacetView.Node node : level.nodes()) {
            options.add(option(field, chosen, node.row(), tree(field, chosen, node.below())));
        }
        return options;
    }

    private Option option(FilterSchema.Field<?> field, Set<String> chosen, FacetView.Row row, List<Option> narrower) {
        boolean selected = chosen.contains(row.value());
        String href = selected
                ? links.removing(field, row.value())
                : row.entries() == 0 ? null : links.adding(field, row.value());
        return new Option(
                ActiveFilters.words(row.label(), wordbook),
                wordbook.number(row.entries()),
                wordbook.count(row.entries(), one, other),
                href,
                selected,
                narrower,
                narrower.stream().anyMatch(option -> option.selected() || option.open()));
    }
}
