package ruhr.knowledge.snapshot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import ruhr.knowledge.source.EntrySink.Place;
import ruhr.knowledge.value.Finding;
import ruhr.knowledge.wire.Section;

/**
 * What a source brings, on its way to the disk. Where the disk refuses, the rest is not written and nothing is kept; the
 * reading goes on. For one thread.
 */
final class Recording {

    private static final int BUFFER = 1 << 16;

    private final LastGood store;
    private final String key;
    private final Path file;
    private final Disk.Output out;
    private final MessageDigest digest = LastGood.sha256();
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(BUFFER);
    private final Set<String> personal = new HashSet<>();
    private boolean open = true;
    private boolean whole;

    Recording(LastGood store, String key, Path file, Disk.Output out) {
        this.store = store;
        this.key = key;
        this.file = file;
        this.out = out;
        line(KeptFormat.HEAD + KeptFormat.escaped(key));
    }

    String key() {
        return key;
    }

    Path file() {
        return file;
    }

    /** Returns what shows persons: their records, and fingerprints of pictures. */
    Set<String> personal() {
        return personal;
    }

    void finding(Finding finding) {
        line("F " + finding.severity() + " " + KeptFormat.escaped(finding.source()) + " "
                + KeptFormat.escaped(finding.pointer()) + " " + KeptFormat.escaped(finding.expected()) + " "
                + KeptFormat.escaped(finding.found()) + " " + KeptFormat.escaped(finding.consequence()));
    }

    void picture(ImageFile picture) {
        personal.add(picture.hash());
        line("I " + KeptFormat.escaped(picture.src()) + " "
                + Base64.getEncoder().encodeToString(picture.content()));
    }

    void record(Section section, Place place, String json) {
        if (section == Section.CONTACTS) {
            personal.add(json);
        }
        line("R " + section.key() + " " + KeptFormat.escaped(place.document()) + " "
                + KeptFormat.escaped(place.pointer()) + " " + json);
    }

    private void line(String text) {
        if (!open) {
            return;
        }
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        digest.update(bytes);
        buffer.writeBytes(bytes);
        if (buffer.size() >= BUFFER) {
            flush();
        }
    }

    private void flush() {
        try {
            out.write(buffer.toByteArray());
            buffer.reset();
        } catch (IOException | RuntimeException refused) {
            store.complain("write a file in", refused);
            discard();
        }
    }

    /** Writes the end, and waits until everything is on the disk. */
    void finish(String fingerprint, Instant taken) {
        line("E " + KeptFormat.escaped(fingerprint) + " " + taken);
        if (!open) {
            return;
        }
        String sum = KeptFormat.SUM + HexFormat.of().formatHex(digest.digest()) + "\n";
        buffer.writeBytes(sum.getBytes(StandardCharsets.UTF_8));
        flush();
        try {
            if (open) {
                out.force();
                close();
                whole = true;
            }
        } catch (IOException | RuntimeException refused) {
            store.complain("write a file in", refused);
            discard();
        }
    }

    /** Makes this the last good content. */
    void keep() {
        if (whole) {
            whole = false;
            store.keep(this);
        }
    }

    /** Lets go of it. */
    void discard() {
        whole = false;
        try {
            close();
        } catch (IOException | RuntimeException refused) {
            store.complain("close a file in", refused);
        }
        store.delete(file);
    }

    private void close() throws IOException {
        if (open) {
            open = false;
            out.close();
        }
    }
}
