package ruhr.knowledge.widget;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterPreset;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.query.Answer;
import ruhr.knowledge.query.Query;
import ruhr.knowledge.templates.JtepanelGenerated;
import ruhr.knowledge.widget.view.ActiveFilter;
import ruhr.knowledge.widget.view.Chip;
import ruhr.knowledge.widget.view.FacetPanel;
import ruhr.knowledge.widget.view.FilterView;
import ruhr.knowledge.widget.view.Message;
import ruhr.knowledge.widget.view.PanelView;
import ruhr.knowledge.widget.view.Shell;
import ruhr.knowledge.widget.view.Wordbook;
import ruhr.knowledge.widget.view.Words;

/**
 * The filter panel for records of any type: facets with counts, ready-made filters, a search box, what is set and how to take
 * it back. HTML without script; every filter is a link.
 *
 * <pre>{@code
 * FilterPanel<CityEvent> panel = FilterPanel.of(schema).at("/events", "lang", "de");
 * Answer<CityEvent> answer = events.ask(QueryString.parse(request.getQueryString(), schema).counting(panel.fields()));
 * String html = panel.render(answer, Locale.GERMAN);
 * }</pre>
 *
 * <p>The page includes {@link #stylesheet()} once. Labels come from the schema, its vocabularies and presets, in the language
 * asked for or in the other one; everything is escaped. Immutable and thread-safe.
 *
 * @param <T> the type of the records
 */
public final class FilterPanel<T> {

    private final FilterSchema<T> schema;
    private final List<String> fields;
    private final List<String> presets;
    private final UnaryOperator<String> address;
    private final String action;
    private final List<PanelView.Hidden> kept;

    private FilterPanel(
            FilterSchema<T> schema,
            List<String> fields,
            List<String> presets,
            UnaryOperator<String> address,
            String action,
            List<PanelView.Hidden> kept) {
        this.schema = schema;
        this.fields = fields;
        this.presets = presets;
        this.address = address;
        this.action = action;
        this.kept = kept;
    }

    /**
     * Returns a panel with all fields and all presets of a schema, whose links lead into the page that shows it.
     *
     * @param schema the fields of the records
     * @param <T> the type of the records
     * @return the panel
     */
    public static <T> FilterPanel<T> of(FilterSchema<T> schema) {
        return new FilterPanel<>(
                schema,
                schema.fields().stream().map(FilterSchema.Field::name).toList(),
                schema.presets().all().stream().map(FilterPreset::id).toList(),
                query -> "?" + query,
                "",
                List.of());
    }

    /**
     * Returns a panel with some fields only.
     *
     * @param names the names of fields, in the order of the panel
     * @return a changed copy
     * @throws IllegalArgumentException if the schema does not have one of them
     */
    public FilterPanel<T> showing(String... names) {
        for (String name : names) {
            if (schema.field(name).isEmpty()) {
                throw new IllegalArgumentException(
                        "panel: expected fields of the " + schema + ", found '" + name + "'");
            }
        }
        return new FilterPanel<>(schema, List.of(names), presets, address, action, kept);
    }

    /**
     * Returns a panel that offers some presets only.
     *
     * @param ids ids of presets of the schema, in the order of the panel; one that it does not have is not offered
     * @return a changed copy
     */
    public FilterPanel<T> offering(String... ids) {
        return new FilterPanel<>(schema, fields, List.of(ids), address, action, kept);
    }

    /**
     * Returns a panel whose links lead to another page.
     *
     * @param path the path of the page, for example {@code /events}
     * @param own parameters of the page that every link repeats, as name and value by turns
     * @return a changed copy
     * @throws IllegalArgumentException if a name has no value
     */
    public FilterPanel<T> at(String path, String... own) {
        if (own.length % 2 != 0) {
            throw new IllegalArgumentException("panel: expected names and values by turns, found " + List.of(own));
        }
        List<PanelView.Hidden> repeated = new ArrayList<>();
        Parameters parameters = Parameters.none();
        for (int i = 0; i < own.length; i += 2) {
            repeated.add(new PanelView.Hidden(own[i], own[i + 1]));
            parameters = parameters.with(own[i], own[i + 1]);
        }
        String before = parameters.toString();
        UnaryOperator<String> leading = query -> {
            String all = before.isEmpty() || query.isEmpty() ? before + query : before + "&" + query;
            return all.isEmpty() ? path : path + "?" + all;
        };
        return new FilterPanel<>(schema, fields, presets, leading, path, List.copyOf(repeated));
    }

