package ruhr.knowledge.query;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.value.GeoPoint;

/** Circles and boxes as they stand in a URL. */
final class Coordinates {

    static final String CIRCLE = "latitude,longitude,radius such as 51.48,7.22,15km, with a latitude of -90 to 90, "
            + "a longitude of -180 to 180 and a radius of 1m to " + Filter.MOST_METRES / 1000 + "km";
    static final String BOX = "west,south,east,north such as 6.9,51.3,7.6,51.7, with longitudes of -180 to 180, "
            + "latitudes of -90 to 90 and the south not above the north";

    private static final Pattern DEGREES = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{1,20})?");
    private static final Pattern RADIUS = Pattern.compile("([0-9]{1,8}(?:\\.[0-9]{1,20})?) ?(k?m)");
    private static final int DECIMALS = 7;
    private static final double STEPS = 1e7;

    private Coordinates() {}

    static Optional<Filter> circle(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        Optional<GeoPoint> center = point(parts[0], parts[1]);
        Optional<Integer> metres = metres(parts[2]);
        return center.isEmpty() || metres.isEmpty()
                ? Optional.empty()
                : Optional.of(Filter.near(center.get(), metres.get()));
    }

    static Optional<Filter> box(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        Optional<GeoPoint> southWest = point(parts[1], parts[0]);
        Optional<GeoPoint> northEast = point(parts[3], parts[2]);
        if (southWest.isEmpty()
                || northEast.isEmpty()
                || southWest.get().latitude() > northEast.get().latitude()) {
            return Optional.empty();
        }
        return Optional.of(new Filter.Box(southWest.get(), northEast.get()));
    }

    private static Optional<GeoPoint> point(String latitude, String longitude) {
        Optional<Double> north = degrees(latitude, 90);
        Optional<Double> east = degrees(longitude, 180);
        return north.isEmpty() || east.isEmpty()
                ? Optional.empty()
                : Optional.of(new GeoPoint(north.get(), east.get()));
    }

    private static Optional<Double> degrees(String text, int most) {
        String plain = text.strip();
        if (!DEGREES.matcher(plain).matches()) {
            return Optional.empty();
        }
        double degrees = Double.parseDouble(plain);
        return Math.abs(degrees) > most ? Optional.empty() : Optional.of(degrees);
    }

    private static Optional<Integer> metres(String text) {
        Matcher radius = RADIUS.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!radius.matches()) {
            return Optional.empty();
        }
        BigDecimal metres = new BigDecimal(radius.group(1))
                .scaleByPowerOfTen(radius.group(2).equals("km") ? 3 : 0)
                .setScale(0, RoundingMode.HALF_UP);
        boolean inRange = metres.signum() > 0 && metres.compareTo(BigDecimal.valueOf(Filter.MOST_METRES)) <= 0;
        return inRange ? Optional.of(metres.intValueExact()) : Optional.empty();
    }

    static String written(Filter.Near circle) {
        int metres = circle.metres();
        String radius = metres % 1000 == 0 ? metres / 1000 + "km" : metres + "m";
        return degrees(circle.center().latitude()) + ","
                + degrees(circle.center().longitude()) + "," + radius;
    }

    static String written(Filter.Box box) {
        return degrees(box.southWest().longitude()) + ","
                + degrees(box.southWest().latitude()) + ","
                + degrees(box.northEast().longitude()) + ","
                + degrees(box.northEast().latitude());
    }

    private static String degrees(double degrees) {
        return BigDecimal.valueOf(Math.round(degrees * STEPS), DECIMALS)
                .stripTrailingZeros()
                .toPlainString();
    }
}
