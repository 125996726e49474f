package ruhr.knowledge.widget;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.model.Entry;
import ruhr.knowledge.model.EntryKind;
import ruhr.knowledge.model.Focus;
import ruhr.knowledge.model.Story;
import ruhr.knowledge.query.Answer;
import ruhr.knowledge.query.Deadline;
import ruhr.knowledge.query.ParameterGroup;
import ruhr.knowledge.query.QueryString;
import ruhr.knowledge.snapshot.Snapshot;
import ruhr.knowledge.templates.JtedetailGenerated;
import ruhr.knowledge.templates.JtefiguresGenerated;
import ruhr.knowledge.templates.JtefinderGenerated;
import ruhr.knowledge.templates.JtefocusGenerated;
import ruhr.knowledge.templates.JtelistGenerated;
import ruhr.knowledge.templates.JtemapGenerated;
import ruhr.knowledge.templates.JtemissingGenerated;
import ruhr.knowledge.templates.JtepanelGenerated;
import ruhr.knowledge.templates.JtestoryGenerated;
import ruhr.knowledge.widget.Rendering.Outcome;
import ruhr.knowledge.widget.WidgetRequest.Delivery;
import ruhr.knowledge.widget.view.DetailView;
import ruhr.knowledge.widget.view.FinderView;
import ruhr.knowledge.widget.view.Languages;
import ruhr.knowledge.widget.view.MapView;
import ruhr.knowledge.widget.view.Message;
import ruhr.knowledge.widget.view.MissingView;
import ruhr.knowledge.widget.view.Results;
import ruhr.knowledge.widget.view.Shell;
import ruhr.knowledge.widget.view.Wordbook;
import ruhr.knowledge.widget.view.Words;

/**
 * Renders widgets as HTML that needs no script.
 *
 * <pre>{@code
 * String html = new WidgetRenderer(ruhr).render("institutions", "topic=hydrogen", Locale.GERMAN);
 * }</pre>
 *
 * <p>Parameters are read leniently, because they come from pages of others: an unknown field is ignored, an unknown value
 * gives an empty list that says so and a link that removes it. Nothing that a parameter or a record holds becomes markup.
 *
 * <p>Besides filters, widgets take
 *
 * <ul>
 *   <li>{@code id}: of a focus page, of one entry to show in full, of the figures to show
 *   <li>{@code limit}, {@code page}, {@code sort}, {@code facets}
 *   <li>{@code view}: {@code cards}, {@code list} or {@code table}; {@code compact}; {@code fields}: which parts of an entry
 *       to show, of picture, type, status, date, provider, place, distance, summary, topics, contact, website, established
 *   <li>{@code title}, and {@code heading}: the level of the first heading, 2 to 4
 *   <li>{@code theme}: {@code ruhr}, {@code neutral} or {@code kern}, and after a comma {@code light} or {@code dark} for a
 *       page that does not follow the visitor's system
 *   <li>{@code group}: widgets of one group share what the visitor chose, widgets of another group have their own
 * </ul>
 *
 * <p>Thread-safe. Each rendering takes the current snapshot once.
 */
public final class WidgetRenderer {

    /** Parameters that are not filters. */
    static final Set<String> OWN_NAMES =
            Set.of("id", "title", "heading", "group", "theme", "view", "compact", "fields", "lang", "host");

    /** Which kind of entries a widget lists. */
    private static final Map<String, EntryKind> LISTS = Map.of(
            "institutions", EntryKind.INSTITUTION,
            "services", EntryKind.SERVICE,
            "contacts", EntryKind.CONTACT,
            "stories", EntryKind.STORY);

    private static final Map<String, Message> TITLES = Map.of(
            "institutions", Message.TITLE_INSTITUTIONS,
            "services", Message.TITLE_SERVICES,
            "contacts", Message.TITLE_CONTACTS,
            "stories", Message.TITLE_STORIES,
            "figures", Message.TITLE_FIGURES,
            "finder", Message.TITLE_FINDER,
            "map", Message.TITLE_MAP);

