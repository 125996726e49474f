package ruhr.knowledge.servlet;

import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.startup.Tomcat;

/** A web application with the plugin on a real Tomcat, on a free port of the loopback interface. */
final class Site implements AutoCloseable {

    private final Path folder;
    private final Tomcat tomcat = new Tomcat();
    private final Context context;

    private Site(String contextPath, Consumer<Context> settings) throws IOException {
        folder = Files.createTempDirectory("ruhr-site");
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        context = tomcat.addContext(contextPath, folder.toString());
        context.addServletContainerInitializer(new RuhrKnowledgeInitializer(), Set.of());
        settings.accept(context);
    }

    static Site start() throws Exception {
        return start("", context -> {});
    }

    static Site start(String contextPath, Consumer<Context> settings) throws Exception {
        Site site = new Site(contextPath, settings);
        site.tomcat.start();
        return site;
    }

    static void add(Context context, String path, HttpServlet servlet) {
        Tomcat.addServlet(context, path, servlet).addMapping(path);
    }

    Context context() {
        return context;
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + path);
    }

    HttpResponse<byte[]> bytes(String method, String path, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address(path)).method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** Sends a request as it stands, however broken, and returns the first line of the answer. */
    String raw(String request) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress("127.0.0.1", tomcat.getConnector().getLocalPort()), 5000);
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            byte[] answer = socket.getInputStream().readNBytes(12);
            return new String(answer, StandardCharsets.ISO_8859_1);
        }
    }

    /** Sends a request as it stands and returns the whole answer; the request has to ask for the connection to be closed. */
    String whole(String request) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress("127.0.0.1", tomcat.getConnector().getLocalPort()), 5000);
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws LifecycleException, IOException {
        if (tomcat.getServer().getState() == LifecycleState.DESTROYED) {
            return;
        }
        tomcat.stop();
        tomcat.destroy();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
