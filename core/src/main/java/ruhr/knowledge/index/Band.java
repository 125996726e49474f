package ruhr.knowledge.index;

/**
 * How an area crosses a band of latitudes: around one longitude, all that is nearer than an inner half width lies within, and
 * nothing that is farther away than an outer one does. In degrees.
 */
final class Band {

    /** About a decimetre: more than what rounding does to any of the numbers here. */
    static final double MARGIN = 1e-6;

    private static final double HALF_CIRCLE = 180;

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
        inner = surely >= HALF_CIRCLE ? HALF_CIRCLE * 2 : surely - MARGIN;
        outer = perhaps < 0 ? -1 : perhaps + MARGIN;
    }

    boolean mayHold() {
        return outer >= 0;
    }

    /** Tells whether a place between two longitudes may lie within. */
    boolean mayHold(double west, double east) {
        if (outer >= HALF_CIRCLE) {
            return true;
        }
        for (int turn = -360; turn <= 360; turn += 360) {
            if (west <= middle + turn + outer && east >= middle + turn - outer) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether all places between two longitudes lie within. */
    boolean surelyHolds(double west, double east) {
        if (inner >= HALF_CIRCLE) {
            return true;
        }
        for (int turn = -360; turn <= 360; turn += 360) {
            if (west >= middle + turn - inner && east <= middle + turn + inner) {
                return true;
            }
        }
        return false;
    }
}
