package planted.plugin.export;

import planted.plugin.servlet.Door;

/** Imports from its right. */
public final class Courier {

    private final Door door = new Door();

    /** Returns what it may not know. */
    public Door door() {
        return door;
    }
}
