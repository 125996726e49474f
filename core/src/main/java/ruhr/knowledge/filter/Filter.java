package ruhr.knowledge.filter;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.text.Words;
import ruhr.knowledge.value.Finding;
import ruhr.knowledge.value.GeoPoint;
import ruhr.knowledge.value.LocalizedText;
import ruhr.knowledge.value.Slug;

/**
 * Which records are wanted. Immutable; compares by value, where the order of conditions or alternatives says nothing.
 * Filters that differ in more than order and mean the same are equal after {@link #canonical()}.
 *
 * <pre>{@code
 * Filter filter = Filter.and(
 *         Filter.choice("topic", "hydrogen", "energy"),        // one of them, or one below them
 *         Filter.not(Filter.choice("type", "network")),
 *         Filter.near(new GeoPoint(51.48, 7.22), 15_000));     // metres
 * }</pre>
 */
public sealed interface Filter {

    /** The value of a {@link Choice} that stands for "has no value in this field". No vocabulary can have it. */
    String NONE = "none";

    /** The largest radius of a {@link Near} in metres, a little more than half the circumference of the earth. */
    int MOST_METRES = 20_100_000;

    /** The most characters of a {@link Text}. */
    int MOST_CHARACTERS = 200;

    /**
     * How deep conditions can be nested, a single one and its negation being 1 deep. Whatever walks through a filter can do
     * so by calling itself: no filter, wherever it comes from, fills the stack.
     */
    int MOST_DEPTH = 64;

    /**
     * Returns the filter that keeps every record.
     *
     * @return an empty conjunction
     */
    static Filter everything() {
        return And.EVERYTHING;
    }

    /**
     * Returns the filter that keeps no record.
     *
     * @return the opposite of {@link #everything()}
     */
    static Filter nothing() {
        return Not.NOTHING;
    }

    /**
     * Returns a filter on one field: a record passes if it has one of the values, or a value below one of them.
     *
     * @param field the name of a field
     * @param values ids of the field's vocabulary; a value that is not in it matches nothing
     * @return the choice
     * @throws IllegalArgumentException if there are no values
     */
    static Filter choice(String field, String... values) {
        return new Choice(field, Arrays.asList(values));
    }

    /**
     * Returns a filter on one field, see {@link #choice(String, String...)}.
     *
     * @param field the name of a field
     * @param values ids of the field's vocabulary
     * @return the choice
     * @throws IllegalArgumentException if there are no values
     */
    static Filter choice(String field, Collection<String> values) {
        return new Choice(field, values);
    }

    /**
     * Returns the records that another filter leaves out.
     *
     * @param filter what is not wanted
     * @return its complement
     */
    static Filter not(Filter filter) {
        return new Not(filter);
    }

    /**
     * Returns the records that pass all filters. Conjunctions inside are flattened, and one filter alone is returned as
     * it is.
     *
     * @param filters what has to hold; none means everything
     * @return the conjunction
     */
    static Filter and(Filter... filters) {
        return and(Arrays.asList(filters));
    }

    /**
     * Returns the records that pass all filters, see {@link #and(Filter...)}.
     *
     * @param filters what has to hold; none means everything
     * @return the conjunction
     */
    static Filter and(Collection<Filter> filters) {
        List<Filter> flat = filters.stream()
                .flatMap(filter -> filter instanceof And inner ? inner.parts().stream() : Stream.of(filter))
                .distinct()
                .toList();
        return flat.size() == 1 ? flat.get(0) : new And(flat);
    }

    /**
     * Returns the records that pass at least one filter.
     *
     * @param filters the alternatives, at least one
     * @return the disjunction
     * @throws IllegalArgumentException if there are none
     */
    static Filter or(Filter... filters) {
        return filters.length == 1 ? filters[0] : new Or(Arrays.asList(filters));
    }

    /**
     * Returns a filter on a field of numbers.
     *
     * @param field the name of a field
     * @param from the first number that passes, or {@link Long#MIN_VALUE} if there is none
     * @param to the last number that passes, or {@link Long#MAX_VALUE} if there is none
     * @return a choice with one span as its value, for example {@code 1960..1990} or {@code 1960..}; of a span open at both
     *     ends, the records that have a number at all
     * @throws IllegalArgumentException if the last number is smaller than the first one, or one is beyond {@link Span#MOST}
     */
    static Filter range(String field, long from, long to) {
        return from == Long.MIN_VALUE && to == Long.MAX_VALUE
                ? not(choice(field, NONE))
                : choice(field, new Span(from, to).numbers());
    }

