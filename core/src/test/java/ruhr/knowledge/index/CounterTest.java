package ruhr.knowledge.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Keyword;
import ruhr.knowledge.filter.Term;
import ruhr.knowledge.filter.Vocabulary;
import ruhr.knowledge.value.LocalizedText;

/** All ways of counting come to the numbers that a plain loop comes to. */
class CounterTest {

    private static final int[] SIZES = {1, 2, 63, 64, 65, 127, 128, 129, 500, 2_000, 9_000};

    /** How the values of a field stand to each other, and how many a record has. */
    private enum Shape {
        SINGLE,
        SINGLE_OR_NONE,
        FEW_AT_ONCE,
        MANY_AT_ONCE,
        TREE,
        SMALL_TREE,
        DEEP_TREE,
        SEVERAL_ABOVE,
        MANY_VALUES
    }

    /** One field, its values by row, and its column. */
    private record Sample(Vocabulary vocabulary, List<TreeSet<Integer>> closures, IntRows assigned, Column column) {}

    /** Made-up fields of made-up rows. */
    private static final class Fields {

        private final List<Sample> samples = new ArrayList<>();
        private final Random random;
        private final int rows;

        Fields(long seed, int rows) {
            random = new Random(seed);
            this.rows = rows;
        }

        private void add(Shape shape) {
            int values = (shape == Shape.MANY_AT_ONCE ? 30 : 1)
                    + random.nextInt(
                            switch (shape) {
                                case FEW_AT_ONCE, SMALL_TREE -> 7;
                                case MANY_VALUES -> 900;
                                default -> 60;
                            });
            List<Term> terms = new ArrayList<>();
            for (int i = 0; i < values; i++) {
                Keyword term = Keyword.of("v" + i);
                int parents = i == 0
                        ? 0
                        : switch (shape) {
                            case TREE, SMALL_TREE -> random.nextInt(4) == 0 ? 0 : 1;
                            case DEEP_TREE -> 1;
                            case SEVERAL_ABOVE -> random.nextInt(4);
                            default -> 0;
                        };
                TreeSet<String> broader = new TreeSet<>();
                for (int parent = 0; parent < parents; parent++) {
                    int reach = shape == Shape.DEEP_TREE ? Math.min(i, 3) : i;
                    broader.add("v" + (i - 1 - random.nextInt(reach)));
                }
                terms.add(broader.isEmpty() ? term : term.below(broader.toArray(String[]::new)));
            }
            Vocabulary vocabulary = Vocabulary.of(terms);
            Domain domain = new Domain(vocabulary);
            IntRows assigned = new IntRows(rows);
            List<TreeSet<Integer>> closures = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                TreeSet<Integer> closure = new TreeSet<>();
                for (int i = howMany(shape); i > 0; i--) {
                    int ordinal = (int) (values * Math.pow(random.nextDouble(), 2));
                    assigned.addOnce(ordinal, 0);
                    addWithAllAbove(vocabulary, ordinal, closure);
                }
                if (closure.isEmpty()) {
                    assigned.add(domain.none());
                    closure.add(domain.none());
                }
                assigned.endRow();
                closures.add(closure);
            }
            FilterSchema.Field<Object> field = new FilterSchema.Field<>(
                    "f" + samples.size(),
                    LocalizedText.german("Feld"),
                    FilterSchema.Kind.CHOICE,
                    vocabulary,
                    none -> List.of(),
                    none -> List.of(),
                    new TreeSet<>());
            samples.add(new Sample(
                    vocabulary, closures, assigned, new Column(field, samples.size(), domain, assigned, null)));
        }

        private int howMany(Shape shape) {
            return switch (shape) {
                case SINGLE -> 1;
                case SINGLE_OR_NONE -> random.nextInt(5) == 0 ? 0 : 1;
                case MANY_AT_ONCE -> random.nextInt(30);
                case MANY_VALUES -> random.nextInt(9);
                default -> random.nextInt(70) == 0 ? random.nextInt(20) : random.nextInt(4);
            };
        }

        private static void addWithAllAbove(Vocabulary vocabulary, int ordinal, TreeSet<Integer> closure) {
            closure.add(ordinal);
            for (String above : vocabulary.terms().get(ordinal).broader()) {
                addWithAllAbove(vocabulary, Integer.parseInt(above.substring(1)), closure);
            }
        }

        private List<Column> columns() {
            return samples.stream().map(Sample::column).toList();
        }

        private List<IntRows> assigned() {
            return samples.stream().map(Sample::assigned).toList();
        }

        private Scratch scratch(PackedRows packed) {
            return new Scratch.Pool(
                            rows,
                            packed.counters(),
                            columns().stream()
                                    .mapToInt(column -> column.domain().size())
                                    .toArray())
                    .take();
        }

        private int[] plainCounts(Sample sample, BitSet among) {
            int[] counts = new int[sample.column().domain().size()];
            for (int row = among.nextSetBit(0); row >= 0; row = among.nextSetBit(row + 1)) {
                sample.closures().get(row).forEach(ordinal -> counts[ordinal]++);
            }
            return counts;
        }

