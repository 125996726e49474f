package ruhr.knowledge.servlet;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.Set;

/** Starts a thread that nobody stops: what {@link RedeployTest} has to catch. */
public final class LeakingInitializer implements ServletContainerInitializer {

    /** For the container. */
    public LeakingInitializer() {}

    @Override
    public void onStartup(Set<Class<?>> classes, ServletContext context) {
        Thread thread = new Thread(
                () -> {
                    try {
                        synchronized (LeakingInitializer.class) {
                            LeakingInitializer.class.wait();
                        }
                    } catch (InterruptedException released) {
                        Thread.currentThread().interrupt();
                    }
                },
                "planted-leak");
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends the planted threads, so that they do not outlive the test. */
    static void release() {
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("planted-leak"))
                .forEach(Thread::interrupt);
    }
}
