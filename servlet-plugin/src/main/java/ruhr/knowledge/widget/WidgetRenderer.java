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
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.model.Focus;
import ruhr.knowledge.model.Story;
import ruhr.knowledge.query.Deadline;
import ruhr.knowledge.query.ParameterGroup;
import ruhr.knowledge.query.QueryString;
import ruhr.knowledge.snapshot.Snapshot;
import ruhr.knowledge.templates.JtefilterGenerated;
import ruhr.knowledge.templates.JtefocusGenerated;
import ruhr.knowledge.templates.JteinstitutionsGenerated;
import ruhr.knowledge.templates.JtemissingGenerated;
import ruhr.knowledge.templates.JtestoriesGenerated;
import ruhr.knowledge.value.LocalizedText;
import ruhr.knowledge.widget.Rendering.Outcome;
import ruhr.knowledge.widget.WidgetRequest.Delivery;
import ruhr.knowledge.widget.view.Message;
import ruhr.knowledge.widget.view.MissingView;
import ruhr.knowledge.widget.view.Shell;
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
 * <p>Besides filters, widgets take {@code id} (of a focus page or story), {@code limit}, {@code page}, {@code title} and
 * {@code heading} (the level of the first heading, 2 to 4), and {@code group}: widgets of one group share what the
 * visitor chose, widgets of another group have their own.
 *
 * <p>Thread-safe. Each rendering takes the current snapshot once.
 */
public final class WidgetRenderer {

    /** Parameters that are not filters. */
    static final Set<String> OWN_NAMES =
            Set.of("id", "title", "heading", "group", "theme", "view", "compact", "lang", "host");

    private static final Map<String, LocalizedText> TITLES = Map.of(
            "institutions", LocalizedText.of("Einrichtungen im Ruhrgebiet", "Institutions in the Ruhr region"),
            "filter", LocalizedText.of("Einrichtungen filtern", "Filter institutions"));

