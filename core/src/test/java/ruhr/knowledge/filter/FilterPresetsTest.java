package ruhr.knowledge.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ruhr.knowledge.value.LocalizedText;

class FilterPresetsTest {

    private final Filter wind = Filter.choice("topic", "wind");
    private final Filter essen = Filter.choice("city", "essen");

    @Test
    void aPresetWantsWhatThoseWantThatItBuildsOn() {
        FilterPresets presets = FilterPresets.of(List.of(
                preset("both", essen, "wind"), preset("wind", wind), preset("all", Filter.text("x"), "both", "wind")));

        assertEquals(Optional.of(Filter.and(wind, essen)), presets.filter("both"));
        assertEquals(Optional.of(Filter.and(wind, essen, Filter.text("x"))), presets.filter("all"));
        assertEquals(
                List.of("both", "wind", "all"),
                presets.all().stream().map(FilterPreset::id).toList());
    }

    @Test
    void aCircleIsNamed() {
        assertEquals(
                "preset 'a': expected presets that do not build on themselves, found the circle a → b → c → a",
                refusal(preset("a", wind, "b"), preset("b", wind, "c"), preset("c", wind, "a")));
    }

    @Test
    void aPresetThatIsMissingIsNamed() {
        assertEquals(
                "preset 'a': expected the ids of presets to build on, found 'nowhere', which does not exist",
                refusal(preset("a", wind, "nowhere")));
    }

    @Test
    void anIdThatStandsTwiceIsNamed() {
        assertEquals(
                "preset 'a': expected each id once, found 'a' again", refusal(preset("a", wind), preset("a", essen)));
    }

    @Test
    void whatMakesNoSenseCanBeLeftOutInstead() {
        List<String> left = new ArrayList<>();

        FilterPresets presets = FilterPresets.of(
                List.of(preset("a", wind, "a"), preset("wind", wind), preset("on-a", wind, "a")),
                (preset, expected, found) -> left.add(preset.id()));

        assertEquals(List.of("a", "on-a"), left);
        assertEquals(Optional.empty(), presets.find("on-a"));
        assertEquals(Optional.of(wind), presets.filter("wind"));
    }

    @Test
    void aPresetIsNoLargerThanAllowedWithAllThatItBuildsOn() {
        Filter half = new Filter.Or(IntStream.range(1, FilterPresets.MOST_CONDITIONS / 2)
                .mapToObj(i -> Filter.text("w" + i))
                .toList());
        FilterPreset one = preset("one", half);
        FilterPreset two = preset("two", Filter.not(half), "one");

        assertEquals(
                2,
                FilterPresets.of(List.of(one, preset("same", wind, "one")))
                        .all()
                        .size());
        assertTrue(refusal(one, two, preset("three", wind, "two")).startsWith("preset 't"));
    }

    @Test
    void aChainOfManyThousandsCostsNoStack() {
        List<FilterPreset> chain = IntStream.range(0, 5000)
                .mapToObj(i -> preset("p" + i, wind, i == 0 ? "nowhere" : "p" + (i - 1)))
                .collect(Collectors.toList());
        TreeSet<String> left = new TreeSet<>();

        FilterPresets.of(chain, (preset, expected, found) -> left.add(preset.id()));

        assertEquals(5000, left.size());
    }

    private static FilterPreset preset(String id, Filter filter, String... buildsOn) {
        return new FilterPreset(id, 1, LocalizedText.german(id), Optional.empty(), List.of(buildsOn), filter);
    }

    private static String refusal(FilterPreset... presets) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> FilterPresets.of(List.of(presets)))
                .getMessage());
    }
}
