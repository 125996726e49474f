package ruhr.knowledge.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import javax.net.ServerSocketFactory;

/** A server on a free port of loopback that says what it is told, byte by byte, and no more than that. */
public final class FaultServer implements AutoCloseable {

    /** Says something to who has asked. */
    @FunctionalInterface
    public interface Answer {

        /** Answers; the connection is closed after. */
        void to(String question, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final String scheme;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile Answer answer;

    public FaultServer(Answer answer) {
        this("http", ServerSocketFactory.getDefault(), answer);
    }

    public FaultServer(String scheme, ServerSocketFactory sockets, Answer answer) {
        this.scheme = scheme;
        this.answer = answer;
        try {
            server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        threads.execute(this::listen);
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                threads.execute(() -> talk(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            String question = head(socket.getInputStream());
            if (!question.isEmpty()) {
                questions.add(question);
                answer.to(question, socket.getOutputStream());
            }
        } catch (IOException hungUp) {
            // The other side may do that.
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            head.write(b);
            String so = head.toString(StandardCharsets.ISO_8859_1);
            if (so.endsWith("\r\n\r\n")) {
                return so;
            }
        }
        return "";
    }

    /** Says something else from now on. */
    public void say(Answer other) {
        answer = other;
    }

    public URI address() {
        return URI.create(scheme + "://127.0.0.1:" + server.getLocalPort() + "/data.json");
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Returns the heads of what was asked so far. */
    public List<String> questions() {
        return List.copyOf(questions);
    }

    /** Returns a source on this server that is allowed to ask it. */
    public HttpSource source() {
        return HttpSource.of(address()).within(AddressPolicy.publicInternet().allowing("127.0.0.1"));
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException already) {
            // Nothing is left to close then.
        }
        threads.shutdownNow();
    }

    /** Answers with a document. */
    public static Answer document(String json, String... headers) {
        return document(json.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** Answers with a document. */
    public static Answer document(byte[] body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        if (all.stream().noneMatch(it -> it.startsWith("Content-Type"))) {
            all.add("Content-Type: application/json");
        }
        all.add("Content-Length: " + body.length);
        return raw("200 OK", body, all.toArray(String[]::new));
    }

    /** Answers with a status, headers and a body. */
    public static Answer raw(String status, byte[] body, String... headers) {
        return (question, out) -> {
            StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\n");
            List.of(headers).forEach(it -> head.append(it).append("\r\n"));
            head.append("Connection: close\r\n\r\n");
            out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
        };
    }

    /** Answers with a status and nothing else. */
    public static Answer status(String status, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Content-Length: 0");
        return raw(status, new byte[0], all.toArray(String[]::new));
    }

    public static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
