package ruhr.knowledge.query;

import java.util.Optional;
import java.util.Set;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.filter.Parameters.Parameter;
import ruhr.knowledge.value.Slug;

/**
 * What a visitor chose, in the query string of a page that has parameters of its own. Ours begin with {@code rk_}; those of
 * a named group, so that two lists on one page do not share their filters, with {@code rk_} and its name.
 *
 * <pre>{@code
 * ParameterGroup group = ParameterGroup.plain(schema);
 * Parameters page = Parameters.parse("article=7&rk_topic=wind&rk_centres_page=2");
 * group.own(page);                                                // topic=wind
 * group.write(page, Parameters.parse("topic=data&page=3"));       // article=7&rk_centres_page=2&rk_topic=data&rk_page=3
 * }</pre>
 *
 * <p>A name of another group begins with {@code rk_}, too, so only names that the grammar knows count. Immutable and
 * thread-safe.
 */
public final class ParameterGroup {

    /** What the names of all groups begin with. */
    public static final String PREFIX = "rk_";

    /** What the author of a page decides, not its visitor. */
    private static final Set<String> OF_THE_AUTHOR = Set.of(Grammar.LIMIT, Grammar.FACETS, Grammar.LANGUAGE);

    private final String prefix;
    private final FilterSchema<?> schema;

    private ParameterGroup(String prefix, FilterSchema<?> schema) {
        this.prefix = prefix;
        this.schema = schema;
    }

    /**
     * Returns the group without a name.
     *
     * @param schema the fields there are
     * @return the group of parameters such as {@code rk_topic}
     */
    public static ParameterGroup plain(FilterSchema<?> schema) {
        return new ParameterGroup(PREFIX, schema);
    }

    /**
     * Returns a group with a name.
     *
     * @param name the name
     * @param schema the fields there are
     * @return the group of parameters such as {@code rk_centres_topic}; empty if this is no name for a group: no slug, or
     *     one that makes it the beginning of a parameter of the group without a name
     */
    public static Optional<ParameterGroup> named(String name, FilterSchema<?> schema) {
        String beginning = name + "_";
        boolean isFree = !beginning.equals(Grammar.NOT)
                && schema.fields().stream().noneMatch(field -> field.name().startsWith(beginning));
        return Slug.is(name) && isFree ? Optional.of(new ParameterGroup(PREFIX + beginning, schema)) : Optional.empty();
    }

    /**
     * Returns what the names of this group begin with.
     *
     * @return {@code rk_}, or that and the name of the group
     */
    public String prefix() {
        return prefix;
    }

    /**
     * Tells whether a parameter of a page belongs to this group.
     *
     * @param name its name, with the prefix
     * @return true for conditions, order, page and cursor with the prefix of this group
     */
    public boolean owns(String name) {
        if (!name.startsWith(prefix)) {
            return false;
        }
        String plain = name.substring(prefix.length());
        return QueryString.isName(plain, schema) && !OF_THE_AUTHOR.contains(Grammar.normal(plain));
    }

    /**
     * Returns what a page says about this group.
     *
     * @param page the parameters of the page
     * @return the parameters of this group, without the prefix
     */
    public Parameters own(Parameters page) {
        return page.only(this::owns).withPrefix(prefix);
    }

    /**
     * Returns what a page says of other things.
     *
     * @param page the parameters of the page
     * @return all parameters but those of this group
     */
    public Parameters others(Parameters page) {
        return page.only(name -> !owns(name));
    }

    /**
     * Returns the parameters of a page on which this group says something else.
     *
     * @param page the parameters of the page
     * @param own what this group shall say, without the prefix; for example what {@link QueryString#write} gave
     * @return the others first, then those of this group
     */
    public Parameters write(Parameters page, Parameters own) {
        Parameters changed = others(page);
        for (Parameter parameter : own.all()) {
            changed = changed.with(prefix + parameter.name(), parameter.value());
        }
        return changed;
    }
}
