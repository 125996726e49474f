package ruhr.knowledge.widget;

import java.util.ArrayList;
import java.util.List;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.model.Entry;
import ruhr.knowledge.query.Deadline;
import ruhr.knowledge.query.Suggestion;
import ruhr.knowledge.snapshot.Snapshot;
import ruhr.knowledge.widget.view.FilterView;
import ruhr.knowledge.widget.view.FinderView;
import ruhr.knowledge.widget.view.FinderView.Suggested;
import ruhr.knowledge.widget.view.PanelView;
import ruhr.knowledge.widget.view.Results;

/** Presents a search box with suggestions, the filters and what was found. For one rendering. */
final class FinderPresenter {

    private static final String WIDGET = "finder";

    private final Snapshot snapshot;
    private final Selection selection;
    private final Presenter presenter;

    /**
     * What the list and the panel come to.
     *
     * @param filter the panel
     * @param results the list
     */
    record Parts(FilterView filter, Results results) {}

    FinderPresenter(Snapshot snapshot, Selection selection, Presenter presenter) {
        this.snapshot = snapshot;
        this.selection = selection;
        this.presenter = presenter;
    }

    FinderView finder(Parts parts) {
        String words = FilterPanel.words(selection.query());
        Links.Form form = selection.form(WIDGET);
        List<PanelView.Hidden> others = form.others().all().stream()
                .map(parameter -> new PanelView.Hidden(parameter.name(), parameter.value()))
                .toList();
        PanelView.Search search = new PanelView.Search(form.action(), form.name(), words, others);
        List<Suggested> suggestions = words.isEmpty() ? List.of() : suggestions(words);
        return new FinderView(
                new PanelView(parts.filter(), null, List.of(), search, List.of()),
                suggestions,
                parts.results(),
                presenter.sources());
    }

    /** Returns what the words may mean: filters to set instead of them, and entries to look at. */
    private List<Suggested> suggestions(String words) {
        List<Suggested> suggestions = new ArrayList<>();
        for (Suggestion suggestion : snapshot.searcher().suggest(words, Suggestion.MOST, Deadline.none())) {
            if (suggestion.field().isPresent()) {
                snapshot.schema()
                        .field(suggestion.field().get())
                        .ifPresent(field -> suggestions.add(value(field, suggestion)));
            } else {
                snapshot.searcher()
                        .find(suggestion.id(), Deadline.none())
                        .ifPresent(entry -> suggestions.add(entry(entry)));
            }
        }
        return suggestions;
    }

    private Suggested value(FilterSchema.Field<Entry> field, Suggestion suggestion) {
        Filter instead = Filter.choice(field.name(), suggestion.id());
        return new Suggested(
                presenter.words(field.label()).text(),
                presenter.words(suggestion.label()),
                selection.links(WIDGET).anew(instead));
    }

    private Suggested entry(Entry entry) {
        return new Suggested(
                presenter.kind(entry.kind()).text(), presenter.words(entry.name()), presenter.address(entry));
    }
}
