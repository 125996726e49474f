package ruhr.knowledge.widget;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Term;
import ruhr.knowledge.filter.Vocabulary;
import ruhr.knowledge.model.Entry;
import ruhr.knowledge.model.Institution;
import ruhr.knowledge.query.Answer;
import ruhr.knowledge.query.Deadline;
import ruhr.knowledge.query.FacetCount;
import ruhr.knowledge.query.Page;
import ruhr.knowledge.query.Query;
import ruhr.knowledge.snapshot.Snapshot;
import ruhr.knowledge.value.Slug;
import ruhr.knowledge.widget.view.ActiveFilter;
import ruhr.knowledge.widget.view.Card;
import ruhr.knowledge.widget.view.FacetPanel;
import ruhr.knowledge.widget.view.FilterView;
import ruhr.knowledge.widget.view.ListView;
import ruhr.knowledge.widget.view.Message;
import ruhr.knowledge.widget.view.Option;
import ruhr.knowledge.widget.view.PageLink;
import ruhr.knowledge.widget.view.Shell;
import ruhr.knowledge.widget.view.Words;

/** Presents a filtered list of institutions, and the panel that filters it. */
final class ListPresenter {

    private static final List<String> FACETS = List.of("topic", "type", "city");
    private static final int SHOWN_AT_ONCE = 8;
    private static final int NEIGHBOURS = 2;

    private final Snapshot snapshot;
    private final Selection selection;
    private final Presenter presenter;

    ListPresenter(Snapshot snapshot, Selection selection, Presenter presenter) {
        this.snapshot = snapshot;
        this.selection = selection;
        this.presenter = presenter;
    }

    ListView list(Shell shell, Words title) {
        Answer<Entry> answer = snapshot.searcher().ask(selection.query(), Deadline.none());
        List<Card> cards = answer.entries().stream()
                .map(entry -> presenter.card((Institution) entry))
                .toList();
        List<ActiveFilter> filters = active("institutions");
        return new ListView(
                shell,
                title,
                count(answer),
                filters,
                filters.isEmpty() ? null : selection.cleared("institutions"),
                cards,
                empty(answer),
                pages(answer),
                presenter.sources());
    }

    FilterView filter(Shell shell, Words title) {
        // The panel shows no entries; in a page of others its links stay there, elsewhere they lead to the list.
        String target = shell.document() || !selection.leadsToOwnPages() ? "filter" : "institutions";
        Query query = selection.query().page(new Page(1, 0)).counting(FACETS);
        Answer<Entry> answer = snapshot.searcher().ask(query, Deadline.none());
        List<FacetPanel> facets = new ArrayList<>();
        for (String name : FACETS) {
            snapshot.schema()
                    .field(name)
                    .filter(field -> !selection.isFixed(field.name()))
                    .ifPresent(field -> facets.add(new Panel(shell, field, answer, target).panel()));
        }
        List<ActiveFilter> filters = active(target);
        return new FilterView(
                shell,
                title,
                presenter.institutions(answer.total()),
                filters,
                filters.isEmpty() ? null : selection.cleared(target),
                answer.total() == 0 ? none() : null,
                facets,
                shell.document() ? selection.same("institutions") : null);
    }

    private String count(Answer<Entry> answer) {
        String count = presenter.institutions(answer.total());
        int number = answer.query().page().number();
        if (answer.pages() == 1 || number > answer.pages()) {
            return count;
        }
        return count + ", "
                + presenter.say(Message.PAGE_OF).formatted(presenter.number(number), presenter.number(answer.pages()));
    }

    private @Nullable String empty(Answer<Entry> answer) {
        if (answer.total() == 0) {
            return none();
        }
        boolean beyond = answer.query().page().number() > answer.pages();
        return beyond ? presenter.say(Message.NO_SUCH_PAGE) : null;
    }

    private String none() {
        if (!selection.hasFilters()) {
            return presenter.say(Message.NOTHING);
        }
        return presenter.say(selection.hasUnknownValue() ? Message.NOT_A_VALUE : Message.NONE_FITS);
    }

