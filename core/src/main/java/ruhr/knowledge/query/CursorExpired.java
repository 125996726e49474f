package ruhr.knowledge.query;

import ruhr.knowledge.value.Version;

/** A cursor of another version of the data: what comes behind it can no longer be said without gap and repetition. */
public final class CursorExpired extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says which versions do not fit.
     *
     * @param version the version that is asked now
     */
    public CursorExpired(Version version) {
        super("Cursor expired: it belongs to another version of the data than " + version.value()
                + ", which answers now. Start again with the first page.");
    }
}