    private static final Map<EntryKind, Message> FILTER_TITLES = Map.of(
            EntryKind.INSTITUTION, Message.TITLE_FILTER,
            EntryKind.SERVICE, Message.TITLE_FILTER_SERVICES,
            EntryKind.CONTACT, Message.TITLE_FILTER_CONTACTS,
            EntryKind.STORY, Message.TITLE_FILTER_STORIES);

    private static final Set<String> NAMES =
            Set.of("focus", "institutions", "services", "contacts", "stories", "figures", "filter", "finder", "map");

    private static final List<String> FACETS = List.of("topic", "type", "city");
    private static final List<String> FACETS_OF_OTHERS = List.of("topic", "city");
    private static final List<String> FACETS_OF_ALL = List.of("kind", "topic", "type", "city");

    private final KnowledgeBase base;
    private final String basePath;
    private final Languages languages;

    /**
     * Returns a renderer whose links lead below {@code /ruhr-knowledge}.
     *
     * @param base asked for its current snapshot at each rendering
     */
    public WidgetRenderer(KnowledgeBase base) {
        this(base, "/ruhr-knowledge");
    }

    /**
     * Returns a renderer whose links lead below a path or address.
     *
     * @param base asked for its current snapshot at each rendering
     * @param basePath where the plugin answers: a path such as {@code /portal/ruhr-knowledge}, or an absolute address; no
     *     slash at the end
     */
    public WidgetRenderer(KnowledgeBase base, String basePath) {
        this.base = base;
        this.basePath = basePath;
        this.languages = new Languages(Thread.currentThread().getContextClassLoader());
    }

    /**
     * Returns the names of the widgets.
     *
     * @return the names in alphabetical order; unmodifiable
     */
    public static Set<String> names() {
        return Collections.unmodifiableSet(new TreeSet<>(NAMES));
    }

    /**
     * Returns the widgets that list entries of one kind and, given an {@code id}, show one of them in full.
     *
     * @return the names of the widgets with the kinds that they list; unmodifiable
     */
    public static Map<String, EntryKind> lists() {
        return LISTS;
    }

    /** Returns the widget that lists a kind. */
    static String listOf(EntryKind kind) {
        return switch (kind) {
            case INSTITUTION -> "institutions";
            case SERVICE -> "services";
            case CONTACT -> "contacts";
            case STORY -> "stories";
        };
    }

    /**
     * Returns the language of a code, if widgets can be rendered in it: German, English, and those whose words somebody has
     * dropped onto the class path as {@code ruhr-knowledge/messages_fr.properties}.
     *
     * @param code a language as in a URL, for example {@code en} or {@code fr}
     * @return the language, or empty if there are no words of it
     */
    public Optional<Locale> language(String code) {
        return languages.find(code).map(Wordbook::language);
    }

    /**
     * Returns the classes of a page of our own around a widget.
     *
     * @param parameters the parameters of the widget
     * @return classes of the style sheet, each after a space; empty for the usual look
     */
    public String pageClasses(Parameters parameters) {
        return Look.of(parameters).page();
    }

    /**
     * Renders a fragment whose links lead to pages of our own.
     *
     * @param widget the name of a widget
     * @param parameters its parameters as a query string, for example {@code topic=hydrogen&limit=5}
     * @param language German, English, or another one that {@link #language} knows; any other counts as German
     * @return HTML to put into a page
     * @throws IllegalArgumentException if there is no such widget; the message lists those that there are
     */
    public String render(String widget, String parameters, Locale language) {
        return render(new WidgetRequest(
                        widget, Parameters.parse(parameters), Optional.empty(), language, Delivery.FRAGMENT))
                .html();
    }

    /**
     * Renders a widget, as a fragment or as the content of a page of our own (see {@code embed}).
     *
     * @param request what is wanted
     * @return the HTML, and whether what was asked for exists
     * @throws IllegalArgumentException if there is no such widget; the message lists those that there are
     */
    public Rendering render(WidgetRequest request) {
        return render(request, base.snapshot());
    }

