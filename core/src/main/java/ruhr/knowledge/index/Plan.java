package ruhr.knowledge.index;

/** Ways to count how many of some rows have each value of a field. All of them come to the same numbers. */
enum Plan {
    /** The cheapest one for each question. */
    CHEAPEST,
    /** Intersect the set of each value with the rows. */
    SETS,
    /** Walk over the rows and read their values. */
    ROWS,
    /** Walk over all other rows, read their values, and take them off the totals. */
    OTHER_ROWS
}
