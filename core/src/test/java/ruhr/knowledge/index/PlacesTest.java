package ruhr.knowledge.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.value.GeoPoint;

/** Circles and boxes find the rows that measuring every place finds. */
class PlacesTest {

    /** Where places may lie. */
    private enum Ground {
        CITY,
        REGION,
        WORLD,
        NORTH_POLE,
        DATE_LINE,
        ONE_PLACE,
        ONE_PARALLEL,
        CORNERS
    }

    /** Made-up rows, each with its places. */
    private static final class Sample {
        private final Random random;
        private final Ground ground;
        private final List<List<GeoPoint>> rows = new ArrayList<>();
        private final Places places;

        Sample(long seed) {
            random = new Random(seed);
            ground = Ground.values()[(int) (seed % Ground.values().length)];
            int size = random.nextInt(3) == 0 ? random.nextInt(4) : random.nextInt(600);
            boolean several = random.nextBoolean();
            Places.Builder builder = new Places.Builder(size);
            for (int row = 0; row < size; row++) {
                List<GeoPoint> own = new ArrayList<>();
                for (int i = several ? random.nextInt(4) : random.nextInt(8) == 0 ? 0 : 1; i > 0; i--) {
                    GeoPoint place = place();
                    own.add(place);
                    builder.add(row, place);
                }
                rows.add(own);
            }
            places = builder.build();
        }

        GeoPoint place() {
            return switch (ground) {
                case CITY -> new GeoPoint(51.48 + random.nextGaussian() * 0.02, 7.22 + random.nextGaussian() * 0.03);
                case REGION -> new GeoPoint(51.3 + 0.5 * random.nextDouble(), 6.5 + 1.5 * random.nextDouble());
                case WORLD -> new GeoPoint(Math.toDegrees(Math.asin(random.nextDouble() * 2 - 1)), longitude());
                case NORTH_POLE -> new GeoPoint(90 - Math.pow(random.nextDouble(), 4) * 10, longitude());
                case DATE_LINE ->
                    new GeoPoint(random.nextGaussian(), (random.nextBoolean() ? -180 : 178) + 2 * random.nextDouble());
                case ONE_PLACE -> new GeoPoint(51.5, 7.5);
                case ONE_PARALLEL -> new GeoPoint(-33, longitude());
                case CORNERS -> new GeoPoint(random.nextInt(3) * 90 - 90, random.nextInt(5) * 90 - 180);
            };
        }

        private double longitude() {
            return random.nextDouble() * 360 - 180;
        }

        GeoPoint center() {
            return switch (random.nextInt(6)) {
                case 0 -> new GeoPoint(random.nextDouble() * 180 - 90, longitude());
                case 1 -> new GeoPoint(random.nextBoolean() ? 90 : -90, longitude());
                default -> place();
            };
        }

        /** Returns a radius; often one whose rim runs through a place, or just not. */
        int metres(GeoPoint center) {
            if (!rows.isEmpty() && random.nextInt(3) == 0) {
                List<GeoPoint> own = rows.get(random.nextInt(rows.size()));
                if (!own.isEmpty()) {
                    int exact = (int) center.metresTo(own.get(0)) + random.nextInt(2);
                    return Math.max(1, Math.min(exact, Filter.MOST_METRES));
                }
            }
            return 1 + (int) (Math.pow(random.nextDouble(), 8) * (Filter.MOST_METRES - 1));
        }

        Filter.Box box() {
            GeoPoint a = center();
            GeoPoint b = center();
            return (Filter.Box) Filter.box(
                    a.longitude(),
                    Math.min(a.latitude(), b.latitude()),
                    b.longitude(),
                    Math.max(a.latitude(), b.latitude()));
        }

        BitSet measured(Predicate<GeoPoint> within) {
            BitSet found = new BitSet();
            for (int row = 0; row < rows.size(); row++) {
                found.set(row, rows.get(row).stream().anyMatch(within));
            }
            return found;
        }

        long[] noBits() {
            return new long[Scratch.words(rows.size())];
        }
    }

    @Test
    void aCircleFindsTheRowsThatMeasuringFinds() {
        for (int seed = 0; seed < 400; seed++) {
            Sample sample = new Sample(seed);
            for (int round = 0; round < 25; round++) {
                GeoPoint center = sample.center();
                Filter.Near near = new Filter.Near(center, sample.metres(center));
                BitSet expected = sample.measured(place -> center.metresTo(place) <= near.metres());
                long[] found = sample.noBits();

                sample.places.addWithin(near, found);

                String what = "seed " + seed + ", " + sample.ground + ", " + near;
                assertEquals(expected, BitSet.valueOf(found), what);
                for (int row = 0; row < sample.rows.size(); row += 1 + row / 8) {
                    assertEquals(
                            expected.get(row), sample.places.isWithin(new Circle(near), row), what + ", row " + row);
                }
            }
        }
    }

