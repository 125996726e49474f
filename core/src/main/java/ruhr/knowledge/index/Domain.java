package ruhr.knowledge.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ruhr.knowledge.filter.Term;
import ruhr.knowledge.filter.Vocabulary;

/**
 * The values of one field as ordinals: 0, 1, 2 … in the order of the vocabulary, with all that stands above each of them.
 * The last ordinal stands for "has no value": a value like any other, so nothing has to treat it apart.
 *
 * <p>Where no term stands below two others (a tree), ordinals also know their place in a walk through the tree that visits
 * every term before those below it.
 */
final class Domain {

    private final List<String> ids;
    private final Map<String, Integer> ordinals;

    /** For each ordinal: itself and all above it. */
    private final int[][] closures;

    private final boolean tree;
    private final boolean flat;
    private final int[] parents;
    private final int[] places;

    /** Every ordinal before the one above it. */
    private final int[] upwards;

    Domain(Vocabulary vocabulary) {
        // Not toList(): what that gives is copied wherever a list without nulls is wanted.
        ids = List.copyOf(vocabulary.terms().stream().map(Term::id).toList());
        ordinals = new HashMap<>(ids.size() * 2);
        for (int i = 0; i < ids.size(); i++) {
            ordinals.put(ids.get(i), i);
        }
        closures = new int[size()][];
        parents = new int[size()];
        boolean onlyOneParent = true;
        boolean noParent = true;
        for (int i = 0; i < ids.size(); i++) {
            List<String> broader = vocabulary.terms().get(i).broader();
            parents[i] = broader.isEmpty() ? -1 : ordinals.get(broader.get(0));
            onlyOneParent &= broader.stream().distinct().count() <= 1;
            noParent &= broader.isEmpty();
        }
        tree = onlyOneParent;
        flat = noParent;
        for (int i = 0; i < ids.size(); i++) {
            closures[i] = closure(vocabulary, i);
        }
        closures[none()] = new int[] {none()};
        parents[none()] = -1;
        places = new int[size()];
        upwards = new int[size()];
        if (tree) {
            walk();
        }
    }

    private int[] closure(Vocabulary vocabulary, int ordinal) {
        Set<Integer> reached = new LinkedHashSet<>();
        List<Integer> open = new ArrayList<>(List.of(ordinal));
        while (!open.isEmpty()) {
            int next = open.remove(open.size() - 1);
            if (reached.add(next)) {
                vocabulary.terms().get(next).broader().forEach(above -> open.add(ordinals.get(above)));
            }
        }
        return reached.stream().mapToInt(Integer::intValue).toArray();
    }

    private void walk() {
        List<List<Integer>> below = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            below.add(new ArrayList<>());
        }
        for (int i = 0; i < size(); i++) {
            (parents[i] < 0 ? open : below.get(parents[i])).add(i);
        }
        int place = 0;
        while (!open.isEmpty()) {
            int term = open.remove(open.size() - 1);
            upwards[size() - 1 - place] = term;
            places[term] = place++;
            open.addAll(below.get(term));
        }
    }

    /** Returns the number of ordinals: one for each value, and one for "has no value". */
    int size() {
        return ids.size() + 1;
    }

    /** Returns the ordinal of "has no value". */
    int none() {
        return ids.size();
    }

    /** Returns the values, without the one for "has no value". */
    List<String> ids() {
        return ids;
    }

    /** Returns the ordinal of a value of the vocabulary, or -1 if there is none. */
    int ordinal(String value) {
        Integer ordinal = ordinals.get(value);
        return ordinal == null ? -1 : ordinal;
    }

    /** Returns a value and all above it. */
    int[] closure(int ordinal) {
        return closures[ordinal];
    }

    /** Tells whether no value stands below two others. */
    boolean isTree() {
        return tree;
    }

    /** Tells whether no value stands below another one. */
    boolean isFlat() {
        return flat;
    }

    /** Returns the value above a value, or -1; in a tree. */
    int parent(int ordinal) {
        return parents[ordinal];
    }

    /** Returns the place of a value in the walk through the tree. */
    int place(int ordinal) {
        return places[ordinal];
    }

    /** Returns all ordinals, each before the one above it, in a tree. */
    int[] upwards() {
        return upwards;
    }
}
