package ruhr.knowledge.snapshot;

/**
 * How much came in for a snapshot.
 *
 * @param records the records that sources pushed
 * @param leftOut how many of them, or of those that could not even be pushed, are not shown
 * @param repeated how many of them had an id that an earlier one of the same source has
 */
public record Intake(int records, int leftOut, int repeated) {}
