package ruhr.knowledge.examples.benchmarks.data;

import java.util.Arrays;
import java.util.Random;

/** Draws small numbers often and large ones seldom, as towns, topics and words are spread in real catalogues. */
final class Zipf {

    private final double[] upTo;

    /** Number {@code i} of {@code size} is drawn in proportion to {@code 1 / (i + 1)^exponent}. */
    Zipf(int size, double exponent) {
        upTo = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += Math.pow(i + 1, -exponent);
            upTo[i] = sum;
        }
        for (int i = 0; i < size; i++) {
            upTo[i] /= sum;
        }
    }

    int draw(Random random) {
        int found = Arrays.binarySearch(upTo, random.nextDouble());
        return Math.min(found < 0 ? -found - 1 : found, upTo.length - 1);
    }
}