    @Test
    void aCircleOfAFewMetresBesideAPoleFindsItsRows() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int side = random.nextBoolean() ? 1 : -1;
            List<GeoPoint> all = new ArrayList<>();
            Places.Builder builder = new Places.Builder(300);
            for (int row = 0; row < 300; row++) {
                // Up to 15 metres from the pole, and all around it.
                GeoPoint place =
                        new GeoPoint(side * (90 - random.nextDouble() * 1.35e-4), random.nextDouble() * 360 - 180);
                all.add(place);
                builder.add(row, place);
            }
            Places places = builder.build();
            for (int metres = 1; metres < 20; metres++) {
                Filter.Near near = new Filter.Near(all.get(random.nextInt(300)), metres);
                BitSet expected = new BitSet();
                for (int row = 0; row < 300; row++) {
                    expected.set(row, near.center().metresTo(all.get(row)) <= metres);
                }
                long[] found = new long[Scratch.words(300)];

                places.addWithin(near, found);

                assertEquals(expected, BitSet.valueOf(found), "seed " + seed + ", " + near);
            }
        }
    }

    @Test
    void aBoxFindsTheRowsThatLieInIt() {
        for (int seed = 0; seed < 400; seed++) {
            Sample sample = new Sample(seed);
            for (int round = 0; round < 25; round++) {
                Filter.Box box = sample.box();
                BitSet expected = sample.measured(box::contains);
                long[] found = sample.noBits();

                sample.places.addWithin(box, found);

                String what = "seed " + seed + ", " + sample.ground + ", " + box;
                assertEquals(expected, BitSet.valueOf(found), what);
                for (int row = 0; row < sample.rows.size(); row += 1 + row / 8) {
                    assertEquals(
                            expected.get(row), sample.places.isWithin(new Rectangle(box), row), what + ", row " + row);
                }
            }
        }
    }

    @Test
    void aCircleThatIsAMetreTooSmallWouldBeSeen() {
        Sample sample = new Sample(Ground.REGION.ordinal() + 3 * Ground.values().length);
        GeoPoint center = sample.place();
        GeoPoint rim = sample.rows.stream().flatMap(List::stream).findFirst().orElseThrow();
        int metres = (int) Math.ceil(center.metresTo(rim));
        long[] found = sample.noBits();

        sample.places.addWithin(new Filter.Near(center, metres - 1), found);

        assertNotEquals(sample.measured(place -> center.metresTo(place) <= metres), BitSet.valueOf(found));
    }

    @Test
    void aFineGridFindsWhatMeasuringFindsThoughSomePlacesAreFarAway() {
        for (int seed = 0; seed < 4; seed++) {
            Random random = new Random(seed);
            int size = 40_000;
            List<GeoPoint> all = new ArrayList<>();
            Places.Builder builder = new Places.Builder(size);
            for (int row = 0; row < size; row++) {
                GeoPoint place = row % 5000 == 0
                        ? new GeoPoint(random.nextDouble() * 180 - 90, random.nextDouble() * 360 - 180)
                        : new GeoPoint(51.5 + random.nextGaussian() * 0.1, 7.3 + random.nextGaussian() * 0.2);
                all.add(place);
                builder.add(row, place);
            }
            Places places = builder.build();
            for (int metres : new int[] {1, 300, 5_000, 40_000, 9_000_000, 20_000_000}) {
                Filter.Near near = new Filter.Near(all.get(random.nextInt(size)), metres);
                BitSet expected = new BitSet();
                for (int row = 0; row < size; row++) {
                    expected.set(row, near.center().metresTo(all.get(row)) <= metres);
                }
                long[] found = new long[Scratch.words(size)];

                places.addWithin(near, found);

                assertEquals(expected, BitSet.valueOf(found), "seed " + seed + ", " + near);
            }
        }
    }

    @Test
    void thePagesOfTheNearestAreThoseOfSortingAll() {
        for (int seed = 0; seed < 300; seed++) {
            Sample sample = new Sample(seed);
            GeoPoint center = sample.center();
            int size = sample.rows.size();
            int[] hits = IntStream.range(0, size)
                    .filter(row -> sample.random.nextInt(3) > 0)
                    .toArray();
            List<Integer> sorted = Arrays.stream(hits)
                    .boxed()
                    .sorted(Comparator.<Integer>comparingLong(row -> measured(sample, center, row))
                            .thenComparing(row -> row))
                    .toList();
            int offset = sample.random.nextInt(3) == 0 ? sample.random.nextInt(20) : 0;
            int limit = 1 + sample.random.nextInt(8);
            int after = hits.length > 0 && sample.random.nextBoolean()
                    ? sorted.get(sample.random.nextInt(hits.length))
                    : -1;
            List<Integer> expected = sorted.stream()
                    .skip(after < 0 ? 0 : sorted.indexOf(after) + 1)
                    .skip(offset)
                    .limit(limit)
                    .toList();
            BitSet set = new BitSet();
            Arrays.stream(hits).forEach(set::set);
            long[] bits = Arrays.copyOf(set.toLongArray(), Scratch.words(size));
            for (Rows form : List.of(new Rows().list(hits, hits.length), new Rows().bits(bits, hits.length))) {
                int[] page = new int[limit];

                int found = sample.places.nearest(center, form, after, offset, limit, page);

                assertEquals(
                        expected,
                        Arrays.stream(page, 0, found).boxed().toList(),
                        "seed " + seed + ", " + sample.ground + ", " + form.form);
            }
        }
    }

    private static long measured(Sample sample, GeoPoint center, int row) {
        return sample.rows.get(row).stream()
                .mapToLong(place -> Math.round(center.metresTo(place)))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    @Test
    void ofManyRowsOnlyTheNearestAreKept() {
        int size = 30_000;
        Random random = new Random(5);
        Places.Builder builder = new Places.Builder(size);
        List<GeoPoint> all = new ArrayList<>();
        for (int row = 0; row < size; row++) {
            // Every third stands at one place: ties by the thousand.
            GeoPoint place = row % 3 == 0
                    ? new GeoPoint(51.5, 7.3)
                    : new GeoPoint(51 + random.nextDouble(), 7 + random.nextDouble());
            all.add(place);
            builder.add(row, place);
        }
        GeoPoint center = new GeoPoint(51.49, 7.31);
        int[] expected = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(row -> Math.round(center.metresTo(all.get(row))))
                        .thenComparing(row -> row))
                .mapToInt(Integer::intValue)
                .skip(500)
                .limit(100)
                .toArray();
        int[] page = new int[100];

        builder.build().nearest(center, new Rows().all(size), -1, 500, 100, page);

        assertArrayEquals(expected, page);
    }

    @Test
    void pagesOfManyRowsWithSeveralPlacesFollowOnEachOther() {
        for (int seed = 0; seed < 6; seed++) {
            int size = 25_000;
            Random random = new Random(seed);
            Places.Builder builder = new Places.Builder(size);
            GeoPoint center = new GeoPoint(51.49, 7.31);
            long[] metres = new long[size];
            for (int row = 0; row < size; row++) {
                metres[row] = Long.MAX_VALUE;
                for (int i = random.nextInt(4); i > 0; i--) {
                    // Side by side, so that a circle holds several places of one row.
                    GeoPoint place = new GeoPoint(51.4 + row * 1e-5 + i * 1e-4, 7.2 + random.nextDouble() / 2);
                    builder.add(row, place);
                    metres[row] = Math.min(metres[row], Math.round(center.metresTo(place)));
                }
            }
            Places places = builder.build();
            List<Integer> expected = IntStream.range(0, size)
                    .boxed()
                    .sorted(Comparator.<Integer>comparingLong(row -> metres[row])
                            .thenComparing(row -> row))
                    .limit(600)
                    .toList();
            List<Integer> found = new ArrayList<>();
            for (int after = -1; found.size() < 600; after = found.get(found.size() - 1)) {
                int[] page = new int[60];
                int count = places.nearest(center, new Rows().all(size), after, 0, 60, page);
                assertEquals(60, count, "seed " + seed);
                Arrays.stream(page).forEach(found::add);
            }

            assertEquals(expected, found, "seed " + seed);
        }
    }

    @Test
    void withoutPlacesNothingIsFound() {
        Places none = new Places.Builder(100).build();
        long[] found = new long[2];

        none.addWithin(new Filter.Near(new GeoPoint(0, 0), Filter.MOST_METRES), found);

        assertArrayEquals(new long[2], found);
        assertFalse(none.isWithin(new Circle(new GeoPoint(0, 0), Filter.MOST_METRES), 5));
    }
}
