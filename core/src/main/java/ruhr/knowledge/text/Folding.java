package ruhr.knowledge.text;

import java.text.Normalizer;

/** Reduces a word to what its spellings have in common. */
final class Folding {

    /** Longer words than this are not told apart: no word of a dictionary is, and a token of a megabyte costs no more. */
    static final int LONGEST = 64;

    /*
     * In two steps.
     *
     * First each character for itself: compatibility form (NFKD), lower case, marks off, ß as ss and its like; all that is
     * then neither letter nor digit falls out. Each for itself, because a whole text in NFKD puts runs of marks in order,
     * which takes quadratic time on a text made for it, and the marks fall out anyway.
     *
     * Then the e that stands for an umlaut: "haeuser" was written by somebody whose keyboard has no ä. After a, o or u an e
     * is dropped, unless a vowel or a q comes before that ("neue", "Steuer", "Quelle", "Bioenergie") or the e begins
     * one of the few word beginnings that German likes to put behind an o or an a ("Mikro-elektronik",
     * "Klima-entwicklung"). No umlaut stands before those letters. "aktuell" becomes "aktull": not pretty, but the same for
     * everybody, and nobody sees it.
     *
     * What is kept is decided by letters that are kept themselves, so folding twice is folding once.
     */

    /** What follows the e of elektr-, electr-, energ-, effekt-, effect-, effiz-, effic-, entwi-, ein- and ex-. */
    private static final String[] WORD_BEGINNINGS = {
        "lek", "lec", "nerg", "ffek", "ffec", "ffiz", "ffic", "ntwi", "in", "x"
    };

    private Folding() {}

    /** Folds a part of a text; it should not begin or end inside a surrogate pair. */
    static String fold(String text, int start, int end) {
        StringBuilder letters = new StringBuilder(Math.min(end - start, LONGEST) + 8);
        int next = start;
        while (next < end && letters.length() < LONGEST) {
            int c = text.codePointAt(next);
            next += Character.charCount(c);
            if (c < 0x80) {
                appendPlain(letters, c);
            } else if (!isSilent(c)) {
                appendDecomposed(letters, c);
            }
        }
        cut(letters);
        dropUmlautE(letters);
        return letters.toString();
    }

    /** Tells whether a character inside a word is not heard: accents on their own, soft hyphens, joiners. */
    static boolean isSilent(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
    }

    static boolean isApostrophe(int c) {
        return c == '\'' || c == '\u2019' || c == '\u02BC' || c == '\u00B4' || c == '`';
    }

    private static void appendDecomposed(StringBuilder letters, int c) {
        String parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
        for (int i = 0; i < parts.length(); ) {
            int part = parts.codePointAt(i);
            i += Character.charCount(part);
            appendPlain(letters, part);
        }
    }

    private static void appendPlain(StringBuilder letters, int c) {
        int lower = Character.toLowerCase(c);
        switch (lower) {
            case 'ß' -> letters.append("ss");
            case 'æ' -> letters.append("ae");
            case 'œ' -> letters.append("oe");
            case 'þ' -> letters.append("th");
            case 'ø' -> letters.append('o');
            case 'ł' -> letters.append('l');
            case 'đ', 'ð' -> letters.append('d');
            case 'ı' -> letters.append('i');
            case 'ς' -> letters.append('σ');
            default -> {
                if (isKept(lower)) {
                    letters.appendCodePoint(lower);
                }
            }
        }
    }

    private static boolean isKept(int c) {
        return Character.isLetterOrDigit(c) && !isApostrophe(c)
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private static void cut(StringBuilder letters) {
        if (letters.length() > LONGEST) {
            letters.setLength(Character.isHighSurrogate(letters.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
        }
    }

    private static void dropUmlautE(StringBuilder letters) {
        int kept = 0;
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            boolean umlaut = c == 'e' && endsLikeAnUmlaut(letters, kept) && !beginsAWord(letters, i + 1);
            if (!umlaut) {
                letters.setCharAt(kept++, c);
            }
        }
        letters.setLength(kept);
    }

    private static boolean endsLikeAnUmlaut(StringBuilder letters, int end) {
        return end > 0
                && "aou".indexOf(letters.charAt(end - 1)) >= 0
                && (end == 1 || "aeiouyq".indexOf(letters.charAt(end - 2)) < 0);
    }

    private static boolean beginsAWord(StringBuilder letters, int next) {
        for (String beginning : WORD_BEGINNINGS) {
            if (startsWith(letters, next, beginning)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(StringBuilder letters, int from, String beginning) {
        if (from + beginning.length() > letters.length()) {
            return false;
        }
        for (int i = 0; i < beginning.length(); i++) {
            if (letters.charAt(from + i) != beginning.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
