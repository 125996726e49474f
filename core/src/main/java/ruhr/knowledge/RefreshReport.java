package ruhr.knowledge;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ruhr.knowledge.source.ReadFailure;
import ruhr.knowledge.value.Version;

/**
 * What came of reading the sources.
 *
 * @param startedAt when it began
 * @param took how long it took
 * @param outcome what changed
 * @param version of {@link Outcome#CHANGED} and {@link Outcome#UNCHANGED} the version that is shown now, of
 *     {@link Outcome#HELD_BACK} the one that is not; empty if there is none
 * @param explanation why nothing changed although something could have: a sentence for the person who runs this; empty if
 *     there is nothing to explain
 * @param code of {@link Outcome#HELD_BACK} the word of the validator that objected; else empty
 * @param sources what each source said, in their order
 */
public record RefreshReport(
        Instant startedAt,
        Duration took,
        Outcome outcome,
        Optional<Version> version,
        Optional<String> explanation,
        Optional<String> code,
        List<SourceReport> sources) {

    /** What changed. */
    public enum Outcome {
        /** There is a new snapshot, and it is shown. */
        CHANGED,
        /** Whoever could be asked has nothing new. */
        UNCHANGED,
        /** There is a new snapshot, and a validator objects to it; the one before stays. */
        HELD_BACK,
        /** There is something new, and it cannot be shown without a source that does not answer; what was before stays. */
        FAILED
    }

    /** Keeps a copy of the list. */
    public RefreshReport {
        sources = List.copyOf(sources);
    }

    /**
     * Returns the sources that did not answer as they should.
     *
     * @return reports of the state {@link State#FAILED}; empty if all is well
     */
    public List<SourceReport> failures() {
        return sources.stream().filter(it -> it.state() == State.FAILED).toList();
    }

    /** What came of asking a source. */
    public enum State {
        /** It was read, and may have something new. */
        READ,
        /** It says that nothing has changed. */
        UNCHANGED,
        /** Its time has not come. */
        NOT_ASKED,
        /** It cannot be read now. */
        FAILED
    }

    /**
     * What one source said.
     *
     * @param name the name of the source
     * @param state what came of asking it
     * @param records how many records it gave to the new snapshot; 0 if there is none
     * @param fromLastGood whether these come from its last good content
     * @param failure why it cannot be read; empty if it can
     */
    public record SourceReport(
            String name, State state, int records, boolean fromLastGood, Optional<Throwable> failure) {

        /**
         * Returns why it cannot be read, in a word.
         *
         * @return the reason; empty if it can be read, or the failure is of a kind that the library does not know
         */
        public Optional<ReadFailure.Reason> reason() {
            return failure.filter(ReadFailure.class::isInstance).map(it -> ((ReadFailure) it).reason());
        }

        /**
         * Returns why it cannot be read, in a sentence.
         *
         * @return where, what was expected, what was found; empty if it can be read
         */
        public Optional<String> message() {
            return failure.map(it -> {
                String said = it.getMessage() == null ? it.getClass().getSimpleName() : it.getMessage();
                return said.startsWith("Source '") ? said : "Source '" + name + "': " + said;
            });
        }
    }
}
