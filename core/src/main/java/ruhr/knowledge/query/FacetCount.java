package ruhr.knowledge.query;

/**
 * How many entries a value of a field would leave.
 *
 * @param value the id of a value
 * @param entries how many entries the answer would have with this value chosen in its field; 0 or more
 */
public record FacetCount(String value, int entries) {}
