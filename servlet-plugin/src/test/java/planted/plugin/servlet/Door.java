package planted.plugin.servlet;

/** Stands at the right end of the planted house. */
public final class Door {

    /** For the planted house. */
    public Door() {}
}
