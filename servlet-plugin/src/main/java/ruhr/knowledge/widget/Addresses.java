package ruhr.knowledge.widget;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.value.Slug;

/**
 * Addresses that differ in one value only. The first two are written in full; if they are the same but for the value, so are
 * the others, and the value is put between what they have in common. For one rendering; not thread-safe.
 */
final class Addresses {

    private final UnaryOperator<String> inFull;
    private @Nullable String firstValue;
    private String first = "";
    private boolean isCompared;
    private @Nullable String before;
    private String after = "";

    /**
     * Returns the addresses of values.
     *
     * @param inFull writes the address of any value; what it writes beside the value must not follow from the value
     */
    Addresses(UnaryOperator<String> inFull) {
        this.inFull = inFull;
    }

    /** Returns the address of a value. */
    String of(String value) {
        if (before != null && Slug.is(value)) {
            return before + value + after;
        }
        String written = inFull.apply(value);
        if (!isCompared && Slug.is(value)) {
            compare(value, written);
        }
        return written;
    }

    private void compare(String value, String written) {
        if (firstValue == null) {
            firstValue = value;
            first = written;
            return;
        }
        if (value.equals(firstValue)) {
            return;
        }
        isCompared = true;
        for (int at = first.indexOf(firstValue); at >= 0; at = first.indexOf(firstValue, at + 1)) {
            String start = first.substring(0, at);
            String end = first.substring(at + firstValue.length());
            if (written.equals(start + value + end)) {
                before = start;
                after = end;
                return;
            }
        }
    }
}
