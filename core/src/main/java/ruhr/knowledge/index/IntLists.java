package ruhr.knowledge.index;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Lists of numbers under the keys 0, 1, 2…, laid end to end in one array. The lists of neighbouring keys are neighbours, so a
 * range of keys is read in one go. Immutable.
 */
final class IntLists {

    /** Takes a key and a number. */
    interface Pair {
        void take(int key, int number);
    }

    private final int[] starts;
    private final int[] numbers;

    private IntLists(int[] starts, int[] numbers) {
        this.starts = starts;
        this.numbers = numbers;
    }

    /** Returns where the list of a key begins; the list of the key before it ends there. */
    int start(int key) {
        return starts[key];
    }

    int number(int at) {
        return numbers[at];
    }

    int size(int key) {
        return starts[key + 1] - starts[key];
    }

    long bytes() {
        return 32 + 4L * starts.length + 4L * numbers.length;
    }

    /** Collects numbers under keys in any order; those of one key stay in the order in which they came. */
    static final class Builder {

        private int[] keys = new int[16];
        private int[] numbers = new int[16];
        private int size;

        void add(int key, int number) {
            if (size == keys.length) {
                int larger = Math.addExact(size, size >> 1);
                keys = Arrays.copyOf(keys, larger);
                numbers = Arrays.copyOf(numbers, larger);
            }
            keys[size] = key;
            numbers[size++] = number;
        }

        int size() {
            return size;
        }

        /** Hands out each key and number in the order in which they came. */
        void forEach(Pair pair) {
            for (int i = 0; i < size; i++) {
                pair.take(keys[i], numbers[i]);
            }
        }

        /** Returns how many numbers stand under each key. */
        int[] sizes(int count) {
            int[] sizes = new int[count];
            for (int i = 0; i < size; i++) {
                sizes[keys[i]]++;
            }
            return sizes;
        }

        /**
         * Returns the lists under new keys.
         *
         * @param count how many new keys there are
         * @param newKey gives the new key of a key; below zero for a key whose list is left out
         */
        IntLists build(int count, IntUnaryOperator newKey) {
            int[] starts = new int[count + 1];
            for (int i = 0; i < size; i++) {
                int key = newKey.applyAsInt(keys[i]);
                if (key >= 0) {
                    starts[key + 1]++;
                }
            }
            for (int key = 0; key < count; key++) {
                starts[key + 1] += starts[key];
            }
            int[] next = Arrays.copyOf(starts, count);
            int[] sorted = new int[starts[count]];
            for (int i = 0; i < size; i++) {
                int key = newKey.applyAsInt(keys[i]);
                if (key >= 0) {
                    sorted[next[key]++] = numbers[i];
                }
            }
            return new IntLists(starts, sorted);
        }
    }
}
