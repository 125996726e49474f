package ruhr.knowledge.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The values of each row, packed into one word of 64 bits or a few. To count the values of few rows, one walks over these rows
 * and reads one word of each, instead of looking for the rows in the set of each value.
 *
 * <p>Fields of few values stand side by side in a <em>unit</em>, and their values are counted together: by how often each
 * combination of them occurs.
 */
final class PackedRows {

    private static final int MOST_PLANES = 4;

    /** Of a combination of so many bits, there are so few that they are quickly looked through. */
    private static final int MOST_COMBINED = 10;

    /** Codings that are counted together: one with any number of slots, or several with one slot each. */
    static final class Unit {

        private final List<Coding> codings;
        private final int bits;
        private final int width;
        private int shift;
        private int firstSlot;

        private Unit(List<Coding> codings) {
            this.codings = List.copyOf(codings);
            bits = codings.stream().mapToInt(Coding::bits).sum();
            width = codings.size() == 1 ? codings.get(0).width() : bits;
        }

        List<Coding> codings() {
            return codings;
        }

        /** Returns how many different codes or combinations there can be. */
        int combinations() {
            return 1 << bits;
        }

        /** Returns how many codes each word has. */
        int slots() {
            return width / bits;
        }

        /** Writes all rows, field by field. */
        private void write(List<RowCodes> rowCodes, long[] words) {
            int at = shift;
            for (Coding coding : codings) {
                RowCodes codes = rowCodes.get(coding.column().place());
                for (int row = 0; row < words.length; row++) {
                    words[row] |= coding.write(codes, row) << at;
                }
                at += coding.bits();
            }
        }

        /** Lets the slots of this unit be counted, from zero. */
        void join(Tally tally) {
            for (int slot = 0; slot < slots(); slot++) {
                tally.add(shift + slot * bits, firstSlot + slot);
            }
        }

        /** Turns how often combinations occur into how often values occur. */
        void unfold(int[][] counters, boolean[] wanted, int[][] counts) {
            int combinations = combinations();
            int[] sums = counters[2 * firstSlot];
            for (int more = 2 * firstSlot + 1; more < 2 * (firstSlot + slots()); more++) {
                int[] times = counters[more];
                for (int combination = 0; combination < combinations; combination++) {
                    sums[combination] += times[combination];
                }
            }
            int at = 0;
            for (int i = 0; i < codings.size(); i++) {
                Coding coding = codings.get(i);
                int place = coding.column().place();
                if (wanted[place]) {
                    int mask = (1 << coding.bits()) - 1;
                    for (int combination = 0; combination < combinations; combination++) {
                        if (sums[combination] != 0) {
                            coding.add(combination >>> at & mask, sums[combination], counts[place]);
                        }
                    }
                    coding.finish(counts[place]);
                }
                at += coding.bits();
            }
        }
    }

    /** A word for each row, and what stands in it. */
    record Plane(long[] words, List<Unit> units) {}

    private final List<Plane> planes = new ArrayList<>();
    private final Coding[] codings;
    private int slots;

    /**
     * Packs rows. A field whose values do not fit is left out.
     *
     * @param columns the fields
     * @param assigned for each field the values of each row
     * @param rows how many rows there are
     */
    PackedRows(List<Column> columns, List<IntRows> assigned, int rows) {
        codings = new Coding[columns.size()];
        List<RowCodes> rowCodes = new ArrayList<>();
        List<Unit> open = new ArrayList<>();
        List<Coding> narrow = new ArrayList<>();
        for (Column column : columns) {
            RowCodes codes = new RowCodes(column.domain(), assigned.get(column.place()));
            rowCodes.add(codes);
            Coding coding = new Coding(column, codes);
            if (coding.isNarrow(MOST_COMBINED)) {
                narrow.add(coding);
            } else if (!coding.isTooWide()) {
                open.add(new Unit(List.of(coding)));
            }
        }
        open.addAll(combined(narrow));
        open.sort(Comparator.comparingInt((Unit unit) -> unit.width).reversed());
        while (!open.isEmpty() && planes.size() < MOST_PLANES) {
            planes.add(plane(open, rowCodes, rows));
        }
    }

    private static List<Unit> combined(List<Coding> narrow) {
        narrow.sort(Comparator.comparingInt(Coding::bits));
        List<Unit> units = new ArrayList<>();
        List<Coding> together = new ArrayList<>();
        int bits = 0;
        for (Coding coding : narrow) {
            if (bits + coding.bits() > MOST_COMBINED) {
                units.add(new Unit(together));
                together.clear();
                bits = 0;
            }
            together.add(coding);
            bits += coding.bits();
        }
        if (!together.isEmpty()) {
            units.add(new Unit(together));
        }
        return units;
    }

    /** Fills one plane with units that are taken from those still open. */
    private Plane plane(List<Unit> open, List<RowCodes> rowCodes, int rows) {
        List<Unit> units = new ArrayList<>();
        int used = 0;
        for (Unit unit : List.copyOf(open)) {
            if (used + unit.width <= Long.SIZE) {
                unit.shift = used;
                unit.firstSlot = slots;
                slots += unit.slots();
                used += unit.width;
                units.add(unit);
                open.remove(unit);
                unit.codings.forEach(coding -> codings[coding.column().place()] = coding);
            }
        }
        long[] words = new long[rows];
        units.forEach(unit -> unit.write(rowCodes, words));
        return new Plane(words, List.copyOf(units));
    }

    List<Plane> planes() {
        return planes;
    }

    /** Returns how many counters are needed: two times as many for each slot of each unit as it has codes. */
    int[] counters() {
        return planes.stream()
                .flatMap(plane -> plane.units().stream())
                .flatMapToInt(unit -> IntStream.generate(unit::combinations).limit(2L * unit.slots()))
                .toArray();
    }

    /** Tells whether the values of a field can be read off the rows. */
    boolean has(Column column) {
        return codings[column.place()] != null;
    }

    long bytes() {
        long bytes = 0;
        for (Plane plane : planes) {
            bytes += 8L * plane.words.length;
        }
        for (Coding coding : codings) {
            bytes += coding == null ? 0 : coding.bytesBeside();
        }
        return bytes;
    }
}
