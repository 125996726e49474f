package ruhr.knowledge.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ServletContainerInitializer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Deploys and undeploys a web application ten times in one Tomcat. The application has its own copies of all jars in
 * WEB-INF/lib, and Tomcat's loader knows none of them, so what stays behind is what the plugin leaves behind.
 */
class RedeployTest {

    private static final int TIMES = 10;
    private static final int PLANTED = 4;

    @TempDir
    Path folder;

    private Path application;

    @BeforeEach
    void packTheApplication() throws IOException {
        application = folder.resolve("app");
        Path lib = Files.createDirectories(application.resolve("WEB-INF/lib"));
        Files.writeString(application.resolve("WEB-INF/web.xml"), """
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="5.0" metadata-complete="true"></web-app>
                """);
        for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
            Path path = Path.of(entry);
            if (isOurs(path)) {
                pack(path, lib.resolve("own-" + lib.toFile().list().length + ".jar"));
            } else if (isRuntimeLibrary(path.getFileName().toString())) {
                Files.copy(path, lib.resolve(path.getFileName()));
            }
        }
    }

    @Test
    void tenRedeploymentsLeaveNoThreadAndNoGrowingNumberOfLoaders() throws Exception {
        Remains remains = redeploy(TIMES);

        assertEquals(List.of(), remains.threads());
        // The JDK's one-slot cache behind a record's hashCode may hold the latest loader until somebody else uses it.
        assertTrue(remains.loaders() <= 1, "loaders that stayed: " + remains.loaders());
    }

    @Test
    void aPlantedLeakIsCaught() throws Exception {
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

        Remains remains = redeploy(PLANTED);
        LeakingInitializer.release();

        assertTrue(remains.threads().size() >= PLANTED, remains.threads().toString());
        assertTrue(remains.loaders() >= PLANTED, "loaders that stayed: " + remains.loaders());
    }

    /** What is left when everything is undeployed. */
    private record Remains(List<String> threads, int loaders) {}

    private Remains redeploy(int times) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.resolve("base").toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getEngine().setParentClassLoader(new OnlyContainers(RedeployTest.class.getClassLoader()));
        tomcat.start();
        try {
            List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
            visit(tomcat, loaders, false); // warms what the container itself starts once
            loaders.clear();
            Set<Thread> before = threads();
            for (int i = 0; i < times; i++) {
                visit(tomcat, loaders, true);
            }
            int stayed = stayed(loaders);
            Set<Thread> after = threads();
            after.removeAll(before);
            after.removeIf(thread -> isOfTheContainerOrTheClient(thread) || !thread.isAlive());
            return new Remains(after.stream().map(Thread::toString).toList(), stayed);
        } finally {
            tomcat.stop();
            tomcat.destroy();
        }
    }

    private void visit(Tomcat tomcat, List<WeakReference<ClassLoader>> loaders, boolean check) throws Exception {
        Context context = tomcat.addWebapp("/app", application.toString());
        int port = tomcat.getConnector().getLocalPort();
        for (String path : List.of("/widgets/focus", "/embed/institutions?topic=hydrogen", "/api/v1/institutions")) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port + "/app/ruhr-knowledge" + path))
                    .build();
            HttpResponse<String> answer = client().send(request, HttpResponse.BodyHandlers.ofString());
            assertEquals(200, answer.statusCode(), path);
        }
        ClassLoader loader = context.getLoader().getClassLoader();
        if (check) {
            assertNotSame(KnowledgeServlet.class, loader.loadClass(KnowledgeServlet.class.getName()));
        }
        loaders.add(new WeakReference<>(loader));
        tomcat.getHost().removeChild(context);
    }

    private static boolean isOfTheContainerOrTheClient(Thread thread) {
        return thread.getName().startsWith("http-") || thread.getName().startsWith("HttpClient-");
    }

    private static HttpClient client() {
        return Clients.ONE;
    }

    private static final class Clients {
        private static final HttpClient ONE = HttpClient.newHttpClient();
    }

    private static int stayed(List<WeakReference<ClassLoader>> loaders) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        int stayed = loaders.size();
        for (int i = 0; i < 20 && stayed > 1; i++) {
            System.gc();
            never.await(100, java.util.concurrent.TimeUnit.MILLISECONDS);
            stayed = (int)
                    loaders.stream().filter(loader -> loader.get() != null).count();
        }
        return stayed;
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

    /** Shows the container's classes to web applications and hides everything else of the test's class path. */
    private static final class OnlyContainers extends ClassLoader {

        private final ClassLoader all;

        OnlyContainers(ClassLoader all) {
            super(ClassLoader.getPlatformClassLoader());
            this.all = all;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("jakarta.servlet.") || name.startsWith("org.apache.")) {
                return all.loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            return name.startsWith("jakarta/servlet/") || name.startsWith("org/apache/")
                    ? all.getResourceAsStream(name)
                    : super.getResourceAsStream(name);
        }
    }
}
