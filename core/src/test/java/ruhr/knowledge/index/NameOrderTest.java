package ruhr.knowledge.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ruhr.knowledge.value.GermanOrder;

/** Records stand in the order of their keys, then of their names, then of their ids. */
class NameOrderTest {

    private static List<Integer> order(List<String> names) {
        String[] all = names.toArray(String[]::new);
        String[] keys = names.stream().map(GermanOrder::key).toArray(String[]::new);
        String[] ids = IntStream.range(0, all.length)
                .mapToObj(i -> "id-" + (char) ('z' - i % 20) + i)
                .toArray(String[]::new);
        List<Integer> order = Arrays.stream(new NameOrder(keys, all, ids).of(all.length))
                .boxed()
                .toList();
        List<Integer> expected = IntStream.range(0, all.length)
                .boxed()
                .sorted(Comparator.<Integer, String>comparing(i -> keys[i])
                        .thenComparing(i -> all[i])
                        .thenComparing(i -> ids[i]))
                .toList();
        assertEquals(expected, order);
        return order;
    }

    @Test
    void aShorterNameComesBeforeALongerOneThatBeginsWithIt() {
        assertEquals(
                List.of(1, 0, 2), order(List.of("Zentrum für Energie", "Zentrum", "Zentrum für Energie und Umwelt")));
    }

    @Test
    void namesThatDifferLateAreInOrderToo() {
        String long40 = "Institut für angewandte Forschung in Bochum ";
        assertEquals(List.of(2, 0, 1), order(List.of(long40 + "B", long40 + "C", long40 + "A")));
    }

    @Test
    void equalNamesStandInTheOrderOfTheirIds() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            names.add("Stadtbücherei");
        }
        order(names);
    }

    @Test
    void theOrderOfAnyNamesIsThatOfComparingThem() {
        String[] pieces = {
            "Institut", "Energie", "für", "Ä", "ß", "中", "ÿ", "þ", "ſ", "1", " ", "aaaaaaaa", "aaaaaaab", "z"
        };
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            List<String> names = new ArrayList<>();
            int size = random.nextInt(2_000);
            for (int i = 0; i < size; i++) {
                StringBuilder name = new StringBuilder();
                for (int piece = random.nextInt(12); piece >= 0; piece--) {
                    name.append(pieces[random.nextInt(1 + random.nextInt(pieces.length))]);
                }
                names.add(name.toString());
            }
            order(names);
        }
    }
}
