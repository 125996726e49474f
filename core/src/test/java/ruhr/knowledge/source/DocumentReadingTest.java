package ruhr.knowledge.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruhr.knowledge.value.Finding;
import ruhr.knowledge.value.Finding.Severity;
import ruhr.knowledge.wire.InstitutionJson;
import ruhr.knowledge.wire.TopicJson;

class DocumentReadingTest {

    private static final String GOOD_TOPIC = "{\"id\":\"energy\",\"label\":{\"de\":\"Energie\"}}";

    @TempDir
    Path folder;

    @Test
    void pushesEachRecordWithItsPlace() throws IOException {
        Received received = read("{\"topics\":[" + GOOD_TOPIC + "],\"institutions\":[{\"id\":\"a\"},{\"id\":\"b\"}]}");

        assertEquals(List.of("energy", "a", "b"), received.ids());
        assertEquals("/institutions/1", received.places.get(2).pointer());
        assertEquals(List.of(), received.findings);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\":\"a\",\"established\":\"old\"} | /established | a number | a text",
                "{\"id\":\"a\",\"website\":[]} | /website | a text | a list",
                "{\"id\":\"a\",\"shortName\":5} | /shortName | a text | a number",
                "{\"id\":\"a\",\"logo\":\"x\"} | /logo | an object | a text",
                "{\"id\":\"a\",\"summary\":\"text\"} | /summary | an object | a text",
                "{\"id\":\"a\",\"sources\":\"s\"} | /sources | a list | a text",
                "{\"id\":\"a\",\"parents\":[\"b\",7]} | /parents/1 | a text | a number",
                "{\"id\":\"a\",\"topics\":[{\"id\":\"t\"},\"t\"]} | /topics/1 | an object | a text",
                "{\"id\":\"a\",\"sites\":[{\"location\":{\"lat\":\"51\"}}]} | /sites/0/location/lat | a number | a text",
                "{\"id\":\"a\",\"name\":{\"de\":true}} | /name/de | a text | true or false",
            })
    void aMemberOfTheWrongKindIsNamedAndLeftOutAndTheRecordStays(
            String record, String pointer, String expected, String found) throws IOException {
        Received received = read("{\"institutions\":[" + record + "]}");

        assertEquals(List.of("a"), received.ids());
        assertEquals(1, received.findings.size());
        assertEquals("/institutions/0" + pointer, received.findings.get(0).pointer());
        assertEquals(expected, received.findings.get(0).expected());
        assertEquals(found, received.findings.get(0).found());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"yes\"", "1", "\"true\"", "[]"})
    void aRecordThatDoesNotSayClearlyWhetherItIsInventedIsLeftOut(String example) throws IOException {
        Received received = read("{\"institutions\":[{\"id\":\"a\",\"example\":" + example + "}]}");

        assertEquals(List.of(), received.ids());
        assertEquals("/institutions/0/example", received.findings.get(0).pointer());
        assertEquals(Severity.RECORD_LEFT_OUT, received.findings.get(0).severity());
    }

    @Test
    void aRecordThatIsNoObjectIsLeftOutAndTheNextOneIsRead() throws IOException {
        Received received = read("{\"topics\":[null,7,\"x\",[[{}]]," + GOOD_TOPIC + "]}");

        assertEquals(List.of("energy"), received.ids());
        assertEquals(
                List.of("/topics/0", "/topics/1", "/topics/2", "/topics/3"),
                received.findings.stream().map(Finding::pointer).toList());
    }

    @Test
    void aMemberThatStandsTwiceCostsItsRecord() throws IOException {
        Received received =
                read("{\"topics\":[{\"id\":\"a\",\"label\":{\"de\":\"A\",\"de\":\"B\"}}," + GOOD_TOPIC + "]}");

        assertEquals(List.of("energy"), received.ids());
        assertEquals("/topics/0/label/de", received.findings.get(0).pointer());
    }

    @Test
    void aMisspeltMemberIsNamedAndIgnored() throws IOException {
        Received received =
                read("{\"topics\":[{\"id\":\"energy\",\"lable\":{\"de\":\"Energie\"},\"label\":{\"fr\":\"x\"}}]}");

        assertEquals(List.of("energy"), received.ids());
        assertEquals(
                List.of("/topics/0/lable", "/topics/0/label/fr"),
                received.findings.stream().map(Finding::pointer).toList());
        assertEquals(Severity.NOTICE, received.findings.get(0).severity());
    }

    @Test
    void anUnknownSectionIsNamedAndNotRead() throws IOException {
        Received received = read("{\"$schema\":\"x\",\"evnets\":[{\"deep\":[[[1]]]}],\"topics\":[" + GOOD_TOPIC + "]}");

        assertEquals(List.of("energy"), received.ids());
        assertEquals(
                List.of("/evnets"),
                received.findings.stream().map(Finding::pointer).toList());
    }

    @Test
    void aSectionThatIsNoListIsNamed() throws IOException {
        Received received = read("{\"topics\":{\"id\":\"energy\"}}");

        assertEquals(List.of(), received.ids());
        assertEquals("a list of records", received.findings.get(0).expected());
    }

    @Test
    void aNumberIsNeverSilentlyChanged() throws IOException {
        Received received = read("{\"institutions\":[{\"id\":\"a\",\"established\":99999999999.5}]}");

        assertEquals(new BigDecimal("99999999999.5"), ((InstitutionJson) received.records.get(0)).established());
    }

    @Test
    void nestingBeyondTheLimitCostsTheRecordAndNotTheStack() throws IOException {
        String deep = "[".repeat(900) + "]".repeat(900);

        Received received = read("{\"topics\":[{\"id\":\"a\",\"aliases\":" + deep + "}," + GOOD_TOPIC + "]}");

        assertEquals(List.of("energy"), received.ids());
        assertEquals("at most 32 levels", received.findings.get(0).expected());
    }

    @Test
    void nestingBeyondTheParserRefusesTheDocument() {
        String refusal = refusalOf("{\"topics\":[" + "[".repeat(200_000));

        assertTrue(refusal.contains("broken.json"), refusal);
        assertTrue(refusal.contains("line 1"), refusal);
    }

    @Test
    void aMillionDigitsAreRefusedInNoTime() {
        String digits = "1".repeat(1_000_000);
        assertTimeout(Duration.ofSeconds(20), () -> {
            Received received = read("{\"institutions\":[{\"id\":\"a\",\"established\":" + digits + "}],\"topics\":["
                    + GOOD_TOPIC + "]}");

            assertEquals(List.of("energy"), received.ids());
            assertEquals("one of 1000000", received.findings.get(0).found());
        });
    }

    @Test
    void aDocumentOfMoreThanFifteenMillionCharactersIsRead() throws IOException {
        StringBuilder document = new StringBuilder("{\"topics\":[");
        String filler = "x".repeat(90_000);
        for (int i = 0; i < 200; i++) {
            document.append(i == 0 ? "" : ",")
                    .append("{\"id\":\"t")
                    .append(i)
                    .append("\",\"label\":{\"de\":\"")
                    .append(filler)
                    .append("\"}}");
        }

        assertEquals(200, read(document.append("]}").toString()).records.size());
    }

    @Test
    void aTextBeyondTheLimitCostsItsRecord() throws IOException {
        Received received = read(
                "{\"topics\":[{\"id\":\"a\",\"label\":{\"de\":\"" + "x".repeat(100_001) + "\"}}," + GOOD_TOPIC + "]}");

        assertEquals(List.of("energy"), received.ids());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "7",
                "\"text\"",
                "<!doctype html><title>404</title>",
                "{",
                "{\"topics\":[",
                "{\"topics\":[{\"id\":\"a\"}",
                "{\"topics\":[{\"id\":\"a\"}]",
                "{\"topics\":[{\"id\":tru}]}",
                "{\"topics\":[{\"id\":\"a\",}]}",
                "{\"topics\":[]} trailing",
                "{\"topics\":[]}{\"topics\":[]}",
                "{\"topics\":[]},",
            })
    void brokenJsonIsRefusedWithTheNameOfTheFileAndWhatWasExpected(String broken) {
        String refusal = refusalOf(broken);

        assertTrue(refusal.contains("broken.json"), refusal);
        assertTrue(refusal.contains("expected"), refusal);
        assertTrue(refusal.contains("found"), refusal);
        assertTrue(refusal.contains("refused"), refusal);
    }

    @Test
    void oneByteOrderMarkIsAllowed() throws IOException {
        assertEquals(
                List.of("energy"),
                read("\uFEFF{\"topics\":[" + GOOD_TOPIC + "]}").ids());
        assertTrue(refusalOf("\uFEFF\uFEFF{}").contains("refused"));
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedWithTheirPlace() throws IOException {
        byte[] latin =
                "{\"topics\":[{\"id\":\"a\",\"label\":{\"de\":\"Müll\"}}]}".getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("latin.json"), latin);

        IOException refusal =
                assertThrows(IOException.class, () -> FileSource.of(file).read(Since.never(), new Received()));

        assertTrue(refusal.getMessage().contains("at byte 37"), refusal.getMessage());
    }

    @Test
    void utf16IsRefused() throws IOException {
        Path file = Files.write(folder.resolve("wide.json"), "{}".getBytes(Charset.forName("UTF-16")));

        assertThrows(IOException.class, () -> FileSource.of(file).read(Since.never(), new Received()));
    }

    @Test
    void aDocumentBeyondTheLimitOfBytesIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("large.json"), "{\"topics\":[" + GOOD_TOPIC + "]}");
        Limits small = Limits.DEFAULT.withDocumentBytes(20);

        IOException refusal =
                assertThrows(IOException.class, () -> FileSource.of(file, small).read(Since.never(), new Received()));

        assertTrue(refusal.getMessage().contains("at most 20 bytes"), refusal.getMessage());
    }

    @Test
    void moreRecordsThanTheLimitRefuseTheDocument() throws IOException {
        Path file = Files.writeString(folder.resolve("many.json"), "{\"topics\":[{},{},{}]}");
        Limits two = Limits.DEFAULT.withRecords(2);

        IOException refusal =
                assertThrows(IOException.class, () -> FileSource.of(file, two).read(Since.never(), new Received()));

        assertTrue(refusal.getMessage().contains("/topics/2"), refusal.getMessage());
    }

    @Test
    void randomDamageIsEitherReadOrRefusedButNeverAnythingElse() {
        String whole = "{\"topics\":[" + GOOD_TOPIC
                + ",{\"id\":\"b\",\"label\":{\"de\":\"B\",\"en\":\"C\"},\"aliases\":[\"x\"]}]}";
        Random random = new Random(20261124);
        int refused = 0;
        for (int i = 0; i < 3000; i++) {
            StringBuilder damaged = new StringBuilder(whole);
            for (int hit = 0; hit <= random.nextInt(3); hit++) {
                damaged.setCharAt(random.nextInt(damaged.length()), (char) (32 + random.nextInt(95)));
            }
            try {
                read(damaged.toString());
            } catch (IOException refusal) {
                refused++;
                assertTrue(String.valueOf(refusal.getMessage()).contains("broken.json"), refusal.getMessage());
            }
        }
        assertTrue(refused > 500, "the damage is real: " + refused);
    }

    @Test
    void anUnchangedFilePushesNothing() throws IOException {
        FileSource source =
                FileSource.of(Files.writeString(folder.resolve("a.json"), "{\"topics\":[" + GOOD_TOPIC + "]}"));
        Reading first = source.read(Since.never(), new Received());

        Received again = new Received();
        Reading second = source.read(Since.of(first), again);

        assertFalse(first.unchanged());
        assertTrue(second.unchanged());
        assertEquals(List.of(), again.records);
    }

    @Test
    void aFolderIsReadInTheOrderOfItsFileNames() throws IOException {
        Files.writeString(folder.resolve("b.json"), "{\"topics\":[{\"id\":\"second\"}]}");
        Files.writeString(folder.resolve("a.json"), "{\"topics\":[{\"id\":\"first\"}]}");
        Files.writeString(folder.resolve("notes.txt"), "no document");
        Received received = new Received();

        FileSource.of(folder).read(Since.never(), received);

        assertEquals(List.of("first", "second"), received.ids());
        assertEquals("b.json", received.places.get(1).document());
    }

    @Test
    void aFileBesideTheDocumentIsFoundAndOneOutsideIsNot() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Path document = Files.writeString(inside.resolve("a.json"), "{}");
        Files.createDirectory(inside.resolve("images"));
        Files.writeString(inside.resolve("images/hall.svg"), "<svg/>");
        Files.writeString(folder.resolve("secret.svg"), "secret");
        Files.createSymbolicLink(inside.resolve("images/link.svg"), folder.resolve("secret.svg"));
        FileSource source = FileSource.of(document);

        assertTrue(source.file("images/hall.svg").isPresent());
        assertTrue(source.file("images/none.svg").isEmpty());
        assertTrue(source.file("../secret.svg").isEmpty());
        assertTrue(source.file("images/link.svg").isEmpty());
        assertTrue(source.file(folder.resolve("secret.svg").toString()).isEmpty());
    }

    @Test
    void aMissingResourceOfTheClassPathIsNamed() {
        IOException refusal = assertThrows(
                IOException.class,
                () -> ClassPathSource.of(DocumentReadingTest.class, "nowhere.json")
                        .read(Since.never(), new Received()));

        assertTrue(refusal.getMessage().contains("nowhere.json"), refusal.getMessage());
    }

    @Test
    void aTopicComesThroughWithAllItsMembers() throws IOException {
        Received received =
                read("{\"topics\":[{\"id\":\"hydrogen\",\"label\":{\"de\":\"Wasserstoff\",\"en\":\"Hydrogen\"},"
                        + "\"aliases\":[\"wasserstoff\"],\"broader\":[\"energy\"],\"sources\":[\"s1\"]}]}");

        TopicJson topic = (TopicJson) received.records.get(0);
        assertEquals(List.of("wasserstoff"), topic.aliases());
        assertEquals(List.of("energy"), topic.broader());
        assertEquals("Hydrogen", topic.label() == null ? null : topic.label().en());
    }

    private Received read(String document) throws IOException {
        Path file = Files.writeString(folder.resolve("broken.json"), document);
        Received received = new Received();
        FileSource.of(file).read(Since.never(), received);
        return received;
    }

    private String refusalOf(String document) {
        return String.valueOf(
                assertThrows(IOException.class, () -> read(document)).getMessage());
    }
}
