package ruhr.knowledge.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ruhr.knowledge.source.FaultServer.document;
import static ruhr.knowledge.source.FaultServer.gzip;
import static ruhr.knowledge.source.FaultServer.raw;
import static ruhr.knowledge.source.FaultServer.status;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruhr.knowledge.source.ReadFailure.Reason;

/** A source behind HTTP, and all that can be wrong on the way. */
@Timeout(60)
class HttpSourceTest {

    private static final String DOCUMENT = """
            {"topics": [{"id": "energy", "label": {"de": "Energie für Gelsenkirchen"}}]}""";

    private final FaultServer server = new FaultServer(document(DOCUMENT));
    private HttpSource source = server.source().within(Limits.DEFAULT.withTime(Duration.ofSeconds(20)));

    @AfterEach
    void stop() {
        source.release();
        server.close();
    }

    @Test
    void readsADocument() throws IOException {
        Received received = new Received();

        Reading reading = source.read(Since.never(), received);

        assertEquals(List.of("energy"), received.ids());
        assertEquals(1, reading.records());
        assertFalse(reading.unchanged());
    }

    @Test
    void saysHostAndPathAndKeepsWhatMayBeSecretInAQuery() {
        HttpSource secret = HttpSource.of(URI.create("https://example.org:8443/data.json?key=geheim"));

        assertEquals("example.org:8443/data.json", secret.name());
        assertFalse(secret.toString().contains("geheim"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.org/", "file:///etc/passwd", "https://user:pass@example.org/", "/data.json"})
    void anAddressOfAnotherKindIsRefusedAtOnce(String address) {
        assertThrows(IllegalArgumentException.class, () -> HttpSource.of(URI.create(address)));
    }

    @Test
    void asksWithWhatTheOtherSideGaveToCompareAndTakesItsWord() throws IOException {
        server.say(document(DOCUMENT, "ETag: \"7\"", "Last-Modified: Fri, 27 Nov 2026 10:00:00 GMT"));
        Reading first = source.read(Since.never(), new Received());
        server.say(status("304 Not Modified"));

        Reading second = source.read(Since.of(first), new Received());

        assertTrue(second.unchanged());
        assertEquals(first.fingerprint(), second.fingerprint());
        String question = server.questions().get(1);
        assertTrue(question.contains("If-None-Match: \"7\""), question);
        assertTrue(question.contains("If-Modified-Since: Fri, 27 Nov 2026 10:00:00 GMT"), question);
    }

    @Test
    void theSameBytesAreUnchangedAlsoWhereNothingCanBeCompared() throws IOException {
        Reading first = source.read(Since.never(), new Received());

        assertTrue(source.read(Since.of(first), new Received()).unchanged());
    }

    @Test
    void takesACompressedDocument() throws IOException {
        server.say(document(gzip(DOCUMENT.getBytes(StandardCharsets.UTF_8)), "Content-Encoding: gzip"));
        Received received = new Received();

        source.read(Since.never(), received);

        assertEquals(List.of("energy"), received.ids());
        assertTrue(server.questions().get(0).contains("Accept-Encoding: gzip"));
    }

    /** Fault 4. */
    @Test
    void aBodyThatTricklesIsGivenUpAtTheDeadline() {
        source = source.within(Limits.DEFAULT.withTime(Duration.ofMillis(600)));
        server.say((question, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"topics\": ["
                    .getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write(' ');
                out.flush();
                Thread.sleep(50);
            }
        });

        assertFails(Reason.TIMEOUT, "0.6 seconds");
    }

    /** Fault 4. */
    @Test
    void headersThatTrickleAreGivenUpAtTheDeadline() {
        source = source.within(Limits.DEFAULT.withTime(Duration.ofMillis(600)));
        server.say((question, out) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write("X-More: 1\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                Thread.sleep(50);
            }
        });

        assertFails(Reason.TIMEOUT, "0.6 seconds");
    }

    /** Fault 4: the deadline is that of all hops together. */
    @Test
    void redirectsThatTrickleShareOneDeadline() {
        source = source.within(Limits.DEFAULT.withTime(Duration.ofMillis(900)));
        server.say((question, out) -> {
            Thread.sleep(400);
            status("302 Found", "Location: /data.json").to(question, out);
        });

        assertFails(Reason.TIMEOUT, "0.9 seconds");
    }

    /** Fault 5. */
    @Test
    void aDocumentThatEndsBeforeItsLengthIsRefused() {
        byte[] whole = DOCUMENT.getBytes(StandardCharsets.UTF_8);
        server.say(raw("200 OK", whole, "Content-Type: application/json", "Content-Length: " + (whole.length + 1)));

        assertFails(Reason.CUT_SHORT, "found its end after " + whole.length + " bytes");
    }

    /** Fault 5. */
    @Test
    void aDocumentThatEndsInTheMiddleIsRefused() {
        server.say(raw("200 OK", "{\"topics\": [{\"id\"".getBytes(StandardCharsets.UTF_8)));

        assertFails(Reason.NO_DOCUMENT, "The document is refused");
    }

    /** Fault 5. */
    @Test
    void aChunkedDocumentWithoutItsLastChunkIsRefused() {
        server.say(raw(
                "200 OK",
                ("5\r\n{\"top\r\n").getBytes(StandardCharsets.US_ASCII),
                "Content-Type: application/json",
                "Transfer-Encoding: chunked"));

        assertFails(Reason.CUT_SHORT, "The document is refused");
    }

    /** Fault 5. */
    @Test
    void aCompressedDocumentThatIsCutIsRefused() {
        byte[] packed = gzip(DOCUMENT.getBytes(StandardCharsets.UTF_8));
        server.say(document(Arrays.copyOf(packed, packed.length - 9), "Content-Encoding: gzip"));

        assertFails(Reason.CUT_SHORT, "The document is refused");
    }

    /** Fault 5. */
    @Test
    void aConnectionThatIsResetInTheBodyIsRefused() {
        server.say((question, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            out.close();
        });

        assertFails(Reason.CUT_SHORT, "The document is refused");
    }

    /** Fault 6. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "utf-8"})
    void anEncodingThatIsDeclaredIsRead(String encoding) throws IOException {
        server.say(document(
                DOCUMENT.getBytes(Charset.forName(encoding)), "Content-Type: application/json; charset=" + encoding));
        Received received = new Received();

        source.read(Since.never(), received);

        assertTrue(received.records.toString().contains("für"), received.records.toString());
    }

    /** Fault 6. */
    @Test
    void anEncodingThatIsNotDeclaredIsRefusedWithThePlace() {
        server.say(document(DOCUMENT.getBytes(StandardCharsets.ISO_8859_1)));

        assertFails(Reason.ENCODING, "at byte " + DOCUMENT.indexOf('ü') + ": expected UTF-8, found the byte 0xfc");
    }

    /** Fault 6. */
    @Test
    void anEncodingThatJsonDoesNotComeInIsRefused() {
        server.say(document(DOCUMENT, "Content-Type: application/json; charset=iso-8859-1"));

        assertFails(Reason.ENCODING, "expected UTF-8 or UTF-16");
    }

    /** Fault 7. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/html        | <!DOCTYPE html><title>Wartung\u001b[31m</title> | MEDIA_TYPE
            application/json | <!DOCTYPE html><title>Wartung\u001b[31m</title> | NO_DOCUMENT
            application/json | null                                            | NO_DOCUMENT
            application/json | []                                              | NO_DOCUMENT
            application/json | {"topics": []} {"topics": []}                   | NO_DOCUMENT
            application/json | ''                                              | NO_DOCUMENT
            """)
    void whatIsNoDocumentIsRefusedWithItsBeginning(String type, String body, Reason reason) {
        server.say(document(body, "Content-Type: " + type));

        ReadFailure failure = assertFails(reason, "The document is refused");

        assertTrue(failure.getMessage().chars().noneMatch(c -> c < 0x20), failure.getMessage());
        if (body.startsWith("<")) {
            assertTrue(failure.getMessage().contains("Wartung\\u001b"), failure.getMessage());
        }
    }

    /** Fault 10: somebody between us answers for the wrong person; asked past him, the server answers itself. */
    @Test
    void aDocumentSaidToBeUnchangedThatWeNeverHadIsAskedForOnceMore() throws IOException {
        AtomicBoolean asked = new AtomicBoolean();
        server.say((question, out) ->
                (asked.getAndSet(true) ? document(DOCUMENT) : status("304 Not Modified")).to(question, out));
        Received received = new Received();

        source.read(Since.never(), received);

        assertEquals(List.of("energy"), received.ids());
        assertTrue(
                server.questions().get(1).contains("no-cache"),
                server.questions().get(1));
    }

    /** Fault 10. */
    @Test
    void whoSaysTwiceThatNothingHasChangedSinceNeverIsRefused() {
        server.say(status("304 Not Modified"));

        assertFails(Reason.STATUS, "found 304");
        assertEquals(2, server.questions().size());
    }

    /** Fault 11. */
    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void threeRedirectsAreFollowedAndAFourthIsNot(int status) throws IOException {
        server.say((question, out) -> {
            int hop = Integer.parseInt(
                    question.replaceAll("(?s)GET /(data|[0-9]).*", "$1").replace("data", "0"));
            (hop == 3 ? document(DOCUMENT) : status(status + " Go", "Location: /" + (hop + 1))).to(question, out);
        });
        Received received = new Received();
        source.read(Since.never(), received);
        assertEquals(List.of("energy"), received.ids());
        assertEquals(4, server.questions().size());

        server.say(status(status + " Go", "Location: /again"));
        assertFails(Reason.REDIRECT, "at most 3 redirects");
        assertEquals(8, server.questions().size());
    }

    /** Fault 11. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            file:///etc/passwd                    | ADDRESS
            ftp://example.org/                    | ADDRESS
            jar:file:/a.jar!/b                    | ADDRESS
            http://10.0.0.1/                      | ADDRESS
            http://169.254.169.254/latest/meta-data/ | ADDRESS
            http://[::1]/                         | ADDRESS
            http://127.1/                         | ADDRESS
            http://user@127.0.0.1/                | ADDRESS
            http://[::ffff:10.0.0.1]/             | ADDRESS
            ''                                    | REDIRECT
            http://[                              | REDIRECT
            """)
    void aRedirectToWhereNobodyMayGoIsNotFollowed(String location, Reason reason) {
        server.say(status("302 Found", "Location: " + location));

        assertFails(reason, "t"); // the message is held by the reason
        assertEquals(1, server.questions().size());
    }

    /** Fault 12. */
    @Test
    void aBodyWithoutEndIsStoppedAtTheLimit() {
        source = source.within(Limits.DEFAULT.withDocumentBytes(1 << 20));
        long[] written = new long[1];
        server.say((question, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{".getBytes(StandardCharsets.US_ASCII));
            byte[] spaces = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
            while (true) {
                out.write(spaces);
                written[0] += spaces.length;
            }
        });

        assertFails(Reason.TOO_LARGE, "at most 1048576 bytes");
        // What lies in the buffers of both sides has been written and was not read.
        assertTrue(written[0] < 40 << 20, written[0] + " bytes were written");
    }

    /** Fault 12. */
    @Test
    void aBombOfGzipIsStoppedBeforeItUnfolds() {
        byte[] bomb = gzip(("{" + " ".repeat(60 << 20)).getBytes(StandardCharsets.US_ASCII));
        server.say(document(bomb, "Content-Encoding: gzip"));

        assertFails(Reason.TOO_LARGE, "at most 200 times its size");
    }

    /** Fault 12. */
    @Test
    void aBombOfGzipInGzipIsNotUnfoldedTwice() {
        byte[] bomb = gzip(gzip(("{" + " ".repeat(60 << 20)).getBytes(StandardCharsets.US_ASCII)));
        server.say(document(bomb, "Content-Encoding: gzip, gzip"));

        assertFails(Reason.MEDIA_TYPE, "expected the content encoding gzip or none");
    }

    /** Fault 12. */
    @Test
    void headersWithoutEndAreGivenUp() {
        source = source.within(Limits.DEFAULT.withTime(Duration.ofSeconds(10)));
        server.say((question, out) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] header = ("X-More: " + "x".repeat(1 << 16) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 5_000; i++) {
                out.write(header);
            }
        });

        IOException failure = assertThrows(IOException.class, () -> source.read(Since.never(), new Received()));
        assertTrue(failure instanceof ReadFailure, String.valueOf(failure));
    }

