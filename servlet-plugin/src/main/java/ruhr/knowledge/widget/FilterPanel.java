package ruhr.knowledge.widget;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterPreset;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.query.Answer;
import ruhr.knowledge.query.FacetView;
import ruhr.knowledge.query.Relaxation;
import ruhr.knowledge.templates.JtepanelGenerated;
import ruhr.knowledge.value.LocalizedText;
import ruhr.knowledge.value.Wording;
import ruhr.knowledge.widget.view.ActiveFilter;
import ruhr.knowledge.widget.view.Chip;
import ruhr.knowledge.widget.view.FacetPanel;
import ruhr.knowledge.widget.view.FilterView;
import ruhr.knowledge.widget.view.Message;
import ruhr.knowledge.widget.view.Option;
import ruhr.knowledge.widget.view.PanelView;
import ruhr.knowledge.widget.view.Shell;
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

    private static final int SHOWN_AT_ONCE = 8;

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
        return new String(Assets.ownStylesheet().content(), StandardCharsets.UTF_8);
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
        private final Locale language;
        private final PanelLinks links;

        Rendered(Answer<? extends T> answer, Locale language) {
            this.answer = answer;
            this.language = language.getLanguage().equals("en") ? Locale.ENGLISH : Locale.GERMAN;
            links = new PanelLinks(schema, answer.query(), address);
        }

        PanelView view() {
            List<ActiveFilter> active = active();
            Shell shell = new Shell("rk-panel", language.getLanguage(), 2, "", false, language);
            FilterView filter = new FilterView(
                    shell,
                    new Words(say(Message.FILTER), null),
                    results(answer.total()),
                    active,
                    active.isEmpty() ? null : links.cleared(),
                    answer.total() > 0 ? null : say(active.isEmpty() ? Message.NOTHING : Message.NOTHING_FITS),
                    facets(shell),
                    null);
            return new PanelView(
                    filter, schema.describe(answer.query().filter(), language), presets(), search(), ways());
        }

        private String say(Message message) {
            return message.in(language);
        }

        private String number(int number) {
            return NumberFormat.getIntegerInstance(language).format(number);
        }

        private String results(int number) {
            boolean german = language.equals(Locale.GERMAN);
            String noun = number == 1 ? german ? "Ergebnis" : "result" : german ? "Ergebnisse" : "results";
            return number(number) + " " + noun;
        }

        private Words words(LocalizedText text) {
            return words(text.in(language));
        }

        private Words words(Wording wording) {
            return new Words(
                    wording.text(),
                    wording.isForeignTo(language) ? wording.language().getLanguage() : null);
        }

        private List<ActiveFilter> active() {
            List<ActiveFilter> active = new ArrayList<>();
            for (Filter condition : links.conditions()) {
                if (condition instanceof Filter.Choice choice) {
                    addChoice(choice, active);
                } else if (condition instanceof Filter.Not not && not.part() instanceof Filter.Choice excluded) {
                    for (String value : excluded.values()) {
                        add(
                                say(Message.WITHOUT) + " " + label(excluded.field()),
                                value(excluded.field(), value),
                                links.including(not, excluded, value),
                                active);
                    }
                } else if (condition instanceof Filter.Preset preset) {
                    add(say(Message.PRESET), preset(preset), links.without(condition), active);
                } else if (condition instanceof Filter.Text text) {
                    add(say(Message.WORDS), new Words(text.words(), null), links.without(condition), active);
                } else {
                    Words words = new Words(schema.describe(condition, language), null);
                    add(say(Message.CONDITION), words, links.without(condition), active);
                }
            }
            return active;
        }

        private void addChoice(Filter.Choice choice, List<ActiveFilter> active) {
            FilterSchema.Field<T> field = schema.field(choice.field()).orElse(null);
            if (field == null || !choice.values().equals(field.defaults())) {
                for (String value : choice.values()) {
                    String href = field == null ? links.without(choice) : links.removing(field, value);
                    add(label(choice.field()), value(choice.field(), value), href, active);
                }
            }
        }

        private void add(String what, Words label, String href, List<ActiveFilter> active) {
            active.add(new ActiveFilter(what, label, say(Message.REMOVE_FILTER), href));
        }

        private String label(String field) {
            return schema.field(field).map(it -> it.label().in(language).text()).orElse(field);
        }

        private Words value(String field, String value) {
            return schema.field(field).map(it -> words(it.label(value))).orElse(new Words(value, null));
        }

        private Words preset(Filter.Preset preset) {
            return schema.presets()
                    .find(preset.id())
                    .map(found -> words(found.label()))
                    .orElse(new Words(preset.id(), null));
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
                            say(set == null ? Message.SET_FILTER : Message.REMOVE_FILTER),
                            words(preset.label()),
                            set == null ? links.with(named) : links.without(set),
                            set != null));
                }
            }
            return chips;
        }

        private PanelView.@Nullable Search search() {
            List<PanelView.Hidden> others = new ArrayList<>(kept);
            links.withoutWords()
                    .all()
                    .forEach(parameter -> others.add(new PanelView.Hidden(parameter.name(), parameter.value())));
            String words = "";
            for (Filter condition : links.conditions()) {
                words = condition instanceof Filter.Text text ? text.words() : words;
            }
            return new PanelView.Search(action, words, others);
        }

        /** Of a panel that finds nothing: what brings something back. */
        private List<Chip> ways() {
            List<Chip> ways = new ArrayList<>();
            for (Relaxation relaxation : answer.relaxations()) {
                String said = briefly(relaxation.without());
                ways.add(new Chip(
                        say(Message.WITHOUT_IT),
                        new Words(said + " (" + results(relaxation.total()) + ")", null),
                        links.without(relaxation.without()),
                        false));
            }
            return ways;
        }

        private String briefly(Filter condition) {
            if (condition instanceof Filter.Choice choice) {
                return label(choice.field()) + ": "
                        + choice.values().stream()
                                .map(value -> value(choice.field(), value).text())
                                .collect(Collectors.joining(", "));
            }
            return schema.describe(condition, language);
        }

        private List<FacetPanel> facets(Shell shell) {
            List<FacetPanel> facets = new ArrayList<>();
            for (String name : fields) {
                FilterSchema.Field<T> field = schema.field(name).orElseThrow();
                facets.add(facet(shell, field));
            }
            return facets;
        }

        private FacetPanel facet(Shell shell, FilterSchema.Field<T> field) {
            SortedSet<String> chosen = links.chosen(field);
            FacetView view =
                    FacetView.of(field, answer.facet(field.name()), language).keeping(chosen);
            if (answer.facet(field.name()).missing() > 0 || chosen.contains(Filter.NONE)) {
                view = view.withMissing();
            }
            List<Option> options = options(field, chosen, view);
            int shown = options.size() <= SHOWN_AT_ONCE + 2 ? options.size() : SHOWN_AT_ONCE;
            List<Option> more = options.subList(shown, options.size());
            Words label = words(field.label());
            return new FacetPanel(
                    shell.id() + "_" + field.name(),
                    label,
                    options.subList(0, shown),
                    more,
                    say(Message.SHOW_MORE) + " " + label.text() + " (" + number(more.size()) + ")",
                    more.stream().anyMatch(option -> option.selected() || option.open()));
        }

        private List<Option> options(FilterSchema.Field<T> field, Set<String> chosen, FacetView view) {
            if (field.kind() == FilterSchema.Kind.CHOICE) {
                return tree(field, chosen, view.tree());
            }
            List<Option> options = new ArrayList<>();
            for (FacetView.Row row : view.rows()) {
                options.add(option(field, chosen, row, List.of()));
            }
            return options;
        }

        private List<Option> tree(FilterSchema.Field<T> field, Set<String> chosen, FacetView.Level level) {
            List<Option> options = new ArrayList<>();
            for (FacetView.Node node : level.nodes()) {
                options.add(option(field, chosen, node.row(), tree(field, chosen, node.below())));
            }
            return options;
        }

        private Option option(
                FilterSchema.Field<T> field, Set<String> chosen, FacetView.Row row, List<Option> narrower) {
            boolean selected = chosen.contains(row.value());
            String href = selected
                    ? links.removing(field, row.value())
                    : row.entries() == 0 ? null : links.adding(field, row.value());
            return new Option(
                    words(row.label()),
                    number(row.entries()),
                    results(row.entries()),
                    href,
                    selected,
                    narrower,
                    narrower.stream().anyMatch(option -> option.selected() || option.open()));
        }
    }
}
