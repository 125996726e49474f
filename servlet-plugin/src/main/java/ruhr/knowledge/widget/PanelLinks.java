package ruhr.knowledge.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.query.Page;
import ruhr.knowledge.query.Query;
import ruhr.knowledge.query.QueryString;
import ruhr.knowledge.query.Sort;
import ruhr.knowledge.value.Slug;

/** Where the links of filters lead: what is asked for now, with one thing changed, from the first page on. */
final class PanelLinks {

    private final FilterSchema<?> schema;
    private final Query query;
    private final Set<String> fixed;
    private final Function<Query, String> address;

    /**
     * Returns the links that start from a query.
     *
     * @param schema the fields there are
     * @param query what is asked for now
     * @param fixed fields whose default somebody else decided on: no link has to say it again
     * @param address makes the address of a query
     */
    PanelLinks(FilterSchema<?> schema, Query query, Set<String> fixed, Function<Query, String> address) {
        this.schema = schema;
        this.query = query;
        this.fixed = fixed;
        this.address = address;
    }

    List<Filter> conditions() {
        return query.filter().conjuncts();
    }

    /** Returns the values chosen in a field; its defaults are no choice. */
    SortedSet<String> chosen(FilterSchema.Field<?> field) {
        SortedSet<String> chosen = values(field);
        return chosen.equals(field.defaults()) ? new TreeSet<>() : chosen;
    }

    private SortedSet<String> values(FilterSchema.Field<?> field) {
        SortedSet<String> values = new TreeSet<>();
        for (Filter condition : conditions()) {
            if (condition instanceof Filter.Choice choice && choice.field().equals(field.name())) {
                values.addAll(choice.values());
            }
        }
        return values;
    }

    /** Returns the fields whose default the visitor lifted. */
    List<FilterSchema.Field<?>> lifted() {
        List<FilterSchema.Field<?>> lifted = new ArrayList<>();
        for (FilterSchema.Field<?> field : schema.fields()) {
            if (!field.defaults().isEmpty()
                    && !fixed.contains(field.name())
                    && values(field).isEmpty()) {
                lifted.add(field);
            }
        }
        return lifted;
    }

    /**
     * Adds a value to its field. Values that do not exist stay behind, and so do those above and below it: whoever picks
     * "Hydrogen" below "Energy" wants hydrogen, and would get energy with both.
     */
    String adding(FilterSchema.Field<?> field, String value) {
        SortedSet<String> values = chosen(field);
        values.removeIf(other -> !isKnown(field, other)
                || field.vocabulary().within(other).contains(value)
                || field.vocabulary().within(value).contains(other));
        if (values.size() >= QueryString.MAXIMUM_VALUES) {
            values.clear();
        }
        values.add(value);
        return choosing(field, values);
    }

    String removing(FilterSchema.Field<?> field, String value) {
        SortedSet<String> values = chosen(field);
        values.remove(value);
        return choosing(field, values);
    }

    /** Makes a value the only one of its field. */
    String only(FilterSchema.Field<?> field, String value) {
        return choosing(field, Set.of(value));
    }

    /** Returns the addresses that each make a value the only one of a field. */
    Addresses only(FilterSchema.Field<?> field) {
        return new Addresses(value -> only(field, value));
    }

    /** Gives a field its default back. */
    String restoring(FilterSchema.Field<?> field) {
        return choosing(field, Set.of());
    }

    private String choosing(FilterSchema.Field<?> field, Set<String> values) {
        return to(choosing(conditions(), field, values));
    }

    private List<Filter> choosing(List<Filter> conditions, FilterSchema.Field<?> field, Set<String> values) {
        List<Filter> changed = new ArrayList<>();
        for (Filter condition : conditions) {
            if (!(condition instanceof Filter.Choice choice && choice.field().equals(field.name()))) {
                changed.add(condition);
            }
        }
        SortedSet<String> sayable = new TreeSet<>(values);
        if (values.size() > 1 && field.kind() == FilterSchema.Kind.CHOICE) {
            sayable.removeIf(value -> !Slug.is(value)); // what could not be read stands for nothing beside real values
        }
        if (!sayable.isEmpty()) {
            changed.add(Filter.choice(field.name(), sayable));
        } else {
            changed.addAll(defaults(field));
        }
        return changed;
    }

