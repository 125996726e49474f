package ruhr.knowledge.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
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
import ruhr.knowledge.value.Slug;

/**
 * What a list of institutions is about, what the visitor chose of it, and which links change that choice.
 *
 * <p>In a page that passes its query string on, the widget's own parameters are what its author fixed (the scope), and the
 * page's parameters of this group are the visitor's. Elsewhere the widget's own parameters are the visitor's.
 */
final class Selection {

    private static final Filter INSTITUTIONS = Filter.choice("kind", EntryKind.INSTITUTION.id());

    private final FilterSchema<Entry> schema;
    private final Links links;
    private final Query query;
    private final List<Problem> problems;

    /** Fields whose default the author lifted or replaced: no link has to say so again. */
    private final Set<String> fixed;

    private final boolean ownPages;

    private Selection(
            FilterSchema<Entry> schema,
            Links links,
            Query query,
            List<Problem> problems,
            Set<String> fixed,
            boolean ownPages) {
        this.schema = schema;
        this.links = links;
        this.query = query;
        this.problems = problems;
        this.fixed = fixed;
        this.ownPages = ownPages;
    }

    static Selection of(FilterSchema<Entry> schema, WidgetRequest request, Optional<String> group, String basePath) {
        ReadQuery own = QueryString.read(request.parameters(), schema, WidgetRenderer.OWN_NAMES);
        if (request.host().isEmpty()) {
            Links links = new Links.Embed(basePath, request.language(), request.widget(), presentation(request));
            // A list of a widget has pages; a cursor in its address would be one of another answer.
            Query query = own.query().page(own.query().page()).within(INSTITUTIONS);
            return new Selection(schema, links, query, own.problems(), Set.of(), true);
        }
        Parameters page = request.host().get();
        Set<String> fixed = namedByAuthor(schema, request.parameters());
        Parameters chosen = Links.Host.selection(page, group, schema);
        for (String field : fixed) {
            if (chosen.first(field).isEmpty()) {
                chosen = chosen.with(field, QueryString.ANY);
            }
        }
        ReadQuery visitor = QueryString.read(chosen, schema, Set.of());
        Query query = visitor.query()
                .within(Filter.and(INSTITUTIONS, written(schema, own.query().filter(), fixed)))
                .page(page(visitor.query().page().number(), own.query().page().limit()));
        // What the author got wrong is not for the visitor to remove.
        return new Selection(schema, Links.Host.of(page, group, schema), query, visitor.problems(), fixed, false);
    }

