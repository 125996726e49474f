package ruhr.knowledge.query;

import java.util.Collection;
import java.util.Optional;
import ruhr.knowledge.text.Words;

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
        int allowed = allowedErrors(found);
        for (String word : known) {
            int errors = Words.distance(found, word, allowed);
            if (errors == 0) {
                return Optional.of(word);
            }
            if (errors <= allowed) {
                closest = word;
                allowed = errors - 1;
            }
        }
        return Optional.ofNullable(closest);
    }

    private static int allowedErrors(String found) {
        return found.length() < 3 ? 0 : found.length() < 5 ? 1 : 2;
    }
}
