package ruhr.knowledge;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ruhr.knowledge.RefreshReport.Outcome;
import ruhr.knowledge.RefreshReport.SourceReport;
import ruhr.knowledge.RefreshReport.State;
import ruhr.knowledge.snapshot.Assembly;
import ruhr.knowledge.snapshot.LastGood;
import ruhr.knowledge.snapshot.Snapshot;
import ruhr.knowledge.snapshot.Validator;
import ruhr.knowledge.source.ReadFailure;
import ruhr.knowledge.source.ReadFailure.Reason;
import ruhr.knowledge.source.Reading;
import ruhr.knowledge.source.Since;
import ruhr.knowledge.source.Source;
import ruhr.knowledge.value.Finding;
import ruhr.knowledge.value.Version;

/**
 * Asks the sources, and decides what is shown.
 *
 * <p>Rules: what is shown changes in one step, or not at all. If a source has something new, the snapshot is made anew of all
 * sources; of one that is silent, what was kept of it is taken; if it has a part in what is shown and nothing was kept, all
 * stays as it is; if it never had a part, it is left out until it answers. A new snapshot to which a validator objects is not
 * shown unless somebody has accepted its version. What is shown is kept before anybody is told of it.
 *
 * <p>Thread-safe: who reads waits for who reads already; all other questions wait for nobody.
 */
final class Refresher {

    private static final Logger LOG = LoggerFactory.getLogger(Refresher.class);

    private final List<Watched> sources;
    private final Settings settings;
    private final Consumer<Snapshot> whenChanged;
    private final Object reading = new Object();
    private final LongAdder refreshes = new LongAdder();
    private final LongAdder changes = new LongAdder();
    private final LongAdder objections = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder oldHits = new LongAdder();
    private final LongAdder oldMisses = new LongAdder();
    private volatile @Nullable Snapshot current;
    private volatile boolean closed;
    private volatile Optional<HeldBack> heldBack = Optional.empty();
    private volatile Optional<Version> accepted = Optional.empty();

    /** What was last said of sources that are silent; guarded by {@link #reading}. */
    private final Map<String, String> complaints = new HashMap<>();

    /** What does not change. */
    record Settings(
            Clock clock,
            LongSupplier ticker,
            Backoff backoff,
            Optional<LastGood> lastGood,
            List<Validator> validators,
            List<RefreshListener> listeners,
            long cacheWeight) {}

    /** One source in one refresh. */
    private static final class Asked {

        final int position;
        final Watched watched;
        State state = State.NOT_ASKED;
        boolean fromLastGood;

        Optional<Assembly.Kept> kept = Optional.empty();

        @Nullable
        Reading reading;

        @Nullable
        Throwable failure;

        Asked(int position, Watched watched) {
            this.position = position;
            this.watched = watched;
        }

        SourceReport report() {
            Reading given = reading;
            return new SourceReport(
                    watched.source().name(),
                    state,
                    given == null ? 0 : given.records(),
                    fromLastGood,
                    Optional.ofNullable(failure));
        }
    }

    Refresher(List<Source> sources, Settings settings, Consumer<Snapshot> whenChanged) {
        this.sources = sources.stream()
                .map(it -> new Watched(it, settings.clock(), settings.ticker(), settings.backoff()))
                .toList();
        this.settings = settings;
        this.whenChanged = whenChanged;
    }

    Optional<Snapshot> current() {
        return Optional.ofNullable(current);
    }

    Optional<HeldBack> heldBack() {
        return heldBack;
    }

    void accept(Version version) {
        accepted = Optional.of(version);
    }

    /** Returns how long until a source wants to be asked; empty if none does. */
    Optional<Duration> pause() {
        return sources.stream().map(Watched::pause).flatMap(Optional::stream).min(Duration::compareTo);
    }

    /** Asks those sources whose time has come, or comes so soon that they can be asked together. */
    RefreshReport refreshDue() {
        Duration slack =
                settings.backoff().interval().map(it -> it.dividedBy(20)).orElse(Duration.ZERO);
        return refresh(it -> it.isDue(slack));
    }

