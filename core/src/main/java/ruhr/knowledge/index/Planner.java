package ruhr.knowledge.index;

/**
 * Chooses how to count. A pure function of how many rows there are, how many of them are counted among, and what the fields
 * hold; so every choice can be repeated and forced.
 */
final class Planner {

    private final Costs costs;
    private final Plan forced;

    Planner(Costs costs, Plan forced) {
        this.costs = costs;
        this.forced = forced;
    }

    /** Returns what it costs to count a field by the sets of its values. */
    double ofSets(Column column, Rows among) {
        if (among.form == Rows.Form.LIST) {
            return costs.listed()
                    * Math.min((double) among.count * column.domain().size(), among.count + column.listed());
        }
        double words = column.words();
        if (column.isSingle()) {
            // The largest one is what remains.
            words -= (double) column.words() / Math.max(1, column.domain().size());
        }
        return costs.word() * words + costs.listed() * column.listed();
    }

    /** Returns what it costs to count a unit by walking over rows, beside the walk itself. */
    double ofUnit(PackedRows.Unit unit, int rows, int wanted) {
        return costs.slot() * unit.slots() * rows + costs.combination() * unit.combinations() * (wanted + 1);
    }

    /** Returns what it costs to walk over rows. */
    double ofWalk(Rows among, int walked) {
        return costs.row() * walked + (among.form == Rows.Form.LIST ? 0 : costs.word() * among.bits.length);
    }

    /**
     * Chooses for all fields of one plane.
     *
     * @param among the rows to count among, not all and not none
     * @param rows how many rows there are
     * @param sets for each unit what its wanted fields cost by sets
     * @param units how many units have wanted fields
     * @param ofRows for each unit what it costs by rows, beside the walk
     * @param ofOthers the same by the other rows
     * @return the way of those units for which sets are not cheaper even so; {@link Plan#SETS} if there is no such unit
     */
    Plan choose(Rows among, int rows, double[] sets, double[] ofRows, double[] ofOthers, int units) {
        boolean hasOthers = among.form != Rows.Form.LIST;
        if (forced != Plan.CHEAPEST) {
            return forced == Plan.OTHER_ROWS && !hasOthers ? Plan.ROWS : forced;
        }
        double bySets = 0;
        double byRows = ofWalk(among, among.count);
        double byOthers = hasOthers ? ofWalk(among, rows - among.count) : Double.POSITIVE_INFINITY;
        for (int i = 0; i < units; i++) {
            bySets += sets[i];
            byRows += Math.min(sets[i], ofRows[i]);
            byOthers += Math.min(sets[i], ofOthers[i]);
        }
        if (bySets <= byRows && bySets <= byOthers) {
            return Plan.SETS;
        }
        return byRows <= byOthers ? Plan.ROWS : Plan.OTHER_ROWS;
    }

    /** Tells whether a unit takes part in a walk that is made anyway. */
    boolean joins(double ofSets, double ofWalking) {
        return forced != Plan.CHEAPEST || ofWalking < ofSets;
    }
}
