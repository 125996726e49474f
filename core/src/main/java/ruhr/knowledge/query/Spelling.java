package ruhr.knowledge.query;

import java.util.Collection;
import java.util.Optional;

/** Finds what somebody probably meant to write. */
final class Spelling {

    private static final int LONGEST = 64;

    private Spelling() {}

    /**
     * Returns the word that is the fewest typing errors away: one in words of 3 or 4 letters, two in longer ones.
     *
     * @param found what was written
     * @param known the words there are; of two that are equally close, the first one wins
     * @return the closest word, or empty if none is close or the text is too long to be a word
     */
    static Optional<String> closest(String found, Collection<String> known) {
        if (found.length() > LONGEST) {
            return Optional.empty();
        }
        String closest = null;
        int least = allowedErrors(found) + 1;
        for (String word : known) {
            if (Math.abs(word.length() - found.length()) < least) {
                int errors = errors(found, word);
                if (errors < least) {
                    least = errors;
                    closest = word;
                }
            }
        }
        return Optional.ofNullable(closest);
    }

    private static int allowedErrors(String found) {
        return found.length() < 3 ? 0 : found.length() < 5 ? 1 : 2;
    }

    /** Counts letters left out, added, exchanged, and neighbours swapped (optimal string alignment). */
    private static int errors(String a, String b) {
        int[][] errors = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    errors[i][j] = i + j;
                    continue;
                }
                int exchanged = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least =
                        Math.min(errors[i - 1][j - 1] + exchanged, 1 + Math.min(errors[i - 1][j], errors[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                errors[i][j] = swapped ? Math.min(least, errors[i - 2][j - 2] + 1) : least;
            }
        }
        return errors[a.length()][b.length()];
    }
}
