package ruhr.knowledge.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import ruhr.knowledge.filter.Span;

class NumbersTest {

    @Test
    void theRowsOfASpanAreThoseOfItsNumbers() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            int size = random.nextInt(50);
            long[] numbers = random.longs(size, -20, 20).toArray();
            int[] rows = random.ints(size, 0, 64).toArray();
            long from = random.nextInt(10) == 0 ? Long.MIN_VALUE : random.nextInt(50) - 25;
            long to = random.nextInt(10) == 0 ? Long.MAX_VALUE : Math.max(from, random.nextInt(50) - 25);
            long expected = 0;
            for (int i = 0; i < size; i++) {
                if (numbers[i] >= from && numbers[i] <= to) {
                    expected |= 1L << rows[i];
                }
            }
            long[] found = {0};

            new Numbers(numbers, rows).addWithin(new Span(from, to), found);

            assertEquals(expected, found[0], "round " + round);
        }
    }
}
