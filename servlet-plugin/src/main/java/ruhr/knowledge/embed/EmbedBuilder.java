package ruhr.knowledge.embed;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ruhr.knowledge.embed.view.BuilderView;
import ruhr.knowledge.embed.view.BuilderView.Choice;
import ruhr.knowledge.embed.view.BuilderView.Group;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.filter.Term;
import ruhr.knowledge.model.Entry;
import ruhr.knowledge.model.Focus;
import ruhr.knowledge.query.QueryString;
import ruhr.knowledge.snapshot.Snapshot;
import ruhr.knowledge.templates.JtebuilderGenerated;
import ruhr.knowledge.value.LocalizedText;
import ruhr.knowledge.value.Slug;
import ruhr.knowledge.value.Wording;
import ruhr.knowledge.widget.Assets;
import ruhr.knowledge.widget.WidgetRenderer;
import ruhr.knowledge.widget.WidgetRequest;
import ruhr.knowledge.widget.WidgetRequest.Delivery;
import ruhr.knowledge.widget.view.Languages;
import ruhr.knowledge.widget.view.Message;
import ruhr.knowledge.widget.view.Wordbook;
import ruhr.knowledge.widget.view.Words;

/** The page on which somebody puts a widget together, sees it, and takes the code for their own page. Thread-safe. */
public final class EmbedBuilder {

    /** What stands in the codes where the public address is not set. */
    private static final String PLACE = "https://example.org";

    /** The widgets, in the order in which somebody looks for them. */
    private static final Map<String, Message> WIDGETS = Map.of(
            "finder", Message.TITLE_FINDER,
            "institutions", Message.TITLE_INSTITUTIONS,
            "services", Message.TITLE_SERVICES,
            "contacts", Message.TITLE_CONTACTS,
            "stories", Message.TITLE_STORIES,
            "map", Message.TITLE_MAP,
            "figures", Message.TITLE_FIGURES,
            "focus", Message.TITLE_FOCUS,
            "filter", Message.TITLE_FILTER);

    private static final List<String> ORDER =
            List.of("finder", "institutions", "services", "contacts", "stories", "map", "figures", "focus", "filter");

    private static final List<String> FILTERS = List.of("topic", "type", "city");
    private static final List<Words> NAMES_OF_LANGUAGES =
            List.of(new Words("Deutsch", "de"), new Words("English", "en"));

    private final WidgetRenderer widgets;
    private final String basePath;
    private final Languages languages = new Languages(Thread.currentThread().getContextClassLoader());

    /**
     * Returns the page for the widgets of a renderer.
     *
     * @param widgets renders the widgets
     * @param basePath where the plugin answers, as the renderer was told; the codes are right only if it is an absolute
     *     address
     */
    public EmbedBuilder(WidgetRenderer widgets, String basePath) {
        this.widgets = widgets;
        this.basePath = basePath;
    }

    /**
     * Renders the page.
     *
     * @param asked what was chosen so far: {@code widget}, {@code lang}, filters and looks; what makes no sense counts as
     *     not chosen
     * @param language the language of the page and of the widget
     * @param snapshot what is known
     * @return an HTML document
     */
    public String render(Parameters asked, Locale language, Snapshot snapshot) {
        StringOutput html = new StringOutput(16_384);
        JtebuilderGenerated.render(new OwaspHtmlTemplateOutput(html), null, new One(asked, language, snapshot).view());
        return html.toString();
    }

    /** One rendering. */
    private final class One {

        private final Parameters asked;
        private final Snapshot snapshot;
        private final Wordbook words;
        private final String widget;
        private final List<Group> groups;

        One(Parameters asked, Locale language, Snapshot snapshot) {
            this.asked = asked;
            this.snapshot = snapshot;
            this.words = languages.of(language);
            this.widget = asked.first("widget").filter(ORDER::contains).orElse(ORDER.get(0));
            this.groups = groups();
        }

        BuilderView view() {
            Parameters parameters = parameters();
            WidgetRequest request =
                    new WidgetRequest(widget, parameters, Optional.empty(), words.language(), Delivery.DOCUMENT);
            String title = widgets.render(request, snapshot).title();
            boolean isPlaced = basePath.contains("://");
            String publicBaseUrl = isPlaced ? basePath : PLACE + basePath;
            String other = words == Wordbook.GERMAN ? "en" : "de";
            return new BuilderView(
                    words,
                    basePath + "/embed-builder",
                    List.of(Assets.stylesheet(basePath), Assets.address(basePath, Assets.BUILDER_STYLES)),
                    List.of(Assets.address(basePath, Assets.ELEMENT), Assets.address(basePath, Assets.BUILDER)),
                    groups,
                    searched(),
                    limit().orElse(""),
                    group().orElse(""),
                    basePath + "/embed/" + widget + "?" + parameters.with("lang", words.lang()),
                    title,
                    new EmbedCodes(publicBaseUrl, widget, parameters, words.lang(), title).all(),
                    isPlaced ? null : PLACE,
                    other,
                    words.say(Message.OTHER_LANGUAGE),
                    basePath + "/embed-builder?"
                            + parameters.with("widget", widget).with("lang", other));
        }

        /** Returns the parameters of the widget, in their usual spelling: what makes no sense is left out. */
        private Parameters parameters() {
            Parameters chosen = Parameters.none();
            for (Group group : groups) {
                List<String> values = group.choices().stream()
                        .filter(Choice::chosen)
                        .map(Choice::value)
                        .filter(value -> !value.isEmpty())
                        .toList();
                if (!values.isEmpty() && isOfTheWidget(group.name())) {
                    chosen = chosen.with(group.name(), String.join(",", values));
                }
            }
            chosen = withTheme(chosen);
            if (!searched().isEmpty() && isOfTheWidget("q")) {
                chosen = chosen.with("q", searched());
            }
            if (limit().isPresent() && isOfTheWidget("limit")) {
                chosen = chosen.with("limit", limit().get());
            }
            if (group().isPresent()) {
                chosen = chosen.with("group", group().get());
            }
            return chosen.without("widget").without("lang").without("scheme");
        }

