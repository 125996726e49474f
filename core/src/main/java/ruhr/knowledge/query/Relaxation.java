package ruhr.knowledge.query;

import ruhr.knowledge.filter.Filter;

/**
 * A way out of an empty answer.
 *
 * @param without the condition that would have to go
 * @param total how many entries there would be without it; 1 or more
 */
public record Relaxation(Filter without, int total) {}
