package ruhr.knowledge.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.query.Page;
import ruhr.knowledge.query.Query;
import ruhr.knowledge.query.QueryString;

/** Where the links of a filter panel lead: what is asked for now, with one thing changed, from the first page on. */
final class PanelLinks {

    private final FilterSchema<?> schema;
    private final Query query;
    private final UnaryOperator<String> address;

    PanelLinks(FilterSchema<?> schema, Query query, UnaryOperator<String> address) {
        this.schema = schema;
        this.query = query;
        this.address = address;
    }

    List<Filter> conditions() {
        return query.filter().conjuncts();
    }

    /** Returns the values chosen in a field; its defaults are no choice. */
    SortedSet<String> chosen(FilterSchema.Field<?> field) {
        SortedSet<String> chosen = new TreeSet<>();
        for (Filter condition : conditions()) {
            if (condition instanceof Filter.Choice choice && choice.field().equals(field.name())) {
                chosen.addAll(choice.values());
            }
        }
        return chosen.equals(field.defaults()) ? new TreeSet<>() : chosen;
    }

    /** Adds a value to its field; what stands above or below it goes. */
    String adding(FilterSchema.Field<?> field, String value) {
        SortedSet<String> values = chosen(field);
        values.removeIf(other -> field.vocabulary().within(other).contains(value)
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

    private String choosing(FilterSchema.Field<?> field, Set<String> values) {
        List<Filter> changed = new ArrayList<>();
        for (Filter condition : conditions()) {
            if (!(condition instanceof Filter.Choice choice && choice.field().equals(field.name()))) {
                changed.add(condition);
            }
        }
        if (!values.isEmpty()) {
            changed.add(Filter.choice(field.name(), values));
        } else if (!field.defaults().isEmpty()) {
            changed.add(Filter.choice(field.name(), field.defaults()));
        }
        return to(changed);
    }

    /** Takes a condition away. */
    String without(Filter condition) {
        List<Filter> changed = new ArrayList<>(conditions());
        changed.remove(condition);
        if (condition instanceof Filter.Choice choice) {
            return schema.field(choice.field())
                    .map(field -> choosing(field, Set.of()))
                    .orElseGet(() -> to(changed));
        }
        return to(changed);
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
        List<Filter> defaults = new ArrayList<>();
        for (FilterSchema.Field<?> field : schema.fields()) {
            if (!field.defaults().isEmpty()) {
                defaults.add(Filter.choice(field.name(), field.defaults()));
            }
        }
        return to(defaults);
    }

    /** Returns what is asked for without the words: what a form for words sends beside them. */
    Parameters withoutWords() {
        List<Filter> kept = new ArrayList<>(conditions());
        kept.removeIf(Filter.Text.class::isInstance);
        return Parameters.parse(written(kept));
    }

    private String to(List<Filter> conditions) {
        return address.apply(written(conditions));
    }

    private String written(List<Filter> conditions) {
        Page page = new Page(1, query.page().limit());
        try {
            return QueryString.write(Query.where(Filter.and(conditions)).page(page), schema);
        } catch (IllegalArgumentException beyondTheGrammar) {
            // A page that was asked for in code may hold more than an address can say: begin anew.
            return "";
        }
    }
}
