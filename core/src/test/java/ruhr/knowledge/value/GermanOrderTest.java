package ruhr.knowledge.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GermanOrderTest {

    @ParameterizedTest
    @CsvSource({
        "Ärzte, arzte",
        "Straße, strasse",
        "GROẞ, gross",
        "Œuvre, oeuvre",
        "Ærø, aero",
        "Łódź, lodz",
        "'  TU   Dortmund, Campus Nord ', tu dortmund campus nord",
        "'»Zeche« (1)', zeche 1",
        "ﬁnanz, finanz",
        "'---', ''",
    })
    void aKeyHasPlainLettersAndSingleSpaces(String name, String key) {
        assertEquals(key, GermanOrder.key(name));
    }

    @Test
    void accentsComposedOrNotGiveOneKey() {
        assertEquals(GermanOrder.key("\u00fcber"), GermanOrder.key("u\u0308ber"));
    }

    @Test
    void namesStandAsInAGermanIndex() {
        List<String> names = List.of(
                "",
                "3D-Druck",
                "Ab und an",
                "Abend",
                "abend",
                "Äbend",
                "Abendrot",
                "Fuß",
                "Fussel",
                "Ofen",
                "Öl",
                "Zoo");
        List<String> shuffled = new ArrayList<>(names);
        Collections.shuffle(shuffled, new Random(1));

        shuffled.sort(GermanOrder.BY_NAME);

        assertEquals(names, shuffled);
    }

    @Test
    void onlyEqualNamesAreEqualInOrder() {
        assertNotEquals(0, GermanOrder.BY_NAME.compare("Ol", "Öl"));
        assertEquals(0, GermanOrder.BY_NAME.compare("Öl", "Öl"));
    }
}
