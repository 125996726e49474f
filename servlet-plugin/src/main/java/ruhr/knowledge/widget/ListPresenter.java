package ruhr.knowledge.widget;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.model.Entry;
import ruhr.knowledge.model.EntryKind;
import ruhr.knowledge.query.Answer;
import ruhr.knowledge.query.Deadline;
import ruhr.knowledge.query.Page;
import ruhr.knowledge.query.Query;
import ruhr.knowledge.snapshot.Snapshot;
import ruhr.knowledge.widget.view.ActiveFilter;
import ruhr.knowledge.widget.view.Card;
import ruhr.knowledge.widget.view.FacetPanel;
import ruhr.knowledge.widget.view.FilterView;
import ruhr.knowledge.widget.view.ListView;
import ruhr.knowledge.widget.view.Message;
import ruhr.knowledge.widget.view.PageLink;
import ruhr.knowledge.widget.view.PanelView;
import ruhr.knowledge.widget.view.Results;
import ruhr.knowledge.widget.view.Shell;
import ruhr.knowledge.widget.view.Words;

/** Presents a filtered list of entries, and the panel that filters it. For one rendering. */
final class ListPresenter {

    private static final int NEIGHBOURS = 2;

    private final Snapshot snapshot;
    private final Selection selection;
    private final Presenter presenter;
    private final Look look;
    private final @Nullable EntryKind kind;
    private final String widget;

    /**
     * Returns a presenter.
     *
     * @param kind the kind of the entries; null for all kinds
     * @param widget the name of the widget that shows them
     */
    ListPresenter(
            Snapshot snapshot,
            Selection selection,
            Presenter presenter,
            Look look,
            @Nullable EntryKind kind,
            String widget) {
        this.snapshot = snapshot;
        this.selection = selection;
        this.presenter = presenter;
        this.look = look;
        this.kind = kind;
        this.widget = widget;
    }

    ListView list(Shell shell, Words title) {
        Answer<Entry> answer = snapshot.searcher().ask(selection.query(), Deadline.none());
        List<ActiveFilter> filters = filters(widget).all();
        return new ListView(
                shell,
                title,
                results(answer, title, !filters.isEmpty()),
                filters,
                filters.isEmpty() ? null : selection.links(widget).cleared(),
                presenter.sources());
    }

    /** Presents one page of an answer. */
    Results results(Answer<Entry> answer, Words title, boolean filtered) {
        Cards cards = new Cards(presenter, look, kind == null, false);
        List<Card> shown = new ArrayList<>();
        for (int i = 0; i < answer.entries().size(); i++) {
            shown.add(cards.card(answer.entries().get(i), answer.match(i)));
        }
        Look.Layout layout = look.layout().orElse(kind == null ? Look.Layout.LIST : Look.Layout.CARDS);
        return new Results(
                layout.slug(),
                count(answer),
                shown,
                layout == Look.Layout.TABLE ? cards.columns(kind) : List.of(),
                empty(answer, filtered),
                filters(widget).ways(answer),
                presenter.say(Message.PAGES) + ": " + title.text(),
                pages(answer));
    }

    private ActiveFilters filters(String target) {
        return new ActiveFilters(snapshot.schema(), selection.links(target), presenter.wordbook());
    }

    PanelView filter(Shell shell, Words title, List<String> fields) {
        // The panel shows no entries; in a page of others its links stay there, elsewhere they lead to the list.
        String list = kind == null ? "finder" : WidgetRenderer.listOf(kind);
        String target = shell.document() || !selection.leadsToOwnPages() ? "filter" : list;
        Query query = selection.query().page(new Page(1, 0)).counting(fields);
        Answer<Entry> answer = snapshot.searcher().ask(query, Deadline.none());
        List<ActiveFilter> filters = filters(target).all();
        FilterView view = new FilterView(
                shell,
                title,
                sentence(answer),
                filters,
                filters.isEmpty() ? null : selection.links(target).cleared(),
                answer.total() == 0 ? none(!filters.isEmpty()) : null,
                facets(shell, answer, fields, target),
                shell.document() ? selection.same(list) : null);
        return new PanelView(view, null, List.of(), null, filters(target).ways(answer));
    }

    /** Presents search box, filters and results together. */
    FinderPresenter.Parts finder(Shell shell, Words title, List<String> fields) {
        Answer<Entry> answer = snapshot.searcher().ask(selection.query().counting(fields), Deadline.none());
        List<ActiveFilter> filters = filters(widget).all();
        Results results = results(answer, title, !filters.isEmpty());
        FilterView view = new FilterView(
                shell,
                title,
                results.count(),
                filters,
                filters.isEmpty() ? null : selection.links(widget).cleared(),
                null,
                facets(shell, answer, fields, widget),
                null);
        return new FinderPresenter.Parts(view, results);
    }

