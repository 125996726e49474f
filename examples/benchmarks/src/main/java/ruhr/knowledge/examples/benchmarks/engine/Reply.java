package ruhr.knowledge.examples.benchmarks.engine;

import java.util.Arrays;
import java.util.Optional;
import ruhr.knowledge.examples.benchmarks.data.Catalogue;

/**
 * An answer that can be compared. The arrays are not copied.
 *
 * @param total how many records
 * @param page numbers of the first records by name
 * @param counts for each value of the catalogue, how many records it would leave
 */
public record Reply(int total, int[] page, int[] counts) {

    /**
     * Says where another answer differs.
     *
     * @param other another answer
     * @param catalogue what both are about
     * @return a sentence about the first difference, or empty if there is none
     */
    public Optional<String> differenceTo(Reply other, Catalogue catalogue) {
        if (total != other.total) {
            return Optional.of("total: expected " + total + ", found " + other.total);
        }
        if (!Arrays.equals(page, other.page)) {
            return Optional.of("page: expected " + ids(page, catalogue) + ", found " + ids(other.page, catalogue));
        }
        int at = Arrays.mismatch(counts, other.counts);
        return at < 0
                ? Optional.empty()
                : Optional.of("count of " + catalogue.fieldOf(at).name() + "=" + catalogue.valueId(at) + ": expected "
                        + counts[at] + ", found " + other.counts[at]);
    }

    private static String ids(int[] page, Catalogue catalogue) {
        return Arrays.stream(page)
                .mapToObj(number -> catalogue.items().get(number).id())
                .toList()
                .toString();
    }

    /** Two answers are the same only if they are one object; see {@link #differenceTo}. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return total;
    }
}
