package ruhr.knowledge.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.source.FileSource;
import ruhr.knowledge.source.Source;
import ruhr.knowledge.value.Version;

/** What is kept on disk is good, or it is not used; whatever the disk does, what is shown stays. */
@Timeout(120)
class LastGoodTest {

    private static final Clock NOVEMBER = Clock.fixed(Instant.parse("2026-11-27T03:00:00Z"), ZoneOffset.UTC);

    private static final String PICTURE = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>";

    @TempDir
    Path folder;

    private Path document() {
        return folder.resolve("data.json");
    }

    private Path kept() {
        return folder.resolve("kept");
    }

    /** Writes the document of a generation; a higher one has more. */
    private Source generation(int generation) throws IOException {
        Files.createDirectories(folder.resolve("images"));
        Files.writeString(folder.resolve("images/hall.svg"), PICTURE);
        StringBuilder records = new StringBuilder();
        for (int i = 0; i <= generation; i++) {
            records.append(i == 0 ? "" : ",").append("""
                    {"id": "place-%d", "name": {"de": "Ort Nr. %d für Gelsenkirchen"}, "type": "institute",
                     "sites": [{"municipality": "essen"}], "nonsense": %d,
                     "logo": {"src": "images/hall.svg", "alt": {"de": "Halle"}, "width": 9, "height": 9}}""".formatted(i, i, i));
        }
        Files.writeString(document(), """
                {"types": [{"id": "institute", "label": {"de": "Institut"}}],
                 "municipalities": [{"id": "essen", "label": {"de": "Essen"}, "kind": "city"}],
                 "institutions": [%s]}""".formatted(records));
        return FileSource.of(document());
    }

    /** Lets go of the document, so that nothing but the folder is left to start from. */
    private Source gone() throws IOException {
        Files.deleteIfExists(document());
        return FileSource.of(document());
    }

    private static KnowledgeBase open(Source source, LastGood store) {
        return KnowledgeBase.builder()
                .clock(NOVEMBER)
                .sources(source)
                .lastGood(store)
                .validators(List.of())
                .open();
    }

    private static int entries(KnowledgeBase base) {
        return base.current().map(Snapshot::entries).orElse(0);
    }

    @Test
    void whatWasKeptIsTheSameSnapshotWithItsPicturesAndItsFindings() throws IOException {
        LastGood store = LastGood.in(kept());
        try (KnowledgeBase before = open(generation(2), store);
                KnowledgeBase after = open(gone(), store)) {
            assertEquals(before.snapshot().version(), after.snapshot().version());
            assertEquals(before.snapshot().findings(), after.snapshot().findings());
            assertEquals(3, before.snapshot().findings().size(), "the control");
            assertEquals(
                    before.snapshot().frame().images().keySet(),
                    after.snapshot().frame().images().keySet());
            assertEquals(1, after.snapshot().frame().images().size());
            assertEquals(before.snapshot().origin("place-1"), after.snapshot().origin("place-1"));
        }
    }

