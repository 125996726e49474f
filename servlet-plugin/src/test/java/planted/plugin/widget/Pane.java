package planted.plugin.widget;

import com.github.benmanes.caffeine.cache.Scheduler;
import jakarta.json.bind.JsonbException;
import jakarta.servlet.ServletContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import planted.plugin.embed.Frame;

/** Does everything that a guest does not do. It is read by the architecture test and never run. */
public final class Pane {

    private static final ThreadLocal<String> KEPT = new ThreadLocal<>();

    private final Frame frame = new Frame();

    /** Breaks the rules, one after the other. */
    public Object everything(ServletContext context) {
        Runtime.getRuntime().addShutdownHook(new Thread(KEPT::remove));
        System.setProperty("planted", "true");
        System.out.println(frame);
        new CompletableFuture<String>().orTimeout(1, TimeUnit.SECONDS);
        if (context == null) {
            throw new JsonbException("planted");
        }
        return Scheduler.systemScheduler();
    }
}
