package ruhr.knowledge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.source.ReadFailure;
import ruhr.knowledge.source.Reading;
import ruhr.knowledge.source.Since;
import ruhr.knowledge.source.Source;

/**
 * One source, and what is known of it: what it brought to what is shown, when it last said so, and when it is asked again.
 * Ages and pauses are by a ticker that no change of the clock moves.
 *
 * <p>Thread-safe: one changes it, others look, and nobody waits for longer than that takes.
 */
final class Watched {

    private final Source source;
    private final Clock clock;
    private final LongSupplier ticker;
    private final Backoff backoff;
    private @Nullable Reading shown;
    private long confirmedAt;
    private Duration ageBefore = Duration.ZERO;
    private boolean kept;
    private boolean held;
    private int failures;
    private long dueAt;
    private boolean waits;

    Watched(Source source, Clock clock, LongSupplier ticker, Backoff backoff) {
        this.source = source;
        this.clock = clock;
        this.ticker = ticker;
        this.backoff = backoff;
        waits = true;
        dueAt = ticker.getAsLong();
    }

    Source source() {
        return source;
    }

    /** Returns what it brought to what is shown; empty if it brought nothing. */
    synchronized Optional<Reading> shown() {
        return Optional.ofNullable(shown);
    }

    synchronized Since since() {
        return shown().map(Since::of).orElse(Since.never());
    }

    /** It answered, with this content or none that is new. */
    synchronized void answered() {
        failures = 0;
        Optional<Duration> pause = backoff.afterAnswer();
        waits = pause.isPresent();
        dueAt = ticker.getAsLong() + pause.orElse(Duration.ZERO).toNanos();
    }

    /** It did not answer. */
    synchronized void failed(Throwable failure) {
        failures++;
        Optional<Duration> asked = failure instanceof ReadFailure known ? known.retryAfter() : Optional.empty();
        waits = true;
        dueAt = ticker.getAsLong() + backoff.afterFailure(failures, asked).toNanos();
    }

    /** What it says is not shown, because somebody objects. */
    synchronized void held() {
        held = true;
    }

    /** Tells whether it has last said something that is not shown. */
    synchronized boolean isHeld() {
        return held;
    }

    /** What it says is shown. */
    synchronized void confirmed(Reading reading) {
        shown = reading;
        kept = false;
        held = false;
        ageBefore = Duration.ZERO;
        confirmedAt = ticker.getAsLong();
    }

    /** What was kept of it is shown; a source that has confirmed the same meanwhile stays confirmed. */
    synchronized void keptIsShown(Reading reading, Instant taken) {
        if (shown != null && shown.fingerprint().equals(reading.fingerprint())) {
            return;
        }
        shown = reading;
        kept = true;
        Duration age = Duration.between(taken, clock.instant());
        ageBefore = age.isNegative() ? Duration.ZERO : age;
        confirmedAt = ticker.getAsLong();
    }

    synchronized boolean isDue(Duration slack) {
        return waits && dueAt - ticker.getAsLong() <= slack.toNanos();
    }

    /** Returns how long until it is asked again; empty if only on request. */
    synchronized Optional<Duration> pause() {
        return waits ? Optional.of(Duration.ofNanos(Math.max(0, dueAt - ticker.getAsLong()))) : Optional.empty();
    }

    /** Returns how long ago it has said that what is shown is its content. */
    synchronized Duration age() {
        return ageBefore.plusNanos(Math.max(0, ticker.getAsLong() - confirmedAt));
    }

    synchronized boolean isSilent() {
        return failures > 0 || kept || shown == null;
    }

    synchronized boolean isStale() {
        if (kept || shown == null) {
            return true;
        }
        return failures > 0
                && backoff.interval()
                        .map(it -> age().compareTo(it.multipliedBy(3)) > 0)
                        .orElse(true);
    }
}
