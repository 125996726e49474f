package ruhr.knowledge.snapshot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ruhr.knowledge.source.EntrySink;
import ruhr.knowledge.source.ReadFailure;
import ruhr.knowledge.source.ReadFailure.Reason;
import ruhr.knowledge.source.Reading;
import ruhr.knowledge.source.Since;
import ruhr.knowledge.source.Source;
import ruhr.knowledge.value.Finding;
import ruhr.knowledge.wire.Section;
import ruhr.knowledge.wire.WireFormat;

/**
 * What was kept of a source, read as if it were the source. A file that is damaged in any way ends in an exception; what the
 * sink got by then is thrown away, as with every source. For one reading.
 */
final class KeptSource implements Source {

    /** Longer lines than this are no lines of ours: the largest one holds a picture. */
    private static final int LONGEST_LINE = 64 << 20;

    private static final WireFormat WIRE = new WireFormat();

    private final Disk disk;
    private final Path file;
    private final String key;
    private final String name;
    private final Map<String, byte[]> pictures = new HashMap<>();
    private Optional<Instant> taken = Optional.empty();

    KeptSource(Disk disk, Path file, String key, String name) {
        this.disk = disk;
        this.file = file;
        this.key = key;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<String> key() {
        return Optional.empty();
    }

    /** Returns when the content was taken from its source; empty before it has been read. */
    Optional<Instant> taken() {
        return taken;
    }

    @Override
    public Optional<byte[]> file(String path) {
        return Optional.ofNullable(pictures.get(path));
    }

    @Override
    public Reading read(Since last, EntrySink sink) throws IOException {
        try (InputStream in = disk.read(file)) {
            Lines lines = new Lines(in);
            requireHead(lines, key);
            int records = 0;
            for (String line = lines.next(); ; line = lines.next()) {
                switch (line.isEmpty() ? ' ' : line.charAt(0)) {
                    case 'R' -> {
                        push(line, sink);
                        records++;
                    }
                    case 'I' -> {
                        String[] parts = parts(line, 3);
                        pictures.put(
                                KeptFormat.unescaped(parts[1]),
                                Base64.getDecoder().decode(parts[2]));
                    }
                    case 'F' -> sink.accept(finding(line));
                    case 'E' -> {
                        String[] parts = parts(line, 3);
                        lines.requireSum();
                        taken = Optional.of(Instant.parse(parts[2]));
                        return new Reading(KeptFormat.unescaped(parts[1]), false, records);
                    }
                    default -> throw new IOException("a line of no kind");
                }
            }
        } catch (IllegalArgumentException | DateTimeException garbage) {
            throw damaged(garbage);
        } catch (IOException unusable) {
            throw damaged(unusable);
        }
    }

    private ReadFailure damaged(Exception cause) {
        return new ReadFailure(
                Reason.DISK,
                "Last good data " + file.getFileName() + ": expected a file that is whole, found "
                        + cause.getClass().getSimpleName() + " (" + cause.getMessage() + "). It is not used.",
                null,
                cause);
    }

    private static void requireHead(Lines lines, String key) throws IOException {
        String head = lines.next();
        if (!head.equals(KeptFormat.HEAD + KeptFormat.escaped(key))) {
            throw new IOException("the head " + Finding.quote(head));
        }
    }

    private static void push(String line, EntrySink sink) throws IOException {
        String[] parts = parts(line, 5);
        Section section = Section.of(parts[1]).orElseThrow(() -> new IOException("an unknown section"));
        EntrySink.Place place = new EntrySink.Place(KeptFormat.unescaped(parts[2]), KeptFormat.unescaped(parts[3]));
        sink.accept(section, WIRE.read(section, parts[4]), place);
    }

    private static Finding finding(String line) throws IOException {
        String[] parts = parts(line, 7);
        return new Finding(
                Finding.Severity.valueOf(parts[1]),
                KeptFormat.unescaped(parts[2]),
                KeptFormat.unescaped(parts[3]),
                KeptFormat.unescaped(parts[4]),
                KeptFormat.unescaped(parts[5]),
                KeptFormat.unescaped(parts[6]));
    }

    private static String[] parts(String line, int count) throws IOException {
        String[] parts = line.split(" ", count);
        if (parts.length != count) {
            throw new IOException("a line of " + parts.length + " parts in place of " + count);
        }
        return parts;
    }

    /** Returns what shows persons in a whole file: records, and fingerprints of pictures. */
    static Set<String> personal(InputStream in, String key) throws IOException {
        Lines lines = new Lines(in);
        requireHead(lines, key);
        Set<String> personal = new HashSet<>();
        for (String line = lines.next(); ; line = lines.next()) {
            if (line.startsWith("R " + Section.CONTACTS.key() + " ")) {
                personal.add(parts(line, 5)[4]);
            } else if (line.startsWith("I ")) {
                String[] parts = parts(line, 3);
                personal.add(new ImageFile("", Base64.getDecoder().decode(parts[2])).hash());
            } else if (line.startsWith("E ")) {
                lines.requireSum();
                return personal;
            }
        }
    }

    /** The lines of a file, and the sum of those that were read. */
    private static final class Lines {

        private final InputStream in;
        private final MessageDigest digest = LastGood.sha256();
        private byte[] buffer = new byte[1 << 16];
        private int at;
        private int end;

        Lines(InputStream in) {
            this.in = in;
        }

        String next() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream(0);
            while (true) {
                int stop = at;
                while (stop < end && buffer[stop] != '\n') {
                    stop++;
                }
                if (stop < end) {
                    digest.update(buffer, at, stop + 1 - at);
                    line.write(buffer, at, stop - at);
                    at = stop + 1;
                    return line.toString(StandardCharsets.UTF_8);
                }
                digest.update(buffer, at, end - at);
                line.write(buffer, at, end - at);
                at = 0;
                end = in.read(buffer);
                if (end < 0 || line.size() > LONGEST_LINE) {
                    end = 0;
                    throw new IOException(line.size() > LONGEST_LINE ? "a line without end" : "its end too soon");
                }
            }
        }

        /** Reads the last line and compares it with what was read before. */
        void requireSum() throws IOException {
            String expected = KeptFormat.SUM + HexFormat.of().formatHex(digest.digest());
            String found = next();
            if (!found.equals(expected) || at < end || in.read() >= 0) {
                throw new IOException("another sum than that of its lines");
            }
        }
    }
}