    /** Returns how the widget's author wants it to look, which links to the same widget have to say again. */
    private static Parameters presentation(WidgetRequest request) {
        Parameters presentation = Parameters.none();
        for (String name : List.of("heading", "group", "theme", "view", "compact")) {
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

    private static Set<String> namedByAuthor(FilterSchema<Entry> schema, Parameters author) {
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

    /** Returns the question that the list answers. */
    Query query() {
        return query;
    }

    /** Tells whether a value was asked for that does not exist. What else cannot be read leaves nothing out. */
    boolean hasUnknownValue() {
        return problems.stream().anyMatch(this::isAboutAValue);
    }

    private boolean isAboutAValue(Problem problem) {
        boolean unknown = problem.kind() == Problem.Kind.UNKNOWN_VALUE || problem.kind() == Problem.Kind.MALFORMED;
        return unknown && schema.fields().stream().anyMatch(field -> names(problem.parameter(), field.name()));
    }

    /** Tells whether the visitor has set a filter, so that there is one to remove. */
    boolean hasFilters() {
        return !choices().isEmpty() || !exclusions().isEmpty() || !lifted().isEmpty();
    }

    /** Tells whether links lead to pages of our own rather than into the page that includes the widget. */
    boolean leadsToOwnPages() {
        return ownPages;
    }

    /** Returns the visitor's choices that are not defaults. */
    List<Filter.Choice> choices() {
        List<Filter.Choice> choices = new ArrayList<>();
        for (Filter condition : query.filter().conjuncts()) {
            if (condition instanceof Filter.Choice choice && !isDefault(schema, choice)) {
                choices.add(choice);
            }
        }
        return choices;
    }

    /** Returns what the visitor excluded. */
    List<Filter.Choice> exclusions() {
        List<Filter.Choice> exclusions = new ArrayList<>();
        for (Filter condition : query.filter().conjuncts()) {
            if (condition instanceof Filter.Not not && not.part() instanceof Filter.Choice choice) {
                exclusions.add(choice);
            }
        }
        return exclusions;
    }

    /** Returns the fields whose default the visitor lifted. */
    List<FilterSchema.Field<Entry>> lifted() {
        return schema.fields().stream()
                .filter(field -> !field.defaults().isEmpty() && !fixed.contains(field.name()))
                .filter(field -> chosen(field.name()).isEmpty())
                .toList();
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

    /** Returns the values chosen in a field. */
    SortedSet<String> chosen(String field) {
        SortedSet<String> values = new TreeSet<>();
        for (Filter condition : query.filter().conjuncts()) {
            if (condition instanceof Filter.Choice choice && choice.field().equals(field)) {
                values.addAll(choice.values());
            }
        }
        return values;
    }

    /**
     * Returns the address with a value added to its field, on the first page. Values that do not exist stay behind, and so
     * do those above and below it: whoever picks "Hydrogen" below "Energy" wants hydrogen, and would get energy with both.
     */
    String adding(String widget, String field, String value) {
        SortedSet<String> values = chosen(field);
        values.removeIf(other -> !isKnown(field, other) || areOneAboveTheOther(field, other, value));
        if (values.size() >= QueryString.MAXIMUM_VALUES) {
            values.clear();
        }
        values.add(value);
        return choosing(widget, field, values);
    }

    private boolean areOneAboveTheOther(String field, String a, String b) {
        return schema.field(field)
                .map(FilterSchema.Field::vocabulary)
                .filter(vocabulary ->
                        vocabulary.within(a).contains(b) || vocabulary.within(b).contains(a))
                .isPresent();
    }

    /** Returns the address with a value taken from its field, on the first page. */
    String removing(String widget, String field, String value) {
        SortedSet<String> values = chosen(field);
        values.remove(value);
        return choosing(widget, field, values);
    }

    /** Returns the address with a value as the only one of its field, on the first page. */
    String only(String widget, String field, String value) {
        return choosing(widget, field, new TreeSet<>(Set.of(value)));
    }

    private String choosing(String widget, String field, SortedSet<String> values) {
        List<Filter> conditions = new ArrayList<>();
        for (Filter condition : query.filter().conjuncts()) {
            if (!(condition instanceof Filter.Choice choice && choice.field().equals(field))) {
                conditions.add(condition);
            }
        }
        SortedSet<String> sayable = new TreeSet<>(values);
        if (values.size() > 1) {
            sayable.removeIf(value -> !Slug.is(value)); // what could not be read stands for nothing beside real values
        }
        if (!sayable.isEmpty()) {
            conditions.add(Filter.choice(field, sayable));
        } else {
            conditions.addAll(defaults(field));
        }
        return to(widget, Filter.and(conditions), Page.FIRST);
    }

    private List<Filter> defaults(String field) {
        return schema.field(field)
                .filter(it -> !it.defaults().isEmpty() && !fixed.contains(field))
                .map(it -> List.of(Filter.choice(field, it.defaults())))
                .orElse(List.of());
    }

    /** Returns the address without an exclusion of one value. */
    String including(String widget, String field, String value) {
        List<Filter> conditions = new ArrayList<>();
        for (Filter condition : query.filter().conjuncts()) {
            if (condition instanceof Filter.Not not
                    && not.part() instanceof Filter.Choice choice
                    && choice.field().equals(field)) {
                SortedSet<String> values = new TreeSet<>(choice.values());
                values.remove(value);
                if (!values.isEmpty()) {
                    conditions.add(Filter.not(Filter.choice(field, values)));
                }
            } else {
                conditions.add(condition);
            }
        }
        return to(widget, Filter.and(conditions), Page.FIRST);
    }

    /** Returns the address without any choice of the visitor. */
    String cleared(String widget) {
        List<Filter> conditions = new ArrayList<>();
        schema.fields().forEach(field -> conditions.addAll(defaults(field.name())));
        return to(widget, Filter.and(conditions), Page.FIRST);
    }

    /** Returns the address of another page of the list. */
    String page(String widget, int number) {
        return to(widget, query.filter(), page(number, query.page().limit()));
    }

    /** Returns the address at which a widget shows the same selection. */
    String same(String widget) {
        return to(widget, query.filter(), query.page());
    }

    /** Returns the address at which a widget shows what a filter of somebody else finds. */
    String showing(String widget, Filter filter) {
        return to(widget, filter, Page.FIRST);
    }

    /** Writes a query; one that has grown beyond the grammar leads back to the beginning. */
    private String written(Query wanted) {
        try {
            return QueryString.write(wanted, schema);
        } catch (IllegalArgumentException tooLong) {
            return "";
        }
    }

    private String to(String widget, Filter filter, Page page) {
        int limit = ownPages ? query.page().limit() : Page.DEFAULT_LIMIT;
        Query wanted = Query.where(known(filter)).page(page(page.number(), limit));
        Parameters written = Parameters.parse(written(wanted));
        for (String field : fixed) {
            if (written.first(field).equals(Optional.of(QueryString.ANY))) {
                written = written.without(field);
            }
        }
        return links.to(widget, written.toString());
    }

    /** Returns a filter without the values that do not exist where they stand beside some that do: a shorter address. */
    private Filter known(Filter filter) {
        List<Filter> conditions = new ArrayList<>();
        for (Filter condition : filter.conjuncts()) {
            if (condition instanceof Filter.Choice choice) {
                conditions.add(known(choice));
            } else if (condition instanceof Filter.Not not && not.part() instanceof Filter.Choice choice) {
                conditions.add(Filter.not(known(choice)));
            } else {
                conditions.add(condition);
            }
        }
        return Filter.and(conditions);
    }

    private Filter known(Filter.Choice choice) {
        SortedSet<String> values = new TreeSet<>(choice.values());
        values.removeIf(value -> !isKnown(choice.field(), value));
        return values.isEmpty() ? choice : Filter.choice(choice.field(), values);
    }

    private boolean isKnown(String field, String value) {
        return schema.field(field).flatMap(it -> it.vocabulary().term(value)).isPresent();
    }
}
