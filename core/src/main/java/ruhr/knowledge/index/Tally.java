package ruhr.knowledge.index;

/**
 * Counts how often each code occurs in some slots of packed words.
 *
 * <p>Several slots are read off a word in one go, and each slot has counters of its own: a processor can add to several counters
 * at once, but has to wait where it adds to one that it has just written. That is what happens if rows follow each other that
 * have the same code, and nearly all have the same one in a slot that is seldom used.
 */
final class Tally {

    private final int[] shifts;
    private final int[] masks;
    private final int[][] counters;
    private int slots;

    /**
     * Takes memory.
     *
     * @param slots the most slots
     */
    Tally(int slots) {
        shifts = new int[slots];
        masks = new int[slots];
        counters = new int[slots][];
    }

    /** Forgets all slots. */
    void clear() {
        slots = 0;
    }

    /**
     * Adds a slot.
     *
     * @param shift where its lowest bit stands in a word
     * @param codes how many codes it can have, a power of two
     * @param own its counters, twice as many as codes; of two counters for one code the sum counts
     */
    void add(int shift, int codes, int[] own) {
        shifts[slots] = shift;
        masks[slots] = codes - 1;
        counters[slots++] = own;
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
        int maskA = masks[slot];
        int maskB = masks[slot + 1];
        int maskC = masks[slot + 2];
        int maskD = masks[slot + 3];
        int[] countersA = counters[slot];
        int[] countersB = counters[slot + 1];
        int[] countersC = counters[slot + 2];
        int[] countersD = counters[slot + 3];
        for (int i = 0; i < size; i++) {
            long word = words[i];
            countersA[(int) (word >>> shiftA) & maskA]++;
            countersB[(int) (word >>> shiftB) & maskB]++;
            countersC[(int) (word >>> shiftC) & maskC]++;
            countersD[(int) (word >>> shiftD) & maskD]++;
        }
    }

    private void two(long[] words, int size, int slot) {
        int shiftA = shifts[slot];
        int shiftB = shifts[slot + 1];
        int maskA = masks[slot];
        int maskB = masks[slot + 1];
        int[] countersA = counters[slot];
        int[] countersB = counters[slot + 1];
        for (int i = 0; i < size; i++) {
            long word = words[i];
            countersA[(int) (word >>> shiftA) & maskA]++;
            countersB[(int) (word >>> shiftB) & maskB]++;
        }
    }

    /** One slot alone: every second word counts in the second half of the counters. */
    private void one(long[] words, int size, int slot) {
        int shift = shifts[slot];
        int mask = masks[slot];
        int half = mask + 1;
        int[] own = counters[slot];
        int i = 0;
        for (; i + 1 < size; i += 2) {
            own[(int) (words[i] >>> shift) & mask]++;
            own[half + ((int) (words[i + 1] >>> shift) & mask)]++;
        }
        if (i < size) {
            own[(int) (words[i] >>> shift) & mask]++;
        }
    }
}
