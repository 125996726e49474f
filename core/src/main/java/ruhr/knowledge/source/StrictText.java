package ruhr.knowledge.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import ruhr.knowledge.source.ReadFailure.Reason;
import ruhr.knowledge.value.Finding;

/**
 * The characters of a document. A byte that its encoding does not have refuses the document with its place, instead of
 * becoming a question mark; one byte order mark at the start is passed over.
 *
 * <p>It also sees to it that no single token fills the memory: a parser that asks for more while it holds a part of a token
 * says how much it holds by where it wants the rest put.
 */
final class StrictText extends Reader {

    /** How much of the beginning is kept for messages. */
    private static final int BEGINNING = 80;

    private final InputStream in;
    private final String name;
    private final int tokenLength;
    private final Charset charset;
    private final boolean utf8;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(8192).flip();
    private final StringBuilder beginning = new StringBuilder();
    private long decoded;
    private boolean atEnd;
    private boolean begun;

    StrictText(InputStream in, String name, int tokenLength, Charset charset) {
        this.in = in;
        this.name = name;
        this.tokenLength = tokenLength;
        this.charset = charset;
        this.utf8 = charset.equals(StandardCharsets.UTF_8);
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read(char[] to, int offset, int most) throws IOException {
        if (offset > tokenLength) {
            throw new ReadFailure(
                    Reason.TOO_LARGE,
                    "Document '" + name + "' near byte " + decoded + ": expected names, texts and numbers of at most "
                            + tokenLength + " characters, found a longer one. The document is refused.");
        }
        int count = decode(to, offset, most);
        if (!begun && count > 0) {
            begun = true;
            if (to[offset] == '\uFEFF') {
                System.arraycopy(to, offset + 1, to, offset, count - 1);
                count--;
                if (count == 0) {
                    count = decode(to, offset, most);
                }
            }
        }
        for (int i = 0; i < count && beginning.length() < BEGINNING; i++) {
            beginning.append(to[offset + i]);
        }
        return count;
    }

    private int decode(char[] to, int offset, int most) throws IOException {
        CharBuffer out = CharBuffer.wrap(to, offset, most);
        while (true) {
            int before = bytes.position();
            if (utf8) {
                usual(to, out);
            }
            CoderResult result = decoder.decode(bytes, out, atEnd);
            decoded += bytes.position() - before;
            if (result.isError()) {
                throw malformed();
            }
            int count = out.position() - offset;
            if (count > 0) {
                return count;
            }
            if (atEnd) {
                return -1;
            }
            bytes.compact();
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            atEnd = read < 0;
            bytes.position(bytes.position() + Math.max(0, read)).flip();
        }
    }

    /**
     * Decodes ASCII and what takes two or three bytes, as long as it is well-formed and whole; the JDK's decoder does the rest.
     * It would do this part as well, and with German texts would take half of the time that a parser takes.
     */
    private void usual(char[] to, CharBuffer out) {
        byte[] from = bytes.array();
        int at = bytes.position();
        int end = bytes.limit();
        int next = out.position();
        int full = out.limit();
        while (at < end && next < full) {
            int first = from[at];
            if (first >= 0) {
                to[next++] = (char) first;
                at++;
            } else if (first >> 5 == -2 && (first & 0x1E) != 0 && at + 1 < end && isTail(from[at + 1])) {
                to[next++] = (char) ((first & 0x1F) << 6 | from[at + 1] & 0x3F);
                at += 2;
            } else if (first >> 4 == -2 && at + 2 < end && isTail(from[at + 1]) && isTail(from[at + 2])) {
                char c = (char) ((first & 0x0F) << 12 | (from[at + 1] & 0x3F) << 6 | from[at + 2] & 0x3F);
                if (c < 0x800 || Character.isSurrogate(c)) {
                    break;
                }
                to[next++] = c;
                at += 3;
            } else {
                break;
            }
        }
        bytes.position(at);
        out.position(next);
    }

    private static boolean isTail(byte b) {
        return b >> 6 == -2;
    }

    private ReadFailure malformed() {
        String found = bytes.hasRemaining() ? String.format("0x%02x", bytes.get(bytes.position())) : "its end";
        String hint = charset.equals(StandardCharsets.UTF_8) ? " Save it as UTF-8." : "";
        return new ReadFailure(
                Reason.ENCODING,
                "Document '" + name + "' at byte " + decoded + ": expected " + charset + ", found the byte " + found
                        + " that cannot stand there. The document is refused." + hint);
    }

    /** Returns how the document begins, fit for a message. */
    String beginning() {
        return Finding.quote(beginning.toString());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
