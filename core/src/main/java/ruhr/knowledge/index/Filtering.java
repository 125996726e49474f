package ruhr.knowledge.index;

import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.query.Tier;

/** Finds the rows that pass a filter. For one question. */
final class Filtering {

    /** A place is tested in about the time in which a circle finds so many rows of its own accord. */
    private static final int ROWS_PER_TEST = 8;

    private static final int TIERS = Tier.values().length;

    private final Columns columns;
    private final Places places;
    private final TextIndex texts;
    private final Scratch scratch;
    private final RowAlgebra algebra;
    private long @Nullable [][] tiers;

    Filtering(Columns columns, Places places, TextIndex texts, Scratch scratch) {
        this.columns = columns;
        this.places = places;
        this.texts = texts;
        this.scratch = scratch;
        algebra = new RowAlgebra(scratch);
    }

    RowAlgebra algebra() {
        return algebra;
    }

    /** Returns the rows that pass a filter which has to hold for every entry of the answer: of words, the tiers are kept. */
    Rows required(Filter filter) {
        return filter instanceof Filter.Text text ? required(text) : rows(filter, false);
    }

    /** Returns those of some rows that pass a filter as well. Of few rows, places are tested one by one. */
    Rows narrowed(Rows rows, Filter filter) {
        return narrowed(rows, filter, false);
    }

    /** Returns the rows that pass a filter. */
    Rows rows(Filter filter) {
        return rows(filter, false);
    }

    /**
     * Returns, of the words that have to match, the rows of each tier or a better one.
     *
     * @return a set for each tier, or null if no words have to match
     */
    long @Nullable [][] tiers() {
        return tiers;
    }

    private Rows narrowed(Rows rows, Filter filter, boolean lenient) {
        boolean few = rows.form == Rows.Form.LIST || (long) rows.count * ROWS_PER_TEST < scratch.rows();
        if (few && isOfPlaces(filter)) {
            return tested(rows, filter);
        }
        Rows own = rows(filter, lenient);
        Rows both = algebra.and(rows, own);
        release(own, both);
        return both;
    }

    private static boolean isOfPlaces(Filter filter) {
        return filter instanceof Filter.Near || filter instanceof Filter.Box;
    }

    private Rows tested(Rows rows, Filter filter) {
        Area area = filter instanceof Filter.Near near ? new Circle(near) : new Rectangle((Filter.Box) filter);
        if (rows.form == Rows.Form.LIST) {
            int[] passing = scratch.anyList();
            int count = 0;
            for (int i = 0; i < rows.count; i++) {
                if (places.isWithin(area, rows.list[i])) {
                    passing[count++] = rows.list[i];
                }
            }
            return scratch.newRows().list(passing, count);
        }
        long[] passing = scratch.noBits();
        int count = 0;
        for (int at = 0; at < passing.length; at++) {
            for (long word = rows.bits[at]; word != 0; word &= word - 1) {
                int row = (at << 6) + Long.numberOfTrailingZeros(word);
                if (places.isWithin(area, row)) {
                    passing[at] |= 1L << row;
                    count++;
                }
            }
        }
        return scratch.newRows().bits(passing, count);
    }

    /** @param lenient whether a field that the records do not have finds nothing, instead of being an error */
    private Rows rows(Filter filter, boolean lenient) {
        if (filter instanceof Filter.Choice choice) {
            return chosen(choice, lenient);
        }
        if (filter instanceof Filter.And and) {
            return all(and.parts(), lenient);
        }
        if (filter instanceof Filter.Or or) {
            return any(or.parts(), lenient);
        }
        if (filter instanceof Filter.Not not) {
            Rows part = rows(not.part(), lenient);
            Rows others = algebra.not(part);
            release(part, others);
            return others;
        }
        if (filter instanceof Filter.Preset preset) {
            return rows(preset.filter(), true);
        }
        if (filter instanceof Filter.Text text) {
            return matching(text);
        }
        long[] bits = scratch.noBits();
        if (filter instanceof Filter.Near near) {
            places.addWithin(near, bits);
        } else {
            places.addWithin((Filter.Box) filter, bits);
        }
        return algebra.ofBits(bits);
    }

