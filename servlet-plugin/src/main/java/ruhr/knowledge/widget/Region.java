package ruhr.knowledge.widget;

import java.util.List;
import ruhr.knowledge.value.GeoPoint;
import ruhr.knowledge.widget.view.MapView.River;

/**
 * The shape of the Ruhr region on a map: a rough outline and four rivers, drawn by us through places that everybody can look
 * up. Ten units are a kilometre; x grows to the east, y to the south.
 */
final class Region {

    static final int WIDTH = 1170;
    static final int HEIGHT = 700;

    private static final double WEST = 6.30;
    private static final double NORTH = 51.83;
    private static final double UNITS_PER_DEGREE = 1111.95;
    private static final double COSINE = Math.cos(Math.toRadians(51.5));

    /** Latitude and longitude by turns, clockwise from the north-west. */
    private static final double[] OUTLINE = {
        51.74, 6.40, 51.79, 6.52, 51.80, 6.66, 51.74, 6.82, 51.77, 7.00, 51.80, 7.17, 51.78, 7.30, 51.72, 7.42, 51.73,
        7.52, 51.70, 7.66, 51.71, 7.78, 51.73, 7.93, 51.65, 7.97, 51.61, 7.84, 51.55, 7.80, 51.48, 7.87, 51.45, 7.74,
        51.41, 7.63, 51.36, 7.60, 51.29, 7.56, 51.22, 7.50, 51.24, 7.36, 51.26, 7.24, 51.33, 7.19, 51.35, 7.08, 51.35,
        6.94, 51.36, 6.84, 51.34, 6.72, 51.38, 6.62, 51.42, 6.46, 51.50, 6.42, 51.57, 6.36, 51.62, 6.32, 51.70, 6.36
    };

    private static final double[] RHINE = {
        51.33, 6.72, 51.37, 6.69, 51.40, 6.72, 51.45, 6.71, 51.50, 6.69, 51.55, 6.67, 51.59, 6.62, 51.64, 6.60, 51.67,
        6.54, 51.68, 6.46, 51.73, 6.38
    };
    private static final double[] RUHR = {
        51.46, 7.86, 51.47, 7.76, 51.44, 7.63, 51.43, 7.55, 51.40, 7.45, 51.39, 7.39, 51.42, 7.33, 51.42, 7.28, 51.40,
        7.22, 51.41, 7.16, 51.44, 7.12, 51.45, 7.07, 51.41, 7.05, 51.39, 7.00, 51.36, 6.94, 51.39, 6.90, 51.43, 6.88,
        51.44, 6.80, 51.45, 6.72
    };
    private static final double[] EMSCHER = {
        51.50, 7.61, 51.49, 7.52, 51.50, 7.44, 51.54, 7.41, 51.58, 7.30, 51.57, 7.22, 51.55, 7.13, 51.54, 7.05, 51.52,
        6.97, 51.51, 6.87, 51.54, 6.77, 51.57, 6.68
    };
    private static final double[] LIPPE = {
        51.67, 7.96, 51.69, 7.83, 51.67, 7.72, 51.65, 7.62, 51.62, 7.52, 51.66, 7.44, 51.70, 7.36, 51.73, 7.20, 51.70,
        7.08, 51.67, 6.97, 51.65, 6.85, 51.64, 6.74, 51.65, 6.61
    };

    private Region() {}

    static int x(GeoPoint place) {
        return (int) Math.round((place.longitude() - WEST) * UNITS_PER_DEGREE * COSINE);
    }

    static int y(GeoPoint place) {
        return (int) Math.round((NORTH - place.latitude()) * UNITS_PER_DEGREE);
    }

    /** A part of the region that fills the whole drawing: its left and upper edge, and how much larger it is drawn. */
    record Part(int west, int north, double zoom) {

        static final Part WHOLE = new Part(0, 0, 1.0);

        int x(int x) {
            return (int) Math.round((x - west) * zoom);
        }

        int y(int y) {
            return (int) Math.round((y - north) * zoom);
        }

        boolean shows(int x, int y) {
            return x(x) >= 0 && x(x) <= WIDTH && y(y) >= 0 && y(y) <= HEIGHT;
        }
    }

    static String outline(Part part) {
        return curve(OUTLINE, true, part);
    }

    static List<River> rivers(Part part) {
        return List.of(
                river(part, "Lippe", LIPPE, 51.755, 7.10),
                river(part, "Emscher", EMSCHER, 51.580, 6.79),
                river(part, "Ruhr", RUHR, 51.365, 7.04),
                river(part, "Rhein", RHINE, 51.605, 6.50));
    }

    private static River river(Part part, String name, double[] course, double latitude, double longitude) {
        GeoPoint label = new GeoPoint(latitude, longitude);
        return new River(name, curve(course, false, part), part.x(x(label)), part.y(y(label)));
    }

    /** Draws a curve through the middles of the lines between places: soft where the places are few. */
    private static String curve(double[] places, boolean closed, Part part) {
        int count = places.length / 2;
        int[] x = new int[count];
        int[] y = new int[count];
        for (int i = 0; i < count; i++) {
            GeoPoint place = new GeoPoint(places[2 * i], places[2 * i + 1]);
            x[i] = part.x(x(place));
            y[i] = part.y(y(place));
        }
        StringBuilder path = new StringBuilder();
        int last = closed ? count : count - 1;
        if (closed) {
            move(path, 'M', (x[count - 1] + x[0]) / 2, (y[count - 1] + y[0]) / 2);
        } else {
            move(path, 'M', x[0], y[0]);
        }
        for (int i = closed ? 0 : 1; i < last; i++) {
            int next = (i + 1) % count;
            move(path, 'Q', x[i], y[i]);
            boolean isEnd = !closed && next == count - 1;
            move(path, ' ', isEnd ? x[next] : (x[i] + x[next]) / 2, isEnd ? y[next] : (y[i] + y[next]) / 2);
        }
        return closed ? path.append('Z').toString() : path.toString();
    }

    private static void move(StringBuilder path, char command, int x, int y) {
        path.append(command).append(x).append(',').append(y);
    }
}