    @Test
    void nobodyElseMayReadIt() throws IOException {
        try (KnowledgeBase base = open(generation(1), LastGood.in(kept()))) {
            assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "no such permissions here");
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept())));
            for (Path file : files()) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
            assertEquals(2, files().size());
            assertEquals(2, entries(base));
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(kept())) {
            return files.sorted().toList();
        }
    }

    /** Fault 17: every byte, one bit of each; whatever stands there is never taken for good. */
    @Test
    void aFlippedBitAnywhereIsNoticed() throws IOException {
        FakeDisk disk = new FakeDisk(1);
        LastGood store = new LastGood(kept(), disk);
        open(generation(1), store).close();
        Path file = onlyOne(disk);
        byte[] good = disk.bytes(file);
        Source gone = gone();
        assertTrue(isRead(store, gone), "the control");

        List<Integer> taken = new ArrayList<>();
        for (int i = 0; i < good.length; i++) {
            byte[] flipped = good.clone();
            flipped[i] ^= (byte) (1 << i % 8);
            disk.put(file, flipped);
            if (isRead(store, gone)) {
                taken.add(i);
            }
        }

        assertEquals(List.of(), taken);
        assertTrue(good.length > 1_000, "there was something to flip");
    }

    /** Fault 17. */
    @Test
    void aFileThatEndsTooSoonOrTooLateIsNoticed() throws IOException {
        FakeDisk disk = new FakeDisk(1);
        LastGood store = new LastGood(kept(), disk);
        open(generation(0), store).close();
        Path file = onlyOne(disk);
        byte[] good = disk.bytes(file);
        Source gone = gone();

        List<Integer> taken = new ArrayList<>();
        for (int length = 0; length <= good.length + 2; length++) {
            disk.put(file, Arrays.copyOf(good, length));
            if (isRead(store, gone)) {
                taken.add(length);
            }
        }

        assertEquals(List.of(good.length), taken);
    }

    /** Leaves one of the two files, so that the other does not help out. */
    private static Path onlyOne(FakeDisk disk) throws IOException {
        assertEquals(2, disk.files().size());
        disk.delete(disk.files().get(1));
        return disk.files().get(0);
    }

    private static boolean isRead(LastGood store, Source source) {
        return new Assembly(NOVEMBER, 1_000, Optional.of(store))
                .readKept(0, source)
                .isPresent();
    }

    /** Fault 17: the sum is right, and the file is of another time. */
    @Test
    void anotherFormatIsNotRead() throws IOException {
        FakeDisk disk = new FakeDisk(1);
        LastGood store = new LastGood(kept(), disk);
        open(generation(0), store).close();
        Path file = onlyOne(disk);
        String good = new String(disk.bytes(file), StandardCharsets.UTF_8);
        Source gone = gone();

        for (String other : List.of(
                good.replaceFirst("last-good 1 ", "last-good 2 "),
                good.replaceFirst("last-good 1 ", "last-good 0 "),
                good.replace("R types ", "R tunes "),
                good.replace("R types ", "X types "),
                good.replaceFirst("(R institutions \\S+ \\S+ ).*", "$1[1]"),
                good.replaceFirst("(R institutions \\S+ \\S+ ).*", "$1{"),
                good.replaceFirst("\nE (\\S+) \\S+", "\nE $1 yesterday"),
                good.replaceFirst("I (\\S+) \\S+", "I $1 !!!"),
                good.replaceFirst("F NOTICE", "F ALARM"))) {
            assertFalse(other.equals(good), "something was changed");
            disk.put(file, resummed(other));
            assertFalse(isRead(store, gone), other);
        }
        disk.put(file, resummed(good));
        assertTrue(isRead(store, gone), "the control: the sum is made as it should be");
    }

    private static byte[] resummed(String text) {
        String lines = text.substring(0, text.lastIndexOf(KeptFormat.SUM));
        String sum = HexFormat.of().formatHex(LastGood.sha256().digest(lines.getBytes(StandardCharsets.UTF_8)));
        return (lines + KeptFormat.SUM + sum + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aDamagedFileGivesWayToTheOneBefore() throws IOException {
        FakeDisk disk = new FakeDisk(1);
        LastGood store = new LastGood(kept(), disk);
        try (KnowledgeBase base = open(generation(0), store)) {
            generation(1);
            base.refresh();
        }
        Path current = disk.files().stream()
                .filter(it -> it.toString().endsWith(".good"))
                .findFirst()
                .orElseThrow();
        disk.put(current, new byte[] {1, 2, 3});

        try (KnowledgeBase after = open(gone(), store)) {
            assertEquals(1, entries(after));
        }
    }

    @Test
    void whereNothingIsSoundTheStartIsEmptyAndNoException() throws IOException {
        FakeDisk disk = new FakeDisk(1);
        LastGood store = new LastGood(kept(), disk);
        try (KnowledgeBase base = open(generation(0), store)) {
            generation(1);
            base.refresh();
        }
        disk.files().forEach(file -> disk.put(file, new byte[9_999]));

        try (KnowledgeBase after = open(gone(), store)) {
            assertEquals(Optional.empty(), after.current());
        }
    }

    /** Fault 15, 16: each operation fails once, and another time it and all that follow; then the power is cut. */
    @Test
    void whicheverOperationFailsTheServiceLivesAndTheNextStartIsGood() throws IOException {
        int failures = 0;
        for (boolean forGood : new boolean[] {false, true}) {
            for (int n = 1; ; n++) {
                FakeDisk disk = new FakeDisk(n);
                LastGood store = new LastGood(kept(), disk);
                open(generation(3), store).close();
                disk.failAt(n, forGood);
                try (KnowledgeBase base = open(generation(4), store)) {
                    assertEquals(5, entries(base), "operation " + n);
                    generation(5);
                    base.tryRefresh();
                    assertEquals(6, entries(base), "operation " + n);
                }
                boolean failed = disk.hasFailed();
                disk.repair();
                disk.cutPower();
                try (KnowledgeBase after = open(gone(), store)) {
                    assertTrue(entries(after) >= 4 && entries(after) <= 6, n + ": " + entries(after));
                    if (!failed) {
                        assertEquals(6, entries(after));
                    }
                }
                assertTrue(
                        disk.files().stream().noneMatch(it -> it.toString().endsWith(".unfinished")),
                        n + ": " + disk.files());
                if (!failed) {
                    break;
                }
                failures++;
            }
        }
        assertTrue(failures > 40, failures + " operations failed");
    }

    /** Fault 16: the power is cut at each operation; what was acknowledged before is there after. */
    @Test
    void whereverThePowerIsCutWhatWasAcknowledgedIsThere() throws IOException {
        for (long seed = 0; seed < 20; seed++) {
            for (int n = 1; ; n++) {
                FakeDisk disk = new FakeDisk(seed * 1_000 + n);
                LastGood store = new LastGood(kept(), disk);
                try (KnowledgeBase base = open(generation(1), store)) {
                    disk.failAt(n, true);
                    generation(2);
                    base.tryRefresh();
                }
                boolean failed = disk.hasFailed();
                disk.cutPower();
                disk.repair();
                try (KnowledgeBase after = open(gone(), store)) {
                    int least = failed ? 2 : 3;
                    assertTrue(entries(after) >= least, "seed " + seed + ", operation " + n + ": " + entries(after));
                }
                if (!failed) {
                    break;
                }
            }
        }
    }

    /** The control of the two above: without the order in which it is written, the fake disk does lose it. */
    @Test
    void theFakeDiskLosesWhatWasNotForced() throws IOException {
        int lost = 0;
        for (int seed = 0; seed < 100; seed++) {
            FakeDisk disk = new FakeDisk(seed);
            Path file = kept().resolve("x");
            try (Disk.Output out = disk.create(file)) {
                out.write(new byte[1_000]);
            }
            disk.cutPower();
            lost += disk.files().isEmpty() || disk.bytes(file).length < 1_000 ? 1 : 0;
        }
        assertTrue(lost > 80, lost + " of 100 were lost");
    }

    /** Fault 15, on a real disk that is full. */
    @Test
    void aFullDiskCostsASentenceAndNothingElse() throws IOException, InterruptedException {
        Path small = Files.createDirectory(folder.resolve("small"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", small.toString()),
                "no small disk can be made here: that takes Linux and its root");
        try {
            LastGood store = LastGood.in(small.resolve("kept"));
            try (KnowledgeBase base = open(generation(3), store)) {
                assertEquals(Optional.empty(), base.lastGoodProblem());
                generation(600);

                base.refresh();

                assertEquals(601, entries(base));
                String problem = base.lastGoodProblem().orElseThrow();
                assertTrue(problem.toLowerCase(Locale.ROOT).contains("no space left"), problem);
                try (Stream<Path> files = Files.list(small.resolve("kept"))) {
                    assertTrue(files.noneMatch(it -> it.toString().endsWith(".unfinished")));
                }
            }
            try (KnowledgeBase after = open(gone(), store)) {
                assertEquals(4, entries(after), "the last good one is untouched");
            }
        } finally {
            assertTrue(run("umount", small.toString()));
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }

    /** Fault 15. */
    @Test
    void aFolderThatIsDeletedIsMadeAgain() throws IOException {
        LastGood store = LastGood.in(kept());
        try (KnowledgeBase base = open(generation(1), store)) {
            for (Path file : files()) {
                Files.delete(file);
            }
            Files.delete(kept());
            generation(2);

            base.refresh();

            assertEquals(Optional.empty(), base.lastGoodProblem());
            assertEquals(2, files().size());
        }
    }

    /** Fault 30. */
    @Test
    void twoNodesThatShareAFolderLeaveASoundFile() throws IOException, InterruptedException, ExecutionException {
        Source source = generation(5);
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int node = 0; node < 4; node++) {
                all.add(nodes.submit(() -> {
                    for (int i = 0; i < 25; i++) {
                        open(source, LastGood.in(kept())).close();
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            nodes.shutdownNow();
        }

        assertTrue(files().stream().noneMatch(it -> it.toString().endsWith(".unfinished")), files().toString());
        try (KnowledgeBase after = open(gone(), LastGood.in(kept()))) {
            assertEquals(6, entries(after));
        }
    }

    @Test
    void whatIsBeingWrittenByAnotherProgramIsNotSweptOut() throws IOException {
        Source source = generation(1);
        LastGood store = LastGood.in(kept());
        Recording busy = store.record(source).orElseThrow();
        Files.writeString(kept().resolve("left.12345678.unfinished"), "half");

        store.sweep(List.of(source));

        assertEquals(List.of(busy.file()), files());
        busy.discard();
        assertEquals(List.of(), files());
    }

    @Test
    void whatBelongsToASourceOfBeforeIsSweptOut() throws IOException {
        open(generation(1), LastGood.in(kept())).close();
        Path other = folder.resolve("other.json");
        Files.copy(document(), other);

        open(FileSource.of(other), LastGood.in(kept())).close();

        assertEquals(2, files().size());
        assertTrue(files().stream().allMatch(it -> it.getFileName().toString().contains("other")));
    }

    @Test
    void aVersionIsAcceptedOnce() throws IOException {
        LastGood store = LastGood.in(kept());
        Version version = new Version("abc");
        assertFalse(store.isAccepted(version));
        Files.createDirectories(kept());
        Files.createFile(store.acceptance(version));

        assertTrue(store.isAccepted(version));
        assertFalse(store.isAccepted(version));
    }

    @Test
    void anAgeIsThatOfTheReadingAndNotOfTheFile() throws IOException {
        open(generation(1), LastGood.in(kept())).close();
        Clock later = Clock.offset(NOVEMBER, Duration.ofDays(2));
        try (KnowledgeBase after = KnowledgeBase.builder()
                .clock(later)
                .sources(gone())
                .lastGood(kept())
                .open()) {
            assertTrue(after.freshness().age().compareTo(Duration.ofDays(2)) >= 0, after.freshness() + "");
        }
    }
}
