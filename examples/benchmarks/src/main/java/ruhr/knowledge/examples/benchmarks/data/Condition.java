package ruhr.knowledge.examples.benchmarks.data;

import java.util.List;

/** What a record has to be like, in terms that every engine can translate. */
public sealed interface Condition {

    /**
     * Tells whether a record is like that.
     *
     * @param item a record
     * @param closure its values and those above them, ascending
     * @return true if it is
     */
    boolean holds(Item item, int[] closure);

    /**
     * One of several values of one field, or one below them.
     *
     * @param field the field
     * @param values numbers of its values, at least one
     */
    record Choice(Field field, List<Integer> values) implements Condition {

        /** Copies the values. */
        public Choice {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("choice in '" + field.name() + "': expected a value, found none");
            }
        }

        @Override
        public boolean holds(Item item, int[] closure) {
            for (int value : values) {
                if (Catalogue.contains(closure, value)) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * What another condition leaves out.
     *
     * @param part the condition that may not hold
     */
    record Not(Condition part) implements Condition {

        @Override
        public boolean holds(Item item, int[] closure) {
            return !part.holds(item, closure);
        }
    }

    /**
     * All of several conditions.
     *
     * @param parts the conditions, at least two
     */
    record All(List<Condition> parts) implements Condition {

        /** Copies the parts. */
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Item item, int[] closure) {
            return parts.stream().allMatch(part -> part.holds(item, closure));
        }
    }

    /**
     * At least one of several conditions.
     *
     * @param parts the conditions, at least two
     */
    record Any(List<Condition> parts) implements Condition {

        /** Copies the parts. */
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Item item, int[] closure) {
            return parts.stream().anyMatch(part -> part.holds(item, closure));
        }
    }

    /**
     * A word that the text of a record has to have.
     *
     * @param number the number of the word
     */
    record Word(int number) implements Condition {

        @Override
        public boolean holds(Item item, int[] closure) {
            return Catalogue.contains(item.words(), number);
        }
    }

    /**
     * Places within a distance of a centre, on a sphere of the earth's mean radius.
     *
     * @param latitude degrees north of the centre
     * @param longitude degrees east of the centre
     * @param metres the distance
     */
    record Circle(double latitude, double longitude, int metres) implements Condition {

        /** The mean radius of the earth in metres, the one that Lucene uses. */
        public static final double EARTH_RADIUS = 6_371_008.7714;

        @Override
        public boolean holds(Item item, int[] closure) {
            return holds(item.latitude(), item.longitude());
        }

        /**
         * Tells whether a place lies within.
         *
         * @param north degrees north
         * @param east degrees east
         * @return true if it is not farther than the distance
         */
        public boolean holds(double north, double east) {
            return haversine(north, east) <= limit();
        }

        /**
         * Returns what {@link #haversine} is at the rim.
         *
         * @return the square of the sine of half the angle
         */
        public double limit() {
            double half = Math.sin(metres / (2 * EARTH_RADIUS));
            return half * half;
        }

        /**
         * Returns the great-circle distance of a place from the centre.
         *
         * @param north degrees north
         * @param east degrees east
         * @return metres
         */
        public double distance(double north, double east) {
            return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(haversine(north, east))));
        }

        /**
         * Returns how far the circle reaches north and south.
         *
         * @return degrees of latitude, a little more than needed
         */
        public double reach() {
            return Math.toDegrees(metres / EARTH_RADIUS) * 1.0001;
        }

        /**
         * Returns how far a place is, in a measure that grows with the distance and needs no root.
         *
         * @param north degrees north
         * @param east degrees east
         * @return the square of the sine of half the angle between the place and the centre
         */
        public double haversine(double north, double east) {
            double up = Math.sin(Math.toRadians(north - latitude) / 2);
            double across = Math.sin(Math.toRadians(east - longitude) / 2);
            return up * up + Math.cos(Math.toRadians(north)) * Math.cos(Math.toRadians(latitude)) * across * across;
        }
    }

    /**
     * Places between two meridians and two parallels.
     *
     * @param west degrees east of the western edge
     * @param south degrees north of the southern edge
     * @param east degrees east of the eastern edge
     * @param north degrees north of the northern edge
     */
    record Box(double west, double south, double east, double north) implements Condition {

        @Override
        public boolean holds(Item item, int[] closure) {
            return item.latitude() >= south
                    && item.latitude() <= north
                    && item.longitude() >= west
                    && item.longitude() <= east;
        }
    }
}