    /**
     * Renders a widget from a snapshot that the caller has taken, so that everything the caller makes fits together.
     *
     * @param request what is wanted
     * @param snapshot what is known
     * @return the HTML, and whether what was asked for exists
     * @throws IllegalArgumentException if there is no such widget; the message lists those that there are
     */
    public Rendering render(WidgetRequest request, Snapshot snapshot) {
        if (!names().contains(request.widget())) {
            throw new IllegalArgumentException(
                    "widget: expected one of " + names() + ", found '" + request.widget() + "'");
        }
        return new One(request, snapshot).rendering();
    }

    /**
     * Returns a text that is the same for requests that give the same HTML, however they are written: for the keys of a
     * cache. Requests that differ may have keys that differ although their HTML does not.
     *
     * @param request what is wanted; its parameters have to be readable
     * @param snapshot what is known
     * @return the key, without the name of the widget
     */
    public String key(WidgetRequest request, Snapshot snapshot) {
        return new RequestKey(request, snapshot, languages.of(request.language())).text();
    }

    /**
     * Returns the parameters of a request, written as they always are: what is equal stands there equally.
     *
     * @param request what is wanted; its parameters have to be readable
     * @param snapshot what is known
     * @return its own parameters, without its language
     */
    public Parameters canonical(WidgetRequest request, Snapshot snapshot) {
        return new RequestKey(request, snapshot, languages.of(request.language())).parameters();
    }

    /**
     * Keeps the parameters that a widget reads.
     *
     * @param parameters any parameters
     * @param snapshot says which fields there are
     * @return filters, controls and presentation, in their order; what others append to links is left out
     */
    public static Parameters relevant(Parameters parameters, Snapshot snapshot) {
        return parameters.only(name ->
                OWN_NAMES.contains(name.toLowerCase(Locale.ROOT)) || QueryString.isName(name, snapshot.schema()));
    }

    /** One rendering. */
    private final class One {

        private final WidgetRequest request;
        private final Snapshot snapshot;
        private final String widget;
        private final Wordbook wordbook;
        private final Optional<String> group;
        private final Look look;

        One(WidgetRequest request, Snapshot snapshot) {
            this.request = request;
            this.snapshot = snapshot;
            this.widget = request.widget();
            this.wordbook = languages.of(request.language());
            this.group = request.parameters()
                    .first("group")
                    .filter(name ->
                            ParameterGroup.named(name, snapshot.schema()).isPresent());
            this.look = Look.of(request.parameters());
        }

        Rendering rendering() {
            EntryKind listed = LISTS.get(widget);
            if (listed != null) {
                Optional<String> id = request.parameters().first("id");
                return id.isPresent() ? detail(id.get(), listed) : list(listed);
            }
            return switch (widget) {
                case "filter" -> filter();
                case "finder" -> finder();
                case "map" -> map();
                case "figures" -> figures();
                default -> focus();
            };
        }

        private Selection selection(@Nullable EntryKind kind) {
            return Selection.of(snapshot.schema(), request, wordbook, group, basePath, kind);
        }

        private Presenter presenter(Selection selection, String list) {
            return new Presenter(snapshot, wordbook, basePath, selection, list);
        }

        private Rendering list(EntryKind kind) {
            Selection selection = selection(kind);
            Presenter presenter = presenter(selection, widget);
            var view = new ListPresenter(snapshot, selection, presenter, look, kind, widget).list(shell(""), title());
            return found(
                    presenter,
                    view.title(),
                    Optional.of(view.results().count()),
                    out -> JtelistGenerated.render(out, null, view));
        }

