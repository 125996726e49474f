package ruhr.knowledge;

import java.time.Duration;
import java.util.List;

/**
 * How far what is shown can be relied on.
 *
 * @param state in a word
 * @param age how long ago the source that was silent for longest has last said that this is its content; zero while empty
 * @param silent the names of the sources that did not answer when last asked, or not yet
 */
public record Freshness(State state, Duration age, List<String> silent) {

    /** How far what is shown can be relied on, in a word. */
    public enum State {
        /** There is nothing to show yet: no source could be read, and nothing was kept of one. */
        EMPTY,
        /** All sources answer, or have answered not long ago. */
        FRESH,
        /**
         * What is shown may be out of date: it was kept from before the start, or a source has not answered for three times as
         * long as it should, or a source that belongs to it could not be read at all.
         */
        STALE
    }

    /** Keeps a copy of the list. */
    public Freshness {
        silent = List.copyOf(silent);
    }
}
