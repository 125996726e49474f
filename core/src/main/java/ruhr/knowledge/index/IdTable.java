package ruhr.knowledge.index;

/** Finds the place of an id among many, in four bytes for each slot: the ids themselves stand in an array of the caller. */
final class IdTable {

    private final String[] ids;
    private final int[] slots;

    /**
     * Starts an empty table.
     *
     * @param ids an array that the caller fills; long enough for all ids
     * @param most how many ids there will be at most
     */
    IdTable(String[] ids, int most) {
        this.ids = ids;
        slots = new int[Math.max(2, Integer.highestOneBit(most) * 4)];
    }

    private IdTable(String[] ids, int[] slots) {
        this.ids = ids;
        this.slots = slots;
    }

    /** Adds the id at a place, unless the same id stands at another place already. */
    boolean add(int place) {
        int slot = slot(ids[place]);
        if (slots[slot] != 0) {
            return false;
        }
        slots[slot] = place + 1;
        return true;
    }

    /** Returns the place of an id, or -1 if there is none. */
    int find(String id) {
        return slots[slot(id)] - 1;
    }

    String id(int place) {
        return ids[place];
    }

    long bytes() {
        return 4L * slots.length;
    }

    /** Moves every place to where a permutation puts it. */
    IdTable moved(String[] movedIds, int[] newPlaces) {
        int[] moved = new int[slots.length];
        for (int i = 0; i < slots.length; i++) {
            moved[i] = slots[i] == 0 ? 0 : newPlaces[slots[i] - 1] + 1;
        }
        return new IdTable(movedIds, moved);
    }

    private int slot(String id) {
        int mask = slots.length - 1;
        int hash = id.hashCode() * 0x9E3779B9;
        int slot = (hash ^ hash >>> 15) & mask;
        while (slots[slot] != 0 && !ids[slots[slot] - 1].equals(id)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
