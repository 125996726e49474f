package ruhr.knowledge.examples.benchmarks.run;

import java.io.PrintStream;
import java.time.Duration;

/** Tells on one line what is being done, and for how long all has been going on. */
public final class Progress {

    private final PrintStream out;
    private final boolean rewrites;
    private final long start = System.nanoTime();
    private long shown;

    /**
     * Starts the clock.
     *
     * @param out where lines go
     * @param rewrites whether the line is written over again and again, as a terminal allows, or each is a line of its own
     */
    public Progress(PrintStream out, boolean rewrites) {
        this.out = out;
        this.rewrites = rewrites;
    }

    /**
     * Says that something begins.
     *
     * @param what for example {@code 110k: building Lucene}
     */
    public void begin(String what) {
        show(what, true);
    }

    /**
     * Says how far it is, a few times in a second at most; on a paper roll every ten seconds.
     *
     * @param what for example {@code 110k: verifying 37 of 1020}
     */
    public void at(String what) {
        show(what, false);
    }

    private void show(String what, boolean now) {
        long time = System.nanoTime();
        if (!now && time - shown < Duration.ofMillis(rewrites ? 300 : 10_000).toNanos()) {
            return;
        }
        shown = time;
        Duration passed = Duration.ofNanos(time - start);
        String line = String.format("[%d:%02d] %s", passed.toMinutes(), passed.toSecondsPart(), what);
        if (rewrites) {
            out.printf("\r%-100.100s", line);
        } else {
            out.println(line);
        }
        out.flush();
    }

    /** Ends the line. */
    public void end() {
        if (rewrites) {
            out.printf("\r%-100s\r", "");
        }
        out.flush();
    }
}