    /** Fault 13. */
    @ParameterizedTest
    @CsvSource({
        "401,STATUS",
        "403,STATUS",
        "404,MISSING",
        "410,MISSING",
        "429,STATUS",
        "500,STATUS",
        "502,STATUS",
        "503,STATUS",
        "204,STATUS",
        "206,STATUS",
        "418,STATUS"
    })
    void aStatusThatBringsNothingIsNamed(int status, Reason reason) {
        server.say(status(status + " No"));

        assertFails(reason, "expected the status 200, found " + status);
    }

    /** Fault 13. */
    @ParameterizedTest
    @CsvSource({"120,PT2M", "0,PT0S", "999999999,PT277777H46M39S", "soon,", "-5,", "99999999999999999999,"})
    void aPauseThatIsAskedForIsPassedOn(String given, Duration expected) {
        server.say(status("503 Busy", "Retry-After: " + given));

        assertEquals(expected, assertFails(Reason.STATUS, "503").retryAfter().orElse(null));
    }

    /** Fault 13. */
    @Test
    void aPauseThatIsAskedForAsADateIsPassedOn() {
        server.say(status("429 Slow", "Retry-After: Fri, 27 Nov 1970 10:00:00 GMT"));

        assertEquals(
                Duration.ZERO, assertFails(Reason.STATUS, "429").retryAfter().orElseThrow());
    }

