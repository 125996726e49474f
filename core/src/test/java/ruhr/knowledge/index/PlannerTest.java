package ruhr.knowledge.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The way of counting depends on how many rows there are and what they cost, and on nothing else. */
class PlannerTest {

    private static final int ROWS = 100_000;
    private final Planner planner = new Planner(Costs.MEASURED, Plan.CHEAPEST);

    private static Rows bits(int count) {
        return new Rows().bits(new long[Scratch.words(ROWS)], count);
    }

    /** One unit: its fields cost this by sets, and this by each row that is walked over. */
    private static Plan choose(Planner planner, Rows among, double sets, double perRow) {
        return planner.choose(
                among,
                ROWS,
                new double[] {sets},
                new double[] {perRow * among.count},
                new double[] {perRow * (ROWS - among.count)},
                1);
    }

    @Test
    void fewRowsAreWalkedOver() {
        assertEquals(Plan.ROWS, choose(planner, bits(1_000), 100_000, 3));
    }

    @Test
    void ofNearlyAllRowsTheOthersAreWalkedOver() {
        assertEquals(Plan.OTHER_ROWS, choose(planner, bits(ROWS - 1_000), 100_000, 3));
    }

    @Test
    void ofHalfTheRowsTheSetsOfTheValuesAreIntersected() {
        assertEquals(Plan.SETS, choose(planner, bits(ROWS / 2), 100_000, 3));
    }

    @Test
    void ofAListTheOtherRowsAreNeverWalkedOver() {
        Rows list = new Rows().list(new int[10], 10);

        assertEquals(Plan.ROWS, choose(planner, list, 100_000, 3));
        assertEquals(Plan.ROWS, choose(new Planner(Costs.MEASURED, Plan.OTHER_ROWS), list, 1, 1));
    }

    @Test
    void aUnitWhoseSetsAreCheaperStaysOutOfAWalk() {
        assertTrue(planner.joins(2, 1));
        assertFalse(planner.joins(1, 2));
    }

    @Test
    void aForcedWayIsTakenWhateverItCosts() {
        for (Plan plan : new Plan[] {Plan.SETS, Plan.ROWS, Plan.OTHER_ROWS}) {
            Planner forced = new Planner(Costs.MEASURED, plan);

            assertEquals(plan, choose(forced, bits(1), 1, 1e9));
            assertEquals(plan, choose(forced, bits(ROWS / 2), 1e9, 1));
            assertTrue(forced.joins(1, 2));
        }
    }

    @Test
    void theChoiceIsTheSameHoweverOftenItIsMade() {
        for (int count = 1; count < ROWS; count += 997) {
            Plan first = choose(planner, bits(count), 60_000, 2.5);

            assertEquals(first, choose(planner, bits(count), 60_000, 2.5));
            assertEquals(first, choose(new Planner(Costs.MEASURED, Plan.CHEAPEST), bits(count), 60_000, 2.5));
        }
    }
}
