package ruhr.knowledge.index;

import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.value.GeoPoint;

/**
 * A circle, made ready for testing many places. For one thread.
 *
 * <p>The distance of two places comes from h = sin²(Δφ/2) + cos φ₁ cos φ₂ sin²(Δλ/2), where φ are latitudes and λ longitudes:
 * it is 2 R asin √h. Half the way around the earth this grows with h, so h alone tells near from far. Where the differences are
 * small, the sines are taken from the first terms of their series, and so is cos φ₂ from that of the center; only if h then lies
 * so near to that of the rim that this might matter, the distance itself decides.
 */
final class Circle implements Area {

    private static final double RADIANS = Math.PI / 180 / Places.STEPS;

    /** Up to this difference, in radians, the series is as good as the sine: what it leaves out is less than 1e-12 of it. */
    private static final double SMALL = 0.1;

    /** How far h may be off, as a part of it; rounding and the series together do less. */
    private static final double DOUBT = 1e-9;

    /** A place so near to the center that its h is all rounding. */
    private static final double TINY = 1e-18;

    /** How far a sum of products of sines and cosines may be off. */
    private static final double SLACK = 4e-15;

    /** How many degrees the arc sine of a number next to 1 may be off. */
    private static final double NEARLY = 1e-5;

    private final GeoPoint center;
    private final int metres;
    private final int latitude;
    private final int longitude;
    private final double sinus;
    private final double cosinus;
    private final double radius;
    private final double cosinusOfRadius;

    /** Where the circle is widest (or, if it is more than half the earth, its complement); not a number if nowhere. */
    private final double latitudeOfTurn;

    private final double surelyWithin;
    private final double surelyOutside;

    /** The edge between two bands that was asked for last, and the half widths there: the next band begins with it. */
    private double edge = Double.NaN;

    private double surelyAtEdge;
    private double perhapsAtEdge;

    Circle(Filter.Near near) {
        this(near.center(), near.metres());
    }

    Circle(GeoPoint center, int metres) {
        this.center = center;
        this.metres = metres;
        latitude = (int) Math.rint(center.latitude() * Places.STEPS);
        longitude = (int) Math.rint(center.longitude() * Places.STEPS);
        sinus = Math.sin(Math.toRadians(center.latitude()));
        cosinus = Math.cos(Math.toRadians(center.latitude()));
        radius = metres / GeoPoint.EARTH_RADIUS;
        cosinusOfRadius = Math.cos(radius);
        double turn = sinus / cosinusOfRadius;
        latitudeOfTurn = Math.abs(turn) <= 1 ? Math.toDegrees(Math.asin(turn)) : Double.NaN;
        double angle = radius / 2;
        double rim = angle >= Math.PI / 2 ? 2 : Math.sin(angle) * Math.sin(angle);
        surelyWithin = rim * (1 - DOUBT) - TINY;
        surelyOutside = rim * (1 + DOUBT) + TINY;
    }

    GeoPoint center() {
        return center;
    }

    @Override
    public boolean holds(int placeLatitude, int placeLongitude) {
        double north = (placeLatitude - (double) latitude) * RADIANS;
        double east = (placeLongitude - (double) longitude) * RADIANS;
        if (Math.abs(north) < SMALL && Math.abs(east) < SMALL) {
            double h = ofSmall(north, east);
            if (h < surelyWithin) {
                return true;
            }
            if (h > surelyOutside) {
                return false;
            }
        }
        return center.metresTo(Places.point(placeLatitude, placeLongitude)) <= metres;
    }

    /** Returns the distance of a place, a metre more or less. */
    double roughMetres(int placeLatitude, int placeLongitude) {
        double north = (placeLatitude - (double) latitude) * RADIANS;
        double east = (placeLongitude - (double) longitude) * RADIANS;
        if (Math.abs(north) < SMALL && Math.abs(east) < SMALL) {
            double root = Math.sqrt(ofSmall(north, east));
            // The first terms of the arc sine; the root is less than 0.08 here.
            double square = root * root;
            return 2 * GeoPoint.EARTH_RADIUS * root * (1 + square / 6 + square * square * (3.0 / 40));
        }
        return center.metresTo(Places.point(placeLatitude, placeLongitude));
    }

    private double ofSmall(double north, double east) {
        double square = north * north;
        double cosinusOfNorth = 1 - square / 2 + square * square / 24 - square * square * square / 720;
        double sinusOfNorth = north * (1 - square / 6 + square * square / 120 - square * square * square / 5040);
        double cosinusThere = cosinus * cosinusOfNorth - sinus * sinusOfNorth;
        return halfSquared(square) + cosinus * cosinusThere * halfSquared(east * east);
    }

    /** Returns sin²(x/2) for a small x, given x². */
    private static double halfSquared(double square) {
        return square / 4
                - square * square / 48
                + square * square * square / 1440
                - square * square * square * square / 80640;
    }

    @Override
    public double south() {
        return center.latitude() - Math.toDegrees(radius) - Band.MARGIN;
    }

    @Override
    public double north() {
        return center.latitude() + Math.toDegrees(radius) + Band.MARGIN;
    }

    /*
     * At the latitude φ, a place on the rim is Δλ away in longitude, where
     *
     *     cos r = sin φ₁ sin φ + cos φ₁ cos φ cos Δλ     (r: the radius as an angle, φ₁: the latitude of the center).
     *
     * If that asks for a cosine above 1, the circle does not reach this latitude; below -1, all of it lies within. Between the
     * edges of a band, Δλ is greatest (or smallest, in a circle of more than half the earth) where sin φ = sin φ₁ / cos r, and
     * otherwise at an edge. So three latitudes at most say how wide the circle is in a band.
     */
    @Override
    public void cross(double south, double north, Band band) {
        if (radius >= Math.PI) {
            band.set(center.longitude(), 360, 360);
            return;
        }
        double least = surelyAtEdge;
        double most = perhapsAtEdge;
        if (south != edge) {
            least = halfWidth(south, SLACK);
            most = halfWidth(south, -SLACK);
        }
        edge = north;
        surelyAtEdge = halfWidth(north, SLACK);
        perhapsAtEdge = halfWidth(north, -SLACK);
        least = Math.min(least, surelyAtEdge);
        most = Math.max(most, perhapsAtEdge);
        if (latitudeOfTurn >= south - NEARLY && latitudeOfTurn <= north + NEARLY) {
            least = Math.min(least, halfWidth(latitudeOfTurn, SLACK));
            most = Math.max(most, halfWidth(latitudeOfTurn, -SLACK));
        }
        band.set(center.longitude(), least, most);
    }

    /**
     * Returns how far the rim is away in longitude.
     *
     * @param slack what rounding may have done: positive for the least width, negative for the greatest
     */
    private double halfWidth(double degrees, double slack) {
        double there = Math.toRadians(Math.max(-90, Math.min(90, degrees)));
        double up = cosinusOfRadius - sinus * Math.sin(there) + slack;
        double down = cosinus * Math.cos(there);
        // Compared before they are divided: at a pole both are next to nothing, and what rounding did to them is in the
        // slack.
        if (up > down) {
            return -1;
        }
        return up <= -down ? 180 : Math.toDegrees(Math.acos(up / down));
    }
}
