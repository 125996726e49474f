package ruhr.knowledge.model;

import java.net.URI;
import ruhr.knowledge.value.Finding;

/**
 * The form of an address in the Research Organization Registry: {@code https://ror.org/} and nine characters, the last two
 * of which are a checksum (ISO/IEC 7064, mod 97-10) of the six between the leading zero and them, read in base 32.
 */
public final class RorId {

    private static final String PREFIX = "https://ror.org/";

    /** Crockford's base 32 in lower case. */
    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

    private RorId() {}

    /**
     * Reads an address in the registry.
     *
     * @param text an address such as {@code https://ror.org/04tsk2644}
     * @return the address
     * @throws IllegalArgumentException if it has another form or its checksum is wrong
     */
    public static URI address(String text) {
        require(text);
        return URI.create(text);
    }

    static void require(String text) {
        if (!text.startsWith(PREFIX) || !isValid(text.substring(PREFIX.length()))) {
            throw new IllegalArgumentException(
                    "ror: expected an address such as https://ror.org/04tsk2644 with a right checksum, found "
                            + Finding.quote(text));
        }
    }

    private static boolean isValid(String id) {
        if (id.length() != 9 || id.charAt(0) != '0') {
            return false;
        }
        long number = 0;
        for (int i = 1; i < 7; i++) {
            int digit = DIGITS.indexOf(id.charAt(i));
            if (digit < 0) {
                return false;
            }
            number = number * 32 + digit;
        }
        long checksum = 98 - number * 100 % 97;
        return id.substring(7).equals(String.format("%02d", checksum));
    }
}
