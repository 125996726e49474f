package ruhr.knowledge.snapshot;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ruhr.knowledge.cache.CachedSearcher;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Vocabulary;
import ruhr.knowledge.index.FilterIndex;
import ruhr.knowledge.model.Citation;
import ruhr.knowledge.model.Entry;
import ruhr.knowledge.model.EntryKind;
import ruhr.knowledge.model.Focus;
import ruhr.knowledge.model.InstitutionType;
import ruhr.knowledge.model.KeyFigure;
import ruhr.knowledge.model.Municipality;
import ruhr.knowledge.model.Topic;
import ruhr.knowledge.source.PresetReading;
import ruhr.knowledge.source.Reading;
import ruhr.knowledge.source.Since;
import ruhr.knowledge.source.Source;
import ruhr.knowledge.value.Finding;
import ruhr.knowledge.value.Version;
import ruhr.knowledge.wire.Section;

/**
 * Makes a snapshot of several sources. Where two of them have a record of the same id, the first one holds.
 *
 * <p>For one thread and one snapshot.
 */
public final class Assembly {

    /** Goes into every version: change it when the same documents shall give another content. */
    private static final byte FORMAT = 2;

    private static final Logger LOG = LoggerFactory.getLogger(Assembly.class);

    private final Clock clock;
    private final long cacheWeight;
    private final Optional<LastGood> store;
    private final Map<Integer, Batch> batches = new TreeMap<>();

    /** What is being written of sources, kept or let go of together. */
    private final List<Recording> recordings = new ArrayList<>();

    private final List<Finding> missing = new ArrayList<>();

    /**
     * Starts an assembly, which writes what it reads to a store if there is one.
     *
     * @param clock says when the snapshot is taken, and which review dates are over
     * @param cacheWeight how many entries and counts of answers the snapshot's cache may hold
     * @param store where the last good content of sources is kept; call {@link #keep()} or {@link #discard()} in the end
     */
    public Assembly(Clock clock, long cacheWeight, Optional<LastGood> store) {
        this.clock = clock;
        this.cacheWeight = cacheWeight;
        this.store = store;
    }

    /**
     * Reads one source.
     *
     * @param position the place of this source among the sources; the first one holds where two disagree
     * @param source the source
     * @param since what was read of it before; if nothing has changed since, it gives nothing to this assembly
     * @param progress is told the number of records from time to time
     * @return what the source said
     * @throws IOException if the source cannot be read; it gives nothing to this assembly then
     */
    public Reading read(int position, Source source, Since since, IntConsumer progress) throws IOException {
        Optional<Recording> recording = store.flatMap(it -> it.record(source));
        recording.ifPresent(recordings::add);
        Batch batch = new Batch(source, LocalDate.now(clock), recording, progress);
        Reading reading = source.read(since, batch);
        if (!reading.unchanged()) {
            batches.put(position, batch);
            recording.ifPresent(it -> it.finish(reading.fingerprint(), clock.instant()));
        }
        return reading;
    }

    /**
     * Reads what is kept of a source, the newest that is sound.
     *
     * @param position the place of the source among the sources
     * @param source the source
     * @return when it was taken; empty if nothing is kept of it, or nothing sound
     */
    public Optional<Kept> readKept(int position, Source source) {
        for (Source kept : store.map(it -> it.kept(source)).orElse(List.of())) {
            Batch batch = new Batch(kept, LocalDate.now(clock), Optional.empty(), records -> {});
            try {
                Reading reading = kept.read(Since.never(), batch);
                batches.put(position, batch);
                return Optional.of(new Kept(reading, ((KeptSource) kept).taken().orElseThrow()));
            } catch (IOException | RuntimeException unsound) {
                if (!(unsound.getCause() instanceof NoSuchFileException)) {
                    LOG.warn("{}", unsound.getMessage());
                }
            }
        }
        return Optional.empty();
    }

    /**
     * What was kept of a source.
     *
     * @param reading what the source was at
     * @param taken when it was read there
     */
    public record Kept(Reading reading, Instant taken) {}

    /**
     * Goes on without a source.
     *
     * @param finding says which one, and why
     */
    public void leaveOut(Finding finding) {
        missing.add(finding);
    }

    /** Makes what was read of sources their last good content. */
    public void keep() {
        recordings.forEach(Recording::keep);
        recordings.forEach(Recording::discard);
        recordings.clear();
    }

    /** Lets go of what was written; the last good content of before stays. */
    public void discard() {
        recordings.forEach(Recording::discard);
        recordings.clear();
    }

    /**
     * Tells whether any source has given anything.
     *
     * @return false if a snapshot would be empty because nothing could be read
     */
    public boolean isEmpty() {
        return batches.isEmpty();
    }

