package ruhr.knowledge.query;

/**
 * Which part of a long answer is wanted.
 *
 * @param number the page, from 1
 * @param limit entries on a page, 0 to {@value #MAXIMUM_LIMIT}; 0 asks for the total and the counts alone
 */
public record Page(int number, int limit) {

    /** Entries on a page if nothing else is said. */
    public static final int DEFAULT_LIMIT = 20;

    /** The most entries that a page can have. */
    public static final int MAXIMUM_LIMIT = 100;

    /** The last entry that a page can reach, so that no engine has to walk further. */
    public static final int MAXIMUM_WINDOW = 10_000;

    /** The first page with the default limit. */
    public static final Page FIRST = new Page(1, DEFAULT_LIMIT);

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if the number, the limit or their product is out of range
     */
    public Page {
        if (limit < 0 || limit > MAXIMUM_LIMIT) {
            throw new IllegalArgumentException("limit: expected 0 to " + MAXIMUM_LIMIT + ", found " + limit);
        }
        if (number < 1 || (long) number * Math.max(1, limit) > MAXIMUM_WINDOW) {
            throw new IllegalArgumentException(
                    "page: expected 1 or more, and page × limit at most " + MAXIMUM_WINDOW + ", found " + number);
        }
    }

    /**
     * Returns the first page of the same length.
     *
     * @return this page if it is the first one
     */
    public Page first() {
        return number == 1 ? this : new Page(1, limit);
    }

    /**
     * Returns how many entries come before this page.
     *
     * @return the index of the first entry, from 0
     */
    public int offset() {
        return (number - 1) * limit;
    }

    /**
     * Returns how many pages a number of entries fills.
     *
     * @param total how many entries there are
     * @return at least 1, also for no entries
     */
    public int pagesOf(int total) {
        return limit == 0 ? 1 : Math.max(1, (total + limit - 1) / limit);
    }
}
