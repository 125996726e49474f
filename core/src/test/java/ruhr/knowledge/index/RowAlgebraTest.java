package ruhr.knowledge.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** And, or and not of rows do what they do to sets, in whichever form the rows are. */
class RowAlgebraTest {

    private final Random random = new Random(20_261_125);

    private static BitSet set(Rows rows, int size) {
        BitSet set = new BitSet();
        for (int row = 0; row < size; row++) {
            set.set(row, rows.contains(row));
        }
        return set;
    }

    /** Returns some rows in one of the forms; lists only have as many rows as lists can have. */
    private Rows some(Scratch scratch) {
        int size = scratch.rows();
        int form = random.nextInt(8);
        if (form == 0) {
            return scratch.newRows().all(size);
        }
        if (form == 1) {
            return scratch.newRows().none();
        }
        int most = ValueSet.longestList(size);
        if (form < 5 && most > 0) {
            int count = 1 + random.nextInt(most);
            int[] list = random.ints(0, size).distinct().limit(count).sorted().toArray();
            return scratch.newRows().of(ValueSet.ofList(list));
        }
        long[] bits = scratch.noBits();
        double share = random.nextDouble();
        for (int row = 0; row < size; row++) {
            if (random.nextDouble() < share) {
                bits[row >>> 6] |= 1L << row;
            }
        }
        return scratch.newRows().bits(bits, RowAlgebra.count(bits));
    }

    @Test
    void rowsBehaveAsSets() {
        for (int size : new int[] {1, 63, 64, 65, 128, 1_000, 5_000}) {
            Scratch scratch = new Scratch.Pool(size, new int[0], new int[0]).take();
            RowAlgebra algebra = new RowAlgebra(scratch);
            for (int round = 0; round < 300; round++) {
                Rows a = some(scratch);
                Rows b = some(scratch);
                BitSet setOfA = set(a, size);
                BitSet both = set(b, size);
                both.and(setOfA);
                BitSet others = (BitSet) setOfA.clone();
                others.flip(0, size);

                check(both, algebra.and(a, b), size);
                check(others, algebra.not(a), size);
                check(setOfA, a, size);
            }
        }
    }

    private static void check(BitSet expected, Rows found, int size) {
        assertEquals(expected, set(found, size));
        assertEquals(expected.cardinality(), found.count);
    }

    @Test
    void whatWasGivenBackIsHandedOutAgain() {
        Scratch scratch = new Scratch.Pool(10_000, new int[0], new int[0]).take();
        RowAlgebra algebra = new RowAlgebra(scratch);
        Rows first = algebra.ofBits(scratch.noBits());
        long[] memory = first.bits;

        scratch.giveBack(first);

        assertSame(memory, scratch.anyBits());
    }

    @Test
    void whatBelongsToAnIndexIsNeverHandedOut() {
        Scratch scratch = new Scratch.Pool(10_000, new int[0], new int[0]).take();
        long[] ofAnIndex = new long[Scratch.words(10_000)];
        Rows borrowed = scratch.newRows().of(ValueSet.ofBits(ofAnIndex, 0));

        scratch.giveBack(borrowed);

        assertNotSame(ofAnIndex, scratch.anyBits());
    }

    @Test
    void aScratchComesBackToThePoolAndIsHandedOutAgain() {
        Scratch.Pool pool = new Scratch.Pool(100, new int[0], new int[0]);
        Scratch first = pool.take();
        pool.bringBack(first);

        assertSame(first, pool.take());
    }
}
