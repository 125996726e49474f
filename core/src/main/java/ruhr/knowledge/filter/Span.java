package ruhr.knowledge.filter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * A span of numbers or of days, both ends included; either end may be open.
 *
 * <p>As a value in a URL it is written {@code 1960..1990}, {@code 1960..}, {@code ..1990} or {@code 1965}; of days
 * {@code 2026-11-01..2026-11-30}, where {@code 2026-11} and {@code 2026} stand for the whole month and year.
 *
 * @param from the first number, or {@link Long#MIN_VALUE} if the span is open; days are counted as by
 *     {@link LocalDate#toEpochDay()}
 * @param to the last number, or {@link Long#MAX_VALUE} if the span is open
 */
public record Span(long from, long to) {

    /** The greatest number that can be written, and the smallest with a minus sign. */
    public static final long MOST = 999_999_999_999L;

    private static final String DOTS = "..";
    private static final int LONGEST = 40;
    private static final long FIRST_DAY = LocalDate.of(0, 1, 1).toEpochDay();
    private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the first number is greater than the last one, or one is beyond {@link #MOST}
     */
    public Span {
        if (from > to) {
            throw new IllegalArgumentException("span: expected an end behind the beginning, found " + from + DOTS + to);
        }
        if (!isWithinReach(from) && from != Long.MIN_VALUE || !isWithinReach(to) && to != Long.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "span: expected numbers between -" + MOST + " and " + MOST + ", found " + from + DOTS + to);
        }
    }

    private static boolean isWithinReach(long number) {
        return number >= -MOST && number <= MOST;
    }

    /**
     * Tells whether a number lies in this span.
     *
     * @param number any number
     * @return true from the first to the last one
     */
    public boolean contains(long number) {
        return number >= from && number <= to;
    }

    /**
     * Reads a span of numbers.
     *
     * @param text for example {@code 1960..1990}
     * @return the span, or empty if the text is none
     */
    public static Optional<Span> ofNumbers(String text) {
        return read(text, part -> {
            boolean digits = part.matches("-?[0-9]{1,12}");
            return digits ? Optional.of(new long[] {Long.parseLong(part), Long.parseLong(part)}) : Optional.empty();
        });
    }

    /**
     * Reads a span of days.
     *
     * @param text for example {@code 2026-11-01..2026-11-30} or {@code 2026-11}
     * @return the span, or empty if the text is none
     */
    public static Optional<Span> ofDays(String text) {
        return read(text, Span::days);
    }

    private static Optional<long[]> days(String part) {
        try {
            if (part.matches("[0-9]{4}")) {
                Year year = Year.parse(part);
                return Optional.of(new long[] {
                    year.atDay(1).toEpochDay(), year.atMonth(12).atEndOfMonth().toEpochDay()
                });
            }
            if (part.matches("[0-9]{4}-[0-9]{2}")) {
                YearMonth month = YearMonth.parse(part);
                return Optional.of(new long[] {
                    month.atDay(1).toEpochDay(), month.atEndOfMonth().toEpochDay()
                });
            }
            if (part.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                long day = LocalDate.parse(part).toEpochDay();
                return Optional.of(new long[] {day, day});
            }
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private interface End {
        /** Returns the first and the last number that a text stands for. */
        Optional<long[]> read(String part);
    }

    private static Optional<Span> read(String text, End end) {
        if (text.length() > LONGEST || text.equals(DOTS)) {
            return Optional.empty();
        }
        int dots = text.indexOf(DOTS);
        String first = dots < 0 ? text : text.substring(0, dots);
        String last = dots < 0 ? text : text.substring(dots + DOTS.length());
        Optional<long[]> from =
                first.isEmpty() && dots == 0 ? Optional.of(new long[] {Long.MIN_VALUE}) : end.read(first);
        Optional<long[]> to =
                last.isEmpty() && dots >= 0 ? Optional.of(new long[] {0, Long.MAX_VALUE}) : end.read(last);
        if (from.isEmpty() || to.isEmpty() || from.get()[0] > to.get()[1]) {
            return Optional.empty();
        }
        return Optional.of(new Span(from.get()[0], to.get()[1]));
    }

    /**
     * Returns the span of numbers as it stands in a URL.
     *
     * @return a text that {@link #ofNumbers} reads as this span
     * @throws IllegalArgumentException if both ends are open
     */
    public String numbers() {
        return written(Long::toString);
    }

    /**
     * Returns the span of days as it stands in a URL.
     *
     * @return a text that {@link #ofDays} reads as this span
     * @throws IllegalArgumentException if both ends are open, or an end is no day of the years 0 to 9999, which are those of
     *     four digits
     */
    public String days() {
        return written(Span::day);
    }

    private static String day(long day) {
        if (day < FIRST_DAY || day > LAST_DAY) {
            throw new IllegalArgumentException(
                    "span of days: expected years of four digits, found the day " + day + " counted from 1970-01-01");
        }
        return LocalDate.ofEpochDay(day).toString();
    }

    private String written(LongFunction<String> one) {
        if (from == Long.MIN_VALUE && to == Long.MAX_VALUE) {
            throw new IllegalArgumentException("span: expected a beginning or an end, found neither");
        }
        if (from == to) {
            return one.apply(from);
        }
        return (from == Long.MIN_VALUE ? "" : one.apply(from)) + DOTS + (to == Long.MAX_VALUE ? "" : one.apply(to));
    }
}
