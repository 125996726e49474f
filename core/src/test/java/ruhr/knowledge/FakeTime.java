package ruhr.knowledge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Time that passes when it is told to: a ticker, a clock that can be put wrong, and work that runs when its time has come. */
final class FakeTime implements Timetable {

    private record Task(long at, int number, Runnable work) {}

    private final Instant start;
    private final List<Task> tasks = new ArrayList<>();
    private Duration wrong = Duration.ZERO;
    private long nanos;
    private int numbers;
    private boolean closed;

    FakeTime(String start) {
        this.start = Instant.parse(start);
    }

    /** Starts near the end of what a ticker can count, which it may. */
    long nanos() {
        return nanos + Long.MAX_VALUE - Duration.ofMinutes(2).toNanos();
    }

    Duration passed() {
        return Duration.ofNanos(nanos);
    }

    /** Puts the clock forward or back, while no time passes. */
    void putClock(Duration by) {
        wrong = wrong.plus(by);
    }

    Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                return start.plusNanos(nanos).plus(wrong);
            }
        };
    }

    /** Lets time pass, and work run. */
    void pass(Duration time) {
        long until = nanos + time.toNanos();
        while (true) {
            Task next = tasks.stream()
                    .filter(it -> it.at() <= until)
                    .min(Comparator.comparingLong(Task::at).thenComparing(Task::number))
                    .orElse(null);
            if (next == null) {
                nanos = until;
                return;
            }
            tasks.remove(next);
            nanos = Math.max(nanos, next.at());
            next.work().run();
        }
    }

    int waiting() {
        return tasks.size();
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void run(Duration pause, Runnable work) {
        tasks.add(new Task(nanos + pause.toNanos(), numbers++, work));
    }

    @Override
    public void close() {
        closed = true;
        tasks.clear();
    }
}
