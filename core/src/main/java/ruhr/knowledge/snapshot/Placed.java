package ruhr.knowledge.snapshot;

import ruhr.knowledge.source.EntrySink.Place;

/** Something and where it was read. */
record Placed<T>(T value, Place place) {

    <S> Placed<S> with(S other) {
        return new Placed<>(other, place);
    }
}
