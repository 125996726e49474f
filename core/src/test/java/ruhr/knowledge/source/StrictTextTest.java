package ruhr.knowledge.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our way through UTF-8 says what the decoder of the JDK says, about good bytes and bad ones. */
class StrictTextTest {

    private static final String REFUSED = "refused";

    @Test
    void randomBytesAreReadAsTheJdkReadsThem() throws IOException {
        Random random = new Random(20261127);
        int refused = 0;
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = random(random);
            String expected = byTheJdk(bytes);
            assertEquals(
                    expected,
                    ours(bytes, random),
                    () -> java.util.HexFormat.of().formatHex(bytes));
            refused += expected.equals(REFUSED) ? 1 : 0;
        }
        assertTrue(refused > 5_000 && refused < 45_000, refused + " were refused");
    }

    private static byte[] random(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(40);
        for (int i = 0; i < length; i++) {
            int range = new int[] {0x80, 0x800, 0x10000, 0x110000}[random.nextInt(4)];
            int c = random.nextInt(range);
            text.appendCodePoint(c >= 0xD800 && c < 0xE000 || c == 0xFEFF ? 'x' : c);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextBoolean()) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** Every sequence of two bytes, and every first three bytes with an edge as the last one. */
    @Test
    void allShortSequencesAreReadAsTheJdkReadsThem() throws IOException {
        Random random = new Random(1);
        int[] edges = {0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF};
        for (int a = 0; a < 256; a++) {
            for (int b = 0; b < 256; b++) {
                byte[] two = {(byte) a, (byte) b};
                assertEquals(byTheJdk(two), ours(two, random));
                for (int c : edges) {
                    byte[] three = {(byte) a, (byte) b, (byte) c};
                    assertEquals(byTheJdk(three), ours(three, random), a + " " + b + " " + c);
                }
            }
        }
    }

    private static String byTheJdk(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException malformed) {
            return REFUSED;
        }
    }

    /** Reads in pieces of any size, out of a stream that gives pieces of any size. */
    private static String ours(byte[] bytes, Random random) throws IOException {
        StrictText text = new StrictText(inPieces(bytes, random), "a", 1_000, StandardCharsets.UTF_8);
        StringBuilder all = new StringBuilder();
        try {
            char[] to = new char[64];
            while (true) {
                int count = text.read(to, 0, 2 + random.nextInt(62));
                if (count < 0) {
                    return all.toString();
                }
                all.append(to, 0, count);
            }
        } catch (ReadFailure refused) {
            return REFUSED;
        }
    }

    private static InputStream inPieces(byte[] bytes, Random random) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] to, int offset, int most) {
                return super.read(to, offset, Math.min(most, 1 + random.nextInt(5)));
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\uFEFF{}", "{}\uFEFF"})
    void oneByteOrderMarkAtTheStartIsPassedOver(String text) throws IOException {
        String expected = text.startsWith("\uFEFF") ? text.substring(1) : text;
        assertEquals(expected, ours(text.getBytes(StandardCharsets.UTF_8), new Random(3)));
    }
}