    RefreshReport refreshAll() {
        return refresh(it -> true);
    }

    /** Begins: asks only who answers at once, or cannot be done without; the others are due. */
    RefreshReport start(boolean waiting) {
        settings.lastGood()
                .ifPresent(it -> it.sweep(sources.stream().map(Watched::source).toList()));
        Predicate<Watched> hasKept =
                it -> settings.lastGood().map(store -> store.has(it.source())).orElse(false);
        return refresh(it -> !it.source().isRemote() || waiting && !hasKept.test(it));
    }

    private RefreshReport refresh(Predicate<Watched> when) {
        synchronized (reading) {
            if (closed) {
                throw new IllegalStateException("This knowledge base is closed.");
            }
            refreshes.increment();
            Instant startedAt = settings.clock().instant();
            long from = settings.ticker().getAsLong();
            Snapshot before = current;
            boolean anew = before == null || isOver(before.validUntil());
            List<Asked> all = new ArrayList<>();
            for (Watched watched : sources) {
                all.add(new Asked(all.size(), watched));
            }
            List<Asked> now = all.stream()
                    .filter(it -> anew && before != null || when.test(it.watched))
                    .toList();
            tell(it -> it.started(
                    now.stream().map(each -> each.watched.source().name()).toList()));
            Assembly assembly = new Assembly(settings.clock(), settings.cacheWeight(), settings.lastGood());
            Verdict verdict;
            try {
                now.forEach(it -> ask(assembly, it, anew ? Since.never() : it.watched.since()));
                verdict = decide(assembly, all, before, anew);
            } finally {
                assembly.discard();
            }
            RefreshReport report = new RefreshReport(
                    startedAt,
                    Duration.ofNanos(settings.ticker().getAsLong() - from),
                    verdict.outcome(),
                    verdict.version(),
                    verdict.explanation(),
                    verdict.code(),
                    all.stream().map(Asked::report).toList());
            report.failures().forEach(it -> log(it, before));
            report.sources().stream()
                    .filter(it -> it.state() == State.READ || it.state() == State.UNCHANGED)
                    .forEach(it -> complaints.remove(it.name()));
            tell(it -> it.finished(report));
            return report;
        }
    }

    private record Verdict(
            Outcome outcome, Optional<Version> version, Optional<String> explanation, Optional<String> code) {

        static Verdict unchanged(Optional<Snapshot> shown) {
            return new Verdict(Outcome.UNCHANGED, shown.map(Snapshot::version), Optional.empty(), Optional.empty());
        }

        static Verdict failed(@Nullable Snapshot before, String explanation) {
            return new Verdict(
                    Outcome.FAILED,
                    Optional.ofNullable(before).map(Snapshot::version),
                    Optional.of(explanation),
                    Optional.empty());
        }
    }

    private void ask(Assembly assembly, Asked asked, Since since) {
        Source source = asked.watched.source();
        try {
            Reading given = assembly.read(
                    asked.position,
                    source,
                    since,
                    records -> tell(listener -> listener.progress(source.name(), records)));
            asked.reading = given;
            asked.state = given.unchanged() ? State.UNCHANGED : State.READ;
            asked.watched.answered();
        } catch (IOException | RuntimeException failure) {
            fail(asked, failure);
        } catch (StackOverflowError | OutOfMemoryError tooMuch) {
            fail(
                    asked,
                    new ReadFailure(
                            Reason.TOO_LARGE,
                            "Source '" + source.name() + "': expected a document that fits into the memory, found "
                                    + tooMuch.getClass().getSimpleName() + ".",
                            null,
                            tooMuch));
        }
    }

    private void fail(Asked asked, Throwable failure) {
        asked.state = State.FAILED;
        asked.failure = failure;
        failures.increment();
        asked.watched.failed(failure);
    }

