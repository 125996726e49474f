package ruhr.knowledge.source;

import java.io.IOException;
import java.io.InputStream;

/** Reads the bytes of a file beside a document. */
final class FileBytes {

    private FileBytes() {}

    static byte[] read(InputStream in, int limit, String name) throws IOException {
        byte[] content = in.readNBytes(limit);
        if (content.length == limit && in.read() >= 0) {
            throw new ReadFailure(
                    ReadFailure.Reason.TOO_LARGE,
                    "'" + name + "': expected at most " + limit + " bytes, found more. It is not read.");
        }
        return content;
    }
}