    /**
     * Returns a filter on a field of days.
     *
     * @param field the name of a field
     * @param from the first day that passes, or {@link LocalDate#MIN} if there is none
     * @param to the last day that passes, or {@link LocalDate#MAX} if there is none
     * @return a choice with one span as its value, for example {@code 2026-11-01..2026-11-30} or {@code 2026-11-01..}; of a
     *     span open at both ends, the records that have a day at all
     * @throws IllegalArgumentException if the last day is before the first one, or a year has not four digits
     */
    static Filter range(String field, LocalDate from, LocalDate to) {
        long first = from.equals(LocalDate.MIN) ? Long.MIN_VALUE : from.toEpochDay();
        long last = to.equals(LocalDate.MAX) ? Long.MAX_VALUE : to.toEpochDay();
        return first == Long.MIN_VALUE && last == Long.MAX_VALUE
                ? not(choice(field, NONE))
                : choice(field, new Span(first, last).days());
    }

    /**
     * Returns a filter on places: a record passes if one of its places lies within a circle.
     *
     * @param center the middle of the circle
     * @param metres the radius along the ground, see {@link GeoPoint#metresTo}; 1 to {@link #MOST_METRES}
     * @return the circle; a record without a place does not pass
     * @throws IllegalArgumentException if the radius is out of range
     */
    static Filter near(GeoPoint center, int metres) {
        return new Near(center, metres);
    }

    /**
     * Returns a filter on places: a record passes if one of its places lies within a box.
     *
     * @param west the western edge in degrees; a box whose west is greater than its east crosses the 180th meridian
     * @param south the southern edge in degrees
     * @param east the eastern edge in degrees
     * @param north the northern edge in degrees
     * @return the box, edges included; a record without a place does not pass
     * @throws IllegalArgumentException if an edge is out of range or the south lies north of the north
     */
    static Filter box(double west, double south, double east, double north) {
        return new Box(new GeoPoint(south, west), new GeoPoint(north, east));
    }

    /**
     * Returns a filter on the words of a record: every word has to match its names or its text. How words match is said
     * in {@code core/docs/filters.md}.
     *
     * @param words what a visitor typed
     * @return the condition; {@link #everything()} if there is no word in it, see {@link Words#of}
     * @throws IllegalArgumentException if it is longer than {@link #MOST_CHARACTERS}
     */
    static Filter text(String words) {
        return Words.of(words).isEmpty() ? everything() : new Text(words);
    }

    /**
     * Returns the form that filters of the same meaning have in common:
     *
     * <ul>
     *   <li>conjunctions in conjunctions and alternatives in alternatives are flattened, one part alone stands for itself,
     *       and what is said twice is said once;
     *   <li>a double negation is none, and by De Morgan negations stand at single conditions only;
     *   <li>choices of one field that are alternatives become one choice of all their values, and exclusions from one
     *       field that hold together one exclusion;
     *   <li>what a narrower condition says already is dropped from a conjunction, {@code a and (a or b)} is {@code a}; and
     *       what a wider one includes is dropped from alternatives, {@code a or (a and b)} is {@code a}. Of two choices of
     *       one field, the one whose values are among the other's is the narrower one;
     *   <li>parts stand in one order, whatever the order they were given in: choices by field, words, circles from the
     *       smallest on, boxes, presets, negations, and what is built of others.
     * </ul>
     *
     * <p>It knows these laws, and nothing of vocabularies: that a topic includes those below it makes no difference here.
     * Spans are compared as they are written: {@code 2026-11} is not {@code 2026-11-01..2026-11-30} here, which
     * {@link #range} and a URL always write. It does not multiply out, and a condition beside its opposite stays: such
     * filters can mean the same and differ. A {@link Preset} keeps its name. Takes time in proportion to the square of the
     * number of conditions, where one that stands in several places counts as often.
     *
     * @return an equal filter if this one is canonical already
     */
    default Filter canonical() {
        return this;
    }