    /**
     * Returns the fields that the panel shows: those that the answer has to count.
     *
     * @return names of fields; unmodifiable
     */
    public List<String> fields() {
        return fields;
    }

    /**
     * Returns the look of the panel.
     *
     * @return a style sheet; the same text with every call
     */
    public static String stylesheet() {
        return new String(Assets.own(Assets.STYLESHEET).content(), StandardCharsets.UTF_8);
    }

    /**
     * Renders the panel.
     *
     * @param answer what was found; it has to count the {@link #fields()}
     * @param language German or English
     * @return HTML, one {@code nav} element
     * @throws IllegalArgumentException if the answer does not count one of the fields
     */
    public String render(Answer<? extends T> answer, Locale language) {
        StringOutput html = new StringOutput(8192);
        JtepanelGenerated.render(new OwaspHtmlTemplateOutput(html), null, new Rendered(answer, language).view());
        return html.toString();
    }

    /** One panel while it is made. */
    private final class Rendered {

        private final Answer<? extends T> answer;
        private final Wordbook wordbook;
        private final PanelLinks links;
        private final ActiveFilters filters;

        Rendered(Answer<? extends T> answer, Locale language) {
            this.answer = answer;
            wordbook = language.getLanguage().equals("en") ? Wordbook.ENGLISH : Wordbook.GERMAN;
            links = new PanelLinks(
                    schema,
                    answer.query(),
                    Set.of(),
                    query -> address.apply(PanelLinks.written(query, schema).toString()));
            filters = new ActiveFilters(schema, links, wordbook);
        }

        PanelView view() {
            List<ActiveFilter> active = filters.all();
            Shell shell = new Shell("rk-panel", wordbook, 2, "", false, "");
            FilterView filter = new FilterView(
                    shell,
                    new Words(wordbook.say(Message.FILTER), null),
                    wordbook.count(answer.total(), Message.RESULTS_ONE, Message.RESULTS_OTHER),
                    active,
                    active.isEmpty() ? null : links.cleared(),
                    answer.total() > 0 ? null : wordbook.say(active.isEmpty() ? Message.NOTHING : Message.NOTHING_FITS),
                    facets(shell),
                    null);
            return new PanelView(
                    filter,
                    schema.describe(answer.query().filter(), wordbook.language()),
                    presets(),
                    search(),
                    filters.ways(answer));
        }

        private List<Chip> presets() {
            List<Chip> chips = new ArrayList<>();
            for (String id : presets) {
                FilterPreset preset = schema.presets().find(id).orElse(null);
                Filter filter = schema.presets().filter(id).orElse(null);
                if (preset != null && filter != null) {
                    Filter named = filter instanceof Filter.Preset ? filter : new Filter.Preset(id, filter);
                    Filter set = links.conditions().stream()
                            .filter(condition -> condition instanceof Filter.Preset other
                                    && other.id().equals(id))
                            .findAny()
                            .orElse(null);
                    chips.add(new Chip(
                            wordbook.say(set == null ? Message.SET_FILTER : Message.REMOVE_FILTER),
                            ActiveFilters.words(preset.label().in(wordbook.language()), wordbook),
                            set == null ? links.with(named) : links.without(set),
                            set != null));
                }
            }
            return chips;
        }

        private PanelView.Search search() {
            List<PanelView.Hidden> others = new ArrayList<>(kept);
            PanelLinks.written(links.withoutWords(), schema)
                    .all()
                    .forEach(parameter -> others.add(new PanelView.Hidden(parameter.name(), parameter.value())));
            return new PanelView.Search(action, "q", words(answer.query()), others);
        }

        private List<FacetPanel> facets(Shell shell) {
            Facets facets = new Facets(answer, links, wordbook, Message.RESULTS_ONE, Message.RESULTS_OTHER);
            return fields.stream()
                    .map(name -> facets.panel(schema.field(name).orElseThrow(), shell))
                    .toList();
        }
    }

    /** Returns the words that a query searches for. */
    static String words(Query query) {
        String words = "";
        for (Filter condition : query.filter().conjuncts()) {
            words = condition instanceof Filter.Text text ? text.words() : words;
        }
        return words;
    }
}
