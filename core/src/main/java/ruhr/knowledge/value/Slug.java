package ruhr.knowledge.value;

/**
 * The form of every identifier and of every filter value: 1 to 64 characters out of {@code a-z}, {@code 0-9} and
 * {@code -}.
 *
 * <p>A slug is stable and belongs to no language, so it can stand in a URL, in a file and in a data base alike, and it
 * needs no escaping in any of them.
 */
public final class Slug {

    /** The most characters that a slug may have. */
    public static final int MAXIMUM_LENGTH = 64;

    private Slug() {}

    /**
     * Tells whether a text is a slug.
     *
     * @param text any text
     * @return true for 1 to 64 characters of {@code [a-z0-9-]}
     */
    public static boolean is(String text) {
        if (text.isEmpty() || text.length() > MAXIMUM_LENGTH) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean allowed = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-';
            if (!allowed) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the text if it is a slug.
     *
     * @param text what shall be a slug
     * @param what what it names, for the message: "id of a topic"
     * @return the text itself
     * @throws IllegalArgumentException if it is not a slug; the message says what was found
     */
    public static String require(String text, String what) {
        if (!is(text)) {
            throw new IllegalArgumentException(
                    what + ": expected 1 to 64 characters of a-z, 0-9 and -, found " + Finding.quote(text));
        }
        return text;
    }
}
