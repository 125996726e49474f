package ruhr.knowledge.index;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Span;
import ruhr.knowledge.query.Facet;

/** One field of all rows: for each value the rows that have it, or a value below it. */
final class Column {

    private final FilterSchema.Field<?> field;
    private final int place;
    private final Domain domain;
    private final ValueSet[] sets;
    private final int[] totals;
    private final @Nullable Numbers numbers;

    /** Whether every row has exactly one value, and no value stands below another. */
    private final boolean single;

    private final int largest;
    private final long words;
    private final long listed;

    /**
     * Turns values by row into rows by value.
     *
     * @param field the field
     * @param place its place among the fields
     * @param domain its values
     * @param assigned the ordinals of each row; "has no value" is one of them
     * @param numbers of numbers and days, all of them
     */
    Column(FilterSchema.Field<?> field, int place, Domain domain, IntRows assigned, @Nullable Numbers numbers) {
        this.field = field;
        this.place = place;
        this.domain = domain;
        this.numbers = numbers;
        int rows = assigned.size();
        totals = new int[domain.size()];
        boolean onlyOne = domain.isFlat();
        Closures closures = new Closures(domain, assigned);
        for (int row = 0; row < rows; row++) {
            int size = closures.of(row);
            onlyOne &= size == 1;
            for (int i = 0; i < size; i++) {
                totals[closures.ordinals()[i]]++;
            }
        }
        single = onlyOne;
        sets = sets(closures, rows);
        int most = 0;
        long wordsOfBits = 0;
        long rowsOfLists = 0;
        for (int ordinal = 0; ordinal < sets.length; ordinal++) {
            long[] bits = sets[ordinal].bits();
            wordsOfBits += bits == null ? 0 : bits.length;
            rowsOfLists += sets[ordinal].list().length;
            most = totals[ordinal] > totals[most] ? ordinal : most;
        }
        words = wordsOfBits;
        listed = rowsOfLists;
        largest = most;
    }

    private ValueSet[] sets(Closures closures, int rows) {
        long[][] bits = new long[totals.length][];
        int[][] lists = new int[totals.length][];
        int[] filled = new int[totals.length];
        for (int ordinal = 0; ordinal < totals.length; ordinal++) {
            if (totals[ordinal] > ValueSet.longestList(rows)) {
                bits[ordinal] = new long[Scratch.words(rows)];
            } else {
                lists[ordinal] = new int[totals[ordinal]];
            }
        }
        for (int row = 0; row < rows; row++) {
            int size = closures.of(row);
            for (int i = 0; i < size; i++) {
                int ordinal = closures.ordinals()[i];
                if (bits[ordinal] == null) {
                    lists[ordinal][filled[ordinal]++] = row;
                } else {
                    bits[ordinal][row >>> 6] |= 1L << row;
                }
            }
        }
        ValueSet[] made = new ValueSet[totals.length];
        for (int ordinal = 0; ordinal < made.length; ordinal++) {
            made[ordinal] = bits[ordinal] == null
                    ? ValueSet.ofList(lists[ordinal])
                    : ValueSet.ofBits(bits[ordinal], totals[ordinal]);
        }
        return made;
    }

    String name() {
        return field.name();
    }

    FilterSchema.Field<?> field() {
        return field;
    }

    /** Returns the place of this field among those of the schema. */
    int place() {
        return place;
    }

    Domain domain() {
        return domain;
    }

    ValueSet set(int ordinal) {
        return sets[ordinal];
    }

    /** Returns for each ordinal how many rows have it. */
    int[] totals() {
        return totals;
    }

    /** Tells whether every row has exactly one value, so that the counts of all values add up to the rows. */
    boolean isSingle() {
        return single;
    }

    /** Returns the value that most rows have. */
    int largest() {
        return largest;
    }

    /** Returns how many words all bits of the values have together. */
    long words() {
        return words;
    }

    /** Returns how many rows all lists of the values have together. */
    long listed() {
        return listed;
    }

    /**
     * Returns the ordinal of a value.
     *
     * @return the ordinal, or -1 if the value is not in the vocabulary; it may be a span then
     */
    int ordinal(String value) {
        return value.equals(Filter.NONE) ? domain.none() : domain.ordinal(value);
    }

    /** Adds the rows that have a number in a span; none for what is no span, and in a field without numbers. */
    void addSpan(String value, long[] bits) {
        Optional<Span> span = field.span(value);
        if (numbers != null && span.isPresent()) {
            numbers.addWithin(span.get(), bits);
        }
    }

    Facet facet(int[] counts) {
        return Facet.of(field.name(), domain.ids(), counts);
    }

    long bytes() {
        long bytes = 4L * totals.length + (numbers == null ? 0 : numbers.bytes());
        for (ValueSet set : sets) {
            bytes += set.bytes();
        }
        return bytes;
    }
}
