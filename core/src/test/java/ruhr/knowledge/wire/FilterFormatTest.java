package ruhr.knowledge.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterPreset;
import ruhr.knowledge.filter.FilterPresets;
import ruhr.knowledge.value.GeoPoint;
import ruhr.knowledge.value.LocalizedText;

class FilterFormatTest {

    private static final FilterFormat FORMAT = new FilterFormat();
    private static final Filter WIND = Filter.choice("topic", "wind");

    static List<Filter> oneOfEachSort() {
        return List.of(
                Filter.everything(),
                Filter.not(Filter.everything()),
                Filter.choice("topic", "wind", "none"),
                Filter.range("founded", 1960, 1990),
                Filter.range("day", LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30)),
                Filter.not(WIND),
                Filter.and(WIND, Filter.text("neue Häuser")),
                Filter.or(WIND, Filter.not(Filter.and(WIND, Filter.or(Filter.text("a"), Filter.text("b"))))),
                Filter.near(new GeoPoint(51.4816514, -7.0000001), 15_000),
                Filter.near(new GeoPoint(-90, 180), 1),
                Filter.box(7.1, 51.4, 7.3, 51.6),
                Filter.box(179.5, -1e-7, -179.5, 0),
                Filter.text("„Wind\" \\ \u2028 & <b>"),
                new Filter.Preset("transfer", Filter.and(WIND, Filter.text("x"))),
                new Filter.And(List.of(WIND)),
                new Filter.Or(List.of(WIND)));
    }

    @ParameterizedTest
    @MethodSource("oneOfEachSort")
    void aFilterThatWasWrittenIsReadAsItWas(Filter filter) {
        assertEquals(filter, FORMAT.filter(FORMAT.write(filter), FilterPresets.none()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyFilterThatWasWrittenIsReadAsItWas(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            Filter filter = any(random, 5);
            assertEquals(filter, FORMAT.filter(FORMAT.write(filter), FilterPresets.none()), "seed " + seed);
        }
    }

    private static Filter any(Random random, int levels) {
        if (levels > 1 && random.nextBoolean()) {
            List<Filter> parts = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                parts.add(any(random, levels - 1));
            }
            return switch (random.nextInt(4)) {
                case 0 -> Filter.and(parts);
                case 1 -> new Filter.Or(parts);
                case 2 -> Filter.not(parts.get(0));
                default -> new Filter.Preset("p" + random.nextInt(3), parts.get(0));
            };
        }
        double latitude = random.nextDouble() * 180 - 90;
        double longitude = random.nextDouble() * 360 - 180;
        return switch (random.nextInt(4)) {
            case 0 -> Filter.choice("f" + random.nextInt(3), "a" + random.nextInt(3), "b");
            case 1 -> Filter.near(new GeoPoint(latitude, longitude), 1 + random.nextInt(Filter.MOST_METRES));
            case 2 -> Filter.box(longitude, latitude, -longitude, 90);
            default ->
                Filter.text("wort" + (char) ('a' + random.nextInt(26)) + Character.toString(random.nextInt(0xD800)));
        };
    }

    @Test
    void aFilterIsWrittenAsAnyoneWouldWriteIt() {
        Filter filter = Filter.and(
                Filter.choice("topic", "energy", "hydrogen"),
                Filter.not(Filter.choice("type", "network")),
                Filter.near(new GeoPoint(51.48, 7), 15_000));

        assertEquals(
                "{\"and\":[{\"field\":\"topic\",\"values\":[\"energy\",\"hydrogen\"]},"
                        + "{\"not\":{\"field\":\"type\",\"values\":[\"network\"]}},"
                        + "{\"near\":{\"lat\":51.48,\"lon\":7,\"metres\":15000}}]}",
                FORMAT.write(filter));
    }

    @Test
    void aKnownPresetNeedsNoFilterBesideItsName() {
        FilterPresets known = FilterPresets.of(List.of(FilterPreset.of("transfer", LocalizedText.german("T"), WIND)));

        assertEquals(new Filter.Preset("transfer", WIND), FORMAT.filter("{\"preset\":\"transfer\"}", known));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|``|exactly one of field, and, or, not, near, box, text, preset|none of them",
                "{\"and\":[],\"text\":\"x\"}|``|exactly one of field, and, or, not, near, box, text, preset|and and text",
                "{\"and\":[{\"field\":\"topic\",\"values\":[]}]}|/and/0/values|at least one value|none",
                "{\"field\":\"topic\"}|/values|a value|none",
                "{\"field\":\"\",\"values\":[\"a\"]}|/field|1 to 200 characters|\"\"",
                "{\"field\":\"topic\",\"values\":[\"\"]}|/values/0|1 to 200 characters|\"\"",
                "{\"field\":\"topic\",\"values\":[1]}|/values/0|a text|a number",
                "{\"field\":\"topic\",\"values\":\"a\"}|/values|a list|a text",
                "{\"values\":[\"a\"],\"text\":\"x\"}|/values|this member beside 'field' only|it beside 'text'",
                "{\"filter\":{\"and\":[]},\"text\":\"x\"}|/filter|this member beside 'preset' only|it beside 'text'",
                "{\"or\":[]}|/or|at least one alternative|none",
                "{\"or\":[{\"not\":5}]}|/or/0/not|an object|a number",
                "{\"or\":[null]}|/or/0|an object|null",
                "{\"not\":null}|/not|an object|null",
                "{\"near\":{\"lat\":91,\"lon\":7,\"metres\":5}}|/near/lat|-90 to 90 degrees|91.0",
                "{\"near\":{\"lat\":51,\"lon\":-181,\"metres\":5}}|/near/lon|-180 to 180 degrees|-181.0",
                "{\"near\":{\"lat\":9e999,\"lon\":7,\"metres\":5}}|/near/lat|-90 to 90 degrees|Infinity",
                "{\"near\":{\"lat\":51,\"lon\":7}}|/near/metres|a value|none",
                "{\"near\":{\"lat\":51,\"lon\":7,\"metres\":0}}|/near/metres|a radius of 1 to 20100000 metres|0",
                "{\"near\":{\"lat\":51,\"lon\":7,\"metres\":1.5}}|/near/metres|a whole number of at most nine digits|\"1.5\"",
                "{\"near\":{\"lat\":\"51\",\"lon\":7,\"metres\":1}}|/near/lat|a number|a text",
                "{\"box\":{\"west\":1,\"south\":2,\"east\":3}}|/box/north|a value|none",
                "{\"text\":\"!?\"}|/text|at least one letter or digit|\"!?\"",
                "{\"preset\":\"nowhere\"}|/preset|the id of a known preset, or its 'filter' beside it|\"nowhere\"",
                "{\"preset\":\"No Slug\",\"filter\":{\"and\":[]}}|/preset|1 to 64 characters of a-z, 0-9 and -|\"No Slug\"",
                "[]|``|an object|\"[]\"",
            })
    void whatIsWrongIsNamedWithItsPlace(String json, String pointer, String expected, String found) {
        Misfit misfit = misfit(json);

        assertEquals(pointer, misfit.pointer());
        assertEquals(expected, misfit.expected());
        assertEquals(found, misfit.found());
    }

    @Test
    void aMisspeltMemberRefusesTheFilterAndARemarkDoesNot() {
        assertEquals(
                "/and/0/feild",
                misfit("{\"and\":[{\"feild\":\"topic\",\"values\":[\"a\"]}]}").pointer());
        assertEquals(
                Filter.everything(), FORMAT.filter("{\"$comment\":\"everything\",\"and\":[]}", FilterPresets.none()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "5",
                "\"x\"",
                "{",
                "{\"and\":[",
                "{\"and\":[]} x",
                "{\"and\":[],}",
                "{'and':[]}",
                "{\"text\":\"\\ud800\\u0000\"}",
                "{\"text\":\"\u0000\"}",
                "{\"near\":{\"lat\":NaN,\"lon\":7,\"metres\":5}}",
                "{\"near\":{\"lat\":01,\"lon\":7,\"metres\":5}}",
                "{\"near\":{\"lat\":51,\"lon\":7,\"metres\":1e999999999}}",
                "{\"text\":\"a\",\"text\":\"b\"}",
                "\uFEFF\uFEFF{\"and\":[]}",
                "{\"and\":[]}{\"and\":[]}"
            })
    void whatIsNoFilterIsRefused(String json) {
        misfit(json);
    }

    @Test
    void depthIsBounded() {
        String least = "{\"text\":\"x\"}";
        String deepest =
                "{\"not\":".repeat(FilterFormat.MOST_LEVELS - 1) + least + "}".repeat(FilterFormat.MOST_LEVELS - 1);

        FORMAT.filter(deepest, FilterPresets.none());
        assertEquals("at most 12 levels", misfit("{\"not\":" + deepest + "}").expected());
        misfit("{\"and\":[".repeat(5000) + least + "]}".repeat(5000));
        misfit("[".repeat(60_000));
    }

    @Test
    void widthIsBounded() {
        String conditions = "{\"text\":\"x\"},".repeat(FilterFormat.MOST_CONDITIONS);
        String values = "\"a\",".repeat(FilterFormat.MOST_VALUES);

        assertEquals(
                "at most 256 conditions",
                misfit("{\"or\":[" + conditions + "{\"text\":\"x\"}]}").expected());
        assertEquals(
                "at most 1000 values in all",
                misfit("{\"field\":\"f\",\"values\":[" + values + "\"a\"]}").expected());
        assertEquals(
                "at most 65536 characters",
                misfit(" ".repeat(FilterFormat.MOST_LENGTH + 1)).expected());
        misfit("{\"near\":{\"lat\":1" + "0".repeat(60_000) + ",\"lon\":7,\"metres\":5}}");
        misfit("{\"text\":\"" + "x".repeat(60_000) + "\"}");
    }

    @Test
    void aFilterTooDeepOrTooLargeToBeReadIsNotWritten() {
        Filter deep = WIND;
        for (int i = 0; i < FilterFormat.MOST_LEVELS; i++) {
            deep = new Filter.And(List.of(deep));
        }
        Filter tooDeep = deep;

        assertThrows(IllegalArgumentException.class, () -> FORMAT.write(tooDeep));
        assertThrows(IllegalArgumentException.class, () -> FORMAT.write(Filter.choice("topic", "x".repeat(201))));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void aDamagedTextIsReadOrRefusedAndNothingElse(long seed) {
        Random random = new Random(seed);
        String whole = FORMAT.write(Filter.and(oneOfEachSort()));
        int refused = 0;
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder(whole);
            for (int hits = 1 + random.nextInt(3); hits > 0; hits--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, "{}[],:\"\\0e-n\u0000\ud800".charAt(random.nextInt(14)));
                    default -> text.setCharAt(at, (char) random.nextInt(0x3000));
                }
            }
            try {
                FORMAT.filter(text.toString(), FilterPresets.none());
            } catch (MisfitException refusal) {
                refused++;
            } catch (RuntimeException other) {
                throw new AssertionError("seed " + seed + ": " + text, other);
            }
        }
        assertTrue(refused > 1000, "seed " + seed + ": " + refused);
    }

    @Test
    void aPresetThatWasWrittenIsReadAsItWas() {
        FilterPreset preset = new FilterPreset(
                "wind-in-essen",
                3,
                LocalizedText.of("Wind in Essen", "Wind in Essen, too"),
                Optional.of(LocalizedText.german("Alles zu Wind.")),
                List.of("wind", "essen"),
                Filter.or(WIND, Filter.text("wind")));

        assertEquals(preset, FORMAT.preset(FORMAT.write(preset)));
    }

    @Test
    void aPresetOfNothingButOthersNeedsNoFilterAndIsOfVersionOne() {
        FilterPreset preset = FORMAT.preset("{\"id\":\"both\",\"label\":{\"en\":\"Both\"},\"buildsOn\":[\"a\",\"b\"]}");

        assertEquals(Filter.everything(), preset.filter());
        assertEquals(1, preset.version());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"label\":{\"de\":\"x\"},\"filter\":{\"and\":[]}}|/id",
                "{\"id\":\"A\",\"label\":{\"de\":\"x\"},\"filter\":{\"and\":[]}}|/id",
                "{\"id\":\"a\",\"filter\":{\"and\":[]}}|/label",
                "{\"id\":\"a\",\"label\":{\"de\":\" \"},\"filter\":{\"and\":[]}}|/label",
                "{\"id\":\"a\",\"label\":{\"de\":\"x\"},\"description\":{},\"filter\":{\"and\":[]}}|/description",
                "{\"id\":\"a\",\"label\":{\"de\":\"x\"}}|/filter",
                "{\"id\":\"a\",\"label\":{\"de\":\"x\"},\"filter\":{\"and\":[{\"text\":\"\"}]}}|/filter/and/0/text",
                "{\"id\":\"a\",\"label\":{\"de\":\"x\"},\"version\":0,\"filter\":{\"and\":[]}}|/version",
                "{\"id\":\"a\",\"label\":{\"de\":\"x\"},\"version\":1e30,\"filter\":{\"and\":[]}}|/version",
                "{\"id\":\"a\",\"label\":{\"de\":\"x\"},\"buildsOn\":[\"b\",\"C\"]}|/buildsOn/1",
                "{\"id\":\"a\",\"label\":{\"de\":\"x\"},\"filter\":{\"preset\":\"b\"}}|/filter/preset",
            })
    void whatIsWrongWithAPresetIsNamedWithItsPlace(String json, String pointer) {
        assertEquals(
                pointer,
                assertThrows(MisfitException.class, () -> FORMAT.preset(json))
                        .misfit()
                        .pointer());
    }

    private static Misfit misfit(String json) {
        return assertThrows(MisfitException.class, () -> FORMAT.filter(json, FilterPresets.none()))
                .misfit();
    }
}
