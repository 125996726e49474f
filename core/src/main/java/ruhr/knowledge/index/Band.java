package ruhr.knowledge.index;

/**
 * How an area crosses a band of latitudes: around one longitude, all that is nearer than an inner half width lies within, and
 * nothing that is farther away than an outer one does. In degrees.
 */
final class Band {

    /** About a decimetre: more than what rounding does to any of the numbers here. */
    static final double MARGIN = 1e-6;

    private static final double HALF_CIRCLE = 180;
    private static final double WHOLE_CIRCLE = 360;

    private double middle;
    private double inner;
    private double outer;

    /**
     * Sets the half widths.
     *
     * @param longitude the longitude that the area lies around
     * @param surely up to which half width everything lies within; negative if nothing does
     * @param perhaps up to which half width something may lie within; negative if nothing can
     */
    void set(double longitude, double surely, double perhaps) {
        middle = longitude;
        inner = surely >= HALF_CIRCLE ? WHOLE_CIRCLE : surely - MARGIN;
        outer = perhaps < 0 ? -1 : perhaps + MARGIN;
    }

    /** Tells whether something in the band may lie within. */
    boolean mayHold() {
        return outer >= 0;
    }

    /** Tells whether there is a stretch of which everything lies within. */
    boolean surelyHolds() {
        return inner > 0;
    }

    /** Returns where the stretch begins of which something may lie within, so many turns around the earth away. */
    double outerWest(int turn) {
        return middle + turn * WHOLE_CIRCLE - outer;
    }

    double outerEast(int turn) {
        return middle + turn * WHOLE_CIRCLE + outer;
    }

    /** Returns where the stretch begins of which everything lies within. */
    double innerWest(int turn) {
        return middle + turn * WHOLE_CIRCLE - inner;
    }

    double innerEast(int turn) {
        return middle + turn * WHOLE_CIRCLE + inner;
    }
}
