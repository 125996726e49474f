package ruhr.knowledge.examples.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Somebody else's site, at another port and so of another origin, that can be told what to serve. */
final class Elsewhere implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Served> pages = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** What is served. */
    private record Served(int status, Map<String, String> headers, String body, long delay) {}

    Elsewhere() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Serves HTML at a path, whatever the query. */
    void serve(String path, String html, Map<String, String> headers) {
        pages.put(path, new Served(200, headers, html, 0));
    }

    /** Serves something that takes its time. */
    void serveLate(String path, int status, String body, long milliseconds) {
        pages.put(path, new Served(status, Map.of("Access-Control-Allow-Origin", "*"), body, milliseconds));
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Returns which paths were asked for, each with its query. */
    List<String> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(exchange.getRequestURI().toString());
            Served served = pages.getOrDefault(
                    exchange.getRequestURI().getPath(), new Served(404, Map.of(), "nothing here", 0));
            Thread.sleep(served.delay());
            byte[] body = served.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
            served.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(served.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
