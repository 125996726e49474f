package ruhr.knowledge.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.servlet.ServletContainerInitializer;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Deploys and undeploys a web application again and again in one container, while it asks a source behind HTTP every second
 * and its caches are in use; every second time it goes while an answer of the source is only half there. The application has its
 * own copies of all jars in WEB-INF/lib, and the container's loader knows none of them, so what stays behind is what the plugin
 * leaves behind.
 */
class RedeployTest {

    /** As many as fit into {@code verify}; {@code -Dredeployments=50} does fifty. */
    private static final int TIMES = Integer.getInteger("redeployments", 10);

    private static final int PLANTED = 2;

    /** What a source that is polled says. */
    private static final byte[] DOCUMENT =
            "{\"topics\": [{\"id\": \"steel\", \"label\": {\"de\": \"Stahl\"}}]}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private final ExecutorService answerers = Executors.newCachedThreadPool();
    private final Semaphore questions = new Semaphore(0);
    private volatile boolean silent;
    private HttpServer source;
    private Path application;

    @BeforeEach
    void openTheSource() throws IOException {
        source = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        source.setExecutor(answerers);
        source.createContext("/", this::answer);
        source.start();
    }

    @AfterEach
    void closeTheSource() {
        source.stop(0);
        answerers.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean halfWay = silent;
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        // With a connection that it keeps alive, the JDK 17 client's own thread sleeps on until that connection
        // expires.
        exchange.getResponseHeaders().set("Connection", "close");
        exchange.sendResponseHeaders(200, DOCUMENT.length);
        exchange.getResponseBody().write(DOCUMENT, 0, halfWay ? 9 : DOCUMENT.length);
        exchange.getResponseBody().flush();
        questions.release();
        if (halfWay) {
            try {
                new CountDownLatch(1).await(1, TimeUnit.MINUTES);
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        }
        exchange.close();
    }

    @BeforeEach
    void packTheApplication() throws IOException {
        application = folder.resolve("app");
        Path lib = Files.createDirectories(application.resolve("WEB-INF/lib"));
        for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
            Path path = Path.of(entry);
            if (isOurs(path)) {
                pack(path, lib.resolve("own-" + lib.toFile().list().length + ".jar"));
            } else if (isRuntimeLibrary(path.getFileName().toString())) {
                Files.copy(path, lib.resolve(path.getFileName()));
            }
        }
    }

    private void describeTheApplication() throws IOException {
        Files.writeString(application.resolve("WEB-INF/web.xml"), """
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="5.0" metadata-complete="true">
                  <context-param>
                    <param-name>ruhr.knowledge.documents</param-name>
                    <param-value>ruhr, http://127.0.0.1:%d/knowledge.json</param-value>
                  </context-param>
                  <context-param>
                    <param-name>ruhr.knowledge.allowedHosts</param-name>
                    <param-value>127.0.0.1</param-value>
                  </context-param>
                  <context-param>
                    <param-name>ruhr.knowledge.refreshSeconds</param-name>
                    <param-value>1</param-value>
                  </context-param>
                </web-app>
                """.formatted(
                        source.getAddress().getPort()));
    }

    @ParameterizedTest
    @EnumSource
    void redeploymentsLeaveNoThreadAndNoGrowingNumberOfLoaders(Container.Kind kind) throws Exception {
        Remains remains = redeploy(kind, TIMES);

        assertEquals(List.of(), remains.threads(), "and loaders: " + remains.loaders());
        // The JDK's one-slot cache behind a record's hashCode may hold the latest loader until somebody else uses it.
        assertTrue(remains.loaders() <= 1, "loaders that stayed: " + remains.loaders());
    }