    private List<FacetPanel> facets(Shell shell, Answer<Entry> answer, List<String> fields, String target) {
        boolean institutions = kind == EntryKind.INSTITUTION;
        Facets facets = new Facets(
                answer,
                selection.links(target),
                presenter.wordbook(),
                institutions ? Message.INSTITUTIONS_ONE : Message.RESULTS_ONE,
                institutions ? Message.INSTITUTIONS_OTHER : Message.RESULTS_OTHER);
        List<FacetPanel> panels = new ArrayList<>();
        for (String name : fields) {
            snapshot.schema()
                    .field(name)
                    .filter(field -> !selection.isFixed(field.name()))
                    .ifPresent(field -> panels.add(facets.panel(field, shell)));
        }
        return panels;
    }

    /** Says how much was found, and by what: "12 services on start-ups in Bochum". */
    private String sentence(Answer<Entry> answer) {
        if (!presenter.wordbook().saysFilters()) {
            return presenter.wordbook().count(answer.total(), Message.RESULTS_ONE, Message.RESULTS_OTHER);
        }
        FilterSchema<Entry> schema = snapshot.schema();
        // What the page's author decided on, the page itself says.
        Filter kinds = kind == null ? Filter.everything() : Filter.choice("kind", kind.id());
        Filter asked = Filter.and(kinds, answer.query().filter());
        return schema.describe(asked, answer.total(), presenter.wordbook().language());
    }

    private String count(Answer<Entry> answer) {
        String count = sentence(answer);
        int number = answer.query().page().number();
        if (answer.pages() == 1 || number > answer.pages()) {
            return count;
        }
        return count + ", "
                + presenter.wordbook().say(Message.PAGE_OF, presenter.number(number), presenter.number(answer.pages()));
    }

    private @Nullable String empty(Answer<Entry> answer, boolean filtered) {
        if (answer.total() == 0) {
            return none(filtered);
        }
        boolean beyond = answer.query().page().number() > answer.pages();
        return beyond ? presenter.say(Message.NO_SUCH_PAGE) : null;
    }

    private String none(boolean filtered) {
        if (!filtered) {
            return presenter.say(Message.NOTHING);
        }
        boolean institutions = kind == EntryKind.INSTITUTION;
        return presenter.say(
                selection.hasUnknownValue()
                        ? Message.NOT_A_VALUE
                        : institutions ? Message.NONE_FITS : Message.NOTHING_FITS);
    }

    private List<PageLink> pages(Answer<Entry> answer) {
        int last = answer.pages();
        int current = answer.query().page().number();
        if (last == 1 && current == 1) {
            return List.of();
        }
        List<PageLink> links = new ArrayList<>();
        if (current > last) {
            links.add(new PageLink(presenter.say(Message.FIRST_PAGE), null, selection.page(widget, 1), false));
            return links;
        }
        if (current > 1) {
            links.add(step("←", Message.PREVIOUS, current - 1));
        }
        int before = 0;
        for (int number : numbers(current, last)) {
            if (number > before + 1) {
                links.add(new PageLink("…", null, null, false));
            }
            links.add(page(number, current));
            before = number;
        }
        if (current < last) {
            links.add(step("→", Message.NEXT, current + 1));
        }
        return links;
    }

    /** Returns the first page, the last one that can be asked for, and those around the current one. */
    private List<Integer> numbers(int current, int last) {
        int reachable = Math.min(
                last, Page.MAXIMUM_WINDOW / Math.max(1, selection.query().page().limit()));
        List<Integer> numbers = new ArrayList<>();
        for (int number = Math.max(1, current - NEIGHBOURS);
                number <= Math.min(reachable, current + NEIGHBOURS);
                number++) {
            numbers.add(number);
        }
        if (!numbers.contains(1)) {
            numbers.add(0, 1);
        }
        if (!numbers.contains(reachable)) {
            numbers.add(reachable);
        }
        return numbers;
    }

    private PageLink page(int number, int current) {
        String label = presenter.number(number);
        String spoken = presenter.say(Message.PAGE) + " " + label;
        return number == current
                ? new PageLink(label, spoken, null, true)
                : new PageLink(label, spoken, selection.page(widget, number), false);
    }

    private PageLink step(String arrow, Message spoken, int number) {
        return new PageLink(arrow, presenter.say(spoken), selection.page(widget, number), false);
    }
}
