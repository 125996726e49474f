package ruhr.knowledge.snapshot;

/**
 * Where an entry was read.
 *
 * @param source the name of the source
 * @param document the name of the document in it
 */
public record Origin(String source, String document) {}
