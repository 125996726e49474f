package ruhr.knowledge.wire;

/**
 * A member of a record that is not of the kind that the record's type asks for.
 *
 * @param pointer where it stands inside the record, for example {@code /sites/0/location/lat}
 * @param expected what should stand there
 * @param found what stands there
 * @param known false if the type has no such member at all
 */
public record Misfit(String pointer, String expected, String found, boolean known) {}