    private final KnowledgeBase base;
    private final String basePath;

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
    }

    /**
     * Returns the names of the widgets.
     *
     * @return the names in alphabetical order; unmodifiable
     */
    public static Set<String> names() {
        return Collections.unmodifiableSet(new TreeSet<>(Set.of("focus", "institutions", "filter", "stories")));
    }

    /**
     * Renders a fragment whose links lead to pages of our own.
     *
     * @param widget the name of a widget
     * @param parameters its parameters as a query string, for example {@code topic=hydrogen&limit=5}
     * @param language German or English
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
        Optional<String> group = request.parameters()
                .first("group")
                .filter(name -> ParameterGroup.named(name, snapshot.schema()).isPresent());
        Selection selection = Selection.of(snapshot.schema(), request, group, basePath);
        Presenter presenter = new Presenter(snapshot, request.language(), basePath, selection);
        return switch (request.widget()) {
            case "institutions" -> institutions(request, snapshot, selection, presenter, group);
            case "filter" -> filter(request, snapshot, selection, presenter, group);
            case "focus" -> focus(request, snapshot, selection, presenter, group);
            default -> story(request, snapshot, presenter, group);
        };
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

    private Rendering institutions(
            WidgetRequest request,
            Snapshot snapshot,
            Selection selection,
            Presenter presenter,
            Optional<String> group) {
        Shell shell = shell(request, "rk-institutions" + suffix(group));
        var view = new ListPresenter(snapshot, selection, presenter).list(shell, title(request, presenter));
        return deliver(
                snapshot,
                Outcome.FOUND,
                view.title().text(),
                Optional.empty(),
                false,
                out -> JteinstitutionsGenerated.render(out, null, view));
    }

    private Rendering filter(
            WidgetRequest request,
            Snapshot snapshot,
            Selection selection,
            Presenter presenter,
            Optional<String> group) {
        Shell shell = shell(request, "rk-filter" + suffix(group));
        var view = new ListPresenter(snapshot, selection, presenter).filter(shell, title(request, presenter));
        return deliver(
                snapshot,
                Outcome.FOUND,
                view.title().text(),
                Optional.empty(),
                false,
                out -> JtefilterGenerated.render(out, null, view));
    }

    private Rendering focus(
            WidgetRequest request,
            Snapshot snapshot,
            Selection selection,
            Presenter presenter,
            Optional<String> group) {
        Focus focus = focus(request.parameters(), snapshot);
        if (focus == null) {
            return missing(request, snapshot, "rk-focus" + suffix(group), Message.NO_SUCH_FOCUS);
        }
        Shell shell = shell(request, "rk-focus-" + focus.id() + suffix(group));
        var view = new FocusPresenter(snapshot, selection, presenter).focus(shell, focus);
        String description = presenter.words(focus.description()).text();
        return deliver(
                snapshot,
                Outcome.FOUND,
                view.title().text(),
                Optional.of(description),
                presenter.isPersonal(),
                out -> JtefocusGenerated.render(out, null, view));
    }

    /** Returns the page that is named by its id, or by its topic in any spelling; the first of all if none is named. */
    private static @Nullable Focus focus(Parameters parameters, Snapshot snapshot) {
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

    private Rendering story(WidgetRequest request, Snapshot snapshot, Presenter presenter, Optional<String> group) {
        Optional<Story> story = request.parameters()
                .first("id")
                .flatMap(id -> snapshot.searcher().find(id, Deadline.none()))
                .filter(Story.class::isInstance)
                .map(Story.class::cast);
        if (story.isEmpty()) {
            return missing(request, snapshot, "rk-stories" + suffix(group), Message.NO_SUCH_STORY);
        }
        Shell shell = shell(request, "rk-stories-" + story.get().id().value() + suffix(group));
        var view = new StoryPresenter(presenter).story(shell, story.get());
        return deliver(
                snapshot,
                Outcome.FOUND,
                view.title().text(),
                Optional.of(view.teaser().text()),
                false,
                out -> JtestoriesGenerated.render(out, null, view));
    }

    private Rendering missing(WidgetRequest request, Snapshot snapshot, String id, Message message) {
        MissingView view = new MissingView(shell(request, id), message.in(request.language()));
        return deliver(
                snapshot,
                Outcome.NOT_FOUND,
                Message.NOT_THERE.in(request.language()),
                Optional.empty(),
                false,
                out -> JtemissingGenerated.render(out, null, view));
    }

    private static Rendering deliver(
            Snapshot snapshot,
            Outcome outcome,
            String title,
            Optional<String> description,
            boolean personal,
            Consumer<OwaspHtmlTemplateOutput> template) {
        StringOutput html = new StringOutput(8192);
        template.accept(new OwaspHtmlTemplateOutput(html));
        return new Rendering(html.toString(), outcome, snapshot.version(), title, description, personal);
    }

    private Shell shell(WidgetRequest request, String id) {
        boolean document = request.delivery() == Delivery.DOCUMENT;
        return new Shell(
                id,
                request.language().getLanguage(),
                document ? 1 : headingLevel(request.parameters()),
                Assets.stylesheet(basePath),
                document,
                request.language());
    }

    private static int headingLevel(Parameters parameters) {
        String wanted = parameters.first("heading").orElse("2");
        return List.of("2", "3", "4").contains(wanted) ? Integer.parseInt(wanted) : 2;
    }

    private static Words title(WidgetRequest request, Presenter presenter) {
        // On a page of our own anybody could put words into our mouth by a link.
        boolean ownPage = request.delivery() == Delivery.DOCUMENT;
        Optional<String> given = request.parameters()
                .first("title")
                .filter(title -> !ownPage)
                .map(String::strip)
                .filter(title -> !title.isEmpty() && title.length() <= 200);
        return given.map(title -> new Words(title, null))
                .orElseGet(() -> presenter.words(
                        TITLES.getOrDefault(request.widget(), LocalizedText.of(request.widget(), request.widget()))));
    }

    private static String suffix(Optional<String> group) {
        return group.map("-"::concat).orElse("");
    }
}
