package ruhr.knowledge.examples.benchmarks.data;

import java.util.List;
import ruhr.knowledge.value.GeoPoint;

/**
 * One record, as a caller of any engine would hold it. The arrays are shared, not copied: a million of these are made.
 *
 * @param number its place in the catalogue; says nothing about the order of names
 * @param id its id
 * @param name what it is sorted by
 * @param otherNames other names that a search by words finds it under
 * @param place where it is, to seven decimals of a degree
 * @param values numbers of the values assigned to it, ascending; those above them are not among them
 * @param words numbers of the words of its text, ascending
 */
public record Item(
        int number, String id, String name, List<String> otherNames, GeoPoint place, int[] values, int[] words) {

    /**
     * Returns how far north it is.
     *
     * @return degrees
     */
    public double latitude() {
        return place.latitude();
    }

    /**
     * Returns how far east it is.
     *
     * @return degrees
     */
    public double longitude() {
        return place.longitude();
    }

    /** Two records are the same only if they are one object. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return number;
    }

    @Override
    public String toString() {
        return id + " (" + name + ")";
    }
}
