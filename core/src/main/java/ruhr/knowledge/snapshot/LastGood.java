package ruhr.knowledge.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ruhr.knowledge.source.Source;
import ruhr.knowledge.value.Version;

/**
 * A folder in which the last good content of each source is kept, so that it can be shown after a restart while the source is
 * away.
 *
 * <p>What is kept is what was accepted: the records as they were published, with the pictures that they show; of a contact
 * person nothing that the person has not released. A file is written beside the one before, forced to the disk and put in its
 * place in one step; it ends with the SHA-256 of all before, and one that does not is not read. The one before stays as
 * {@code .previous}, unless it has a person or a picture that the new one is without: then the new one is kept twice. So who is
 * withdrawn leaves the disk with the next content.
 *
 * <p>Whatever goes wrong with the disk costs a sentence in {@link #problem()} and the log, and nothing else. Several programs
 * of the same configuration may share a folder: the last one who writes wins. Programs of different configurations need
 * folders of their own, because what no source of theirs has written is swept out.
 *
 * <p>Thread-safe.
 */
public final class LastGood {

    private static final Logger LOG = LoggerFactory.getLogger(LastGood.class);
    private static final String CURRENT = ".good";
    private static final String PREVIOUS = ".previous";
    private static final String UNFINISHED = ".unfinished";
    private static final String ACCEPTED = "accept-";

    private final Path folder;
    private final Disk disk;
    private volatile @Nullable String problem;

    LastGood(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /**
     * Returns the store in a folder.
     *
     * @param folder where files are put; made when the first one is
     * @return a store; nothing is read or written yet
     */
    public static LastGood in(Path folder) {
        return new LastGood(folder.toAbsolutePath().normalize(), new RealDisk());
    }

    /**
     * Returns where the files are.
     *
     * @return an absolute path
     */
    public Path folder() {
        return folder;
    }

    /**
     * Returns what last went wrong with the disk.
     *
     * @return a sentence for the person who runs this; empty if the last write went well
     */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** Returns what was kept of a source: the newest first, then the one before. Whether it is sound shows when it is read. */
    List<Source> kept(Source source) {
        return source.key()
                .map(key -> List.<Source>of(
                        new KeptSource(disk, file(key, CURRENT), key, source.name()),
                        new KeptSource(disk, file(key, PREVIOUS), key, source.name())))
                .orElse(List.of());
    }

    /**
     * Tells whether something was kept of a source.
     *
     * @param source the source
     * @return true if there is a file, sound or not
     */
    public boolean has(Source source) {
        try {
            List<Path> files = disk.list(folder);
            return source.key()
                    .map(key -> files.contains(file(key, CURRENT)) || files.contains(file(key, PREVIOUS)))
                    .orElse(false);
        } catch (IOException | RuntimeException refused) {
            complain("look through", refused);
            return false;
        }
    }

    /** Begins to write what a source brings; empty if nothing needs to be kept of it, or the disk refuses. */
    Optional<Recording> record(Source source) {
        return source.key().flatMap(this::begin);
    }

    private Optional<Recording> begin(String key) {
        try {
            disk.createFolder(folder);
            Path file = file(key, "." + UUID.randomUUID().toString().substring(0, 8) + UNFINISHED);
            return Optional.of(new Recording(this, key, file, disk.create(file)));
        } catch (IOException | RuntimeException refused) {
            complain("write a file in", refused);
            return Optional.empty();
        }
    }

    /** Puts a finished file in its place. */
    void keep(Recording recording) {
        Path current = file(recording.key(), CURRENT);
        Path previous = file(recording.key(), PREVIOUS);
        try {
            if (isWithout(current, recording)) {
                Path copy =
                        file(recording.key(), "." + UUID.randomUUID().toString().substring(0, 8) + UNFINISHED);
                try {
                    copy(recording.file(), copy);
                    disk.move(recording.file(), current);
                    disk.move(copy, previous);
                } finally {
                    disk.delete(copy);
                }
            } else {
                disk.move(current, previous);
                disk.move(recording.file(), current);
            }
            disk.forceFolder(folder);
            problem = null;
        } catch (IOException | RuntimeException refused) {
            complain("keep the last good data in", refused);
            delete(recording.file());
        }
    }

    /** Tells whether the file before must not stay: because it is damaged or not there, or has what the new one has not. */
    private boolean isWithout(Path current, Recording recording) {
        try (InputStream in = disk.read(current)) {
            return !recording.personal().containsAll(KeptSource.personal(in, recording.key()));
        } catch (IOException | RuntimeException unusable) {
            return true;
        }
    }

    private void copy(Path from, Path to) throws IOException {
        try (InputStream in = disk.read(from);
                Disk.Output out = disk.create(to)) {
            for (byte[] part = in.readNBytes(1 << 16); part.length > 0; part = in.readNBytes(1 << 16)) {
                out.write(part);
            }
            out.force();
        }
    }

    /** Deletes a file; what stays is swept out another time. */
    void delete(Path file) {
        try {
            disk.delete(file);
        } catch (IOException | RuntimeException refused) {
            LOG.debug("{} stays for now", file, refused);
        }
    }

    void complain(String doing, Exception refused) {
        String found = refused instanceof NoSuchFileException ? "no such file or folder" : refused.getMessage();
        String sentence = "Last good data: expected to " + doing + " " + folder + ", found "
                + refused.getClass().getSimpleName() + " (" + found
                + "). What is shown now stays; after a restart it may be missing or older.";
        if (!sentence.equals(problem)) {
            LOG.warn(sentence);
        }
        problem = sentence;
    }

    /**
     * Deletes what was never finished, and what belongs to none of these sources.
     *
     * @param sources all sources that this folder is for
     */
    public void sweep(Collection<Source> sources) {
        Set<Path> ours = new HashSet<>();
        for (Source source : sources) {
            source.key().ifPresent(key -> ours.addAll(List.of(file(key, CURRENT), file(key, PREVIOUS))));
        }
        try {
            for (Path file : disk.list(folder)) {
                String name = file.getFileName().toString();
                boolean left = name.endsWith(UNFINISHED) && !disk.isBeingWritten(file);
                boolean strange = (name.endsWith(CURRENT) || name.endsWith(PREVIOUS)) && !ours.contains(file);
                if (left || strange) {
                    disk.delete(file);
                }
            }
        } catch (IOException | RuntimeException refused) {
            complain("look through", refused);
        }
    }

    /**
     * Tells whether somebody has put a file here that says that a version is good, see {@link #acceptance(Version)}. The file
     * is deleted, so the answer is given once.
     *
     * @param version the version
     * @return true if there was such a file
     */
    public boolean isAccepted(Version version) {
        Path file = folder.resolve(ACCEPTED + version.value());
        try {
            if (disk.list(folder).contains(file)) {
                disk.delete(file);
                return true;
            }
        } catch (IOException | RuntimeException refused) {
            complain("look through", refused);
        }
        return false;
    }

    /**
     * Returns the file whose presence says that a version that was held back is good.
     *
     * @param version the version
     * @return a path; whoever makes an empty file there accepts the version
     */
    public Path acceptance(Version version) {
        return folder.resolve(ACCEPTED + version.value());
    }

    private Path file(String key, String ending) {
        String readable = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String end = readable.substring(Math.max(0, readable.length() - 40)).replaceAll("^-|-$", "");
        byte[] hash = sha256().digest(key.getBytes(StandardCharsets.UTF_8));
        return folder.resolve(end + "-" + HexFormat.of().formatHex(hash, 0, 6) + ending);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "LastGood " + folder;
    }
}
