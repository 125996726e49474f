package ruhr.knowledge.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ruhr.knowledge.filter.Term;
import ruhr.knowledge.filter.Vocabulary;
import ruhr.knowledge.query.FacetCount;

/** One field of all rows: for each value the rows that have it, or a value below it. */
final class Column {

    private final RowSets sets;

    /** In the order of the vocabulary. */
    private final Map<String, long[]> rows = new LinkedHashMap<>();

    private final List<FacetCount> unfiltered;

    /**
     * Turns values by row into rows by value.
     *
     * @param sets the sets of this index
     * @param vocabulary the values in their order
     * @param values the values of each row, all of them ids of the vocabulary
     */
    Column(RowSets sets, Vocabulary vocabulary, List<Set<String>> values) {
        this.sets = sets;
        Map<String, long[]> own = new HashMap<>();
        for (int row = 0; row < values.size(); row++) {
            for (String value : values.get(row)) {
                RowSets.add(own.computeIfAbsent(value, none -> sets.empty()), row);
            }
        }
        for (Term term : vocabulary.terms()) {
            long[] reached = sets.none();
            for (String below : vocabulary.within(term.id())) {
                reached = sets.either(reached, own.getOrDefault(below, sets.none()));
            }
            rows.put(term.id(), reached);
        }
        unfiltered = count(sets.all());
    }

    /** Returns the rows of a value; none if there is no such value. */
    long[] rows(String value) {
        return rows.getOrDefault(value, sets.none());
    }

    /** Returns how many of some rows each value has. */
    List<FacetCount> counts(long[] among) {
        return among == sets.all() ? unfiltered : count(among);
    }

    private List<FacetCount> count(long[] among) {
        List<FacetCount> counts = new ArrayList<>(rows.size());
        rows.forEach((value, having) -> counts.add(new FacetCount(value, RowSets.countBoth(having, among))));
        return List.copyOf(counts);
    }
}