    /**
     * Returns the snapshot of everything that was read.
     *
     * @return the snapshot; what did not fit is in its findings
     */
    public Snapshot snapshot() {
        Report report = new Report();
        missing.forEach(report::add);
        all(batch -> batch.report.findings()).forEach(report::add);

        Vocabulary topics = new TermCleaning<Topic>(
                        report,
                        (it, aliases, broader) ->
                                new Topic(it.id(), it.label(), aliases, broader, it.description(), it.sources()))
                .vocabulary(all(batch -> batch.topics));
        Vocabulary types = new TermCleaning<InstitutionType>(
                        report, (it, aliases, broader) -> new InstitutionType(it.id(), it.label(), aliases, broader))
                .vocabulary(all(batch -> batch.types));
        Vocabulary municipalities = new TermCleaning<Municipality>(
                        report,
                        (it, aliases, broader) -> new Municipality(
                                it.id(), it.label(), it.kind(), aliases, broader, it.location(), it.sources()))
                .vocabulary(all(batch -> batch.municipalities));

        Map<String, Citation> citations = byId(report, all(batch -> batch.citations), Citation::id);
        References references = new References(report, topics, types, municipalities, citations);
        List<Entry> entries = references.resolve(all(batch -> batch.entries));
        List<Placed<KeyFigure>> resolved = new ArrayList<>();
        all(batch -> batch.figures).forEach(figure -> resolved.add(figure.with(references.figure(figure))));
        Map<String, KeyFigure> figures = byId(report, resolved, KeyFigure::id);
        PresetReading presets = new PresetReading();
        all(batch -> batch.presets).forEach(it -> presets.accept(Section.PRESETS, it.value(), it.place()));
        FilterSchema<Entry> schema = EntryFields.schema(
                topics, types, municipalities, references.institutions(), entries, presets.presets());
        presets.findings().forEach(report::add);
        presets.unknownIn(schema).forEach(report::add);

        FocusChecks checks = new FocusChecks(report, topics, figures, references, schema);
        List<Placed<Focus>> checked = new ArrayList<>();
        for (Placed<Focus> focus : all(batch -> batch.focuses)) {
            checks.check(focus).ifPresent(kept -> checked.add(focus.with(kept)));
        }
        Map<String, Focus> focuses = byId(report, checked, Focus::id);

        Frame frame = new Frame(topics, types, municipalities, focuses, figures, citations, images(), schema.presets());
        FilterIndex<Entry> index = FilterIndex.of(schema, entries, version());
        index.findings().forEach(report::add);
        return new Snapshot(
                clock.instant(),
                frame,
                schema,
                CachedSearcher.around(index, schema, cacheWeight),
                report.findings(),
                intake(report),
                kinds(entries, index),
                origins(index),
                validUntil());
    }

    private Intake intake(Report report) {
        return new Intake(
                batches.values().stream().mapToInt(Batch::records).sum(),
                report.leftOut(),
                batches.values().stream().mapToInt(Batch::repeated).sum());
    }

    private static Map<EntryKind, Integer> kinds(List<Entry> entries, FilterIndex<Entry> index) {
        Map<EntryKind, Integer> kinds = new EnumMap<>(EntryKind.class);
        for (Entry entry : entries) {
            // Of two with the same id, the index has one.
            if (index.find(entry.id().value()).orElse(null) == entry) {
                kinds.merge(entry.kind(), 1, Integer::sum);
            }
        }
        return kinds;
    }

    private Map<String, Origin> origins(FilterIndex<Entry> index) {
        Map<String, Origin> origins = new LinkedHashMap<>();
        Map<Origin, Origin> one = new HashMap<>();
        for (Batch batch : batches.values()) {
            for (Placed<Entry> entry : batch.entries) {
                String id = entry.value().id().value();
                if (index.find(id).isPresent()) {
                    Origin origin = new Origin(batch.source, entry.place().document());
                    origins.putIfAbsent(id, one.computeIfAbsent(origin, it -> it));
                }
            }
        }
        return origins;
    }

    private Version version() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(FORMAT);
            batches.values().forEach(batch -> digest.update(batch.fingerprint()));
            return new Version(HexFormat.of().formatHex(digest.digest(), 0, 16));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private Optional<LocalDate> validUntil() {
        return batches.values().stream()
                .map(Batch::nextReview)
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo);
    }

    /** Pictures of the first source that has one of a name; names are by document folder, so they rarely meet. */
    private Map<String, ImageFile> images() {
        Map<String, ImageFile> images = new LinkedHashMap<>();
        batches.values().forEach(batch -> batch.pictures.files().forEach(images::putIfAbsent));
        return images;
    }

    private <T> List<T> all(Function<Batch, List<T>> part) {
        List<T> all = new ArrayList<>();
        batches.values().forEach(batch -> all.addAll(part.apply(batch)));
        return all;
    }

    private static <T> Map<String, T> byId(Report report, List<Placed<T>> given, Function<T, String> id) {
        Map<String, T> byId = new LinkedHashMap<>();
        for (Placed<T> placed : given) {
            if (byId.putIfAbsent(id.apply(placed.value()), placed.value()) != null) {
                report.recordLeftOut(
                        placed.place(),
                        "id",
                        "each id once",
                        "'" + Objects.requireNonNull(id.apply(placed.value())) + "' again");
            }
        }
        return byId;
    }
}
