package ruhr.knowledge.source;

import java.net.http.HttpClient;
import java.time.Duration;

/** A client of the JDK and the threads it works on, made and let go of together. */
final class HttpThreads implements AutoCloseable {

    private final Lifecycle lifecycle = new Lifecycle("ruhr-knowledge-http");
    private final HttpClient client;

    HttpThreads() {
        Thread thread = Thread.currentThread();
        ClassLoader context = thread.getContextClassLoader();
        try {
            // The client's own thread keeps what it finds here, and outlives a web application by some seconds.
            thread.setContextClassLoader(HttpClient.class.getClassLoader());
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(Duration.ofSeconds(10))
                    .executor(lifecycle.executor())
                    .build();
        } finally {
            thread.setContextClassLoader(context);
        }
    }

    HttpClient client() {
        return client;
    }

    /** Ends the threads. The JDK's own one ends by itself: at once from Java 21 on, before that with a garbage collection. */
    @Override
    public void close() {
        try {
            HttpClient.class.getMethod("shutdownNow").invoke(client);
        } catch (ReflectiveOperationException before21) {
            // Nothing to call there.
        }
        lifecycle.close();
    }
}
