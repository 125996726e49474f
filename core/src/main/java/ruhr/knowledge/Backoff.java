package ruhr.knowledge;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * When to ask a source again. Everything is moved by a little chance, so that a hundred portals that lost the same source do
 * not come back to it in the same second.
 *
 * @param interval how often a source is asked while it answers; empty if only on request
 * @param random numbers from 0 to 1
 */
record Backoff(Optional<Duration> interval, DoubleSupplier random) {

    private static final Duration FIRST = Duration.ofSeconds(1);

    /** Without an interval, a source that is silent is asked at least this often. */
    private static final Duration USUAL = Duration.ofMinutes(5);

    /** A source that wants to be left alone for longer is asked all the same. */
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);

    /** Returns how long to wait after an answer: the interval, a tenth less or more. */
    Optional<Duration> afterAnswer() {
        return interval.map(it -> scaled(it, 0.9 + 0.2 * random.getAsDouble()));
    }

    /**
     * Returns how long to wait after a failure: a second, doubled with each one up to the interval, a fifth less by chance; and
     * never less than the other side asked for.
     */
    Duration afterFailure(int failures, Optional<Duration> retryAfter) {
        Duration most = interval.orElse(USUAL);
        Duration doubled = failures > 30 ? most : FIRST.multipliedBy(1L << (failures - 1));
        Duration pause = scaled(min(doubled, most), 0.8 + 0.2 * random.getAsDouble());
        Duration asked = min(retryAfter.orElse(Duration.ZERO), LONGEST_RETRY_AFTER);
        return pause.compareTo(asked) < 0 ? asked : pause;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration scaled(Duration duration, double factor) {
        return Duration.ofNanos((long) (duration.toNanos() * factor));
    }
}
