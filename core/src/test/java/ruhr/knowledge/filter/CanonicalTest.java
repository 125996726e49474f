package ruhr.knowledge.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import ruhr.knowledge.value.GeoPoint;

/** Filters of one meaning have one form, as far as the laws go that it promises. */
class CanonicalTest {

    private static final long SEED = 20261125;
    private static final int ROUNDS = 20_000;

    private final Filter a = Filter.choice("topic", "a");
    private final Filter b = Filter.choice("topic", "b");
    private final Filter ab = Filter.choice("topic", "a", "b");
    private final Filter city = Filter.choice("city", "a");
    private final Filter wind = Filter.text("wind");
    private final Filter box = Filter.box(6, 51, 8, 52);

    /** Trees of all shapes, the same ones for the same seed. */
    private static final class Trees {

        private final Random random;

        Trees(long seed) {
            random = new Random(seed);
        }

        Filter tree() {
            return tree(4);
        }

        private Filter tree(int depth) {
            int kind = random.nextInt(depth == 0 ? 6 : 12);
            if (kind < 4) {
                return choice();
            }
            if (kind < 6) {
                return random.nextInt(9) == 0
                        ? random.nextBoolean() ? Filter.everything() : Filter.nothing()
                        : TruthTable.CONDITIONS.get(random.nextInt(TruthTable.CONDITIONS.size()));
            }
            if (kind == 6) {
                return new Filter.Not(tree(depth - 1));
            }
            if (kind == 7 && random.nextBoolean()) {
                return new Filter.Preset("p" + random.nextInt(2), tree(depth - 1));
            }
            List<Filter> parts = new ArrayList<>();
            for (int draws = random.nextInt(4) + kind % 2; draws > 0; draws--) {
                parts.add(tree(depth - 1));
            }
            return kind % 2 == 0 ? new Filter.And(parts) : new Filter.Or(parts);
        }

        private Filter choice() {
            Set<String> values = new TreeSet<>();
            do {
                values.add(List.of("a", "b", "c").get(random.nextInt(3)));
            } while (random.nextInt(3) == 0);
            return Filter.choice(random.nextBoolean() ? "topic" : "city", values);
        }

        Filter shuffled(Filter filter) {
            if (filter instanceof Filter.Not not) {
                return new Filter.Not(shuffled(not.part()));
            }
            if (filter instanceof Filter.Preset preset) {
                return new Filter.Preset(preset.id(), shuffled(preset.filter()));
            }
            if (filter instanceof Filter.And and) {
                return new Filter.And(shuffled(and.parts()));
            }
            return filter instanceof Filter.Or or ? new Filter.Or(shuffled(or.parts())) : filter;
        }

        private List<Filter> shuffled(List<Filter> parts) {
            List<Filter> shuffled =
                    new ArrayList<>(parts.stream().map(this::shuffled).toList());
            Collections.shuffle(shuffled, random);
            return shuffled;
        }
    }

    private static void keepsMeaning(UnaryOperator<Filter> canonical) {
        Trees trees = new Trees(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            Filter tree = trees.tree();
            assertEquals(TruthTable.of(tree), TruthTable.of(canonical.apply(tree)), where(i, tree));
        }
    }

    private static void hasOneForm(UnaryOperator<Filter> one, UnaryOperator<Filter> other) {
        Trees trees = new Trees(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            Filter tree = trees.tree();
            areOne(one.apply(tree).canonical(), other.apply(tree).canonical(), where(i, tree));
        }
    }

    private static void hasOneForm(BinaryOperator<Filter> one, BinaryOperator<Filter> other) {
        Trees trees = new Trees(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            Filter x = trees.tree();
            Filter y = trees.tree();
            areOne(one.apply(x, y).canonical(), other.apply(x, y).canonical(), where(i, List.of(x, y)));
        }
    }

    /** Filters are equal in any order; in their text it shows. */
    private static void areOne(Filter some, Filter other, String where) {
        assertEquals(some, other, where);
        assertEquals(some.toString(), other.toString(), where);
    }

    private static String where(int round, Object what) {
        return "seed " + SEED + ", round " + round + ": " + what;
    }

    private static Filter and(Filter... parts) {
        return new Filter.And(List.of(parts));
    }

    private static Filter or(Filter... parts) {
        return new Filter.Or(List.of(parts));
    }

