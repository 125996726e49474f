package ruhr.knowledge.examples.benchmarks.data;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Chooses the rims of circles and boxes so that no record stands on them. Engines store coordinates and compute distances
 * with roundings of their own, of millimetres to centimetres: a record on the rim would tell them apart without either
 * being wrong.
 */
final class Rims {

    private static final double STEP = 1e-6;

    private final Catalogue catalogue;
    private final double[] latitudes;
    private final double[] longitudes;

    Rims(Catalogue catalogue) {
        this.catalogue = catalogue;
        latitudes = sorted(Item::latitude);
        longitudes = sorted(Item::longitude);
    }

    private double[] sorted(ToDoubleFunction<Item> coordinate) {
        return catalogue.items().stream().mapToDouble(coordinate).sorted().toArray();
    }

    /** Returns a circle of about this size; of the radii in whole metres, the one that keeps farthest from any record. */
    Condition.Circle circle(double latitude, double longitude, int metres) {
        int from = (int) Math.ceil(metres * 0.98);
        int to = (int) (metres * 1.02);
        double[] nearest = new double[to - from + 1];
        Arrays.fill(nearest, 1);
        var widest = new Condition.Circle(latitude, longitude, to + 1);
        double band = widest.reach();
        for (Item item : catalogue.items()) {
            if (Math.abs(item.latitude() - latitude) > band) {
                continue;
            }
            double distance = widest.distance(item.latitude(), item.longitude());
            int metre = (int) Math.rint(distance);
            if (metre >= from && metre <= to) {
                nearest[metre - from] = Math.min(nearest[metre - from], Math.abs(distance - metre));
            }
        }
        int best = 0;
        for (int i = 1; i < nearest.length; i++) {
            best = nearest[i] > nearest[best] ? i : best;
        }
        return new Condition.Circle(latitude, longitude, from + best);
    }

    /** Returns a box of about these edges. */
    Condition.Box box(double west, double south, double east, double north) {
        return new Condition.Box(
                between(longitudes, west),
                between(latitudes, south),
                between(longitudes, east),
                between(latitudes, north));
    }

    /** Returns the step near a wish, at most a hundredth of a degree away, that is farthest from any coordinate. */
    private static double between(double[] coordinates, double wish) {
        double best = wish;
        double farthest = -1;
        for (int step = 0; step <= 10_000; step += 7) {
            double candidate = Math.rint((wish + (step - 5_000) * STEP) / STEP) * STEP;
            int at = Arrays.binarySearch(coordinates, candidate);
            int above = at < 0 ? -at - 1 : at;
            double clear = Math.min(
                    above < coordinates.length ? coordinates[above] - candidate : 1,
                    above > 0 ? candidate - coordinates[above - 1] : 1);
            if (clear > farthest) {
                farthest = clear;
                best = candidate;
            }
        }
        return Math.rint(best * 1e7) / 1e7;
    }
}
