package ruhr.knowledge.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ruhr.knowledge.value.GeoPoint;

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

    @Test
    void aRangeOfNumbersCanBeReadBack() {
        assertEquals(Filter.choice("founded", "1960..1979"), Filter.range("founded", 1960, 1979));
        assertEquals(Filter.choice("founded", "1960.."), Filter.range("founded", 1960, Long.MAX_VALUE));
        assertEquals(Filter.choice("founded", "..-5"), Filter.range("founded", Long.MIN_VALUE, -5));
        assertEquals(
                Filter.not(Filter.choice("founded", Filter.NONE)),
                Filter.range("founded", Long.MIN_VALUE, Long.MAX_VALUE));
        for (long beyond : new long[] {Span.MOST + 1, Long.MAX_VALUE - 1, Long.MIN_VALUE + 1}) {
            assertThrows(IllegalArgumentException.class, () -> Filter.range("founded", beyond, beyond));
        }
        assertEquals(
                Optional.of(new Span(-Span.MOST, Span.MOST)),
                Span.ofNumbers(new Span(-Span.MOST, Span.MOST).numbers()));
    }

    @Test
    void aRangeOfDaysCanBeReadBack() {
        LocalDate first = LocalDate.of(0, 1, 1);
        LocalDate last = LocalDate.of(9999, 12, 31);

        assertEquals(Filter.choice("day", "0000-01-01..9999-12-31"), Filter.range("day", first, last));
        assertEquals(
                Optional.of(new Span(first.toEpochDay(), last.toEpochDay())), Span.ofDays("0000-01-01..9999-12-31"));
        assertEquals(
                Filter.choice("day", "2026-11-26.."), Filter.range("day", LocalDate.of(2026, 11, 26), LocalDate.MAX));
        assertEquals(Filter.choice("day", "..0000-01-01"), Filter.range("day", LocalDate.MIN, first));
        assertEquals(Filter.not(Filter.choice("day", Filter.NONE)), Filter.range("day", LocalDate.MIN, LocalDate.MAX));
        assertThrows(IllegalArgumentException.class, () -> Filter.range("day", first.minusDays(1), last));
        assertThrows(IllegalArgumentException.class, () -> Filter.range("day", first, last.plusDays(1)));
        assertThrows(IllegalArgumentException.class, () -> Filter.range("day", last, first));
    }

    @Test
    void aBoxKnowsThatTheEarthIsRound() {
        Filter.Box west = (Filter.Box) Filter.box(-180, -10, -170, 10);
        Filter.Box east = (Filter.Box) Filter.box(170, -10, 180, 10);
        Filter.Box cap = (Filter.Box) Filter.box(5, 80, 15, 90);

        for (double longitude : new double[] {180, -180}) {
            assertTrue(west.contains(new GeoPoint(0, longitude)));
            assertTrue(east.contains(new GeoPoint(0, longitude)));
            assertFalse(cap.contains(new GeoPoint(85, longitude)));
            assertTrue(cap.contains(new GeoPoint(90, longitude)));
            assertFalse(west.contains(new GeoPoint(11, longitude)));
            assertFalse(cap.contains(new GeoPoint(-90, longitude)));
        }
        assertFalse(west.contains(new GeoPoint(0, 179.9999999)));
        assertFalse(east.contains(new GeoPoint(0, -179.9999999)));
        assertFalse(cap.contains(new GeoPoint(89.9999999, 16)));
    }
}