    private static Filter not(Filter part) {
        return new Filter.Not(part);
    }

    @Test
    void noMeaningChanges() {
        keepsMeaning(Filter::canonical);
    }

    @Test
    void wrongRulesAreSeen() {
        List<UnaryOperator<Filter>> wrong = List.of(
                // An alternative cannot be left out,
                tree -> tree instanceof Filter.Or or && or.parts().size() > 1
                        ? new Filter.Or(or.parts().subList(1, or.parts().size()))
                        : tree,
                // nor a condition,
                tree -> tree instanceof Filter.And and && !and.parts().isEmpty()
                        ? new Filter.And(and.parts().subList(1, and.parts().size()))
                        : tree,
                // and a negation does not leave "and" as it is.
                tree -> tree instanceof Filter.Not not && not.part() instanceof Filter.And and
                        ? new Filter.And(and.parts().stream()
                                .map(part -> (Filter) new Filter.Not(part))
                                .toList())
                        : tree);
        for (UnaryOperator<Filter> rule : wrong) {
            assertThrows(AssertionFailedError.class, () -> keepsMeaning(rule));
        }
    }

    @Test
    void aCanonicalFilterStaysAsItIs() {
        hasOneForm(tree -> tree, Filter::canonical);
        assertThrows(AssertionFailedError.class, () -> hasOneForm(tree -> tree, tree -> not(tree.canonical())));
    }

    @Test
    void theOrderOfConditionsSaysNothing() {
        Trees trees = new Trees(SEED + 1);
        hasOneForm(tree -> tree, trees::shuffled);
    }

    @Test
    void conditionsOfEachKindStandInOneOrder() {
        GeoPoint essen = new GeoPoint(51.45, 7.01);
        List<Filter> kinds = List.of(
                city,
                a,
                ab,
                Filter.text("sonne"),
                wind,
                Filter.near(essen, 1_000),
                Filter.near(new GeoPoint(51.45, 7.02), 1_000),
                Filter.near(essen, 2_000),
                box,
                Filter.box(6, 51, 8, 53),
                new Filter.Preset("p", a),
                new Filter.Preset("p", b),
                not(wind),
                or(city, and(b, wind)),
                or(wind, and(b, city)));
        Trees trees = new Trees(SEED + 2);
        for (int i = 0; i < 200; i++) {
            Filter shuffled = trees.shuffled(not(and(not(new Filter.Or(kinds)))));
            areOne(new Filter.Or(kinds).canonical(), shuffled.canonical(), where(i, shuffled));
        }
    }

    @Test
    void aDoubleNegationIsNone() {
        hasOneForm(tree -> tree, tree -> not(not(tree)));
    }

    @Test
    void negationsComeToStandAtSingleConditions() {
        hasOneForm((x, y) -> not(and(x, y)), (x, y) -> or(not(x), not(y)));
        hasOneForm((x, y) -> not(or(x, y)), (x, y) -> and(not(x), not(y)));
    }

    @Test
    void whatIsSaidTwiceIsSaidOnce() {
        hasOneForm(x -> and(x, x), x -> x);
        hasOneForm(x -> or(x, x), x -> x);
    }

    @Test
    void nestedPartsOfOneSortAreFlattened() {
        hasOneForm((x, y) -> and(x, and(y, x)), (x, y) -> and(x, y));
        hasOneForm((x, y) -> or(x, or(y, x)), (x, y) -> or(x, y));
    }

    @Test
    void everythingAndNothingCountForNothingOrForAll() {
        hasOneForm(x -> and(x, Filter.everything()), x -> x);
        hasOneForm(x -> or(x, Filter.nothing()), x -> x);
        hasOneForm(x -> and(x, Filter.nothing()), x -> Filter.nothing());
        hasOneForm(x -> or(x, Filter.everything()), x -> Filter.everything());
    }

    @Test
    void whatAWiderConditionSaysIsDroppedFromAConjunction() {
        hasOneForm((x, y) -> and(x, or(x, y)), (x, y) -> x);
        assertEquals(a, and(a, ab).canonical());
        assertEquals(and(a, wind), and(a, or(ab, box), wind).canonical());
        assertEquals(and(a, wind), and(a, wind, or(and(wind, ab), city)).canonical());
        assertEquals(not(ab), and(not(a), not(ab)).canonical());
    }

