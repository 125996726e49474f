package ruhr.knowledge.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.filter.Problem;
import ruhr.knowledge.model.Entry;
import ruhr.knowledge.model.EntryKind;
import ruhr.knowledge.query.Page;
import ruhr.knowledge.query.Query;
import ruhr.knowledge.query.QueryString;
import ruhr.knowledge.query.ReadQuery;
import ruhr.knowledge.widget.view.Wordbook;

/**
 * What a list of entries is about, what the visitor chose of it, and which links change that choice.
 *
 * <p>In a page that passes its query string on, the widget's own parameters are what its author fixed (the scope), and the
 * page's parameters of this group are the visitor's. Elsewhere the widget's own parameters are the visitor's.
 */
final class Selection {

    private final FilterSchema<Entry> schema;
    private final Links links;
    private final Query query;
    private final Query author;
    private final List<Problem> problems;

    /** Fields whose default the author lifted or replaced: no link has to say so again. */
    private final Set<String> fixed;

    private final boolean ownPages;

    private Selection(
            FilterSchema<Entry> schema,
            Links links,
            Query query,
            Query author,
            List<Problem> problems,
            Set<String> fixed,
            boolean ownPages) {
        this.schema = schema;
        this.links = links;
        this.query = query;
        this.author = author;
        this.problems = problems;
        this.fixed = fixed;
        this.ownPages = ownPages;
    }

    /**
     * Reads what is chosen.
     *
     * @param kind the kind that the widget is about, whatever anybody chooses; null for all kinds
     */
    static Selection of(
            FilterSchema<Entry> schema,
            WidgetRequest request,
            Wordbook wordbook,
            Optional<String> group,
            String basePath,
            @Nullable EntryKind kind) {
        Filter scope = kind == null ? Filter.everything() : Filter.choice("kind", kind.id());
        Parameters given = aboutKinds(request.parameters(), kind);
        ReadQuery own = QueryString.read(given, schema, WidgetRenderer.OWN_NAMES);
        if (request.host().isEmpty()) {
            Links links = new Links.Embed(basePath, wordbook.lang(), request.widget(), presentation(request));
            // A list of a widget has pages; a cursor in its address would be one of another answer.
            Query query = own.query().page(own.query().page()).within(scope);
            return new Selection(schema, links, query, own.query(), own.problems(), Set.of(), true);
        }
        Parameters page = request.host().get();
        Set<String> fixed = namedByAuthor(schema, given);
        Parameters chosen = aboutKinds(Links.Host.selection(page, group, schema), kind);
        for (String field : fixed) {
            if (chosen.first(field).isEmpty()) {
                chosen = chosen.with(field, QueryString.ANY);
            }
        }
        ReadQuery visitor = QueryString.read(chosen, schema, Set.of());
        Query query = visitor.query()
                .within(Filter.and(scope, written(schema, own.query().filter(), fixed)))
                .page(page(visitor.query().page().number(), own.query().page().limit()));
        // What the author got wrong is not for the visitor to remove.
        return new Selection(
                schema, Links.Host.of(page, group, schema), query, own.query(), visitor.problems(), fixed, false);
    }

    /** A widget of one kind does not mind what another one of its group chose of the kinds. */
    private static Parameters aboutKinds(Parameters parameters, @Nullable EntryKind kind) {
        return kind == null ? parameters : parameters.only(name -> !names(name, "kind") && !names(name, "not_kind"));
    }

    /** Returns how the widget's author wants it to look, which links to the same widget have to say again. */
    private static Parameters presentation(WidgetRequest request) {
        Parameters presentation = Parameters.none();
        for (String name : Look.NAMES) {
            Optional<String> value = request.parameters().first(name);
            if (value.isPresent()) {
                presentation = presentation.with(name, value.get());
            }
        }
        return presentation;
    }

    private static Page page(int number, int limit) {
        int last = Page.MAXIMUM_WINDOW / Math.max(1, limit);
        return new Page(Math.min(number, last), limit);
    }

    /** Returns the fields with a default that an author names, which makes a difference even where it asks for the same. */
    static Set<String> namedByAuthor(FilterSchema<Entry> schema, Parameters author) {
        Set<String> named = new TreeSet<>();
        for (FilterSchema.Field<Entry> field : schema.fields()) {
            boolean isNamed = author.all().stream().anyMatch(parameter -> names(parameter.name(), field.name()));
            if (!field.defaults().isEmpty() && isNamed) {
                named.add(field.name());
            }
        }
        return named;
    }

