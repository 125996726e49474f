package ruhr.knowledge.examples.benchmarks.data;

import java.util.List;

/**
 * One field of a catalogue. Its values are numbered, and the numbers of all fields of a catalogue are one sequence: a
 * value's number says which field it belongs to.
 *
 * @param name the name, as it would stand in a URL
 * @param several whether one record can have several values, beside those above its own
 * @param first the number of its first value
 * @param values ids of the values, in the order of their numbers
 * @param broader for each value the number of the value above it, or -1
 */
public record Field(String name, boolean several, int first, List<String> values, List<Integer> broader) {

    /** Copies the lists. */
    public Field {
        values = List.copyOf(values);
        broader = List.copyOf(broader);
    }

    /**
     * Returns the number after the last value.
     *
     * @return the first number of the next field
     */
    public int end() {
        return first + values.size();
    }

    /**
     * Tells whether some values stand below others.
     *
     * @return true for a tree, false for a list
     */
    public boolean tree() {
        return broader.stream().anyMatch(above -> above >= 0);
    }

    /**
     * Tells whether a record has at most one value of this field, those above it counted.
     *
     * @return true if a plain column can hold the field
     */
    public boolean single() {
        return !several && !tree();
    }
}