    @Test
    void whatAWiderAlternativeIncludesIsDroppedFromAlternatives() {
        hasOneForm((x, y) -> or(x, and(x, y)), (x, y) -> x);
        assertEquals(ab, or(ab, and(a, box)).canonical());
        assertEquals(not(a), or(not(a), not(ab)).canonical());
        assertEquals(or(a, wind), or(a, wind, and(or(wind, a), city)).canonical());
    }

    @Test
    void choicesThatAreAlternativesAreOneAndSoAreExclusionsThatHoldTogether() {
        assertEquals(or(ab, wind), or(a, wind, b).canonical());
        assertEquals(and(not(ab), wind), and(not(a), wind, not(b)).canonical());
        assertEquals(ab, not(and(not(a), not(b))).canonical());
        assertNotEquals(not(ab), or(not(a), not(b)).canonical());
        assertNotEquals(ab, and(a, b).canonical());
    }

    @Test
    void aConditionBesideItsOppositeStays() {
        assertEquals(and(a, not(a)), and(a, not(a)).canonical());
        assertEquals(or(a, not(a)), or(a, not(a)).canonical());
    }

    @Test
    void aPresetKeepsItsNameWhateverItSays() {
        Filter preset = new Filter.Preset("p", and(a, and(wind)));

        assertEquals(new Filter.Preset("p", and(a, wind)), preset.canonical());
        assertEquals(
                and(a, new Filter.Preset("p", and(a, wind))), and(a, preset).canonical());
        assertEquals(not(new Filter.Preset("p", and(a, wind))), not(preset).canonical());
    }

    @Test
    void aTreeCanBe64DeepAndNoDeeper() {
        Filter deep = a;
        for (int depth = 1; depth < Filter.MOST_DEPTH; depth++) {
            deep = depth % 3 == 0 ? not(deep) : depth % 3 == 1 ? and(deep, wind) : or(deep, city);
        }
        Filter deepest = deep;

        assertEquals(Filter.MOST_DEPTH, deepest.depth());
        assertTrue(deepest.canonical().depth() <= Filter.MOST_DEPTH);
        assertThrows(IllegalArgumentException.class, () -> not(deepest));
        assertThrows(IllegalArgumentException.class, () -> and(deepest));
        assertThrows(IllegalArgumentException.class, () -> or(deepest, a));
        assertThrows(IllegalArgumentException.class, () -> new Filter.Preset("p", deepest));
    }

    @Test
    void aTreeOf64LevelsHasACanonicalFormWhateverIsOnTop() {
        for (int above = 0; above < 2; above++) {
            Filter deep = a;
            for (int depth = 1; depth < Filter.MOST_DEPTH; depth++) {
                Filter other = Filter.choice("f" + depth, "a");
                deep = depth % 2 == above ? or(deep, other) : and(deep, other);
            }

            assertEquals(Filter.MOST_DEPTH, deep.depth());
            assertEquals(Filter.MOST_DEPTH, deep.canonical().depth());
            assertEquals(deep.canonical(), deep.canonical().canonical());
        }
    }

    @Test
    void noTreeGrowsDeeper() {
        Trees trees = new Trees(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            Filter tree = trees.tree();
            assertTrue(tree.canonical().depth() <= tree.depth(), where(i, tree));
        }
    }

    @Test
    void aPresetHasToLeaveRoomAroundIt() {
        Filter deep = wind;
        for (int i = 0; deep.canonical().depth() < FilterPreset.MOST_DEPTH; i++) {
            deep = i % 2 == 0 ? and(deep, Filter.choice("f" + i, "a")) : or(deep, Filter.choice("f" + i, "a"));
        }
        Filter deepest = deep;
        Filter tooDeep = and(or(deepest, Filter.choice("g", "a")), Filter.choice("h", "a"));

        FilterPreset.of("p", Keyword.of("p").label(), deepest);
        assertThrows(
                IllegalArgumentException.class,
                () -> FilterPreset.of("p", Keyword.of("p").label(), tooDeep));
    }

    @Test
    void aThousandAlternativesOfNearMissesComeToAnEnd() {
        List<Filter> parts = IntStream.range(0, 1000)
                .mapToObj(i -> and(Filter.choice("f" + i, "a"), Filter.choice("g" + i, "b")))
                .toList();

        assertEquals(
                1000, ((Filter.Or) new Filter.Or(parts).canonical()).parts().size());
    }
}
