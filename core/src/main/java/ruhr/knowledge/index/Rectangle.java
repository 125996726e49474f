package ruhr.knowledge.index;

import ruhr.knowledge.filter.Filter;

/** A box, made ready for testing many places. */
final class Rectangle implements Area {

    private static final int HALF_CIRCLE = 1_800_000_000;
    private static final int QUARTER_CIRCLE = HALF_CIRCLE / 2;

    private final int south;
    private final int north;
    private final int west;
    private final int east;
    private final double middle;
    private final double halfWidth;

    Rectangle(Filter.Box box) {
        south = steps(box.southWest().latitude());
        north = steps(box.northEast().latitude());
        west = steps(box.southWest().longitude());
        east = steps(box.northEast().longitude());
        long width = west <= east ? (long) east - west : (long) east - west + 2L * HALF_CIRCLE;
        middle = (west + width / 2.0) / Places.STEPS;
        halfWidth = width / 2.0 / Places.STEPS;
    }

    private static int steps(double degrees) {
        return (int) Math.rint(degrees * Places.STEPS);
    }

    @Override
    public boolean holds(int latitude, int longitude) {
        return latitude >= south && latitude <= north && (spans(longitude) || isOnOtherMeridians(latitude, longitude));
    }

    private boolean spans(int longitude) {
        return west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east;
    }

    /** The 180th meridian is that of -180 degrees, and a pole lies on all. */
    private boolean isOnOtherMeridians(int latitude, int longitude) {
        return Math.abs(longitude) == HALF_CIRCLE && spans(-longitude) || Math.abs(latitude) == QUARTER_CIRCLE;
    }

    @Override
    public double south() {
        return south / Places.STEPS - Band.MARGIN;
    }

    @Override
    public double north() {
        return north / Places.STEPS + Band.MARGIN;
    }

    @Override
    public void cross(double bandSouth, double bandNorth, Band band) {
        double from = south / Places.STEPS;
        double to = north / Places.STEPS;
        boolean touches = bandNorth >= from - Band.MARGIN && bandSouth <= to + Band.MARGIN;
        boolean covers = bandSouth >= from + Band.MARGIN && bandNorth <= to - Band.MARGIN;
        boolean reachesPole = north == QUARTER_CIRCLE && bandNorth >= to - Band.MARGIN
                || south == -QUARTER_CIRCLE && bandSouth <= from + Band.MARGIN;
        band.set(middle, covers ? halfWidth : -1, reachesPole ? 180 : touches ? halfWidth : -1);
    }
}
