package ruhr.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruhr.knowledge.RefreshReport.Outcome;
import ruhr.knowledge.RefreshReport.State;
import ruhr.knowledge.query.EngineUnavailable;
import ruhr.knowledge.snapshot.LastGood;
import ruhr.knowledge.snapshot.Snapshot;
import ruhr.knowledge.source.AddressPolicy;
import ruhr.knowledge.source.FaultServer;
import ruhr.knowledge.source.HttpSource;
import ruhr.knowledge.source.ReadFailure;
import ruhr.knowledge.source.ReadFailure.Reason;
import ruhr.knowledge.source.SourceException;

/** What is shown while sources come and go. The numbers of faults are those of the list in the documentation. */
@Timeout(60)
class RefreshTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final FakeTime time = new FakeTime("2026-11-27T03:00:00Z");
    private double chance = 0.5;

    private Fickle source(String name) {
        return new Fickle(folder.resolve(name + ".json"), true);
    }

    private KnowledgeBaseBuilder builder() {
        return KnowledgeBase.builder()
                .clock(time.clock())
                .ticker(time::nanos, () -> chance)
                .refreshEvery(MINUTE);
    }

    private Path kept() {
        return folder.resolve("kept");
    }

    private static ReadFailure down() {
        return new ReadFailure(Reason.UNREACHABLE, "expected an answer, found none.");
    }

    private static List<String> ids(KnowledgeBase base) {
        return base.ask("").entries().stream().map(it -> it.id().value()).toList();
    }

    private static String[] many(int count) {
        return IntStream.range(0, count).mapToObj(i -> "place-" + i).toArray(String[]::new);
    }

    /** Fault 1. */
    @Test
    void startsWithoutItsOnlySourceAndShowsItWhenItComes() {
        Fickle source = source("a").fails(down());
        KnowledgeBase base = builder().sources(source).open(time);

        assertEquals(Optional.empty(), base.current());
        assertTrue(assertThrows(EngineUnavailable.class, () -> base.ask(""))
                .getMessage()
                .contains("no source has answered"));
        assertEquals(Freshness.State.EMPTY, base.freshness().state());
        assertEquals(List.of("a.json"), base.freshness().silent());

        source.says("zbt");
        time.pass(MINUTE);

        assertEquals(List.of("zbt"), ids(base));
        assertEquals(Freshness.State.FRESH, base.freshness().state());
    }

    @Test
    void askedAgainAfterOneSecondTwoAndFourAndNeverLaterThanTheInterval() {
        chance = 1;
        List<Long> seconds = new ArrayList<>();
        Fickle source = source("a").fails(down());
        source.whenAsked(() -> seconds.add(time.passed().toSeconds()));

        builder().sources(source).open(time);
        time.pass(Duration.ofMinutes(5));

        assertEquals(List.of(0L, 1L, 3L, 7L, 15L, 31L, 63L, 123L, 183L, 243L), seconds);
    }

    @Test
    void aThousandPortalsThatLostASourceDoNotComeBackToItAtOnce() {
        List<Duration> pauses = new ArrayList<>();
        java.util.Random random = new java.util.Random(7);
        Backoff backoff = new Backoff(Optional.of(MINUTE), random::nextDouble);
        for (int i = 0; i < 1_000; i++) {
            pauses.add(backoff.afterFailure(6, Optional.empty()));
        }

        long least = pauses.stream().mapToLong(Duration::toMillis).min().orElseThrow();
        long most = pauses.stream().mapToLong(Duration::toMillis).max().orElseThrow();
        assertTrue(least >= 25_600 && least < 26_000, "least " + least);
        assertTrue(most <= 32_000 && most > 31_500, "most " + most);
        assertTrue(pauses.stream().distinct().count() > 990);
    }

    /** Fault 2. */
    @Test
    void whatWasKeptIsShownAtOnceAndItsSourceIsAskedAfter() {
        Fickle source = source("a").says("zbt");
        builder().sources(source).lastGood(kept()).open(time).close();
        source.fails(down());
        FakeTime later = new FakeTime("2026-11-27T05:00:00Z");
        int before = source.asked();

        KnowledgeBase base = KnowledgeBase.builder()
                .clock(later.clock())
                .ticker(later::nanos, () -> chance)
                .sources(source)
                .lastGood(kept())
                .refreshEvery(MINUTE)
                .open(later);

        assertEquals(before, source.asked(), "nobody waited for it");
        assertEquals(List.of("zbt"), ids(base));
        assertEquals(Freshness.State.STALE, base.freshness().state());
        assertEquals(Duration.ofHours(2), base.freshness().age());
        later.pass(Duration.ofSeconds(10));
        assertTrue(source.asked() > before);
        assertEquals(Duration.ofHours(2).plusSeconds(10), base.freshness().age());

        source.recovers();
        later.pass(MINUTE);
        assertEquals(Freshness.State.FRESH, base.freshness().state());
        assertEquals(List.of("zbt"), ids(base));
    }

    @Test
    void whatWasKeptOfAFileIsNotShownWhileTheFileCanBeRead() {
        Fickle file = new Fickle(folder.resolve("local.json"), false).says("old");
        builder().sources(file).lastGood(kept()).open(time).close();

        assertEquals(
                List.of("new"),
                ids(builder().sources(file.says("new")).lastGood(kept()).open(time)));
        assertEquals(
                List.of("new"),
                ids(builder().sources(file.fails(down())).lastGood(kept()).open(time)));
    }

    /** Fault 3. */
    @Test
    void aSourceThatGoesSilentLaterIsStaleAfterThreeIntervals() {
        Fickle source = source("a").says("zbt");
        KnowledgeBase base = builder().sources(source).open(time);
        Snapshot shown = base.snapshot();
        source.fails(down());

        time.pass(MINUTE.multipliedBy(2));
        assertEquals(Freshness.State.FRESH, base.freshness().state());
        assertEquals(List.of("a.json"), base.freshness().silent());
        time.pass(MINUTE.multipliedBy(2));
        assertEquals(Freshness.State.STALE, base.freshness().state());
        assertEquals(MINUTE.multipliedBy(4), base.freshness().age());
        assertSame(shown, base.snapshot());
    }

    /** The measured goal: 72 hours without the source. */
    @Test
    void threeDaysWithoutTheSourceAreThreeDaysWithAnswers() {
        Fickle source = source("a").says("zbt");
        KnowledgeBase base = builder().sources(source).lastGood(kept()).open(time);
        time.pass(Duration.ofHours(1));
        source.fails(down());
        int before = source.asked();
        int answered = 0;
        int minutes = 72 * 60;
        for (int minute = 0; minute < minutes; minute++) {
            time.pass(MINUTE);
            answered += ids(base).equals(List.of("zbt")) ? 1 : 0;
        }

        assertEquals(minutes, answered);
        int attempts = source.asked() - before;
        // A pause is 48 to 60 seconds; chance stands still in the middle.
        assertTrue(attempts > 4_700 && attempts < 4_900, attempts + " attempts");
        assertTrue(base.freshness().age().compareTo(Duration.ofHours(72)) >= 0);

        source.says("zbt", "new");
        time.pass(MINUTE);
        assertEquals(List.of("new", "zbt"), ids(base));
        assertEquals(Freshness.State.FRESH, base.freshness().state());
    }

    /** Fault 8. */
    @Test
    void tooManyRepeatedIdsAreHeldBack() {
        Fickle source = source("a").says(many(40));
        KnowledgeBase base = builder().sources(source).open(time);
        String[] twice = Stream.concat(Stream.of(many(40)), Stream.of(many(10))).toArray(String[]::new);

        source.says(twice);
        assertEquals(Optional.of("repeated-ids"), base.tryRefresh().code());
        source.says(Stream.concat(Stream.of(many(41)), Stream.of("place-1")).toArray(String[]::new));
        assertEquals(Outcome.CHANGED, base.tryRefresh().outcome());
    }

    /** Fault 8. */
    @Test
    void tooManyRecordsThatCannotBeShownAreHeldBack() {
        Fickle source = source("a").says(many(40));
        KnowledgeBase base = builder().sources(source).open(time);
        String broken = IntStream.range(0, 11)
                .mapToObj(i -> "{\"id\": \"broken-" + i + "\"}")
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
        String whole = Stream.of(many(40))
                .map(id -> """
                        {"id": "%s", "name": {"de": "%s"}, "type": "institute", "sites": [{"municipality": "essen"}]}""".formatted(id, id))
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();

        source.saysInstitutions(broken + "," + whole);
        RefreshReport report = base.tryRefresh();

        assertEquals(Optional.of("left-out"), report.code());
        assertTrue(report.explanation().orElseThrow().contains("Expected at most 20 %"), report.toString());
    }

    /** Fault 9. */
    @Test
    void aSourceThatShrinksByAThirdIsHeldBackUntilSomebodyAcceptsIt() {
        Fickle source = source("a").says(many(30));
        KnowledgeBase base = builder().sources(source).open(time);
        source.says(many(20));

        RefreshReport report = base.tryRefresh();

        assertEquals(Outcome.HELD_BACK, report.outcome());
        assertEquals(Optional.of("count-drop"), report.code());
        assertEquals(30, base.snapshot().entries());
        assertEquals(report.version(), base.heldBack().map(HeldBack::version));
        assertEquals(Freshness.State.STALE, base.freshness().state());
        assertEquals(Outcome.HELD_BACK, base.tryRefresh().outcome(), "also when asked again");

        base.accept(report.version().orElseThrow());
        assertEquals(Outcome.CHANGED, base.tryRefresh().outcome());
        assertEquals(20, base.snapshot().entries());
        assertEquals(Optional.empty(), base.heldBack());
        assertEquals(Freshness.State.FRESH, base.freshness().state());
    }

    /** Fault 9. */
    @Test
    void anEmptyListIsHeldBackAndASourceThatThinksBetterOfItIsShown() {
        Fickle source = source("a").says(many(30));
        KnowledgeBase base = builder().sources(source).open(time);

        source.says();
        assertEquals(Outcome.HELD_BACK, base.tryRefresh().outcome());
        source.says(many(31));
        assertEquals(Outcome.CHANGED, base.tryRefresh().outcome());
        assertEquals(Optional.empty(), base.heldBack());
    }

    @Test
    void aSourceThatShrinksAndGrowsBackIsHeldBackNoMore() {
        Fickle source = source("a").says(many(30));
        KnowledgeBase base = builder().sources(source).open(time);
        source.says();
        base.tryRefresh();

        source.says(many(30));

        assertEquals(Outcome.UNCHANGED, base.tryRefresh().outcome());
        assertEquals(Optional.empty(), base.heldBack());
        assertEquals(Freshness.State.FRESH, base.freshness().state());
    }

    @Test
    void aFileInTheFolderAcceptsAVersionOnce() throws IOException {
        Fickle source = source("a").says(many(30));
        KnowledgeBase base = builder().sources(source).lastGood(kept()).open(time);
        source.says();
        RefreshReport held = base.tryRefresh();
        Path accepts = kept().resolve("accept-" + held.version().orElseThrow());
        assertTrue(held.explanation().orElseThrow().contains(accepts.toString()), held.toString());

        Files.createFile(accepts);
        time.pass(MINUTE.multipliedBy(2));

        assertEquals(0, base.snapshot().entries());
        assertFalse(Files.exists(accepts));
    }

    /** Fault 13. */
    @ParameterizedTest
    @ValueSource(ints = {120, 1800, 3600, 7200})
    void aSourceThatWantsToBeLeftAloneIsForAnHourAtMost(int seconds) {
        Fickle source = source("a").says("zbt");
        KnowledgeBase base = builder().sources(source).open(time);
        source.fails(new ReadFailure(Reason.STATUS, "found 429.", Duration.ofSeconds(seconds), null));
        base.tryRefresh();
        int before = source.asked();

        time.pass(Duration.ofSeconds(Math.min(seconds, 3600) - 1));
        assertEquals(before, source.asked());
        time.pass(Duration.ofSeconds(2));
        assertEquals(before + 1, source.asked());
    }

    @Test
    void aSilentSourceIsServedFromDiskWhileAnotherChanges() {
        Fickle silent = source("silent").says("zbt");
        Fickle other = source("other").says("iof");
        KnowledgeBase base = builder().sources(silent, other).lastGood(kept()).open(time);
        silent.fails(down());
        other.says("iof", "cdi");

        RefreshReport report = base.tryRefresh();

        assertEquals(Outcome.CHANGED, report.outcome());
        assertEquals(List.of("cdi", "iof", "zbt"), ids(base));
        assertEquals(
                List.of(State.FAILED, State.READ),
                report.sources().stream().map(RefreshReport.SourceReport::state).toList());
        assertTrue(report.sources().get(0).fromLastGood());
        assertEquals(Optional.of(Reason.UNREACHABLE), report.sources().get(0).reason());
    }

    @Test
    void withoutAFolderASilentSourceKeepsAllAsItIs() {
        Fickle silent = source("silent").says("zbt");
        Fickle other = source("other").says("iof");
        KnowledgeBase base = builder().sources(silent, other).open(time);
        silent.fails(down());
        other.says("iof", "cdi");

        RefreshReport report = base.tryRefresh();

        assertEquals(Outcome.FAILED, report.outcome());
        assertTrue(report.explanation().orElseThrow().contains("'silent.json'"), report.toString());
        assertEquals(List.of("iof", "zbt"), ids(base));
        assertThrows(SourceException.class, base::refresh);

        silent.recovers();
        assertEquals(Outcome.CHANGED, base.tryRefresh().outcome(), "what was new then is not lost");
        assertEquals(List.of("cdi", "iof", "zbt"), ids(base));
    }

    @Test
    void aSourceThatNeverCameIsLeftOutAndNamed() {
        Fickle never = source("never").fails(down());
        Fickle other = source("other").says("iof");
        KnowledgeBase base = builder().sources(never, other).open(time);

        assertEquals(List.of("iof"), ids(base));
        assertEquals("never.json", base.snapshot().findings().get(0).source());
        assertEquals(Freshness.State.STALE, base.freshness().state());
        other.says("iof", "cdi");
        assertEquals(Outcome.CHANGED, base.tryRefresh().outcome());

        never.says("zbt");
        time.pass(MINUTE);
        assertEquals(List.of("cdi", "iof", "zbt"), ids(base));
        assertTrue(
                base.snapshot().findings().stream().noneMatch(it -> it.source().equals("never.json")));
    }

    @Test
    void whoDoesNotWaitOpensAtOnceAndReadsAfter() {
        Fickle source = source("a").says("zbt");
        KnowledgeBase base = builder().sources(source).withoutWaiting().open(time);

        assertEquals(0, source.asked());
        assertEquals(Optional.empty(), base.current());
        time.pass(Duration.ZERO);
        assertEquals(List.of("zbt"), ids(base));
    }

    @Test
    void aWithdrawnPersonLeavesTheDiskWithTheNextReload() throws IOException {
        String kim = """
                {"types": [{"id": "institute", "label": {"de": "Institut"}}],
                 "municipalities": [{"id": "essen", "label": {"de": "Essen"}, "kind": "city"}],
                 "institutions": [{"id": "zbt", "name": {"de": "ZBT"}, "type": "institute",
                                   "sites": [{"municipality": "essen"}]}],
                 "contacts": [{"id": "kim", "institution": "zbt", "role": {"de": "Beratung"}, "name": "Kim Muster",
                               "email": "kim@example.org", "phone": "+49 201 1", "publish": ["name"],
                               "review": "2027-06-30"}]}""";
        Fickle source = source("a").saysDocument(kim);
        KnowledgeBase base = builder().sources(source).lastGood(kept()).open(time);
        assertTrue(onDisk().contains("Kim Muster"), "the control");
        assertFalse(onDisk().contains("kim@example.org"), "what was not released is not kept");

        source.saysDocument(kim.replace("\"contacts\": [", "\"remarks\": ["));
        assertEquals(Outcome.CHANGED, base.tryRefresh().outcome());

        assertFalse(onDisk().contains("Kim Muster"));
        try (Stream<Path> files = Files.list(kept())) {
            assertEquals(2, files.count(), "there is one before all the same");
        }
    }

    private String onDisk() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(kept())) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    @Test
    void aReviewThatIsOverWithholdsThePersonThoughTheSourceIsSilent() {
        Fickle source = source("a").saysDocument("""
                {"types": [{"id": "institute", "label": {"de": "Institut"}}],
                 "municipalities": [{"id": "essen", "label": {"de": "Essen"}, "kind": "city"}],
                 "institutions": [{"id": "zbt", "name": {"de": "ZBT"}, "type": "institute",
                                   "sites": [{"municipality": "essen"}]}],
                 "contacts": [{"id": "kim", "institution": "zbt", "role": {"de": "Beratung"}, "name": "Kim Muster",
                               "publish": ["name"], "review": "2026-11-27"}]}""");
        KnowledgeBase base = builder().sources(source).lastGood(kept()).open(time);
        assertEquals("Kim Muster", base.find("kim").orElseThrow().name().toString());
        source.fails(down());

        time.pass(Duration.ofHours(22));

        assertEquals("Beratung", base.find("kim").orElseThrow().name().toString());
    }

    /** Fault 18. */
    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "-PT1H", "P3D", "-P3D", "P4380D", "-P4380D"})
    void aClockThatJumpsNeitherStormsNorStops(Duration jump) {
        Fickle source = source("a").says("zbt");
        KnowledgeBase base = builder().sources(source).lastGood(kept()).open(time);
        time.pass(MINUTE.multipliedBy(10));
        int before = source.asked();

        time.putClock(jump);
        time.pass(MINUTE.multipliedBy(10));

        int asked = source.asked() - before;
        assertTrue(asked >= 9 && asked <= 11, asked + " times in ten minutes");
        assertTrue(base.freshness().age().compareTo(MINUTE.multipliedBy(2)) < 0, "" + base.freshness());

        base.close();
        source.fails(down());
        FakeTime earlier = new FakeTime("2001-01-01T00:00:00Z");
        KnowledgeBase after = KnowledgeBase.builder()
                .clock(earlier.clock())
                .ticker(earlier::nanos, () -> chance)
                .sources(source)
                .lastGood(kept())
                .open(earlier);
        assertEquals(Duration.ZERO, after.freshness().age(), "kept in the future");
    }

    /** Fault 29. */
    @Test
    void whatDoesNotFitIntoTheMemoryIsAFailureOfItsSource() {
        Fickle source = source("a").says("zbt");
        KnowledgeBase base = builder().sources(source).open(time);

        for (Error error : List.of(new StackOverflowError(), new OutOfMemoryError("Java heap space"))) {
            RefreshReport report = base.tryRefresh();
            source.fails(error);
            report = base.tryRefresh();
            assertEquals(Optional.of(Reason.TOO_LARGE), report.sources().get(0).reason());
        }
        assertEquals(List.of("zbt"), ids(base));
        source.fails(new NoSuchMethodError("a defect is none of these"));
        assertThrows(NoSuchMethodError.class, base::tryRefresh);
    }

    @Test
    void aSourceWithADefectIsAFailureOfItsOwn() {
        Fickle source = source("a").says("zbt");
        KnowledgeBase base = builder().sources(source).open(time);
        source.fails(new IllegalStateException("defect"));

        RefreshReport report = base.tryRefresh();

        assertEquals(
                "Source 'a.json': defect", report.failures().get(0).message().orElseThrow());
        assertEquals(List.of("zbt"), ids(base));
    }

    @Test
    void aHundredRequestsToReadSoonAreOneReading() {
        Fickle source = source("a").says("zbt");
        KnowledgeBase base = builder().sources(source).open(time);
        int before = source.asked();

        for (int i = 0; i < 100; i++) {
            base.refreshSoon();
        }
        time.pass(Duration.ofSeconds(1));

        assertEquals(before + 1, source.asked());
        base.refreshSoon();
        time.pass(Duration.ofSeconds(1));
        assertEquals(before + 2, source.asked());
    }

    @Test
    void requestsThatComeWhileOneIsReadAreOneReadingMore() throws InterruptedException {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Fickle source = source("a").says("zbt");
        try (KnowledgeBase base = KnowledgeBase.builder().sources(source).open()) {
            source.whenAsked(() -> {
                reading.countDown();
                await(go);
            });
            base.refreshSoon();
            reading.await();
            int before = source.asked();
            for (int i = 0; i < 10_000; i++) {
                base.refreshSoon();
            }
            assertEquals(List.of("zbt"), ids(base), "questions do not wait");
            assertEquals(Freshness.State.FRESH, base.freshness().state());
            base.stats();
            go.countDown();
            base.tryRefresh(); // waits for its turn, so the others had theirs or have it now
            base.refreshSoon();
            assertTrue(source.asked() - before <= 3, "at most the queued one, ours, and the last one");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void oneThatWasOpenedStrictlyHasNoThreadToReadOn() {
        try (KnowledgeBase base = KnowledgeBase.open(source("a").says("zbt"))) {
            assertThrows(IllegalStateException.class, base::refreshSoon);
        }
    }

    /** Fault 23. */
    @Test
    void closingWhileASourceIsReadTakesNoTwoSecondsAndLeavesNothing() throws IOException, InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        Set<Thread> ofOthers = threads();
        try (FaultServer server = new FaultServer((question, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            asked.countDown();
            Thread.sleep(60_000);
        })) {
            Fickle local = new Fickle(folder.resolve("local.json"), false).says("zbt");
            HttpSource remote = HttpSource.of(URI.create(server.address().toString()))
                    .within(AddressPolicy.publicInternet().allowing("127.0.0.1"));
            List<RefreshReport> reports = new ArrayList<>();
            KnowledgeBase base = KnowledgeBase.builder()
                    .sources(local, remote)
                    .withoutWaiting()
                    .lastGood(kept())
                    .listener(new RefreshListener() {
                        @Override
                        public void finished(RefreshReport report) {
                            reports.add(report);
                        }
                    })
                    .open();
            assertTrue(asked.await(10, TimeUnit.SECONDS));
            assertFalse(ours(ofOthers).isEmpty(), "the search finds them while they are there");
            long from = System.nanoTime();

            base.close();

            assertTrue(Duration.ofNanos(System.nanoTime() - from).toMillis() < 2_000);
            assertEquals(Optional.empty(), base.current());
            assertEquals(Set.of(), ours(ofOthers), "no thread is left");
            try (Stream<Path> files = Files.list(kept())) {
                assertEquals(
                        List.of(),
                        files.filter(it -> it.toString().endsWith(".unfinished"))
                                .toList());
            }
            assertThrows(IllegalStateException.class, base::tryRefresh);
            assertThrows(IllegalStateException.class, base::snapshot);
            base.close();
        }
    }

    private static Set<Thread> threads() {
        return new HashSet<>(Thread.getAllStackTraces().keySet());
    }

    private static Set<Thread> ours(Set<Thread> ofOthers) {
        Set<Thread> ours = threads();
        ours.removeAll(ofOthers);
        ours.removeIf(it -> !it.getName().startsWith("ruhr-knowledge"));
        return ours;
    }

    @Test
    void closingForgetsWhatWaits() {
        KnowledgeBase base = builder().sources(source("a").says("zbt")).open(time);
        assertEquals(1, time.waiting());

        base.close();

        assertTrue(time.isClosed());
        assertEquals(0, time.waiting());
    }

    @Test
    void listenersAreToldOfTheWayAndMayThrow() {
        List<String> told = new ArrayList<>();
        RefreshListener listener = new RefreshListener() {
            @Override
            public void started(List<String> sources) {
                told.add("started " + sources);
                throw new IllegalStateException("a listener with a defect");
            }

            @Override
            public void progress(String source, int records) {
                told.add(source + " " + records);
            }

            @Override
            public void finished(RefreshReport report) {
                told.add("finished " + report.outcome() + " "
                        + report.sources().get(0).records());
            }
        };
        KnowledgeBase base = builder()
                .sources(source("a").says(many(2_100)))
                .listener(listener)
                .open(time);
        base.onChange(snapshot -> {
            throw new IllegalStateException("another one");
        });

        assertEquals(List.of("started [a.json]", "a.json 1000", "a.json 2000", "finished CHANGED 2102"), told);
        source("a").says(many(2_101));
        assertEquals(Outcome.CHANGED, base.tryRefresh().outcome());
    }

    @Test
    void numbersAreCountedOverAllSnapshots() {
        Fickle source = source("a").says(many(30));
        KnowledgeBase base = builder().sources(source).cacheWeight(1_000).open(time);
        base.ask("city=essen&limit=5");
        base.ask("city=essen&limit=5");
        source.says(many(31));
        base.tryRefresh();
        base.ask("city=essen&limit=5");
        base.tryRefresh();
        source.says();
        base.tryRefresh();
        source.fails(down());
        base.tryRefresh();

        KnowledgeStats stats = base.stats();

        assertEquals(31, stats.entries());
        assertEquals(1, stats.hits());
        assertEquals(1_000, stats.cacheLimit());
        assertTrue(stats.cacheWeight() >= 6 && stats.cacheWeight() <= 1_000, stats.toString());
        assertEquals(5, stats.refreshes());
        assertEquals(2, stats.changes());
        assertEquals(1, stats.heldBack());
        assertEquals(1, stats.failures());
    }

    @Test
    void whereAnEntryWasReadIsKnown() {
        KnowledgeBase base = builder()
                .sources(source("a").says("zbt"), source("b").says("zbt", "iof"))
                .open(time);

        assertEquals("a.json", base.snapshot().origin("zbt").orElseThrow().source());
        assertEquals("b.json", base.snapshot().origin("iof").orElseThrow().source());
        assertEquals(Optional.empty(), base.snapshot().origin("nobody"));
    }

    /** Fault 15, without tricks: a file stands where the folder should be. */
    @Test
    void aFolderThatCannotBeMadeCostsASentence() throws IOException {
        Files.writeString(kept(), "a file");
        Fickle source = source("a").says("zbt");
        KnowledgeBase base = builder().sources(source).lastGood(kept()).open(time);

        assertEquals(List.of("zbt"), ids(base));
        assertTrue(base.lastGoodProblem().orElseThrow().contains(kept().toString()));

        Files.delete(kept());
        source.says("zbt", "iof");
        base.tryRefresh();
        assertEquals(Optional.empty(), base.lastGoodProblem());
        assertTrue(LastGood.in(kept()).has(source));
    }

    @Test
    void aPauseOfLessThanASecondIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> builder().refreshEvery(Duration.ofMillis(999)));
        assertThrows(IllegalArgumentException.class, () -> builder().cacheWeight(-1));
        assertThrows(
                IllegalArgumentException.class, () -> KnowledgeBase.builder().open());
    }
}
