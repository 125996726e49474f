package ruhr.knowledge.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypingErrorsTest {

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "'', ab, 2",
        "bochum, bochum, 0",
        "bochum, bochm, 1",
        "bochum, bochhum, 1",
        "bochum, bockum, 1",
        "bochum, bohcum, 1",
        "wasserstof, wasserstoff, 1",
        "ca, abc, 3",
        "ab, ba, 1",
        "abcd, badc, 2",
        "kitten, sitting, 3",
    })
    void anErrorIsALetterMoreOrLessOrAnotherOrTwoSwapped(String a, String b, int errors) {
        assertEquals(errors, Words.distance(a, b, 9));
        assertEquals(errors, Words.distance(b, a, 9));
    }

    @Test
    void moreErrorsThanOfInterestAreOneMore() {
        assertEquals(3, Words.distance("dortmund", "bochum", 2));
        assertEquals(1, Words.distance("dortmund", "bochum", 0));
        assertEquals(0, Words.distance("bochum", "bochum", 0));
        assertEquals(6, Words.distance("", "bochum", Integer.MAX_VALUE));
    }

    @Test
    void aBoundBelowZeroIsRefused() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> Words.distance("a", "b", -1));

        assertTrue(refused.getMessage().contains("-1"));
    }

    @Test
    void countsWhatAWholeTableCounts() {
        Random random = new Random(5);
        int near = 0;
        for (int i = 0; i < 200_000; i++) {
            String a = randomWord(random, 2 + random.nextInt(5));
            String b = random.nextBoolean() ? randomWord(random, 4) : mistyped(random, a);
            int most = random.nextInt(5);
            int errors = wholeTable(a, b);

            assertEquals(Math.min(errors, most + 1), Words.distance(a, b, most), a + " " + b + " " + most);
            assertEquals(errors, Words.distance(a, b, 100), a + " " + b);
            near += errors <= most ? 1 : 0;
        }
        assertTrue(near > 50_000, "enough pairs were close: " + near);
    }

    private static String randomWord(Random random, int letters) {
        StringBuilder word = new StringBuilder();
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(letters)));
        }
        return word.toString();
    }

    private static String mistyped(Random random, String meant) {
        StringBuilder word = new StringBuilder(meant);
        for (int errors = random.nextInt(4); errors > 0; errors--) {
            int place = random.nextInt(word.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> word.insert(place, (char) ('a' + random.nextInt(5)));
                case 1 -> word.delete(place, place + 1);
                case 2 -> word.replace(place, Math.min(place + 1, word.length()), "x");
                default -> {
                    if (place + 1 < word.length()) {
                        word.insert(place, word.charAt(place + 1)).deleteCharAt(place + 2);
                    }
                }
            }
        }
        return word.toString();
    }

    private static int wholeTable(String a, String b) {
        int[][] errors = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                int least = i == 0 ? j : j == 0 ? i : Integer.MAX_VALUE;
                if (i > 0 && j > 0) {
                    int exchanged = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                    least = Math.min(
                            errors[i - 1][j - 1] + exchanged, 1 + Math.min(errors[i - 1][j], errors[i][j - 1]));
                }
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    least = Math.min(least, errors[i - 2][j - 2] + 1);
                }
                errors[i][j] = least;
            }
        }
        return errors[a.length()][b.length()];
    }
}
