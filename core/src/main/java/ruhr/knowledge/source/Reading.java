package ruhr.knowledge.source;

/**
 * What came of reading a source.
 *
 * @param fingerprint identifies the content: equal for equal content
 * @param unchanged true if the caller already has this content; what the sink got, if anything, is to be thrown away
 * @param records how many records the sink got
 */
public record Reading(String fingerprint, boolean unchanged, int records) {}
