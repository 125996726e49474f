package ruhr.knowledge.servlet;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Registers the plugin in every web application whose class path has this jar. A container finds it by itself; an
 * embedded container that does not look calls {@link #onStartup} or registers a {@link KnowledgeServlet}.
 *
 * <p>It reads settings and nothing else, and whatever goes wrong costs one line in the log, never the host's start. The
 * log is the container's: where a jar of ours is missing, this class still loads and says so.
 */
public final class RuhrKnowledgeInitializer implements ServletContainerInitializer {

    private static final String NAME = "ruhr-knowledge";

    /** For the container. */
    public RuhrKnowledgeInitializer() {}

    /**
     * Registers the servlet, unless it is switched off or already there.
     *
     * @param classes not used
     * @param context the web application
     */
    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
        try {
            Settings settings = Settings.of(context);
            if (settings.isEnabled()) {
                register(context, settings);
            } else {
                context.log("Ruhr Knowledge is switched off by ruhr.knowledge.enabled.");
            }
        } catch (RuntimeException | LinkageError failure) {
            context.log("Ruhr Knowledge could not be registered; the application starts without it.", failure);
        }
    }

    private static void register(ServletContext context, Settings settings) {
        String prefix = settings.prefix();
        ServletRegistration.Dynamic servlet = context.addServlet(NAME, KnowledgeServlet.class);
        if (servlet == null) {
            context.log("Ruhr Knowledge is already registered.");
            return;
        }
        servlet.setAsyncSupported(true);
        if (settings.sources().areRemote()) {
            // Asked in the background from now on, so that it has answered when the first visitor comes.
            servlet.setLoadOnStartup(1);
        }
        Set<String> taken = servlet.addMapping(prefix + "/*");
        context.log(
                taken.isEmpty()
                        ? "Ruhr Knowledge answers at " + context.getContextPath() + prefix + "/"
                        : "Ruhr Knowledge cannot answer at " + prefix + ": another servlet is mapped to " + taken
                                + ". Set ruhr.knowledge.prefix to another path.");
    }
}
