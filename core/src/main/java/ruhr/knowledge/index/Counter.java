package ruhr.knowledge.index;

import java.util.Arrays;
import java.util.List;

/** Counts how many of some rows have each value of some fields, into the counts of a {@link Scratch}. */
final class Counter {

    private final PackedRows packed;
    private final PairTable pairs;
    private final Planner planner;
    private final Scratch scratch;

    Counter(PackedRows packed, PairTable pairs, Planner planner, Scratch scratch) {
        this.packed = packed;
        this.pairs = pairs;
        this.planner = planner;
        this.scratch = scratch;
    }

    /**
     * Counts.
     *
     * @param among the rows to count among
     * @param columns the fields to count
     */
    void count(Rows among, List<Column> columns) {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            int[] counts = scratch.counts[column.place()];
            if (among.isAll()) {
                System.arraycopy(column.totals(), 0, counts, 0, counts.length);
            } else {
                Arrays.fill(counts, 0);
                scratch.wanted[column.place()] = !among.isEmpty() && !lookUp(among, column, counts);
            }
        }
        for (int i = 0; i < packed.planes().size(); i++) {
            countPlane(packed.planes().get(i), among);
        }
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (scratch.wanted[column.place()]) {
                bySets(column, among);
            }
        }
    }

    /** Counts by the pair table, if it can. */
    private boolean lookUp(Rows among, Column counted, int[] counts) {
        Column given = among.column;
        if (given == null || !pairs.has(given) || !pairs.has(counted)) {
            return false;
        }
        if (among.ordinals.length != 1 && !given.isSingle()) {
            return false;
        }
        for (int ordinal : among.ordinals) {
            pairs.add(given, ordinal, counted, counts);
        }
        if (among.negated) {
            takeOffTotals(counted, counts);
        }
        return true;
    }

    private static void takeOffTotals(Column column, int[] counts) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] = column.totals()[i] - counts[i];
        }
    }

    private void countPlane(PackedRows.Plane plane, Rows among) {
        List<PackedRows.Unit> units = plane.units();
        int others = scratch.rows() - among.count;
        boolean any = false;
        for (int i = 0; i < units.size(); i++) {
            PackedRows.Unit unit = units.get(i);
            int wanted = 0;
            double sets = 0;
            for (int j = 0; j < unit.codings().size(); j++) {
                Column column = unit.codings().get(j).column();
                if (scratch.wanted[column.place()]) {
                    wanted++;
                    sets += planner.ofSets(column, among);
                }
            }
            any |= wanted > 0;
            scratch.ofSets[i] = sets;
            scratch.ofRows[i] = wanted == 0 ? Double.POSITIVE_INFINITY : planner.ofUnit(unit, among.count, wanted);
            scratch.ofOthers[i] = wanted == 0 ? Double.POSITIVE_INFINITY : planner.ofUnit(unit, others, wanted);
        }
        if (!any) {
            return;
        }
        Plan plan =
                planner.choose(among, scratch.rows(), scratch.ofSets, scratch.ofRows, scratch.ofOthers, units.size());
        if (plan == Plan.SETS) {
            return;
        }
        scratch.tally.clear();
        double[] ofWalking = plan == Plan.ROWS ? scratch.ofRows : scratch.ofOthers;
        for (int i = 0; i < units.size(); i++) {
            boolean joins = ofWalking[i] < Double.POSITIVE_INFINITY && planner.joins(scratch.ofSets[i], ofWalking[i]);
            scratch.joins[i] = joins;
            if (joins) {
                units.get(i).join(scratch.tally);
            }
        }
        walk(plane, among, plan == Plan.OTHER_ROWS);
        unfold(plane, among, plan == Plan.OTHER_ROWS);
    }

    private void walk(PackedRows.Plane plane, Rows among, boolean others) {
        long[] words = plane.words();
        long[] chunk = scratch.chunk;
        if (among.form == Rows.Form.LIST) {
            for (int from = 0; from < among.count; from += chunk.length) {
                int size = Math.min(chunk.length, among.count - from);
                for (int i = 0; i < size; i++) {
                    chunk[i] = words[among.list[from + i]];
                }
                scratch.tally.count(chunk, size);
            }
            return;
        }
        long[] bits = among.bits;
        long flip = others ? -1 : 0;
        int last = bits.length - 1;
        int at = 0;
        while (at <= last) {
            int size = 0;
            for (; at <= last && size <= chunk.length - Long.SIZE; at++) {
                long word = bits[at] ^ flip;
                if (at == last) {
                    word &= RowAlgebra.lastWord(scratch.rows());
                }
                int row = at << 6;
                while (word != 0) {
                    chunk[size++] = words[row + Long.numberOfTrailingZeros(word)];
                    word &= word - 1;
                }
            }
            scratch.tally.count(chunk, size);
        }
    }

    private void unfold(PackedRows.Plane plane, Rows among, boolean others) {
        for (int i = 0; i < plane.units().size(); i++) {
            if (!scratch.joins[i]) {
                continue;
            }
            PackedRows.Unit unit = plane.units().get(i);
            unit.unfold(scratch.counters, scratch.wanted, scratch.counts);
            for (int j = 0; j < unit.codings().size(); j++) {
                Coding coding = unit.codings().get(j);
                Column column = coding.column();
                if (scratch.wanted[column.place()]) {
                    int[] counts = scratch.counts[column.place()];
                    addBeside(coding, among, others, counts);
                    if (others) {
                        takeOffTotals(column, counts);
                    }
                    scratch.wanted[column.place()] = false;
                }
            }
        }
    }

    private static void addBeside(Coding coding, Rows among, boolean others, int[] counts) {
        int[] rows = coding.rowsBeside();
        if (among.form == Rows.Form.LIST && among.count * 16L < rows.length) {
            for (int i = 0; i < among.count; i++) {
                int place = Arrays.binarySearch(rows, among.list[i]);
                if (place >= 0) {
                    coding.addBeside(place, counts);
                }
            }
            return;
        }
        int next = 0;
        for (int place = 0; place < rows.length; place++) {
            boolean counted;
            if (among.form == Rows.Form.LIST) {
                while (next < among.count && among.list[next] < rows[place]) {
                    next++;
                }
                counted = next < among.count && among.list[next] == rows[place];
            } else {
                counted = among.contains(rows[place]) != others;
            }
            if (counted) {
                coding.addBeside(place, counts);
            }
        }
    }

    private void bySets(Column column, Rows among) {
        int[] counts = scratch.counts[column.place()];
        scratch.wanted[column.place()] = false;
        int left = column.isSingle() ? column.largest() : -1;
        int rest = among.count;
        for (int ordinal = 0; ordinal < counts.length; ordinal++) {
            if (ordinal != left) {
                counts[ordinal] = among.form == Rows.Form.LIST
                        ? countListed(among, column.set(ordinal))
                        : countBits(among.bits, column.set(ordinal));
                rest -= counts[ordinal];
            }
        }
        if (left >= 0) {
            counts[left] = rest;
        }
    }

    private static int countBits(long[] bits, ValueSet values) {
        long[] valueBits = values.bits();
        return valueBits == null ? countIn(bits, values.list(), values.count()) : countBoth(bits, valueBits);
    }

    /** The plainest loop is the fastest one: a compiler knows how to count many words at once if nobody tries to help it. */
    private static int countBoth(long[] a, long[] b) {
        int count = 0;
        for (int i = 0; i < a.length; i++) {
            count += Long.bitCount(a[i] & b[i]);
        }
        return count;
    }

    private static int countIn(long[] bits, int[] list, int size) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            count += (int) (bits[list[i] >>> 6] >>> list[i] & 1);
        }
        return count;
    }

    private static int countListed(Rows among, ValueSet values) {
        long[] valueBits = values.bits();
        if (valueBits != null) {
            return countIn(valueBits, among.list, among.count);
        }
        return countCommon(among.list, among.count, values.list(), values.count());
    }

    private static int countCommon(int[] a, int sizeOfA, int[] b, int sizeOfB) {
        if (sizeOfA > 32L * sizeOfB || sizeOfB > 32L * sizeOfA) {
            return sizeOfA < sizeOfB ? countByLookUp(a, sizeOfA, b, sizeOfB) : countByLookUp(b, sizeOfB, a, sizeOfA);
        }
        int count = 0;
        int i = 0;
        int j = 0;
        while (i < sizeOfA && j < sizeOfB) {
            int rowOfA = a[i];
            int rowOfB = b[j];
            count += rowOfA == rowOfB ? 1 : 0;
            i += rowOfA <= rowOfB ? 1 : 0;
            j += rowOfB <= rowOfA ? 1 : 0;
        }
        return count;
    }

    private static int countByLookUp(int[] few, int sizeOfFew, int[] many, int sizeOfMany) {
        int count = 0;
        for (int i = 0; i < sizeOfFew; i++) {
            count += Arrays.binarySearch(many, 0, sizeOfMany, few[i]) >= 0 ? 1 : 0;
        }
        return count;
    }
}
