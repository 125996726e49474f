package ruhr.knowledge.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlicesTest {

    @Test
    void everyCoordinateLiesInTheSliceThatIsNamed() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int[] all = random.ints(1 + random.nextInt(300), -50, 50).toArray();

            Slices slices = new Slices(all, all.length, 1 + random.nextInt(20));

            for (int one : all) {
                int slice = slices.of(one);
                assertTrue(
                        slice >= 0
                                && slice < slices.count()
                                && slices.edge(slice) <= one
                                && one < slices.edge(slice + 1),
                        "seed " + seed + ", " + one + " in " + slice);
            }
        }
    }

    @Test
    void onePlaceFarAwayLeavesTheOtherSlicesNarrow() {
        int[] all = IntStream.range(0, 1000).toArray();
        all[500] = 1_800_000_000;

        Slices slices = new Slices(all, all.length, 10);

        assertEquals(10, slices.count());
        assertTrue(slices.edge(9) < 1000, "the last slice begins at " + slices.edge(9));
    }

    @Test
    void equalCoordinatesAreOneSlice() {
        assertEquals(1, new Slices(new int[100], 100, 8).count());
    }

    @Test
    void whatLiesBeyondIsTold() {
        Slices slices = new Slices(new int[] {1, 2, 3, 4}, 4, 2);

        assertEquals(-1, slices.of(0.999));
        assertEquals(2, slices.of(5));
    }

    @Test
    void withoutCoordinatesThereAreNoSlices() {
        assertEquals(0, new Slices(new int[5], 0, 4).count());
    }
}