    /** Tells whether a parameter is about a field; the reader does not mind capitals and brackets, either. */
    private static boolean names(String parameter, String field) {
        String plain = parameter.strip().toLowerCase(Locale.ROOT);
        return plain.equals(field) || plain.equals(field + "[]");
    }

    /** Returns a filter without the defaults that its author did not write. */
    private static Filter written(FilterSchema<Entry> schema, Filter filter, Set<String> named) {
        List<Filter> kept = new ArrayList<>();
        for (Filter condition : filter.conjuncts()) {
            boolean isDefault = condition instanceof Filter.Choice choice
                    && !named.contains(choice.field())
                    && isDefault(schema, choice);
            if (!isDefault) {
                kept.add(condition);
            }
        }
        return Filter.and(kept);
    }

    private static boolean isDefault(FilterSchema<Entry> schema, Filter.Choice choice) {
        return schema.field(choice.field())
                .filter(field -> field.defaults().equals(choice.values()))
                .isPresent();
    }

    FilterSchema<Entry> schema() {
        return schema;
    }

    /** Returns the question that the list answers. */
    Query query() {
        return query;
    }

    /** Returns what the widget's author asked for, or the visitor where there is no author. */
    Query author() {
        return author;
    }

    /** Tells whether a value was asked for that does not exist. What else cannot be read leaves nothing out. */
    boolean hasUnknownValue() {
        return problems.stream().anyMatch(this::isAboutAValue);
    }

    private boolean isAboutAValue(Problem problem) {
        boolean unknown = problem.kind() == Problem.Kind.UNKNOWN_VALUE || problem.kind() == Problem.Kind.MALFORMED;
        return unknown && schema.fields().stream().anyMatch(field -> names(problem.parameter(), field.name()));
    }

    /** Tells whether links lead to pages of our own rather than into the page that includes the widget. */
    boolean leadsToOwnPages() {
        return ownPages;
    }

    /** Tells whether the widget's author has decided on a field, so that there is nothing left to choose. */
    boolean isFixed(String field) {
        return query.scope().conjuncts().stream()
                .anyMatch(condition -> condition instanceof Filter.Choice choice
                        && choice.field().equals(field)
                        && choice.values().size() == 1
                        && schema.field(field)
                                        .map(it -> it.vocabulary()
                                                .within(choice.values().first())
                                                .size())
                                        .orElse(0)
                                == 1);
    }

    /** Returns the links that change what is chosen and lead to a widget. */
    PanelLinks links(String widget) {
        return new PanelLinks(schema, query, fixed, changed -> to(widget, changed));
    }

    /** Returns the address of another page of the list. */
    String page(String widget, int number) {
        return to(widget, query.page(page(number, query.page().limit())));
    }

    /** Returns the address at which a widget shows the same selection. */
    String same(String widget) {
        return to(widget, query);
    }

    /** Returns the address at which a widget shows what a filter of somebody else finds. */
    String showing(String widget, Filter filter) {
        return to(widget, Query.where(filter));
    }

    /** Returns where a form for words leads and what it sends beside them. */
    Links.Form form(String widget) {
        return links.form(widget, visible(links(widget).withoutWords()));
    }

    private String to(String widget, Query wanted) {
        return links.to(widget, visible(wanted));
    }

    private Parameters visible(Query wanted) {
        int limit = ownPages ? query.page().limit() : Page.DEFAULT_LIMIT;
        Page page = page(wanted.page().number(), limit);
        Query plain = wanted.facets().isEmpty() && wanted.after().isEmpty() ? wanted : withoutFacets(wanted);
        Parameters written = PanelLinks.written(plain.page().equals(page) ? plain : plain.page(page), schema);
        for (String field : fixed) {
            if (written.first(field).equals(Optional.of(QueryString.ANY))) {
                written = written.without(field);
            }
        }
        return written;
    }

    private static Query withoutFacets(Query query) {
        Query plain = Query.where(query.filter());
        return query.sort() == plain.sort() ? plain : plain.sort(query.sort());
    }
}
