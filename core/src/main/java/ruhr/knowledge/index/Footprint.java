package ruhr.knowledge.index;

/**
 * How much memory the arrays of an index take, in bytes: what grows with the records, without the records themselves; and how
 * long the dearest part of building it took.
 *
 * @param facets what fields are filtered and counted by, the pair table among it
 * @param places what circles and boxes are found by
 * @param texts what words are found by
 * @param order what ids, names, days and pages are found by
 * @param textNanos how many nanoseconds it took to tell the words of names and texts apart
 */
public record Footprint(long facets, long places, long texts, long order, long textNanos) {}