    @ParameterizedTest
    @EnumSource
    void aPlantedLeakIsCaught(Container.Kind kind) throws Exception {
        Path classes = Path.of(LeakingInitializer.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path jar = application.resolve("WEB-INF/lib/leak.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            String name = LeakingInitializer.class.getName().replace('.', '/');
            for (String part : List.of(name + ".class")) {
                out.putNextEntry(new JarEntry(part));
                Files.copy(classes.resolve(part), out);
            }
            out.putNextEntry(new JarEntry("META-INF/services/" + ServletContainerInitializer.class.getName()));
            out.write(LeakingInitializer.class.getName().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        Remains remains = redeploy(kind, PLANTED);
        LeakingInitializer.release();

        assertTrue(remains.threads().size() >= PLANTED, remains.threads().toString());
        assertTrue(remains.loaders() >= PLANTED, "loaders that stayed: " + remains.loaders());
    }

    /** What is left when everything is undeployed. */
    private record Remains(List<String> threads, int loaders) {}

    private Remains redeploy(Container.Kind kind, int times) throws Exception {
        describeTheApplication();
        Container container = kind.start(folder.resolve("base"));
        try {
            List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
            visit(container, loaders, 0); // warms what the container itself starts once
            loaders.clear();
            Set<Thread> before = threads();
            for (int i = 1; i <= times; i++) {
                visit(container, loaders, i);
            }
            int stayed = stayed(loaders);
            Set<Thread> after = threads();
            after.removeAll(before);
            after.removeIf(thread -> isOfTheContainerOrTheSource(thread) || !thread.isAlive());
            return new Remains(after.stream().map(Thread::toString).toList(), stayed);
        } finally {
            container.stop();
        }
    }

    private void visit(Container container, List<WeakReference<ClassLoader>> loaders, int number) throws Exception {
        silent = false;
        questions.drainPermits();
        ClassLoader loader = container.deploy(application);
        assertTrue(questions.tryAcquire(20, TimeUnit.SECONDS), "the source is asked without any visitor");
        for (String path : List.of("/widgets/focus", "/embed/institutions?topic=hydrogen", "/api/v1/institutions")) {
            until200(container, path);
        }
        until200(container, "/embed/institutions?topic=steel"); // known from the source alone
        if (number % 2 == 1) {
            silent = true;
            questions.drainPermits();
            assertTrue(questions.tryAcquire(20, TimeUnit.SECONDS), "the source is asked again");
        }
        if (number > 0) {
            assertNotSame(KnowledgeServlet.class, loader.loadClass(KnowledgeServlet.class.getName()));
        }
        loaders.add(new WeakReference<>(loader));
        long from = System.nanoTime();
        container.undeploy();
        assertTrue(System.nanoTime() - from < 5_000_000_000L, "it went without waiting for the source");
    }

    private static void until200(Container container, String path) throws Exception {
        long end = System.nanoTime() + 20_000_000_000L;
        int status = 0;
        while (status != 200) {
            assertTrue(System.nanoTime() < end, path + " gives " + status);
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + container.port() + "/app/ruhr-knowledge" + path)
                            .toURL()
                            .openConnection();
            connection.setRequestProperty("Connection", "close");
            status = connection.getResponseCode();
            if (status == 200) {
                connection.getInputStream().readAllBytes();
            }
            connection.disconnect();
        }
    }

    private boolean isOfTheContainerOrTheSource(Thread thread) {
        return thread.getName().startsWith("http-")
                || thread.getName().startsWith("qtp")
                || thread.getName().startsWith("Keep-Alive-")
                || thread.getName().startsWith("pool-")
                        && thread.getContextClassLoader() == getClass().getClassLoader();
    }

    private static int stayed(List<WeakReference<ClassLoader>> loaders) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        int stayed = loaders.size();
        for (int i = 0; i < 40 && (stayed > 1 || hasSelectors()); i++) {
            System.gc();
            never.await(100, TimeUnit.MILLISECONDS);
            stayed = (int)
                    loaders.stream().filter(loader -> loader.get() != null).count();
        }
        return stayed;
    }

    /** The thread of a JDK 17 client that is gone ends with the next garbage collections, within three seconds. */
    private static boolean hasSelectors() {
        return threads().stream().anyMatch(it -> it.getName().startsWith("HttpClient-"));
    }

    private static Set<Thread> threads() {
        return new HashSet<>(Thread.getAllStackTraces().keySet());
    }

    private static boolean isOurs(Path path) {
        String text = path.toString().replace('\\', '/');
        return text.endsWith("/target/classes") || text.contains("/ruhr-knowledge-core-");
    }

    private static boolean isRuntimeLibrary(String name) {
        return Stream.of("jakarta.json", "yasson", "parsson", "caffeine", "opennlp", "slf4j", "jte-runtime", "jspecify")
                .anyMatch(name::startsWith);
    }

    private static void pack(Path source, Path jar) throws IOException {
        if (Files.isRegularFile(source)) {
            Files.copy(source, jar);
            return;
        }
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> content = Files.walk(source)) {
            for (Path path : content.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(source.relativize(path).toString().replace('\\', '/')));
                Files.copy(path, out);
            }
        }
    }
}
