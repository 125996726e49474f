package ruhr.knowledge.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.value.GeoPoint;

/**
 * Where the rows are. Finds the rows of a circle or a box without looking at all of them, and those of a page nearest first.
 *
 * <p>A grid lies over all places, and the places stand in the order of its cells: from west to east in bands, and the bands from
 * south to north. Where places are dense the cells are small, see {@link Slices}. For each band that a circle or box touches,
 * {@link Band} says which stretch of longitudes lies wholly within and which one may: the cells of the first are one run of
 * places that are taken as they are, and only the places of the few cells between the two are tested. What decides in the end
 * is always {@link GeoPoint#metresTo} or {@link Filter.Box#contains}.
 *
 * <p>Coordinates are whole steps of 1e-7 degrees, which is what a {@link GeoPoint} is rounded to; so nothing gets lost.
 */
final class Places {

    static final double STEPS = 1e7;

    private static final int PLACES_PER_CELL = 8;
    private static final int MOST_CELLS_ALONG = 512;
    private static final int NONE = -1;

    /** Of so many rows the nearest are looked for around the center. */
    private static final int MANY = 10_000;

    /** How far is looked at first. */
    private static final double FIRST_METRES = 250;

    private final int rows;

    /** The places in the order of cells. */
    private final int[] latitudes;

    private final int[] longitudes;
    private final int[] rowsOfPlaces;

    /** For each row its first place, or -1; for each place the next one of its row, or -1. Rows mostly have one place. */
    private final int[] firstOfRow;

    private final int[] nextOfRow;

    /** The rows that have a place. */
    private final long[] placed;

    private final Slices bands;
    private final Slices columns;

    /** Where the places of each cell begin. */
    private final int[] starts;

    /** Collects places. */
    static final class Builder {

        private int rows;
        private int[] latitudes;
        private int[] longitudes;
        private int[] rowsOfPlaces;
        private int size;
        private boolean several;
        private int lastRow = NONE;

        /**
         * Begins without places.
         *
         * @param rows how many rows there are, with a place or without
         */
        Builder(int rows) {
            this.rows = rows;
            latitudes = new int[rows];
            longitudes = new int[rows];
            rowsOfPlaces = new int[rows];
        }

        /** Adds a place; all places of a row are added one after the other, and the rows may come in any order. */
        void add(int row, GeoPoint place) {
            if (size == latitudes.length) {
                int longer = size + (size >> 1) + 16;
                latitudes = Arrays.copyOf(latitudes, longer);
                longitudes = Arrays.copyOf(longitudes, longer);
                rowsOfPlaces = Arrays.copyOf(rowsOfPlaces, longer);
            }
            several |= row == lastRow;
            lastRow = row;
            latitudes[size] = steps(place.latitude());
            longitudes[size] = steps(place.longitude());
            rowsOfPlaces[size++] = row;
        }

        /**
         * Builds, where what was added as rows were records in another order.
         *
         * @param rowsOfRecords the row of each record
         */
        Places build(int[] rowsOfRecords) {
            rows = rowsOfRecords.length;
            for (int i = 0; i < size; i++) {
                rowsOfPlaces[i] = rowsOfRecords[rowsOfPlaces[i]];
            }
            return new Places(this);
        }

        Places build() {
            return new Places(this);
        }
    }

    private static int steps(double degrees) {
        return (int) Math.rint(degrees * STEPS);
    }

