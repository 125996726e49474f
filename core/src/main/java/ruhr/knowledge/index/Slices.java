package ruhr.knowledge.index;

import java.util.Arrays;

/**
 * Cuts a range of coordinates into slices of about equally many places. So a single place at the other end of the world makes
 * one slice wide, and leaves the others as narrow as the places are dense.
 */
final class Slices {

    /** So many places are looked at to find where to cut. */
    private static final int SAMPLE = 1 << 15;

    /** Where each slice begins, in ascending order, and behind them where the last one ends. */
    private final int[] edges;

    /**
     * Cuts.
     *
     * @param coordinates the coordinates of the places; what stands behind the size is not read
     * @param wanted how many slices there may be; there are fewer if many places have one coordinate
     */
    Slices(int[] coordinates, int size, int wanted) {
        int step = size / SAMPLE + 1;
        int[] sample = new int[(size + step - 1) / step];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = coordinates[i * step];
        }
        Arrays.sort(sample);
        int least = Integer.MAX_VALUE;
        int greatest = Integer.MIN_VALUE;
        for (int i = 0; i < size; i++) {
            least = Math.min(least, coordinates[i]);
            greatest = Math.max(greatest, coordinates[i]);
        }
        int[] cuts = new int[wanted + 1];
        int count = 0;
        if (size > 0) {
            cuts[count++] = least;
            for (int i = 1; i < wanted; i++) {
                int cut = sample[(int) ((long) i * sample.length / wanted)];
                if (cut > cuts[count - 1]) {
                    cuts[count++] = cut;
                }
            }
            cuts[count++] = greatest + 1;
        }
        edges = Arrays.copyOf(cuts, count);
    }

    int count() {
        return Math.max(0, edges.length - 1);
    }

    /** Returns the slice of a coordinate; below the first one it is -1, and beyond the last one their number. */
    int of(double coordinate) {
        int low = 0;
        int high = edges.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (edges[middle] <= coordinate) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** Returns where a slice begins, or where the one before it ends. */
    int edge(int slice) {
        return edges[slice];
    }

    long bytes() {
        return 4L * edges.length;
    }
}