    /**
     * Returns how deep conditions are nested.
     *
     * @return 1 for a single condition and for its negation, and one more than the deepest part for what is built of others;
     *     at most {@link #MOST_DEPTH}. The canonical form of a filter is never deeper than the filter
     */
    default int depth() {
        return 1;
    }

    private static int deepest(List<Filter> parts) {
        int deepest = 0;
        for (Filter part : parts) {
            deepest = Math.max(deepest, part.depth());
        }
        return deepest;
    }

    private static List<Filter> distinct(List<Filter> parts) {
        return List.copyOf(new LinkedHashSet<>(parts));
    }

    private static boolean sameParts(List<Filter> some, List<Filter> others) {
        return some.size() == others.size() && new HashSet<>(some).containsAll(others);
    }

    /** Asks each part for its hash once: twice at each of 64 levels would never end. */
    private static int sum(List<Filter> parts) {
        int sum = 0;
        for (Filter part : parts) {
            sum += part.hashCode();
        }
        return sum;
    }

    private static void requireDepth(List<Filter> parts) {
        if (deepest(parts) >= MOST_DEPTH) {
            throw new IllegalArgumentException(
                    "filter: expected conditions nested at most " + MOST_DEPTH + " deep, found more");
        }
    }

    /**
     * Returns the filters that all have to hold: the parts of a conjunction, or this filter alone.
     *
     * @return the parts; empty for {@link #everything()}
     */
    default List<Filter> conjuncts() {
        return List.of(this);
    }

    /**
     * One of several values of one field.
     *
     * @param field the name of the field
     * @param values the values, sorted; at least one
     */
    record Choice(String field, SortedSet<String> values) implements Filter {

        /** Copies and sorts the values. */
        public Choice {
            values = Collections.unmodifiableSortedSet(new TreeSet<>(values));
            if (values.isEmpty()) {
                throw new IllegalArgumentException(
                        "filter on '" + field + "': expected at least one value, found none");
            }
        }

        /**
         * Copies and sorts the values.
         *
         * @param field the name of the field
         * @param values the values, at least one
         */
        public Choice(String field, Collection<String> values) {
            this(field, new TreeSet<>(values));
        }
    }

    /**
     * What another filter leaves out.
     *
     * @param part the filter whose records are not wanted
     */
    record Not(Filter part) implements Filter {

        private static final Not NOTHING = new Not(And.EVERYTHING);

        /**
         * Checks the depth.
         *
         * @throws IllegalArgumentException if conditions are nested deeper than {@link #MOST_DEPTH}
         */
        public Not {
            if (isBuilt(part)) {
                requireDepth(List.of(part));
            }
        }

        @Override
        public int depth() {
            return isBuilt(part) ? 1 + part.depth() : part.depth();
        }

        /** By De Morgan a negation goes down to single conditions: there it must not count, or filters would grow deeper. */
        private static boolean isBuilt(Filter part) {
            return part instanceof Not || part instanceof Or || part instanceof And and && !and.parts.isEmpty();
        }

        @Override
        public Filter canonical() {
            return Canonical.not(part.canonical());
        }
    }

    /**
     * All of several filters.
     *
     * @param parts the filters; none means everything
     */
    record And(List<Filter> parts) implements Filter {

        private static final And EVERYTHING = new And(List.of());

        /**
         * Copies the parts, each once.
         *
         * @throws IllegalArgumentException if conditions are nested deeper than {@link #MOST_DEPTH}
         */
        public And {
            parts = distinct(parts);
            requireDepth(parts);
        }

        @Override
        public int depth() {
            return 1 + deepest(parts);
        }

        @Override
        public List<Filter> conjuncts() {
            return parts;
        }

        @Override
        public Filter canonical() {
            return Canonical.areApart(parts)
                    ? this
                    : Canonical.and(parts.stream().map(Filter::canonical).toList());
        }

        /** Compares the parts as a set: their order says nothing. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof And that && sameParts(parts, that.parts);
        }

        @Override
        public int hashCode() {
            return sum(parts);
        }
    }

    /**
     * At least one of several filters.
     *
     * @param parts the alternatives, at least one
     */
    record Or(List<Filter> parts) implements Filter {