    private Verdict decide(Assembly assembly, List<Asked> all, @Nullable Snapshot before, boolean anew) {
        boolean news = all.stream().anyMatch(it -> it.state == State.READ);
        if (!anew && !news) {
            all.stream().filter(it -> it.state == State.UNCHANGED).forEach(Refresher::confirm);
            if (sources.stream().noneMatch(Watched::isHeld)) {
                heldBack = Optional.empty();
            }
            return Verdict.unchanged(current());
        }
        Optional<Asked> missing = all.stream().filter(it -> !fill(assembly, it)).findFirst();
        if (missing.isPresent()) {
            return Verdict.failed(
                    before,
                    "What is new is not shown without '"
                            + missing.get().watched.source().name()
                            + "', which cannot be read and was not kept.");
        }
        if (assembly.isEmpty()) {
            return Verdict.failed(null, "There is nothing to show: no source can be read, and none was kept.");
        }
        return publish(assembly, all, before);
    }

    private static void confirm(Asked asked) {
        asked.watched.shown().ifPresent(asked.watched::confirmed);
    }

    /** Gets the content of a source that has given nothing new; false if all has to stay because there is none. */
    private boolean fill(Assembly assembly, Asked asked) {
        if (asked.state == State.READ) {
            return true;
        }
        Watched watched = asked.watched;
        Optional<Assembly.Kept> kept = assembly.readKept(asked.position, watched.source());
        boolean silent = asked.state == State.FAILED || watched.shown().isEmpty();
        boolean asShown = kept.isPresent()
                && watched.shown()
                        .map(it -> it.fingerprint().equals(kept.get().reading().fingerprint()))
                        .orElse(false);
        if (!silent && !asShown) {
            ask(assembly, asked, Since.never());
            if (asked.state == State.READ) {
                return true;
            }
        }
        if (kept.isPresent()) {
            asked.kept = kept;
            asked.reading = kept.get().reading();
            asked.fromLastGood = true;
            return true;
        }
        if (watched.shown().isPresent()) {
            return false;
        }
        assembly.leaveOut(new Finding(
                Finding.Severity.NOTICE,
                watched.source().name(),
                "",
                "a source that can be read",
                asked.report().message().orElse("none yet"),
                "The rest is shown without it until it answers."));
        return true;
    }

    private Verdict publish(Assembly assembly, List<Asked> all, @Nullable Snapshot before) {
        Snapshot next;
        try {
            next = assembly.snapshot();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            LOG.error("The new snapshot could not be made; what was before stays", failure);
            return Verdict.failed(before, "The new snapshot could not be made: " + failure);
        }
        boolean same = before != null && before.version().equals(next.version());
        if (before != null && !same) {
            Optional<Validator.Objection> objection = objection(before, next);
            if (objection.isPresent()) {
                all.stream().filter(it -> it.state == State.READ).forEach(it -> it.watched.held());
                return holdBack(next, objection.get());
            }
        }
        if (closed) {
            return Verdict.unchanged(Optional.empty());
        }
        heldBack = Optional.empty();
        assembly.keep();
        all.forEach(Refresher::show);
        if (same) {
            // Written differently, says the same: caches and ETags stay good.
            return Verdict.unchanged(current());
        }
        swap(before, next);
        return new Verdict(Outcome.CHANGED, Optional.of(next.version()), Optional.empty(), Optional.empty());
    }

    private Optional<Validator.Objection> objection(Snapshot before, Snapshot next) {
        Optional<Validator.Objection> objection = settings.validators().stream()
                .map(it -> it.look(before, next))
                .flatMap(Optional::stream)
                .findFirst();
        boolean isAccepted = objection.isPresent()
                && (accepted.equals(Optional.of(next.version()))
                        || settings.lastGood()
                                .map(it -> it.isAccepted(next.version()))
                                .orElse(false));
        return isAccepted ? Optional.empty() : objection;
    }

