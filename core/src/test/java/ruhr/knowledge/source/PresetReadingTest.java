package ruhr.knowledge.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterPreset;
import ruhr.knowledge.filter.FilterPresets;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Keyword;
import ruhr.knowledge.filter.Vocabulary;
import ruhr.knowledge.value.Finding;
import ruhr.knowledge.value.Finding.Severity;
import ruhr.knowledge.value.LocalizedText;

class PresetReadingTest {

    private static final String WIND = preset("wind", "\"filter\":{\"field\":\"topic\",\"values\":[\"wind\"]}");

    @TempDir
    Path folder;

    @Test
    void presetsAreReadFromAFileThatHoldsNothingElse() throws IOException {
        PresetReading reading =
                read(WIND, preset("wind-in-essen", "\"buildsOn\":[\"wind\"],\"filter\":" + city("essen")));

        assertEquals(List.of("wind", "wind-in-essen"), ids(reading.presets()));
        assertEquals(
                Filter.and(Filter.choice("topic", "wind"), Filter.choice("city", "essen")),
                reading.presets().filter("wind-in-essen").orElseThrow());
        assertEquals(List.of(), reading.findings());
    }

    @Test
    void otherSectionsOfADocumentArePassedOver() throws IOException {
        Files.writeString(
                folder.resolve("a.json"),
                "{\"topics\":[{\"id\":5}],\"nonsense\":[1],\"presets\":[" + WIND + "],\"institutions\":[[]]}");

        PresetReading reading = PresetReading.of(FileSource.of(folder.resolve("a.json")));

        assertEquals(List.of("wind"), ids(reading.presets()));
        assertEquals(List.of(), reading.findings());
    }