    private Places(Builder given) {
        rows = given.rows;
        int size = given.size;
        double along = Math.min(MOST_CELLS_ALONG, Math.max(1, Math.sqrt((double) size / PLACES_PER_CELL)));
        bands = new Slices(given.latitudes, size, (int) Math.ceil(along));
        columns = new Slices(given.longitudes, size, (int) Math.ceil(along));
        int[] cells = new int[size];
        starts = new int[bands.count() * columns.count() + 1];
        for (int i = 0; i < size; i++) {
            cells[i] = bands.of(given.latitudes[i]) * columns.count() + columns.of(given.longitudes[i]);
            starts[cells[i] + 1]++;
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        latitudes = new int[size];
        longitudes = new int[size];
        rowsOfPlaces = new int[size];
        firstOfRow = new int[size == 0 ? 0 : rows];
        nextOfRow = new int[given.several ? size : 0];
        Arrays.fill(firstOfRow, NONE);
        placed = new long[size == 0 ? 0 : Scratch.words(rows)];
        int[] next = starts.clone();
        for (int i = 0; i < size; i++) {
            int at = next[cells[i]]++;
            latitudes[at] = given.latitudes[i];
            longitudes[at] = given.longitudes[i];
            int row = given.rowsOfPlaces[i];
            rowsOfPlaces[at] = row;
            RowAlgebra.add(placed, row);
            if (given.several) {
                nextOfRow[at] = firstOfRow[row];
            }
            firstOfRow[row] = at;
        }
    }

    private boolean isEmpty() {
        return rowsOfPlaces.length == 0;
    }

    long bytes() {
        return 12L * rowsOfPlaces.length
                + 4L * firstOfRow.length
                + 4L * nextOfRow.length
                + 4L * starts.length
                + 8L * placed.length
                + bands.bytes()
                + columns.bytes();
    }

    /** Adds the rows that have a place in a circle. */
    void addWithin(Filter.Near near, long[] bits) {
        if (!isEmpty()) {
            addWithin(new Circle(near), bits);
        }
    }

    /** Adds the rows that have a place in a box. */
    void addWithin(Filter.Box box, long[] bits) {
        if (!isEmpty()) {
            addWithin(new Rectangle(box), bits);
        }
    }

    private void addWithin(Area area, long[] bits) {
        Runs runs = runs(area);
        if (nextOfRow.length == 0 && runs.taken > rowsOfPlaces.length / 2) {
            addAllBut(area, runs, bits);
        } else {
            addAll(area, runs, bits);
        }
    }

    private Runs runs(Area area) {
        Runs runs = new Runs(bands.count());
        double northernmost = area.north() * STEPS;
        Band band = new Band();
        int first = Math.max(0, bands.of(area.south() * STEPS));
        for (int i = first; i < bands.count() && bands.edge(i) <= northernmost; i++) {
            area.cross(bands.edge(i) / STEPS, bands.edge(i + 1) / STEPS, band);
            addRuns(band, i * columns.count(), runs);
        }
        return runs;
    }

    /** Divides the cells of one band into those wholly within, those to be tested and those outside, from west to east. */
    private void addRuns(Band band, int first, Runs runs) {
        int next = 0;
        for (int turn = -1; turn <= 1 && band.mayHold(); turn++) {
            int from = Math.max(next, column(band.outerWest(turn)));
            int to = Math.min(columns.count() - 1, column(band.outerEast(turn)));
            if (from <= to) {
                // The first and the last column that begin and end within.
                int innerFrom = Math.max(from, column(band.innerWest(turn)) + 1);
                int innerTo = Math.min(to, column(band.innerEast(turn)) - 1);
                if (innerFrom <= innerTo && band.surelyHolds()) {
                    runs.add(starts[first + from], starts[first + innerFrom], false);
                    runs.add(starts[first + innerFrom], starts[first + innerTo + 1], true);
                    runs.add(starts[first + innerTo + 1], starts[first + to + 1], false);
                } else {
                    runs.add(starts[first + from], starts[first + to + 1], false);
                }
                next = to + 1;
            }
        }
    }

    /** Returns the column of a longitude; beyond the grid it is -1 or the number of columns. */
    private int column(double longitude) {
        return columns.of(longitude * STEPS);
    }

    private void addAll(Area area, Runs runs, long[] bits) {
        for (int run = 0; run < runs.size; run++) {
            int to = runs.to[run];
            for (int i = runs.from[run]; i < to; i++) {
                if (runs.within[run] || area.holds(latitudes[i], longitudes[i])) {
                    int row = rowsOfPlaces[i];
                    RowAlgebra.add(bits, row);
                }
            }
        }
    }

    /** Where most places lie within, it is quicker to take them all and to leave out the others. Every row has one place. */
    private void addAllBut(Area area, Runs runs, long[] bits) {
        for (int i = 0; i < bits.length; i++) {
            bits[i] |= placed[i];
        }
        int outside = 0;
        for (int run = 0; run < runs.size; run++) {
            leaveOut(outside, runs.from[run], bits);
            if (!runs.within[run]) {
                for (int i = runs.from[run]; i < runs.to[run]; i++) {
                    if (!area.holds(latitudes[i], longitudes[i])) {
                        leaveOut(i, i + 1, bits);
                    }
                }
            }
            outside = runs.to[run];
        }
        leaveOut(outside, rowsOfPlaces.length, bits);
    }

    private void leaveOut(int from, int to, long[] bits) {
        for (int i = from; i < to; i++) {
            int row = rowsOfPlaces[i];
            bits[row >>> 6] &= ~(1L << row);
        }
    }

    /** Places that lie side by side, and are taken as they are or tested. */
    private static final class Runs {
        private final int[] from;
        private final int[] to;
        private final boolean[] within;
        private int size;

        /** How many places are taken as they are. */
        private int taken;

        /** How many there are. */
        private int places;

        Runs(int bands) {
            from = new int[bands * 9];
            to = new int[from.length];
            within = new boolean[from.length];
        }

        void add(int first, int end, boolean allWithin) {
            if (first < end) {
                from[size] = first;
                to[size] = end;
                within[size++] = allWithin;
                taken += allWithin ? end - first : 0;
                places += end - first;
            }
        }

        /** Tells whether a place is in one of the runs, which are in ascending order. */
        boolean hold(int place) {
            int run = Arrays.binarySearch(from, 0, size, place);
            int at = run >= 0 ? run : -run - 2;
            return at >= 0 && place < to[at];
        }
    }

    /** Tells whether a row has a place in an area. */
    boolean isWithin(Area area, int row) {
        for (int at = first(row); at >= 0; at = next(at)) {
            if (area.holds(latitudes[at], longitudes[at])) {
                return true;
            }
        }
        return false;
    }

    private int first(int row) {
        return firstOfRow.length == 0 ? NONE : firstOfRow[row];
    }

    private int next(int place) {
        return nextOfRow.length == 0 ? NONE : nextOfRow[place];
    }

    static GeoPoint point(int latitude, int longitude) {
        return new GeoPoint(latitude / STEPS, longitude / STEPS);
    }

    /** Returns the whole metres to the nearest place of a row, or the greatest number if it has none. */
    long metres(GeoPoint center, int row) {
        double nearest = Double.MAX_VALUE;
        for (int at = first(row); at >= 0; at = next(at)) {
            nearest = Math.min(nearest, center.metresTo(point(latitudes[at], longitudes[at])));
        }
        return nearest == Double.MAX_VALUE ? Long.MAX_VALUE : Math.round(nearest);
    }

    /** Returns about how far the nearest place of a row is, a metre more or less; infinite if it has none. */
    private double roughly(Circle circle, int row) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int at = first(row); at >= 0; at = next(at)) {
            nearest = Math.min(nearest, circle.roughMetres(latitudes[at], longitudes[at]));
        }
        return nearest;
    }

    /**
     * Finds rows of one page, the nearest first, equally far ones in the order of rows.
     *
     * @param hits the rows of all pages, in ascending order
     * @param after the row that the page begins behind, or -1
     * @param offset how many rows come before the page
     * @param limit the most rows of the page
     * @param page where they are put
     * @return how many there are
     */
    int nearest(GeoPoint center, Rows hits, int after, int offset, int limit, int[] page) {
        long metresAfter = after < 0 ? -1 : metres(center, after);
        Nearest few = hits.form == Rows.Form.LIST || hits.count < MANY
                ? null
                : nearby(center, hits, after, metresAfter, offset + limit);
        if (few != null) {
            return few.page(row -> metres(center, row), offset, limit, page);
        }
        Nearest nearest = new Nearest(offset + limit);
        Circle circle = new Circle(center, Filter.MOST_METRES);
        if (hits.form == Rows.Form.LIST) {
            for (int i = 0; i < hits.count; i++) {
                offer(nearest, circle, hits.list[i], metresAfter, after);
            }
        } else {
            for (int at = 0; at < Scratch.words(rows); at++) {
                long word = hits.isAll() ? -1 : hits.bits[at];
                for (; word != 0; word &= word - 1) {
                    int row = (at << 6) + Long.numberOfTrailingZeros(word);
                    if (row < rows) {
                        offer(nearest, circle, row, metresAfter, after);
                    }
                }
            }
        }
        return nearest.page(row -> metres(center, row), offset, limit, page);
    }

    /**
     * Looks around the center in growing circles, until one holds as many rows as are wanted. Of very many rows that is far
     * quicker than measuring them all.
     *
     * @return the rows of that circle; null if it would have to be so large that measuring all is no more work
     */
    private @Nullable Nearest nearby(GeoPoint center, Rows hits, int after, long metresAfter, int wanted) {
        long left = hits.count / 2;
        double first = Math.max(FIRST_METRES, 1.5 * metresAfter);
        for (double reach = first; reach < Filter.MOST_METRES; reach *= 2) {
            Circle circle = new Circle(center, (int) reach);
            Runs runs = runs(circle);
            left -= runs.places;
            if (left < 0) {
                return null;
            }
            Nearest nearest = new Nearest(wanted);
            int surely = 0;
            for (int run = 0; run < runs.size; run++) {
                for (int i = runs.from[run]; i < runs.to[run]; i++) {
                    int row = rowsOfPlaces[i];
                    // A row is taken once, at the first of its places; whether that is the nearest does not matter
                    // here.
                    if (hits.contains(row) && isFirst(i, row, runs)) {
                        double rough = offer(nearest, circle, row, metresAfter, after);
                        surely += rough < (int) reach - 2 * Nearest.MARGIN ? 1 : 0;
                    }
                }
            }
            if (surely >= wanted) {
                return nearest;
            }
        }
        return null;
    }

    /** Tells whether a place is the first one of its row, in the order of its chain, that lies in some runs. */
    private boolean isFirst(int place, int row, Runs runs) {
        for (int at = first(row); at != place; at = next(at)) {
            if (runs.hold(at)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the rough distance, or infinity if the row comes before the page. */
    private double offer(Nearest nearest, Circle circle, int row, long metresAfter, int after) {
        double rough = roughly(circle, row);
        if (after >= 0) {
            if (rough < metresAfter - Nearest.MARGIN) {
                return Double.POSITIVE_INFINITY;
            }
            if (rough <= metresAfter + Nearest.MARGIN || metresAfter == Long.MAX_VALUE) {
                long metres = metres(circle.center(), row);
                if (metres < metresAfter || metres == metresAfter && row <= after) {
                    return Double.POSITIVE_INFINITY;
                }
            }
        }
        nearest.offer(row, rough);
        return rough;
    }
}
