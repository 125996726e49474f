package ruhr.knowledge.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import ruhr.knowledge.source.ReadFailure.Reason;

/** A compressed body on its way in. What grows as no text does is taken for what it is, and refused. */
final class Unpacked extends InputStream {

    /** JSON shrinks to a tenth or, full of repetitions, to a fiftieth. A bomb shrinks to a thousandth. */
    private static final int MOST_GROWTH = 200;

    /** Below this many bytes, growth does no harm. */
    private static final long HARMLESS = 1 << 20;

    private final BodyStream packed;
    private final String name;
    private final InputStream in;
    private long length;

    Unpacked(BodyStream packed, String name) throws IOException {
        this.packed = packed;
        this.name = name;
        try {
            in = new GZIPInputStream(packed, 8192);
        } catch (EOFException | ZipException broken) {
            packed.close();
            throw broken(broken);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int offset, int most) throws IOException {
        int count;
        try {
            count = in.read(to, offset, most);
        } catch (EOFException | ZipException broken) {
            throw broken(broken);
        }
        length += Math.max(0, count);
        if (length > HARMLESS && length > MOST_GROWTH * Math.max(1, packed.length())) {
            throw new ReadFailure(
                    Reason.TOO_LARGE,
                    "Source '" + name + "': expected a document that unpacks to at most " + MOST_GROWTH
                            + " times its size, found more after " + packed.length()
                            + " bytes. The document is refused.");
        }
        return count;
    }

    private ReadFailure broken(IOException cause) {
        return new ReadFailure(
                Reason.CUT_SHORT,
                "Source '" + name + "': expected the rest of a compressed document, found " + cause.getMessage()
                        + " after " + packed.length() + " bytes. The document is refused.",
                null,
                cause);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
