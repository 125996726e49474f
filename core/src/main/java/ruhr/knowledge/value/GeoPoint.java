package ruhr.knowledge.value;

/**
 * A place on the earth, WGS 84.
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 */
public record GeoPoint(double latitude, double longitude) {

    /**
     * Checks the range.
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
    }
}
