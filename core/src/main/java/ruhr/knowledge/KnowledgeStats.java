package ruhr.knowledge;

/**
 * Numbers of a knowledge base, for a monitoring system. All but the first three only grow.
 *
 * @param entries the entries that are shown
 * @param cacheWeight how much the cache of answers holds, in entries, counts and values
 * @param cacheLimit how much it may hold
 * @param hits questions whose answer was remembered
 * @param misses questions that were computed
 * @param refreshes how often sources were asked
 * @param changes how often that gave a new snapshot
 * @param heldBack how often a new snapshot was held back
 * @param failures how often a source could not be read
 */
public record KnowledgeStats(
        int entries,
        long cacheWeight,
        long cacheLimit,
        long hits,
        long misses,
        long refreshes,
        long changes,
        long heldBack,
        long failures) {}
