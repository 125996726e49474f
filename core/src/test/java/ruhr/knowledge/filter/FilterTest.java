package ruhr.knowledge.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class FilterTest {

    private final Filter wind = Filter.choice("topic", "wind");
    private final Filter essen = Filter.choice("city", "essen");
    private final Filter data = Filter.choice("topic", "data");

    @Test
    void theOrderOfConditionsSaysNothing() {
        assertEquals(Filter.and(wind, essen), Filter.and(essen, wind));
        assertEquals(Filter.and(wind, essen).hashCode(), Filter.and(essen, wind).hashCode());
        assertEquals(Filter.or(wind, essen), Filter.or(essen, wind));
        assertEquals(Filter.or(wind, essen).hashCode(), Filter.or(essen, wind).hashCode());
        assertNotEquals(Filter.and(wind, essen), Filter.or(wind, essen));
    }

    @Test
    void theOrderAndRepetitionOfValuesSayNothing() {
        assertEquals(Filter.choice("topic", "wind", "data", "wind"), Filter.choice("topic", "data", "wind"));
    }

    @Test
    void conjunctionsAreFlattened() {
        assertEquals(
                List.of(wind, essen, data),
                Filter.and(Filter.and(wind, essen), Filter.everything(), data).conjuncts());
        assertEquals(wind, Filter.and(wind, wind));
        assertEquals(Filter.everything(), Filter.and());
        assertEquals(List.of(), Filter.everything().conjuncts());
    }

    @Test
    void oneAlternativeStandsAlone() {
        assertEquals(wind, Filter.or(wind));
    }

    @Test
    void choosingFromNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Filter.choice("topic"));
        assertThrows(IllegalArgumentException.class, Filter::or);
    }
}
