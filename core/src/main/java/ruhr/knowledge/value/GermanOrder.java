package ruhr.knowledge.value;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The order of a German index (DIN 5007, variant 1): ä stands at a, ß at ss, case and accents count only between
 * otherwise equal names, and a space comes before every letter.
 *
 * <p>Written here because the platform's collator skips spaces and may order differently in another release, while two
 * engines have to agree on every page. See {@code core/docs/decisions}.
 */
public final class GermanOrder {

    /** Names in the order of a German index; equal only if the names are equal. */
    public static final Comparator<String> BY_NAME =
            Comparator.comparing(GermanOrder::key).thenComparing(Comparator.naturalOrder());

    private GermanOrder() {}

    /**
     * Returns the sort key of a name: names stand in the order of their keys, compared character by character.
     *
     * @param name any text
     * @return letters and digits in lower case without accents, every run of anything else as one space; compute it once
     */
    public static String key(String name) {
        String key = keyOfAscii(name);
        return key == null ? keyOfAny(name) : key;
    }

    /** Returns the key of a name without umlauts and accents, or null if there are some: most names need no decomposition. */
    private static @Nullable String keyOfAscii(String name) {
        byte[] key = new byte[name.length()];
        int length = 0;
        boolean gap = false;
        for (int i = 0; i < name.length(); i++) {
            int c = name.charAt(i);
            if (c >= 0x80) {
                return null;
            }
            int lower = c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c;
            if (lower >= 'a' && lower <= 'z' || c >= '0' && c <= '9') {
                if (gap && length > 0) {
                    key[length++] = ' ';
                }
                gap = false;
                key[length++] = (byte) lower;
            } else {
                gap = true;
            }
        }
        return new String(key, 0, length, StandardCharsets.ISO_8859_1);
    }

    private static String keyOfAny(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace('ø', 'o')
                .replace('ł', 'l');
        StringBuilder key = new StringBuilder(plain.length());
        boolean gap = false;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.getType(c) == Character.NON_SPACING_MARK) {
                continue;
            }
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                if (gap && key.length() > 0) {
                    key.append(' ');
                }
                gap = false;
                key.append(c);
            } else {
                gap = true;
            }
        }
        return key.toString();
    }
}