    private Rows chosen(Filter.Choice choice, boolean lenient) {
        Column column = lenient ? columns.find(choice.field()) : columns.get(choice.field());
        if (column == null) {
            return algebra.none();
        }
        SortedSet<String> values = choice.values();
        int[] ordinals = new int[values.size()];
        int known = 0;
        boolean spans = false;
        for (String value : values) {
            int ordinal = column.ordinal(value);
            if (ordinal >= 0) {
                ordinals[known++] = ordinal;
            } else {
                spans |= column.field().span(value).isPresent();
            }
        }
        if (spans) {
            return withSpans(column, values);
        }
        if (known == 0) {
            return algebra.none();
        }
        if (known < ordinals.length) {
            ordinals = Arrays.copyOf(ordinals, known);
        }
        if (known == 1) {
            return scratch.newRows().of(column.set(ordinals[0])).named(column, ordinals);
        }
        long[] bits = scratch.noBits();
        int sum = 0;
        for (int ordinal : ordinals) {
            RowAlgebra.add(column.set(ordinal), bits);
            sum += column.totals()[ordinal];
        }
        Rows found = column.isSingle() ? scratch.newRows().bits(bits, sum) : algebra.ofBits(bits);
        return found.named(column, ordinals);
    }

    private Rows withSpans(Column column, SortedSet<String> values) {
        long[] bits = scratch.noBits();
        for (String value : values) {
            int ordinal = column.ordinal(value);
            if (ordinal >= 0) {
                RowAlgebra.add(column.set(ordinal), bits);
            } else {
                column.addSpan(value, bits);
            }
        }
        return algebra.ofBits(bits);
    }

    private Rows all(List<Filter> parts, boolean lenient) {
        Rows rows = algebra.all();
        for (Filter part : parts) {
            Rows before = rows;
            if (isOfPlaces(part)) {
                rows = narrowed(before, part, lenient);
            } else {
                Rows own = rows(part, lenient);
                rows = algebra.and(before, own);
                release(own, rows);
            }
            release(before, rows);
        }
        return rows;
    }

    private Rows any(List<Filter> parts, boolean lenient) {
        long[] bits = scratch.noBits();
        for (int i = 0; i < parts.size(); i++) {
            Rows rows = rows(parts.get(i), lenient);
            if (rows.isAll()) {
                if (!lenient) {
                    requireKnown(parts.subList(i + 1, parts.size()));
                }
                scratch.giveBack(bits);
                return rows;
            }
            RowAlgebra.add(rows, bits);
            scratch.giveBack(rows);
        }
        return algebra.ofBits(bits);
    }

    /** Refuses fields that the records do not have in parts that need no rows: what the records are has no say in that. */
    private void requireKnown(List<Filter> parts) {
        for (Filter part : parts) {
            if (part instanceof Filter.Choice choice) {
                columns.get(choice.field());
            } else if (part instanceof Filter.Not not) {
                requireKnown(List.of(not.part()));
            } else if (part instanceof Filter.And and) {
                requireKnown(and.parts());
            } else if (part instanceof Filter.Or or) {
                requireKnown(or.parts());
            }
        }
    }

    /** Gives rows back unless they are what came out. */
    private void release(Rows done, Rows result) {
        if (done != result) {
            scratch.giveBack(done);
        }
    }

    private Rows matching(Filter.Text text) {
        long[][] found = matched(text);
        for (int tier = 0; tier < TIERS - 1; tier++) {
            scratch.giveBack(found[tier]);
        }
        return algebra.ofBits(found[TIERS - 1]);
    }

    private long[][] matched(Filter.Text text) {
        long[][] found = new long[TIERS][];
        for (int tier = 0; tier < TIERS; tier++) {
            found[tier] = scratch.noBits();
        }
        if (!texts.match(text.words(), false, found)) {
            // Nothing in it makes a word, so nothing in it can be missing in a row.
            for (int tier = Tier.NAME_WORD.ordinal(); tier < TIERS; tier++) {
                RowAlgebra.addAll(scratch.rows(), found[tier]);
            }
        }
        return found;
    }

    /** Finds the rows of words that have to match, and keeps their tiers: a row that matches two texts has the worse tier. */
    private Rows required(Filter.Text text) {
        long[][] found = matched(text);
        long[][] before = tiers;
        if (before != null) {
            for (int tier = 0; tier < TIERS; tier++) {
                for (int i = 0; i < found[tier].length; i++) {
                    found[tier][i] &= before[tier][i];
                }
            }
            giveBackTiers();
        }
        tiers = found;
        Rows rows = algebra.ofBits(found[TIERS - 1]);
        rows.borrowed = true;
        return rows;
    }

    /** Gives the memory of the tiers back when the question is answered. */
    void giveBackTiers() {
        long[][] done = tiers;
        tiers = null;
        if (done != null) {
            for (long[] bits : done) {
                scratch.giveBack(bits);
            }
        }
    }
}