        private Rendering detail(String id, EntryKind kind) {
            Optional<Entry> entry =
                    snapshot.searcher().find(id, Deadline.none()).filter(it -> it.kind() == kind);
            if (entry.isEmpty()) {
                return missing(Message.NO_SUCH_ENTRY);
            }
            Selection selection = selection(kind);
            Presenter presenter = presenter(selection, widget);
            Shell shell = shell("-" + entry.get().id().value());
            if (entry.get() instanceof Story story) {
                var view = new StoryPresenter(presenter).story(shell, story);
                return found(
                        presenter,
                        view.title(),
                        Optional.of(view.teaser().text()),
                        out -> JtestoryGenerated.render(out, null, view));
            }
            DetailView view =
                    new DetailPresenter(snapshot, selection, presenter, look, basePath).detail(shell, entry.get());
            Optional<String> description =
                    view.paragraphs().stream().map(Words::text).findFirst();
            return found(presenter, view.name(), description, out -> JtedetailGenerated.render(out, null, view));
        }

        private Rendering filter() {
            EntryKind kind = filteredKind();
            Selection selection = selection(kind);
            Presenter presenter = presenter(selection, widget);
            Words title = title(kind == null ? Message.FILTER : FILTER_TITLES.get(kind));
            var view = new ListPresenter(snapshot, selection, presenter, look, kind, widget)
                    .filter(shell(""), title, facets(kind, selection));
            return found(presenter, title, Optional.empty(), out -> JtepanelGenerated.render(out, null, view));
        }

        /** Returns the kind that the author wants to be filtered; institutions if no kind is named, null for several. */
        private @Nullable EntryKind filteredKind() {
            Optional<String> named = request.parameters().first("kind");
            if (named.isEmpty()) {
                return EntryKind.INSTITUTION;
            }
            Filter asked = QueryString.read(request.parameters(), snapshot.schema(), OWN_NAMES)
                    .query()
                    .filter();
            for (Filter condition : asked.conjuncts()) {
                if (condition instanceof Filter.Choice choice && choice.field().equals("kind")) {
                    for (EntryKind kind : EntryKind.values()) {
                        if (choice.values().equals(Set.of(kind.id()))) {
                            return kind;
                        }
                    }
                    return null;
                }
            }
            return null;
        }

        /** Returns the facets that the author wants, or the usual ones of a kind. */
        private List<String> facets(@Nullable EntryKind kind, Selection selection) {
            List<String> wanted = List.copyOf(selection.author().facets());
            if (!wanted.isEmpty()) {
                return wanted;
            }
            if (kind == null) {
                return FACETS_OF_ALL;
            }
            return kind == EntryKind.INSTITUTION ? FACETS : FACETS_OF_OTHERS;
        }

        private Rendering finder() {
            Selection selection = selection(null);
            Presenter presenter = presenter(selection, widget);
            Words title = title();
            FinderPresenter.Parts parts = new ListPresenter(snapshot, selection, presenter, look, null, widget)
                    .finder(shell(""), title, facets(null, selection));
            FinderView view = new FinderPresenter(snapshot, selection, presenter).finder(parts);
            return found(
                    presenter,
                    title,
                    Optional.of(view.results().count()),
                    out -> JtefinderGenerated.render(out, null, view));
        }

        private Rendering map() {
            Selection selection = selection(EntryKind.INSTITUTION);
            Presenter presenter = presenter(selection, widget);
            Words title = title();
            MapPresenter map = new MapPresenter(snapshot, selection, presenter);
            Answer<Entry> answer = map.answer();
            var filters = new ActiveFilters(snapshot.schema(), selection.links(widget), wordbook).all();
            Results results = new ListPresenter(
                            snapshot, selection, presenter, look.asShortList(), EntryKind.INSTITUTION, widget)
                    .results(answer, title, !filters.isEmpty());
            MapView view = new MapView(
                    shell(""),
                    title,
                    map.drawing(),
                    map.options(true),
                    map.options(false),
                    map.wholeRegion(),
                    results,
                    filters,
                    filters.isEmpty() ? null : selection.links(widget).cleared(),
                    presenter.sources());
            return found(
                    presenter, title, Optional.of(results.count()), out -> JtemapGenerated.render(out, null, view));
        }