        /** Returns the theme and, after a comma, light or dark, as widgets read it. */
        private Parameters withTheme(Parameters chosen) {
            Optional<String> scheme = chosen.first("scheme");
            return scheme.isEmpty()
                    ? chosen
                    : chosen.without("theme")
                            .with("theme", chosen.first("theme").orElse("ruhr") + "," + scheme.get());
        }

        private boolean isOfTheWidget(String name) {
            boolean isList = WidgetRenderer.lists().containsKey(widget);
            return switch (name) {
                case "id" -> widget.equals("focus");
                case "view", "compact", "limit" -> isList || widget.equals("finder") || widget.equals("map");
                case "topic", "type", "city", "q" -> !widget.equals("focus") && !widget.equals("figures");
                default -> true;
            };
        }

        private List<Group> groups() {
            List<Group> groups = new ArrayList<>();
            List<Choice> kinds = ORDER.stream()
                    .map(name -> new Choice(name, own(WIDGETS.get(name)), 0, name.equals(widget)))
                    .toList();
            groups.add(new Group("widget", own(Message.BUILDER_WIDGET), kinds, false));
            groups.add(new Group(
                    "lang",
                    own(Message.BUILDER_LANGUAGE),
                    NAMES_OF_LANGUAGES.stream()
                            .map(name -> new Choice(
                                    String.valueOf(name.lang()),
                                    name,
                                    0,
                                    words.lang().equals(name.lang())))
                            .toList(),
                    false));
            groups.add(focuses());
            for (String name : FILTERS) {
                groups.add(filter(snapshot.schema().field(name).orElseThrow()));
            }
            groups.add(looks(
                    "view",
                    Message.BUILDER_VIEW,
                    List.of("", "cards", "list", "table"),
                    List.of(
                            Message.BUILDER_USUAL,
                            Message.BUILDER_CARDS,
                            Message.BUILDER_LIST,
                            Message.BUILDER_TABLE)));
            groups.add(looks(
                    "compact",
                    Message.BUILDER_COMPACT,
                    List.of("", "1"),
                    List.of(Message.BUILDER_WHOLE, Message.BUILDER_SHORT)));
            groups.add(looks(
                    "theme",
                    Message.BUILDER_THEME,
                    List.of("", "neutral", "kern"),
                    List.of(Message.BUILDER_RUHR, Message.BUILDER_NEUTRAL, Message.BUILDER_KERN)));
            groups.add(looks(
                    "scheme",
                    Message.BUILDER_SCHEME,
                    List.of("", "light", "dark"),
                    List.of(Message.BUILDER_SYSTEM, Message.BUILDER_LIGHT, Message.BUILDER_DARK)));
            return groups;
        }

        private Group focuses() {
            List<Focus> all = List.copyOf(snapshot.frame().focuses().values());
            String chosen = asked.first("id")
                    .filter(snapshot.frame().focuses()::containsKey)
                    .orElse(all.isEmpty() ? "" : all.get(0).id());
            List<Choice> choices = all.stream()
                    .map(focus -> new Choice(
                            focus.id(), words(focus.title()), 0, focus.id().equals(chosen)))
                    .toList();
            return new Group("id", own(Message.TITLE_FOCUS), choices, false);
        }

        private Group filter(FilterSchema.Field<Entry> field) {
            Set<String> chosen = new HashSet<>();
            Filter filter = QueryString.read(
                            asked.only(name -> name.equals(field.name()) || name.equals(field.name() + "[]")),
                            snapshot.schema(),
                            Set.of())
                    .query()
                    .filter();
            for (Filter condition : filter.conjuncts()) {
                if (condition instanceof Filter.Choice choice && choice.field().equals(field.name())) {
                    chosen.addAll(choice.values());
                }
            }
            List<Choice> choices = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (Term top : field.vocabulary().tops()) {
                add(choices, seen, field, top, 0, chosen);
            }
            return new Group(field.name(), words(field.label()), choices, true);
        }

        private void add(
                List<Choice> choices,
                Set<String> seen,
                FilterSchema.Field<Entry> field,
                Term term,
                int level,
                Set<String> chosen) {
            if (seen.add(term.id())) {
                choices.add(new Choice(term.id(), words(term.label()), level, chosen.contains(term.id())));
                field.vocabulary().narrower(term.id()).forEach(it -> add(choices, seen, field, it, level + 1, chosen));
            }
        }

        private Group looks(String name, Message label, List<String> values, List<Message> labels) {
            String chosen = asked.first(name).filter(values::contains).orElse("");
            List<Choice> choices = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                choices.add(new Choice(
                        values.get(i), own(labels.get(i)), 0, values.get(i).equals(chosen)));
            }
            return new Group(name, own(label), choices, false);
        }

        private String searched() {
            return asked.first("q")
                    .map(String::strip)
                    .filter(text -> text.length() <= 200)
                    .orElse("");
        }

        private Optional<String> limit() {
            return asked.first("limit").filter(text -> text.matches("[1-9][0-9]?|100"));
        }

        private Optional<String> group() {
            return asked.first("group").filter(Slug::is);
        }

        private Words own(Message message) {
            return new Words(words.say(message), null);
        }

        private Words words(LocalizedText text) {
            Wording wording = text.in(words.language());
            return new Words(
                    wording.text(),
                    wording.isForeignTo(words.language()) ? wording.language().getLanguage() : null);
        }
    }
}