        /**
         * Copies the parts, each once.
         *
         * @throws IllegalArgumentException if there are none, or conditions are nested deeper than {@link #MOST_DEPTH}
         */
        public Or {
            parts = distinct(parts);
            requireDepth(parts);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("filter 'or': expected at least one alternative, found none");
            }
        }

        @Override
        public int depth() {
            return 1 + deepest(parts);
        }

        @Override
        public Filter canonical() {
            return Canonical.or(parts.stream().map(Filter::canonical).toList());
        }

        /** Compares the alternatives as a set: their order says nothing. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Or that && sameParts(parts, that.parts);
        }

        @Override
        public int hashCode() {
            // Not the hash of the same parts in a conjunction.
            return ~sum(parts);
        }
    }

    /**
     * A circle on the ground.
     *
     * @param center its middle
     * @param metres its radius, 1 to {@link #MOST_METRES}
     */
    record Near(GeoPoint center, int metres) implements Filter {

        /** Checks the radius. */
        public Near {
            Objects.requireNonNull(center, "center");
            if (metres < 1 || metres > MOST_METRES) {
                throw new IllegalArgumentException(
                        "near: expected a radius of 1 to " + MOST_METRES + " metres, found " + metres);
            }
        }
    }

    /**
     * A box of meridians and parallels, edges included.
     *
     * @param southWest its corner in the south-west; if its longitude is greater than the other's, the box crosses the
     *     180th meridian
     * @param northEast its corner in the north-east
     */
    record Box(GeoPoint southWest, GeoPoint northEast) implements Filter {

        /** Checks the order. */
        public Box {
            if (southWest.latitude() > northEast.latitude()) {
                throw new IllegalArgumentException("bbox: expected west, south, east, north, found a south of "
                        + southWest.latitude() + " above a north of " + northEast.latitude());
            }
        }

        /**
         * Tells whether a place lies in the box. The meridians of 180 and -180 degrees are one, and a pole lies on all
         * meridians.
         *
         * @param place any place
         * @return true inside and on the edges
         */
        public boolean contains(GeoPoint place) {
            double latitude = place.latitude();
            double longitude = place.longitude();
            return latitude >= southWest.latitude()
                    && latitude <= northEast.latitude()
                    && (spans(longitude)
                            || Math.abs(longitude) == 180 && spans(-longitude)
                            || Math.abs(latitude) == 90);
        }

        private boolean spans(double longitude) {
            double west = southWest.longitude();
            double east = northEast.longitude();
            return west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east;
        }
    }

    /**
     * Words that a record has to have.
     *
     * @param words what a visitor typed: in NFC, every run of white space and control characters as one space
     */
    record Text(String words) implements Filter {

        /**
         * Folds spaces and normalises.
         *
         * @throws IllegalArgumentException if there is no letter and no digit in it, or it is too long
         */
        public Text {
            words = LocalizedText.german(Normalizer.normalize(words, Normalizer.Form.NFC))
                    .toString();
            if (words.length() > MOST_CHARACTERS) {
                throw new IllegalArgumentException(
                        "text: expected at most " + MOST_CHARACTERS + " characters, found " + words.length());
            }
            if (words.codePoints().noneMatch(Character::isLetterOrDigit)) {
                throw new IllegalArgumentException(
                        "text: expected at least one letter or digit, found " + Finding.quote(words));
            }
        }
    }

    /**
     * What a {@link FilterPreset} wants, with the preset's name: a page can show and take back the name instead of the
     * conditions.
     *
     * @param id the id of the preset
     * @param filter what it wants
     */
    record Preset(String id, Filter filter) implements Filter {

        /**
         * Checks the id and the depth.
         *
         * @throws IllegalArgumentException if the id is no slug, or conditions are nested deeper than {@link #MOST_DEPTH}
         */
        public Preset {
            Slug.require(id, "id of a preset");
            requireDepth(List.of(filter));
        }

        @Override
        public int depth() {
            return 1 + filter.depth();
        }

        @Override
        public Filter canonical() {
            return new Preset(id, filter.canonical());
        }
    }
}
