package ruhr.knowledge.text;

/** Counts the slips between two words. */
final class TypingErrors {

    /*
     * Optimal string alignment: a letter left out, added or exchanged, or two neighbours swapped (and not touched again).
     *
     * Most pairs are far apart, and are sent away without a table: by their lengths, and by the letters that only one of
     * them has, since one error brings or takes at most one kind of letter (letters are told apart by six of their bits,
     * which can only make words look closer). The rest loses what both begin and end with; of the table between the
     * remains, only the cells within reach of the diagonal are filled, and only until a whole row is out of reach.
     */

    private TypingErrors() {}

    static int between(String a, String b, int most) {
        int reach = Math.min(most, Math.max(a.length(), b.length()));
        if (Math.abs(a.length() - b.length()) > reach || differInMoreLettersThan(a, b, reach)) {
            return reach + 1;
        }
        int start = 0;
        int endOfA = a.length();
        int endOfB = b.length();
        while (start < endOfA && start < endOfB && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        while (endOfA > start && endOfB > start && a.charAt(endOfA - 1) == b.charAt(endOfB - 1)) {
            endOfA--;
            endOfB--;
        }
        if (start == endOfA || start == endOfB) {
            return endOfA - start + endOfB - start;
        }
        return table(a, start, endOfA, b, start, endOfB, reach);
    }

    private static boolean differInMoreLettersThan(String a, String b, int most) {
        long inA = letters(a);
        long inB = letters(b);
        return Long.bitCount(inA & ~inB) > most || Long.bitCount(inB & ~inA) > most;
    }

    private static long letters(String word) {
        long letters = 0;
        for (int i = 0; i < word.length(); i++) {
            letters |= 1L << (word.charAt(i) & 63);
        }
        return letters;
    }

    private static int table(String a, int startOfA, int endOfA, String b, int startOfB, int endOfB, int most) {
        int rows = endOfA - startOfA;
        int columns = endOfB - startOfB;
        int tooMany = most + 1;
        int[] twoAbove = new int[columns + 1];
        int[] above = new int[columns + 1];
        int[] row = new int[columns + 1];
        for (int j = 0; j <= columns; j++) {
            above[j] = Math.min(j, tooMany);
        }
        for (int i = 1; i <= rows; i++) {
            char letter = a.charAt(startOfA + i - 1);
            int from = Math.max(1, i - most);
            int to = Math.min(columns, i + most);
            row[from - 1] = from == 1 ? i : tooMany;
            int least = row[from - 1];
            for (int j = from; j <= to; j++) {
                char other = b.charAt(startOfB + j - 1);
                int errors = above[j - 1];
                if (letter != other) {
                    errors = 1 + Math.min(errors, Math.min(above[j], row[j - 1]));
                    if (i > 1 && j > 1 && letter == b.charAt(startOfB + j - 2) && other == a.charAt(startOfA + i - 2)) {
                        errors = Math.min(errors, twoAbove[j - 2] + 1);
                    }
                }
                row[j] = errors;
                least = Math.min(least, errors);
            }
            if (least > most) {
                return tooMany;
            }
            if (to < columns) {
                row[to + 1] = tooMany;
            }
            int[] free = twoAbove;
            twoAbove = above;
            above = row;
            row = free;
        }
        return Math.min(above[columns], tooMany);
    }
}
