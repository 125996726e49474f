package ruhr.knowledge.index;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * For each two values how many rows have both. Where the rows to count among are those of one value, the counts of all other
 * values stand here already.
 */
final class PairTable {

    private static final int MOST_VALUES = 2_000;
    private static final int NUMBERS_PER_ROW = 8;
    private static final int NUMBERS_ALWAYS = 100_000;

    /** For each field the place of its first value, or -1 if the table does not have it. */
    private final int[] offsets;

    private final int size;
    private final int[] pairs;

    private PairTable(int[] offsets, int size) {
        this.offsets = offsets;
        this.size = size;
        pairs = new int[size * size];
    }

    /** Returns a table that knows no field. */
    static PairTable none(List<Column> columns) {
        int[] offsets = new int[columns.size()];
        Arrays.fill(offsets, -1);
        return new PairTable(offsets, 0);
    }

    /** Counts the pairs of as many fields as fit into a table of a size that suits the number of rows. */
    static PairTable of(List<Column> columns, List<IntRows> assigned, int rows) {
        PairTable empty = none(columns);
        int size = 0;
        List<Column> bySize = columns.stream()
                .sorted(Comparator.comparingInt(column -> column.domain().size()))
                .toList();
        for (Column column : bySize) {
            long wanted = size + column.domain().size();
            if (wanted > MOST_VALUES || wanted * wanted > (long) NUMBERS_PER_ROW * rows + NUMBERS_ALWAYS) {
                break;
            }
            empty.offsets[column.place()] = size;
            size = (int) wanted;
        }
        PairTable table = new PairTable(empty.offsets, size);
        table.count(columns, assigned, rows);
        return table;
    }

    private void count(List<Column> columns, List<IntRows> assigned, int rows) {
        Closures[] closures = columns.stream()
                .map(column -> new Closures(column.domain(), assigned.get(column.place())))
                .toArray(Closures[]::new);
        int[] values = new int[16];
        for (int row = 0; row < rows; row++) {
            int found = 0;
            for (int place = 0; place < closures.length; place++) {
                if (offsets[place] >= 0) {
                    int more = closures[place].of(row);
                    if (found + more > values.length) {
                        values = Arrays.copyOf(values, (found + more) * 2);
                    }
                    for (int i = 0; i < more; i++) {
                        values[found++] = offsets[place] + closures[place].ordinals()[i];
                    }
                }
            }
            for (int i = 0; i < found; i++) {
                int start = values[i] * size;
                for (int j = 0; j <= i; j++) {
                    pairs[start + values[j]]++;
                }
            }
        }
        // Each pair was counted on one side only, and which one is up to the row.
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < a; b++) {
                int both = pairs[a * size + b] + pairs[b * size + a];
                pairs[a * size + b] = both;
                pairs[b * size + a] = both;
            }
        }
    }

    boolean has(Column column) {
        return offsets[column.place()] >= 0;
    }

    /** Adds to the counts of a field the rows that have a value of another field. */
    void add(Column given, int ordinal, Column counted, int[] counts) {
        int start = (offsets[given.place()] + ordinal) * size + offsets[counted.place()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] += pairs[start + i];
        }
    }

    long bytes() {
        return 4L * pairs.length;
    }
}