    /** Fault 14. */
    @Test
    void aNameThatNobodyHasIsSaid() {
        source = HttpSource.of(URI.create("http://nobody.invalid/data.json"));

        assertFails(Reason.UNREACHABLE, "nobody.invalid");
    }

    /** Fault 14. */
    @Test
    void aPortThatNobodyListensOnIsSaid() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        source = HttpSource.of(URI.create("http://127.0.0.1:" + port + "/data.json"))
                .within(AddressPolicy.publicInternet().allowing("127.0.0.0/8"));

        assertFails(Reason.UNREACHABLE, "expected an answer");
    }

    /** Fault 14. */
    @Test
    void whoAcceptsAndIsSilentIsGivenUpAtTheDeadline() {
        source = source.within(Limits.DEFAULT.withTime(Duration.ofMillis(500)));
        server.say((question, out) -> Thread.sleep(60_000));

        assertFails(Reason.TIMEOUT, "0.5 seconds");
    }

    /** Fault 14. */
    @Test
    void whoHangsUpWithoutAWordIsSaid() {
        server.say((question, out) -> {});

        assertFails(Reason.UNREACHABLE, "expected an answer");
    }

    /** Fault 14. */
    @Test
    void whoSpeaksAnotherLanguageIsSaid() {
        server.say((question, out) -> out.write("SSH-2.0-OpenSSH_9.2\r\n".getBytes(StandardCharsets.US_ASCII)));

        assertFails(Reason.UNREACHABLE, "expected an answer");
    }

    /** Fault 23. */
    @Test
    void readingThatIsInterruptedEndsAtOnce() throws InterruptedException {
        server.say((question, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            Thread.sleep(60_000);
        });
        List<Throwable> ended = new ArrayList<>();
        Thread reader = new Thread(() -> {
            try {
                source.read(Since.never(), new Received());
            } catch (IOException failure) {
                ended.add(failure);
            }
        });
        reader.start();
        while (server.questions().isEmpty()) {
            Thread.onSpinWait();
        }

        reader.interrupt();
        reader.join(5_000);

        assertEquals(1, ended.size());
        assertEquals(Reason.INTERRUPTED, ((ReadFailure) ended.get(0)).reason());
    }

    @Test
    void aFileBesideTheDocumentIsFetchedAndOneElsewhereIsNot() throws IOException {
        server.say((question, out) -> (question.startsWith("GET /images/hall.jpg ")
                        ? document(new byte[] {1, 2, 3}, "Content-Type: image/jpeg")
                        : status("404 None"))
                .to(question, out));

        assertEquals(3, source.file("images/hall.jpg").orElseThrow().length);
        assertTrue(source.file("images/none.jpg").isEmpty());
        int before = server.questions().size();
        assertTrue(source.file("https://elsewhere.example/x.jpg").isEmpty());
        assertTrue(source.file("//elsewhere.example/x.jpg").isEmpty());
        assertTrue(source.file("file:///etc/passwd").isEmpty());
        assertEquals(before, server.questions().size());
    }

    @Test
    void aFileBesideTheDocumentIsUnpacked() throws IOException {
        byte[] drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8);
        server.say(document(FaultServer.gzip(drawing), "Content-Type: image/svg+xml", "Content-Encoding: gzip"));

        assertArrayEquals(drawing, source.file("images/hall.svg").orElseThrow());
    }

    @Test
    void aFileBesideTheDocumentThatIsABombIsRefused() {
        byte[] bomb = FaultServer.gzip(new byte[64 << 20]);
        server.say(document(bomb, "Content-Type: image/svg+xml", "Content-Encoding: gzip"));

        ReadFailure failure = assertThrows(ReadFailure.class, () -> source.file("images/hall.svg"));
        assertEquals(Reason.TOO_LARGE, failure.reason());
    }

    @Test
    void aFileBesideTheDocumentThatIsTooLargeIsRefused() {
        server.say(document(new byte[5 << 20], "Content-Type: image/jpeg"));

        ReadFailure failure = assertThrows(ReadFailure.class, () -> source.file("images/huge.jpg"));
        assertEquals(Reason.TOO_LARGE, failure.reason());
    }

    @Test
    void afterItWasLetGoOfNoThreadOfOursIsLeftAndItCanBeReadAgain() throws IOException, InterruptedException {
        source.read(Since.never(), new Received());

        source.release();

        assertEquals(Set.of(), threadsOfOurs());
        source.read(Since.never(), new Received());
        assertFalse(threadsOfOurs().isEmpty(), "the control: while it reads there is one");
    }

    private static Set<String> threadsOfOurs() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(it -> it.toLowerCase(Locale.ROOT).startsWith("ruhr-knowledge-http"))
                .collect(Collectors.toSet());
    }

    private ReadFailure assertFails(Reason reason, String part) {
        Received received = new Received();
        ReadFailure failure = assertThrows(ReadFailure.class, () -> source.read(Since.never(), received));
        assertEquals(reason, failure.reason(), failure.getMessage());
        assertTrue(failure.getMessage().contains(part), failure.getMessage());
        return failure;
    }
}