        private Rendering figures() {
            Selection selection = selection(EntryKind.INSTITUTION);
            Presenter presenter = presenter(selection, "institutions");
            var view = new FiguresPresenter(snapshot, selection, presenter)
                    .figures(shell(""), title(), request.parameters());
            return found(presenter, view.title(), Optional.empty(), out -> JtefiguresGenerated.render(out, null, view));
        }

        private Rendering focus() {
            Focus focus = focusOf(request.parameters(), snapshot);
            if (focus == null) {
                return missing(Message.NO_SUCH_FOCUS);
            }
            Selection selection = selection(EntryKind.INSTITUTION);
            Presenter presenter = presenter(selection, "institutions");
            var view = new FocusPresenter(snapshot, selection, presenter, look).focus(shell("-" + focus.id()), focus);
            String description = presenter.words(focus.description()).text();
            return found(
                    presenter,
                    view.title(),
                    Optional.of(description),
                    out -> JtefocusGenerated.render(out, null, view));
        }

        private Rendering missing(Message message) {
            MissingView view = new MissingView(shell(""), wordbook.say(message));
            Words title = new Words(wordbook.say(Message.NOT_THERE), null);
            return new Rendering(
                    html(out -> JtemissingGenerated.render(out, null, view)),
                    Outcome.NOT_FOUND,
                    snapshot.version(),
                    title.text(),
                    Optional.empty(),
                    false,
                    Set.of());
        }

        private Rendering found(
                Presenter presenter,
                Words title,
                Optional<String> description,
                Consumer<OwaspHtmlTemplateOutput> template) {
            return new Rendering(
                    html(template),
                    Outcome.FOUND,
                    snapshot.version(),
                    title.text(),
                    description,
                    presenter.isPersonal(),
                    presenter.shown());
        }

        private String html(Consumer<OwaspHtmlTemplateOutput> template) {
            StringOutput html = new StringOutput(32_768);
            template.accept(new OwaspHtmlTemplateOutput(html));
            return html.toString();
        }

        private Shell shell(String suffix) {
            boolean document = request.delivery() == Delivery.DOCUMENT;
            String classes = look.classes();
            return new Shell(
                    "rk-" + widget + suffix + group.map("-"::concat).orElse(""),
                    wordbook,
                    document ? 1 : headingLevel(request.parameters()),
                    request.delivery() == Delivery.ELEMENT ? "" : Assets.stylesheet(basePath),
                    document,
                    classes);
        }

        private Words title() {
            return title(TITLES.getOrDefault(widget, Message.FILTER));
        }

        private Words title(Message usual) {
            // On a page of our own anybody could put words into our mouth by a link.
            boolean ownPage = request.delivery() == Delivery.DOCUMENT;
            Optional<String> given = request.parameters()
                    .first("title")
                    .filter(title -> !ownPage)
                    .map(String::strip)
                    .filter(title -> !title.isEmpty() && title.length() <= 200);
            return new Words(given.orElse(wordbook.say(usual)), null);
        }
    }

    /** Returns the page that is named by its id, or by its topic in any spelling; the first of all if none is named. */
    private static @Nullable Focus focusOf(Parameters parameters, Snapshot snapshot) {
        Optional<String> id = parameters.first("id");
        if (id.isPresent()) {
            return snapshot.frame().focuses().get(id.get());
        }
        Optional<String> topic = parameters.first("topic");
        String wanted = topic.map(text -> text.strip().toLowerCase(Locale.ROOT))
                .flatMap(snapshot.frame().topics()::resolve)
                .orElse("");
        return snapshot.frame().focuses().values().stream()
                .filter(focus -> topic.isEmpty() || focus.topic().equals(wanted))
                .findFirst()
                .orElse(null);
    }

    private static int headingLevel(Parameters parameters) {
        String wanted = parameters.first("heading").orElse("2");
        return List.of("2", "3", "4").contains(wanted) ? Integer.parseInt(wanted) : 2;
    }
}
