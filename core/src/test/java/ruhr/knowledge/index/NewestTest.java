package ruhr.knowledge.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NewestTest {

    @Test
    void theLatestDayComesFirstAndRowsOfOneDayStayInTheirOrder() {
        Newest newest = new Newest(new long[] {10, Long.MIN_VALUE, 20, 10, 30, Long.MIN_VALUE});
        int[] expected = {4, 2, 0, 3, 1, 5};

        for (int rank = 0; rank < expected.length; rank++) {
            assertEquals(expected[rank], newest.row(rank));
            assertEquals(rank, newest.rank(expected[rank]));
        }
    }
}