        private BitSet someRows() {
            BitSet some = new BitSet(rows);
            double share = Math.pow(random.nextDouble(), 3);
            boolean allButSome = random.nextBoolean();
            for (int row = 0; row < rows; row++) {
                some.set(row, random.nextDouble() < share != allButSome);
            }
            return some;
        }

        private void checkAllWays(String seed) {
            PackedRows packed = new PackedRows(columns(), assigned(), rows);
            PairTable pairs = PairTable.of(columns(), assigned(), rows);
            for (int round = 0; round < 4; round++) {
                BitSet some = someRows();
                for (Plan plan : Plan.values()) {
                    Scratch scratch = scratch(packed);
                    Counter counter = new Counter(packed, pairs, new Planner(Costs.MEASURED, plan), scratch);
                    check(counter, scratch, asBits(some), some, seed + ", bits, " + plan);
                    check(counter, scratch, asList(some), some, seed + ", list, " + plan);
                }
            }
            checkPairs(packed, pairs, seed);
        }

        private void check(Counter counter, Scratch scratch, Rows among, BitSet some, String what) {
            counter.count(among, columns());
            for (Sample sample : samples) {
                assertArrayEquals(
                        plainCounts(sample, some),
                        scratch.counts[sample.column().place()],
                        () -> what + ", " + rows + " rows, " + sample.column().name());
            }
        }

        private void checkPairs(PackedRows packed, PairTable pairs, String seed) {
            Scratch scratch = scratch(packed);
            RowAlgebra algebra = new RowAlgebra(scratch);
            Counter counter = new Counter(packed, pairs, new Planner(Costs.MEASURED, Plan.CHEAPEST), scratch);
            for (Sample given : samples) {
                int ordinal = random.nextInt(given.column().domain().size());
                BitSet having = new BitSet(rows);
                for (int row = 0; row < rows; row++) {
                    having.set(row, given.closures().get(row).contains(ordinal));
                }
                Rows rowsOfValue =
                        scratch.newRows().of(given.column().set(ordinal)).named(given.column(), ordinal);
                check(
                        counter,
                        scratch,
                        rowsOfValue,
                        having,
                        seed + ", one value of " + given.column().name());
                BitSet others = (BitSet) having.clone();
                others.flip(0, rows);
                check(
                        counter,
                        scratch,
                        algebra.not(rowsOfValue),
                        others,
                        seed + ", all but " + given.column().name());
            }
        }

        private Rows asBits(BitSet some) {
            long[] bits = new long[Scratch.words(rows)];
            System.arraycopy(some.toLongArray(), 0, bits, 0, some.toLongArray().length);
            return new Rows().bits(bits, some.cardinality());
        }

        private Rows asList(BitSet some) {
            return new Rows().list(some.stream().toArray(), some.cardinality());
        }
    }

    @Test
    void everyWayOfCountingComesToTheNumbersOfAPlainLoop() {
        for (int seed = 0; seed < 60; seed++) {
            Fields fields = new Fields(seed, SIZES[seed % SIZES.length]);
            for (int field = 1 + seed % 7; field > 0; field--) {
                fields.add(Shape.values()[fields.random.nextInt(Shape.values().length)]);
            }
            fields.checkAllWays("seed " + seed);
        }
    }

    @Test
    void fieldsThatDoNotFitIntoOneWordPerRowStandInSeveral() {
        Fields fields = new Fields(1, 300);
        for (int field = 0; field < 12; field++) {
            fields.add(Shape.TREE);
        }

        assertTrue(new PackedRows(fields.columns(), fields.assigned(), fields.rows)
                        .planes()
                        .size()
                > 1);
        fields.checkAllWays("twelve trees");
    }

    @Test
    void aFieldTooWideForAWordIsCountedByItsSets() {
        Fields fields = new Fields(2, 300);
        fields.add(Shape.SINGLE);
        fields.add(Shape.MANY_AT_ONCE);

        PackedRows packed = new PackedRows(fields.columns(), fields.assigned(), fields.rows);

        assertTrue(packed.has(fields.columns().get(0)));
        assertFalse(packed.has(fields.columns().get(1)));
        fields.checkAllWays("one wide field");
    }

    @Test
    void aCountThatIsOffByOneWouldBeSeen() {
        Fields fields = new Fields(3, 300);
        fields.add(Shape.TREE);
        BitSet some = fields.someRows();
        Scratch scratch = fields.scratch(new PackedRows(fields.columns(), fields.assigned(), fields.rows));
        Counter counter = new Counter(
                new PackedRows(fields.columns(), fields.assigned(), fields.rows),
                PairTable.none(fields.columns()),
                new Planner(Costs.MEASURED, Plan.ROWS),
                scratch);
        BitSet oneLess = (BitSet) some.clone();
        oneLess.clear(some.nextSetBit(0));

        counter.count(fields.asBits(oneLess), fields.columns());

        int[] right = fields.plainCounts(fields.samples.get(0), some);
        int[] wrong = scratch.counts[0];
        int difference = 0;
        for (int i = 0; i < right.length; i++) {
            difference += right[i] - wrong[i];
        }
        assertEquals(fields.samples.get(0).closures().get(some.nextSetBit(0)).size(), difference);
    }
}
