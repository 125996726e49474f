package ruhr.knowledge.value;

/**
 * A place on the earth, WGS 84, to seven decimals of a degree: a centimetre. What is finer is rounded away, so that every
 * engine reckons with the same numbers.
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 */
public record GeoPoint(double latitude, double longitude) {

    /** The radius of the sphere that distances are measured on, in metres: the mean radius of the earth (IUGG, R1). */
    public static final double EARTH_RADIUS = 6_371_008.7714;

    /** How many steps a degree has. */
    private static final double STEPS = 1e7;

    /**
     * Checks the range and rounds to seven decimals.
     *
     * @throws IllegalArgumentException if a value is out of its range or not a number
     */
    public GeoPoint {
        if (!(latitude >= -90 && latitude <= 90)) {
            throw new IllegalArgumentException("latitude: expected -90 to 90 degrees, found " + latitude);
        }
        if (!(longitude >= -180 && longitude <= 180)) {
            throw new IllegalArgumentException("longitude: expected -180 to 180 degrees, found " + longitude);
        }
        // Adding zero makes minus zero plain zero.
        latitude = Math.rint(latitude * STEPS) / STEPS + 0.0;
        longitude = Math.rint(longitude * STEPS) / STEPS + 0.0;
    }

    /**
     * Returns the length of the shortest way to another place along a great circle, by the haversine formula.
     *
     * @param other another place
     * @return metres, from 0 to half the circumference of the earth; the same in both directions
     */
    public double metresTo(GeoPoint other) {
        double north = Math.sin(Math.toRadians(other.latitude - latitude) / 2);
        double east = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        double h = north * north
                + Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(other.latitude)) * east * east;
        return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
    }
}
