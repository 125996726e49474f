package ruhr.knowledge.index;

import java.util.Arrays;

/** For each row a few numbers, one behind the other in one array. Rows are added at the end. */
final class IntRows {

    private int[] starts;
    private int[] values;
    private int rows;

    /** How many numbers the row that is not ended yet has. */
    private int pending;

    IntRows(int rows) {
        starts = new int[rows + 1];
        values = new int[rows + 16];
    }

    /** Returns how many numbers the row that is not ended yet has. */
    int pending() {
        return pending;
    }

    /**
     * Adds a number to the row that is not ended yet, unless it is there already.
     *
     * @param since how many of its numbers are not looked at
     */
    void addOnce(int value, int since) {
        int start = starts[rows];
        for (int i = start + since; i < start + pending; i++) {
            if (values[i] == value) {
                return;
            }
        }
        add(value);
    }

    /** Adds a number to the row that is not ended yet. */
    void add(int value) {
        int at = starts[rows] + pending++;
        if (at == values.length) {
            values = Arrays.copyOf(values, grown(at));
        }
        values[at] = value;
    }

    /** Forgets the last numbers of the row that is not ended yet. */
    void dropBackTo(int number) {
        pending = number;
    }

    /** Ends the row that numbers were added to, and begins the next one. */
    void endRow() {
        rows++;
        if (rows == starts.length) {
            starts = Arrays.copyOf(starts, grown(rows));
        }
        starts[rows] = starts[rows - 1] + pending;
        pending = 0;
    }

    /** Returns the rows in another order. */
    IntRows inOrder(int[] order) {
        IntRows moved = new IntRows(order.length);
        moved.values = new int[starts[rows]];
        for (int row : order) {
            int start = starts[row];
            int length = starts[row + 1] - start;
            int to = moved.starts[moved.rows];
            for (int i = 0; i < length; i++) {
                moved.values[to + i] = values[start + i];
            }
            moved.starts[++moved.rows] = to + length;
        }
        return moved;
    }

    private static int grown(int length) {
        return length + (length >> 1) + 16;
    }

    int start(int row) {
        return starts[row];
    }

    int end(int row) {
        return starts[row + 1];
    }

    /** Returns the numbers of all rows; those of a row stand from its start to its end. */
    int[] values() {
        return values;
    }

    int size() {
        return rows;
    }
}
