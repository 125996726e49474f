package ruhr.knowledge.examples.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data that nobody would write but that are allowed: the layout holds. Pictures are in {@code target/screenshots}. */
@ExtendWith(Demo.class)
class AbsurdDataTest {

    private static final Path FOLDER = Path.of(System.getProperty("screenshots"));
    private static final int MANY = 10_000;

    @TempDir
    static Path folder;

    private static OwnData data;

    @BeforeAll
    static void write() {
        String topics = IntStream.range(0, 40)
                .mapToObj(i -> "{\"id\": \"t" + i + "\", \"label\": {\"de\": \"Thema mit einem Namen " + i + "\"}}")
                .collect(Collectors.joining(","));
        String allTopics =
                IntStream.range(0, 40).mapToObj(i -> "{\"id\": \"t" + i + "\"}").collect(Collectors.joining(","));
        StringBuilder institutions = new StringBuilder();
        for (int i = 0; i < MANY; i++) {
            institutions
                    .append("{\"id\": \"i")
                    .append(i)
                    .append("\", \"name\": {\"de\": \"Haus Nummer ")
                    .append(i)
                    .append("\"}, \"type\": \"house\", \"sites\": [{\"municipality\": \"essen\"}]},");
        }
        data = new OwnData(
                folder,
                "{\"topics\": [" + topics + "], \"types\": [{\"id\": \"house\", \"label\": {\"de\": \"Haus\"}}],"
                        + "\"municipalities\": [{\"id\": \"essen\", \"label\": {\"de\": \"Essen\"}, \"kind\": \"city\","
                        + " \"location\": {\"lat\": 51.46, \"lon\": 7.01}}], \"institutions\": [" + institutions
                        + "{\"id\": \"long\", \"name\": {\"de\": \"" + "Langer".repeat(50) + "\"}, \"type\": \"house\","
                        + " \"shortName\": \"" + "W".repeat(60) + "\", \"sites\": [{\"municipality\": \"essen\","
                        + " \"label\": {\"de\": \"" + "x".repeat(300) + "\"}}], \"topics\": [" + allTopics + "],"
                        + " \"website\": \"https://" + "a".repeat(60) + "." + "b".repeat(60) + ".example.org/\"},"
                        + "{\"id\": \"right\", \"name\": {\"de\": \"معهد الهيدروجين في منطقة الرور\", \"en\": \"מכון המימן\"},"
                        + " \"type\": \"house\", \"summary\": {\"de\": \"ملخص قصير جدا\"},"
                        + " \"sites\": [{\"municipality\": \"essen\"}]}]}");
    }

    @ParameterizedTest
    @CsvSource({
        "institutions, q=langerlanger&limit=3, long-name",
        "institutions, id=long, long-name-detail",
        "institutions, 'view=table&q=langerlanger', long-name-table",
        "institutions, limit=3&page=3000, many",
        "institutions, id=right, right-to-left",
        "map, limit=3, many-on-the-map",
        "finder, 'limit=3&topic=t1,t2,t3,t4,t5,t6,t7,t8,t9', many-filters",
        "filter, '', many-filters-panel"
    })
    void theLayoutHolds(String widget, String parameters, String name, Demo.Running demo) {
        Page page = data.open(widget, parameters, demo, Screen.NARROW);

        assertEquals(List.of(), NarrowScreensTest.standingOut(page), "at 320 pixels");
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve("absurd-" + name + "-320.png")));
        page.setViewportSize(Screen.WIDE.width(), 900);
        assertEquals(List.of(), NarrowScreensTest.standingOut(page), "at 1280 pixels");
    }

    @Test
    void tenThousandInOneTownAreOneCircle(Demo.Running demo) {
        Page page = data.open("map", "", demo, Screen.WIDE);

        assertEquals(1, page.locator("a.rk-town").count());
        assertEquals("Essen, 10.002 Einrichtungen", page.locator("a.rk-town").getAttribute("aria-label"));
        assertEquals(true, page.evaluate("""
                        () => {
                          const circle = document.querySelector('.rk-town-circle').getBoundingClientRect();
                          const count = document.querySelector('.rk-town-count').getBoundingClientRect();
                          return count.width <= circle.width;
                        }
                        """), "the number stands inside of its circle");
    }

    @Test
    void noEntryAtAllIsSaid(@TempDir Path empty, Demo.Running demo) {
        OwnData nothing = new OwnData(
                empty,
                "{\"institutions\": [], \"topics\": [], \"types\": [{\"id\": \"house\", \"label\": {\"de\": \"Haus\"}}]}");
        for (String widget :
                List.of("institutions", "services", "contacts", "stories", "figures", "filter", "finder", "map")) {
            Page page = nothing.open(widget, "", demo, Screen.NARROW);

            assertTrue(page.locator(".rk-empty").first().isVisible(), widget);
            assertEquals(List.of(), NarrowScreensTest.standingOut(page), widget);
        }
    }
}
