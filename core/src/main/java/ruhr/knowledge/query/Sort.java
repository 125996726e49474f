package ruhr.knowledge.query;

import java.util.Locale;

/** The order of an answer. Ties are broken by id, so an order is always total. */
public enum Sort {
    /** By name, in the order of a German index. */
    NAME;

    /**
     * Returns the order's name in a URL.
     *
     * @return the name in lower case
     */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