    private List<ActiveFilter> active(String target) {
        List<ActiveFilter> active = new ArrayList<>();
        for (Filter.Choice choice : selection.choices()) {
            for (String value : choice.values()) {
                active.add(active(choice.field(), value, "", selection.removing(target, choice.field(), value)));
            }
        }
        for (Filter.Choice choice : selection.exclusions()) {
            for (String value : choice.values()) {
                String href = selection.including(target, choice.field(), value);
                active.add(active(choice.field(), value, presenter.say(Message.WITHOUT) + " ", href));
            }
        }
        for (FilterSchema.Field<Entry> field : selection.lifted()) {
            String value = field.defaults().iterator().next();
            Words label = new Words(presenter.say(Message.ALL_STATUS), null);
            String href = selection.only(target, field.name(), value);
            active.add(new ActiveFilter(
                    presenter.words(field.label()).text(), label, presenter.say(Message.REMOVE_FILTER), href));
        }
        return active;
    }

    private ActiveFilter active(String name, String value, String before, String href) {
        FilterSchema.Field<Entry> field = snapshot.schema().field(name).orElseThrow();
        Words label = Slug.is(value)
                ? presenter.term(field.vocabulary(), value)
                : new Words(presenter.say(Message.UNREADABLE), null);
        return new ActiveFilter(
                before + presenter.words(field.label()).text(), label, presenter.say(Message.REMOVE_FILTER), href);
    }

    private List<PageLink> pages(Answer<Entry> answer) {
        int last = answer.pages();
        int current = answer.query().page().number();
        if (last == 1 && current == 1) {
            return List.of();
        }
        List<PageLink> links = new ArrayList<>();
        if (current > last) {
            links.add(new PageLink(presenter.say(Message.FIRST_PAGE), null, selection.page("institutions", 1), false));
            return links;
        }
        if (current > 1) {
            links.add(step("←", Message.PREVIOUS, current - 1));
        }
        int before = 0;
        for (int number = 1; number <= last; number++) {
            boolean near = Math.abs(number - current) <= NEIGHBOURS;
            if (number == 1 || number == last || near) {
                if (number > before + 1) {
                    links.add(new PageLink("…", null, null, false));
                }
                links.add(page(number, current));
                before = number;
            }
        }
        if (current < last) {
            links.add(step("→", Message.NEXT, current + 1));
        }
        return links;
    }

    private PageLink page(int number, int current) {
        String label = presenter.number(number);
        String spoken = presenter.say(Message.PAGE) + " " + label;
        return number == current
                ? new PageLink(label, spoken, null, true)
                : new PageLink(label, spoken, selection.page("institutions", number), false);
    }

    private PageLink step(String arrow, Message spoken, int number) {
        return new PageLink(arrow, presenter.say(spoken), selection.page("institutions", number), false);
    }

    /** One facet while its tree is walked. */
    private final class Panel {

        private final Shell shell;
        private final FilterSchema.Field<Entry> field;
        private final String target;
        private final SortedSet<String> chosen;
        private final Map<String, Integer> counts = new HashMap<>();

        Panel(Shell shell, FilterSchema.Field<Entry> field, Answer<Entry> answer, String target) {
            this.shell = shell;
            this.field = field;
            this.target = target;
            chosen = selection.chosen(field.name());
            for (FacetCount count : answer.counts(field.name())) {
                counts.put(count.value(), count.entries());
            }
        }

        FacetPanel panel() {
            List<Option> options = options(field.vocabulary().tops());
            int shown = options.size() <= SHOWN_AT_ONCE + 2 ? options.size() : SHOWN_AT_ONCE;
            List<Option> more = options.subList(shown, options.size());
            Words label = presenter.words(field.label());
            return new FacetPanel(
                    shell.id() + "_" + field.name(),
                    label,
                    options.subList(0, shown),
                    more,
                    presenter.say(Message.SHOW_MORE) + " " + label.text() + " (" + presenter.number(more.size()) + ")",
                    more.stream().anyMatch(option -> option.selected() || option.open()));
        }

        private List<Option> options(List<Term> terms) {
            Vocabulary vocabulary = field.vocabulary();
            List<Option> options = new ArrayList<>();
            for (Term term : terms) {
                List<Option> narrower = options(vocabulary.narrower(term.id()));
                int entries = counts.getOrDefault(term.id(), 0);
                boolean selected = chosen.contains(term.id());
                options.add(new Option(
                        presenter.words(term.label()),
                        presenter.number(entries),
                        presenter.institutions(entries),
                        href(term, entries, selected),
                        selected,
                        narrower,
                        narrower.stream().anyMatch(option -> option.selected() || option.open())));
            }
            return options;
        }

        private @Nullable String href(Term term, int entries, boolean selected) {
            if (selected) {
                return selection.removing(target, field.name(), term.id());
            }
            return entries == 0 ? null : selection.adding(target, field.name(), term.id());
        }
    }
}
