package ruhr.knowledge.query;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import ruhr.knowledge.value.GeoPoint;

/**
 * Why an entry is in an answer: how well it matches the words asked for, where, and how far away it is.
 *
 * @param tier how well the words match; empty if the query has no words that have to match
 * @param name where they stand in the name by which the entry is sorted; empty if they do not stand there
 * @param excerpt a piece of the entry's text around the first place where they stand; empty if they do not stand there
 * @param place that place of the entry that is nearest to the middle of the circle; empty if the query has no circle that
 *     has to hold
 * @param metres how far it is to that place, rounded to whole metres
 */
public record Match(
        Optional<Tier> tier, List<Mark> name, Optional<Excerpt> excerpt, Optional<GeoPoint> place, OptionalInt metres) {

    /** The match of an entry in an answer to a query without words and circle. */
    public static final Match PLAIN =
            new Match(Optional.empty(), List.of(), Optional.empty(), Optional.empty(), OptionalInt.empty());

    /** Copies the list. */
    public Match {
        name = List.copyOf(name);
    }

    /**
     * A place in a text.
     *
     * @param start the index of the first UTF-16 code unit
     * @param end the index behind the last one
     */
    public record Mark(int start, int end) {}

    /**
     * A piece of a text with marks. Plain text: whoever shows it escapes it and puts the marks around what they name.
     *
     * @param text at most about {@value #LENGTH} characters, cut between words, with "…" where something is left out
     * @param marks places in this piece, in their order, not overlapping
     */
    public record Excerpt(String text, List<Mark> marks) {

        /** How long an excerpt is about. */
        public static final int LENGTH = 160;

        /** Copies the list. */
        public Excerpt {
            marks = List.copyOf(marks);
        }
    }
}
