package ruhr.knowledge.filter;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a filter means, as plainly as possible: for every way in which its single conditions can hold or not, whether it
 * holds. A choice holds if one of its values does.
 */
final class TruthTable {

    /** All that a filter of the tests can be made of: three values of each of two fields, and two other conditions. */
    static final List<Filter> CONDITIONS = List.of(
            Filter.choice("topic", "a"),
            Filter.choice("topic", "b"),
            Filter.choice("topic", "c"),
            Filter.choice("city", "a"),
            Filter.choice("city", "b"),
            Filter.choice("city", "c"),
            Filter.text("wind"),
            Filter.box(6, 51, 8, 52));

    private static final int WORLDS = 1 << CONDITIONS.size();

    private TruthTable() {}

    /** Returns in which of the 256 worlds a filter holds. */
    static BitSet of(Filter filter) {
        BitSet holds = new BitSet(WORLDS);
        if (filter instanceof Filter.Not not) {
            holds = of(not.part());
            holds.flip(0, WORLDS);
        } else if (filter instanceof Filter.And and) {
            holds.set(0, WORLDS);
            for (Filter part : and.parts()) {
                holds.and(of(part));
            }
        } else if (filter instanceof Filter.Or or) {
            for (Filter part : or.parts()) {
                holds.or(of(part));
            }
        } else if (filter instanceof Filter.Preset preset) {
            holds = of(preset.filter());
        } else if (filter instanceof Filter.Choice choice) {
            for (String value : choice.values()) {
                holds.or(worlds(Filter.choice(choice.field(), value)));
            }
        } else {
            holds = worlds(filter);
        }
        return holds;
    }

    private static BitSet worlds(Filter condition) {
        int at = CONDITIONS.indexOf(condition);
        return IntStream.range(0, WORLDS)
                .filter(world -> (world >> at & 1) == 1)
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }
}
