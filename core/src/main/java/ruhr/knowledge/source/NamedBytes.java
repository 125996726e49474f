package ruhr.knowledge.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The bytes of a document and the name by which messages call it. */
record NamedBytes(String name, byte[] content) {

    /** Pushes the records of several documents, unless the caller already has exactly these. */
    static Reading push(List<NamedBytes> documents, Since last, EntrySink sink, Limits limits) throws IOException {
        String fingerprint = fingerprint(documents);
        if (last.fingerprint().equals(Optional.of(fingerprint))) {
            return new Reading(fingerprint, true, 0);
        }
        int records = 0;
        for (NamedBytes document : documents) {
            records += new DocumentReader(document.name(), limits, sink).read(document.content());
        }
        return new Reading(fingerprint, false, records);
    }

    private static String fingerprint(List<NamedBytes> documents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (NamedBytes document : documents) {
                byte[] name = document.name().getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(8)
                        .putInt(name.length)
                        .putInt(document.content().length)
                        .array());
                digest.update(name);
                digest.update(document.content());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
