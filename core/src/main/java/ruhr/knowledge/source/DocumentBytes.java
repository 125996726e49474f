package ruhr.knowledge.source;

import java.io.CharArrayReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads bounded bytes, and decodes them without replacing what is wrong. */
final class DocumentBytes {

    private DocumentBytes() {}

    static byte[] read(InputStream in, int limit, String name) throws IOException {
        byte[] content = in.readNBytes(limit);
        if (content.length == limit && in.read() >= 0) {
            throw new IOException("'" + name + "': expected at most " + limit + " bytes, found more. It is not read.");
        }
        return content;
    }

    /** Decodes UTF-8 strictly; one byte order mark at the start is allowed. */
    static Reader decode(byte[] content, String name) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(content);
        if (content.length >= 3
                && content[0] == (byte) 0xEF
                && content[1] == (byte) 0xBB
                && content[2] == (byte) 0xBF) {
            in.position(3);
        }
        CharBuffer out = CharBuffer.allocate(in.remaining());
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        if (result.isError()) {
            throw malformed(name, in.position(), content[in.position()]);
        }
        return new CharArrayReader(out.array(), 0, out.position());
    }

    private static CharacterCodingException malformed(String name, int offset, byte found) {
        String message = String.format(
                "Document '%s' at byte %d: expected UTF-8, found the byte 0x%02x that cannot stand there."
                        + " The document is refused.",
                name, offset, found);
        return new CharacterCodingException() {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                return message;
            }
        };
    }
}
