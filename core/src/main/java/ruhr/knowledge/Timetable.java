package ruhr.knowledge;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import ruhr.knowledge.source.Lifecycle;

/** Runs work later, one after the other, on a thread that is not the caller's. */
interface Timetable extends AutoCloseable {

    /** Runs work after a pause; forgets it if this is closed before. */
    void run(Duration pause, Runnable work);

    /** Forgets what waits, and interrupts what runs. */
    @Override
    void close();

    /** Returns one that works on a thread of its own, which is made when there is something to do. */
    static Timetable onOneThread() {
        Lifecycle lifecycle = new Lifecycle("ruhr-knowledge-refresh");
        ScheduledExecutorService clockwork = lifecycle.clockwork();
        return new Timetable() {
            @Override
            public void run(Duration pause, Runnable work) {
                try {
                    clockwork.schedule(work, pause.toNanos(), TimeUnit.NANOSECONDS);
                } catch (RejectedExecutionException closed) {
                    // Then nobody waits for it any more.
                }
            }

            @Override
            public void close() {
                lifecycle.close();
            }
        };
    }
}