    private Verdict holdBack(Snapshot next, Validator.Objection objection) {
        objections.increment();
        HeldBack held = new HeldBack(next.version(), objection.code(), objection.sentence());
        String ways = settings.lastGood()
                .map(it -> "make an empty file " + it.acceptance(next.version()))
                .orElse("call KnowledgeBase.accept");
        String sentence = "Held back (" + objection.code() + "): " + objection.sentence()
                + " What was shown before stays. To show version " + next.version() + " all the same, " + ways + ".";
        if (!heldBack.equals(Optional.of(held))) {
            LOG.warn(sentence);
        }
        heldBack = Optional.of(held);
        return new Verdict(
                Outcome.HELD_BACK, Optional.of(next.version()), Optional.of(sentence), Optional.of(objection.code()));
    }

    private static void show(Asked asked) {
        Reading given = asked.reading;
        if (asked.kept.isPresent()) {
            asked.watched.keptIsShown(
                    asked.kept.get().reading(), asked.kept.get().taken());
            if (asked.state == State.UNCHANGED) {
                confirm(asked);
            }
        } else if (given != null) {
            asked.watched.confirmed(given);
        }
    }

    private synchronized void swap(@Nullable Snapshot before, Snapshot next) {
        if (closed) {
            return;
        }
        if (before != null) {
            oldHits.add(before.cache().hits());
            oldMisses.add(before.cache().misses());
        }
        current = next;
        changes.increment();
        LOG.info(
                "Took snapshot {} with {} findings",
                next.version(),
                next.findings().size());
        for (Finding finding : next.findings()) {
            LOG.warn("{}", finding);
        }
        whenChanged.accept(next);
    }

    private boolean isOver(Optional<LocalDate> lastDay) {
        return lastDay.isPresent() && LocalDate.now(settings.clock()).isAfter(lastDay.get());
    }

    /** A complaint that is the same as the last one of its source is for those who look for it. */
    private void log(SourceReport failed, @Nullable Snapshot before) {
        String message = failed.message().orElse("");
        String now = before == null ? "" : " What was taken at " + before.takenAt() + " stays in use.";
        if (message.equals(complaints.put(failed.name(), message))) {
            LOG.debug("{}{}", message, now);
        } else {
            LOG.warn("{}{}", message, now);
        }
    }

    private void tell(Consumer<RefreshListener> what) {
        for (RefreshListener listener : settings.listeners()) {
            try {
                what.accept(listener);
            } catch (RuntimeException thrown) {
                LOG.warn("A listener has thrown; reading goes on", thrown);
            }
        }
    }

    Freshness freshness() {
        List<String> silent = sources.stream()
                .filter(Watched::isSilent)
                .map(it -> it.source().name())
                .toList();
        if (current == null) {
            return new Freshness(Freshness.State.EMPTY, Duration.ZERO, silent);
        }
        boolean stale = heldBack.isPresent() || sources.stream().anyMatch(Watched::isStale);
        Duration age = sources.stream()
                .filter(it -> it.shown().isPresent())
                .map(Watched::age)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return new Freshness(stale ? Freshness.State.STALE : Freshness.State.FRESH, age, silent);
    }

    KnowledgeStats stats() {
        Optional<Snapshot> shown = current();
        return new KnowledgeStats(
                shown.map(it -> it.entries()).orElse(0),
                shown.map(it -> it.cache().weight()).orElse(0L),
                settings.cacheWeight(),
                oldHits.sum() + shown.map(it -> it.cache().hits()).orElse(0L),
                oldMisses.sum() + shown.map(it -> it.cache().misses()).orElse(0L),
                refreshes.sum(),
                changes.sum(),
                objections.sum(),
                failures.sum());
    }

    /** Lets go of what is shown; who reads on another thread ends without showing anything. */
    synchronized void close() {
        closed = true;
        current = null;
    }

    /**
     * Lets go of connections. Comes after the reading thread has ended: it gives back what it has not read to the end, which
     * needs the threads of its source.
     */
    void release() {
        sources.forEach(it -> it.source().release());
    }
}
