package ruhr.knowledge.query;

import java.time.Duration;

/**
 * Until when an answer is of use. An engine in memory is done before it would look; an engine across a network turns it
 * into a time-out.
 */
public final class Deadline {

    private static final Deadline NONE = new Deadline(0, false);

    private final long nanoTime;
    private final boolean limited;

    private Deadline(long nanoTime, boolean limited) {
        this.nanoTime = nanoTime;
        this.limited = limited;
    }

    /**
     * Returns a deadline that never comes.
     *
     * @return no deadline
     */
    public static Deadline none() {
        return NONE;
    }

    /**
     * Returns a deadline some time from now, by the monotonic clock.
     *
     * @param time how long from now
     * @return the deadline
     */
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos(), true);
    }

    /**
     * Tells whether the deadline has come.
     *
     * @return true if an answer is of no use any more
     */
    public boolean isOver() {
        return limited && System.nanoTime() - nanoTime >= 0;
    }
}