    private List<Filter> defaults(FilterSchema.Field<?> field) {
        return field.defaults().isEmpty() || fixed.contains(field.name())
                ? List.of()
                : List.of(Filter.choice(field.name(), field.defaults()));
    }

    /** Takes a condition away. */
    String without(Filter condition) {
        List<Filter> changed = new ArrayList<>(conditions());
        changed.remove(condition);
        if (condition instanceof Filter.Choice choice) {
            return schema.field(choice.field()).map(this::restoring).orElseGet(() -> to(changed));
        }
        return to(changed);
    }

    /** Takes a field's choice and some conditions away. */
    String without(FilterSchema.Field<?> field, List<? extends Filter> others) {
        List<Filter> changed = new ArrayList<>(conditions());
        changed.removeAll(others);
        return to(choosing(changed, field, Set.of()));
    }

    /** Takes one of the values that are excluded together away. */
    String including(Filter.Not exclusion, Filter.Choice excluded, String value) {
        List<Filter> changed = new ArrayList<>(conditions());
        changed.remove(exclusion);
        SortedSet<String> values = new TreeSet<>(excluded.values());
        values.remove(value);
        if (!values.isEmpty()) {
            changed.add(Filter.not(Filter.choice(excluded.field(), values)));
        }
        return to(changed);
    }

    String with(Filter condition) {
        List<Filter> changed = new ArrayList<>(conditions());
        changed.add(condition);
        return to(changed);
    }

    /** Takes everything away that was set, and leaves the defaults. */
    String cleared() {
        return anew(Filter.everything());
    }

    /** Asks for something else instead; fields that it does not name have their defaults. */
    String anew(Filter instead) {
        List<Filter> conditions = new ArrayList<>(instead.conjuncts());
        for (FilterSchema.Field<?> field : schema.fields()) {
            boolean isNamed = conditions.stream()
                    .anyMatch(condition -> condition instanceof Filter.Choice choice
                            && choice.field().equals(field.name()));
            if (!isNamed) {
                conditions.addAll(defaults(field));
            }
        }
        return to(conditions);
    }

    /** Returns what is asked for without the words: what a form for words sends beside them. */
    Query withoutWords() {
        List<Filter> kept = new ArrayList<>(conditions());
        kept.removeIf(Filter.Text.class::isInstance);
        return asking(kept);
    }

    private String to(List<Filter> conditions) {
        return address.apply(asking(conditions));
    }

    private Query asking(List<Filter> conditions) {
        Filter filter = Filter.and(conditions.stream().map(this::known).toList());
        Query asked = Query.where(filter);
        // An order that somebody chose stays; one that followed from the conditions follows from them anew.
        boolean isChosen = query.sort() != Sort.of(query.filter());
        return (isChosen ? asked.sort(query.sort()) : asked)
                .page(new Page(1, query.page().limit()));
    }

    /** Writes a query; one that has grown beyond the grammar leads back to the beginning. */
    static Parameters written(Query query, FilterSchema<?> schema) {
        try {
            return Parameters.parse(QueryString.write(query, schema));
        } catch (IllegalArgumentException beyondTheGrammar) {
            // A page that was asked for in code may hold more than an address can say: begin anew.
            return Parameters.none();
        }
    }

    /** Returns a condition without the values that do not exist where they stand beside some that do: a shorter address. */
    private Filter known(Filter condition) {
        if (condition instanceof Filter.Choice choice) {
            return known(choice);
        }
        return condition instanceof Filter.Not not && not.part() instanceof Filter.Choice choice
                ? Filter.not(known(choice))
                : condition;
    }

    private Filter known(Filter.Choice choice) {
        FilterSchema.Field<?> field = schema.field(choice.field()).orElse(null);
        if (field == null || choice.values().stream().allMatch(value -> isKnown(field, value))) {
            return choice;
        }
        SortedSet<String> values = new TreeSet<>(choice.values());
        values.removeIf(value -> !isKnown(field, value));
        return values.isEmpty() ? choice : Filter.choice(choice.field(), values);
    }

    private static boolean isKnown(FilterSchema.Field<?> field, String value) {
        return value.equals(Filter.NONE)
                || field.vocabulary().term(value).isPresent()
                || field.span(value).isPresent();
    }
}
