package ruhr.knowledge.query;

/**
 * How well a record matches words, from best to worst. Depends on the record and the words alone, never on other records:
 * every engine finds the same tier.
 *
 * <p>A record has the tier of that one of the words that matches worst.
 */
public enum Tier {
    /** One of its names consists of just these words. */
    EXACT_NAME,
    /** Every word is a word of its names. */
    NAME_WORD,
    /** The last word is the beginning of a word of its names. */
    NAME_PREFIX,
    /** A word, or the beginning that the last word is, stands in its text only. */
    TEXT,
    /** A word is the beginning or the end of a compound. */
    COMPOUND,
    /** A word is like one of the record but for a typing error. */
    TYPO
}
