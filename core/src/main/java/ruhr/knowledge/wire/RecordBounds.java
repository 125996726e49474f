package ruhr.knowledge.wire;

/**
 * How large a record may be.
 *
 * @param depth how deep objects and lists may nest
 * @param numberLength the most characters of a number
 * @param textLength the most characters of a text
 * @param values the most names, values, braces and brackets
 */
public record RecordBounds(int depth, int numberLength, int textLength, int values) {}