    @Test
    void ofTwoFilesTheFirstOneHolds() throws IOException {
        Files.writeString(folder.resolve("a.json"), "{\"presets\":[" + WIND + "]}");
        Files.writeString(folder.resolve("b.json"), "{\"presets\":[" + WIND.replace("[\"wind\"]", "[\"sun\"]") + "]}");

        PresetReading reading =
                PresetReading.of(FileSource.of(folder.resolve("a.json")), FileSource.of(folder.resolve("b.json")));

        assertEquals(
                Filter.choice("topic", "wind"), reading.presets().filter("wind").orElseThrow());
        assertEquals(List.of("b.json /presets/0/id"), places(reading.findings()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"filter\":{\"and\":[{\"field\":\"topic\",\"values\":[\"x\"]},5]}|/filter/and/1",
                "\"filter\":{\"not\":\"x\"}|/filter/not",
                "\"filter\":{\"field\":\"topic\",\"valeus\":[\"x\"]}|/filter/valeus",
                "\"filter\":7|/filter",
                "\"filter\":{}|/filter",
                "\"filter\":{\"and\":[null]}|/filter/and/0",
                "\"filter\":{\"text\":\"a\",\"text\":\"b\"}|/filter/text",
                "\"buildsOn\":[\"wind\",5]|/buildsOn/1",
                "\"buildsOn\":\"wind\"|/buildsOn",
                "\"version\":\"2\",\"filter\":{\"and\":[]}|/version",
            })
    void aPresetThatLostAConditionWouldBeAnotherSoItIsLeftOut(String members, String pointer) throws IOException {
        PresetReading reading = read(WIND, preset("broken", members));

        assertEquals(List.of("wind"), ids(reading.presets()));
        assertEquals(List.of("presets.json /presets/1" + pointer), places(reading.findings()));
        assertEquals(Severity.RECORD_LEFT_OUT, reading.findings().get(0).severity());
    }

    @Test
    void aMemberThatDoesNotChangeTheMeaningCostsNothing() throws IOException {
        PresetReading reading = read(preset("wind", "\"filter\":{\"and\":[]},\"colour\":\"blue\",\"description\":5"));

        assertEquals(List.of("wind"), ids(reading.presets()));
        assertEquals(
                List.of("presets.json /presets/0/colour", "presets.json /presets/0/description"),
                places(reading.findings()));
    }

    @Test
    void presetsThatBuildOnEachOtherInACircleAreLeftOutAndTheOthersStay() throws IOException {
        PresetReading reading = read(
                preset("a", "\"buildsOn\":[\"b\"]"),
                preset("b", "\"buildsOn\":[\"wind\",\"a\"]"),
                preset("on-a", "\"buildsOn\":[\"a\"]"),
                preset("self", "\"buildsOn\":[\"self\"]"),
                WIND);

        assertEquals(List.of("wind"), ids(reading.presets()));
        assertEquals(
                List.of(
                        "expected presets that do not build on themselves, found the circle a → b → a",
                        "expected presets that do not build on themselves, found the circle b → a → b",
                        "expected the ids of presets to build on, found 'a', which is left out itself",
                        "expected presets that do not build on themselves, found the circle self → self"),
                words(reading.findings()));
        assertEquals(
                "presets.json /presets/1/buildsOn", places(reading.findings()).get(1));
    }

    @Test
    void aPresetThatBuildsOnNothingIsLeftOutWithThoseThatBuildOnIt() throws IOException {
        PresetReading reading =
                read(preset("lost", "\"buildsOn\":[\"nowhere\"]"), preset("on-lost", "\"buildsOn\":[\"lost\"]"), WIND);

        assertEquals(List.of("wind"), ids(reading.presets()));
        assertEquals(
                List.of(
                        "expected the ids of presets to build on, found 'nowhere', which does not exist",
                        "expected the ids of presets to build on, found 'lost', which is left out itself"),
                words(reading.findings()));
    }

    @Test
    void aPresetThatNamesUnknownValuesIsKeptAndNamed() throws IOException {
        PresetReading reading = read(
                WIND,
                preset(
                        "strange",
                        "\"filter\":{\"or\":[{\"field\":\"topic\",\"values\":[\"wind\",\"wnid\",\"none\"]},"
                                + "{\"not\":{\"field\":\"colour\",\"values\":[\"blue\"]}}]}"));
        FilterSchema<String> schema = FilterSchema.<String>of(it -> it, it -> it)
                .choice(
                        "topic",
                        LocalizedText.german("Thema"),
                        Vocabulary.of(List.of(Keyword.of("wind"))),
                        it -> List.of())
                .presets(reading.presets())
                .build();

        assertEquals(List.of("wind", "strange"), ids(reading.presets()));
        assertEquals(List.of(), reading.findings());
        assertEquals(
                Set.of(
                        "expected values of the field 'topic', found \"wnid\"",
                        "expected one of the fields topic, found \"colour\""),
                Set.copyOf(words(reading.unknownIn(schema))));
        assertEquals(Severity.NOTICE, reading.unknownIn(schema).get(0).severity());
        assertEquals(
                "presets.json /presets/1/filter",
                places(reading.unknownIn(schema)).get(0));
    }

    @Test
    void aThousandPresetsInOneChainAreReadAndNoMore() throws IOException {
        String chain = IntStream.range(0, PresetReading.MOST_PRESETS + 5)
                .mapToObj(i ->
                        preset("p" + i, i == 0 ? "\"filter\":{\"and\":[]}" : "\"buildsOn\":[\"p" + (i - 1) + "\"]"))
                .collect(Collectors.joining(","));

        PresetReading reading = read(chain);

        assertEquals(FilterPresets.MOST_CONDITIONS, reading.presets().all().size(), "each of them is one condition");
        assertEquals(
                5,
                reading.findings().stream()
                        .filter(it -> it.expected().equals("at most 1000 presets"))
                        .count());
    }

    @Test
    void aLadderOfPresetsTakesNoMoreThanItsLength() throws IOException {
        StringBuilder ladder = new StringBuilder(
                preset("a0", "\"filter\":" + city("a")) + "," + preset("b0", "\"filter\":" + city("b")));
        for (int i = 1; i < 200; i++) {
            String both = "\"buildsOn\":[\"a" + (i - 1) + "\",\"b" + (i - 1) + "\"]";
            ladder.insert(0, preset("a" + i, both) + "," + preset("b" + i, both) + ",");
        }

        PresetReading reading = read(ladder.toString());

        assertEquals(List.of(), reading.findings());
        assertEquals(400, reading.presets().all().size());
        assertEquals(
                Filter.and(Filter.choice("city", "a"), Filter.choice("city", "b")),
                reading.presets().filter("a199").orElseThrow());
    }

    @Test
    void aGreatCircleIsNamedInAShortSentence() throws IOException {
        String circle = IntStream.range(0, 1000)
                .mapToObj(i -> preset("p" + i, "\"buildsOn\":[\"p" + (i + 1) % 1000 + "\"]"))
                .collect(Collectors.joining(","));

        List<Finding> findings = read(circle).findings();

        assertEquals(1000, findings.size());
        assertTrue(
                findings.get(7).found().endsWith("→ p14 → … → p7"),
                findings.get(7).found());
        assertFalse(findings.get(7).found().length() > 100);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aDamagedFileIsReadOrRefusedAndNothingElse(long seed) throws IOException {
        Path file = folder.resolve("presets.json");
        String whole = "{\"presets\":[" + WIND + ","
                + preset(
                        "b",
                        "\"version\":2,\"buildsOn\":[\"wind\"],\"filter\":{\"or\":[{\"not\":" + city("essen")
                                + "},{\"near\":{\"lat\":51.4,\"lon\":7,\"metres\":5}},{\"text\":\"x\"}]}")
                + "]}";
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < 500; i++) {
            byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
            for (int hits = 1 + random.nextInt(3); hits > 0; hits--) {
                bytes[random.nextInt(bytes.length)] = (byte)
                        (random.nextBoolean() ? random.nextInt(256) : "{}[],:\"\\0e-".charAt(random.nextInt(11)));
            }
            Files.write(file, bytes);
            try {
                PresetReading reading = PresetReading.of(FileSource.of(file));
                reading.presets();
                refused += reading.findings().size();
            } catch (IOException noDocument) {
                refused++;
            } catch (RuntimeException other) {
                throw new AssertionError("seed " + seed + ": " + new String(bytes, StandardCharsets.UTF_8), other);
            }
        }
        assertTrue(refused > 200, "seed " + seed + ": " + refused);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path file = folder.resolve("nowhere.json");

        assertTrue(String.valueOf(assertThrows(IOException.class, () -> PresetReading.of(FileSource.of(file)))
                        .getMessage())
                .contains("nowhere.json"));
    }

    private PresetReading read(String... presets) throws IOException {
        Path file = folder.resolve("presets.json");
        Files.writeString(file, "{\"presets\":[" + String.join(",", presets) + "]}");
        return PresetReading.of(FileSource.of(file));
    }

    private static String preset(String id, String members) {
        return "{\"id\":\"" + id + "\",\"label\":{\"de\":\"" + id + "\"}," + members + "}";
    }

    private static String city(String id) {
        return "{\"field\":\"city\",\"values\":[\"" + id + "\"]}";
    }

    private static List<String> ids(FilterPresets presets) {
        return presets.all().stream().map(FilterPreset::id).toList();
    }

    private static List<String> places(List<Finding> findings) {
        return findings.stream().map(it -> it.source() + " " + it.pointer()).toList();
    }

    private static List<String> words(List<Finding> findings) {
        return findings.stream()
                .map(it -> "expected " + it.expected() + ", found " + it.found())
                .toList();
    }
}
