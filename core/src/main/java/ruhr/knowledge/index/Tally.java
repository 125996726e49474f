package ruhr.knowledge.index;

import java.util.Arrays;

/**
 * Counts how often each code occurs in some slots of packed words.
 *
 * <p>Several slots are read off a word in one go, and each slot has counters of its own: a processor can add to several counters
 * at once, but has to wait where it adds to one that it has just written. That is what happens if rows follow each other that
 * have the same code, and nearly all have the same one in a slot that is seldom used.
 */
final class Tally {

    private final int[][] counters;
    private final int[] shifts;
    private final int[] places;
    private int slots;

    /**
     * Begins without slots.
     *
     * @param counters for each slot that there may be two rows of counters, one for each code that it can have; their number is a
     *     power of two, and says how wide the slot is. Of the two counters of a code the sum counts
     */
    Tally(int[][] counters) {
        this.counters = counters;
        shifts = new int[counters.length / 2];
        places = new int[shifts.length];
    }

    /** Forgets all slots. */
    void clear() {
        slots = 0;
    }

    /**
     * Adds a slot, and sets its counters to zero.
     *
     * @param shift where its lowest bit stands in a word
     * @param slot which counters it has
     */
    void add(int shift, int slot) {
        shifts[slots] = shift;
        places[slots++] = 2 * slot;
        Arrays.fill(counters[2 * slot], 0);
        Arrays.fill(counters[2 * slot + 1], 0);
    }

    /** Counts the slots of the first words. */
    void count(long[] words, int size) {
        int slot = 0;
        for (; slot + 4 <= slots; slot += 4) {
            four(words, size, slot);
        }
        if (slot + 2 <= slots) {
            two(words, size, slot);
            slot += 2;
        }
        if (slot < slots) {
            one(words, size, slot);
        }
    }

    private void four(long[] words, int size, int slot) {
        int shiftA = shifts[slot];
        int shiftB = shifts[slot + 1];
        int shiftC = shifts[slot + 2];
        int shiftD = shifts[slot + 3];
        int[] countersA = counters[places[slot]];
        int[] countersB = counters[places[slot + 1]];
        int[] countersC = counters[places[slot + 2]];
        int[] countersD = counters[places[slot + 3]];
        for (int i = 0; i < size; i++) {
            long word = words[i];
            countersA[(int) (word >>> shiftA) & countersA.length - 1]++;
            countersB[(int) (word >>> shiftB) & countersB.length - 1]++;
            countersC[(int) (word >>> shiftC) & countersC.length - 1]++;
            countersD[(int) (word >>> shiftD) & countersD.length - 1]++;
        }
    }

    private void two(long[] words, int size, int slot) {
        int shiftA = shifts[slot];
        int shiftB = shifts[slot + 1];
        int[] countersA = counters[places[slot]];
        int[] countersB = counters[places[slot + 1]];
        for (int i = 0; i < size; i++) {
            long word = words[i];
            countersA[(int) (word >>> shiftA) & countersA.length - 1]++;
            countersB[(int) (word >>> shiftB) & countersB.length - 1]++;
        }
    }

    /** One slot alone: every second word counts in counters of its own. */
    private void one(long[] words, int size, int slot) {
        int shift = shifts[slot];
        int[] own = counters[places[slot]];
        int[] second = counters[places[slot] + 1];
        int i = 0;
        for (; i + 1 < size; i += 2) {
            own[(int) (words[i] >>> shift) & own.length - 1]++;
            second[(int) (words[i + 1] >>> shift) & second.length - 1]++;
        }
        if (i < size) {
            own[(int) (words[i] >>> shift) & own.length - 1]++;
        }
    }
}
