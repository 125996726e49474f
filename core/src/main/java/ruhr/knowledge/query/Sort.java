package ruhr.knowledge.query;

import java.util.Locale;
import ruhr.knowledge.filter.Filter;

/** The order of an answer. Ties are broken by name, then by id, so an order is always total. */
public enum Sort {
    /** By name, in the order of a German index. */
    NAME,
    /** The best {@link Tier} first; without words to match it is {@link #NAME}. */
    RELEVANCE,
    /**
     * The nearest first, by whole metres to the middle of the smallest circle that has to hold by the filter, or else by the
     * scope; without a circle it is {@link #NAME}. Records without a place stand last.
     */
    DISTANCE,
    /** The latest day first; records without a day stand last, and where records have no days it is {@link #NAME}. */
    NEWEST;

    /**
     * Returns the order's name in a URL.
     *
     * @return the name in lower case
     */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the order that a filter asks for by itself: relevance where it has words, distance where it has a circle,
     * otherwise the name.
     *
     * @param filter any filter; only conditions that have to hold count
     * @return the order of a query that names none
     */
    public static Sort of(Filter filter) {
        Sort sort = NAME;
        for (Filter condition : filter.conjuncts()) {
            if (condition instanceof Filter.Text) {
                return RELEVANCE;
            }
            if (condition instanceof Filter.Near) {
                sort = DISTANCE;
            }
        }
        return sort;
    }
}
