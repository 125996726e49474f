package ruhr.knowledge.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows that one question has to do with: all, a bit for each row, or a sorted list.
 */
final class Rows {

    enum Form {
        ALL,
        BITS,
        LIST
    }

    private static final int[] NO_ORDINALS = {};
    private static final long[] NO_BITS = {};

    Form form = Form.ALL;
    long[] bits = NO_BITS;
    int[] list = NO_ORDINALS;
    int count;

    /** Whether the bits or the list may be handed out again when these rows are not needed any more. */
    boolean borrowed;

    /** The field whose values these rows are, all that have one of them and no others; null if they are of another kind. */
    @Nullable
    Column column;

    int[] ordinals = NO_ORDINALS;

    /** Whether these are the rows that have none of the values. */
    boolean negated;

    Rows all(int rows) {
        return set(Form.ALL, NO_BITS, NO_ORDINALS, rows, true);
    }

    Rows none() {
        return set(Form.LIST, NO_BITS, NO_ORDINALS, 0, true);
    }

    Rows of(ValueSet values) {
        long[] valueBits = values.bits();
        return valueBits == null
                ? set(Form.LIST, NO_BITS, values.list(), values.count(), true)
                : set(Form.BITS, valueBits, NO_ORDINALS, values.count(), true);
    }

    Rows bits(long[] own, int number) {
        return set(Form.BITS, own, NO_ORDINALS, number, false);
    }

    Rows list(int[] own, int number) {
        return set(Form.LIST, NO_BITS, own, number, false);
    }

    private Rows set(Form newForm, long[] newBits, int[] newList, int newCount, boolean newBorrowed) {
        form = newForm;
        bits = newBits;
        list = newList;
        count = newCount;
        borrowed = newBorrowed;
        column = null;
        ordinals = NO_ORDINALS;
        negated = false;
        return this;
    }

    /** Says that these are the rows that have one of some values. */
    Rows named(Column field, int... values) {
        column = field;
        ordinals = values;
        return this;
    }

    boolean isAll() {
        return form == Form.ALL;
    }

    boolean isEmpty() {
        return count == 0;
    }

    boolean contains(int row) {
        return switch (form) {
            case ALL -> true;
            case BITS -> (bits[row >>> 6] >>> row & 1) != 0;
            case LIST -> Arrays.binarySearch(list, 0, count, row) >= 0;
        };
    }
}
