package ruhr.knowledge.wire;

/** A JSON text is not what it should be. Says where, what was expected and what was found. */
public final class MisfitException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Misfit misfit;

    MisfitException(Misfit misfit) {
        super(misfit.pointer() + ": expected " + misfit.expected() + ", found " + misfit.found());
        this.misfit = misfit;
    }

    MisfitException(String pointer, String expected, String found) {
        this(new Misfit(pointer, expected, found, true));
    }

    /** Gives a refusal of the model, which says what was expected and what was found, the place that it is about. */
    static MisfitException at(String pointer, IllegalArgumentException refusal) {
        String message = String.valueOf(refusal.getMessage());
        int expected = message.indexOf("expected ");
        int found = message.lastIndexOf(", found ");
        return expected < 0 || found < expected
                ? new MisfitException(pointer, "a value that makes sense", message)
                : new MisfitException(
                        pointer,
                        message.substring(expected + "expected ".length(), found),
                        message.substring(found + ", found ".length()));
    }

    /**
     * Returns the place and what is wrong there.
     *
     * @return the pointer begins inside the record or text that was read; it is empty for the whole text
     */
    public Misfit misfit() {
        return misfit;
    }
}
