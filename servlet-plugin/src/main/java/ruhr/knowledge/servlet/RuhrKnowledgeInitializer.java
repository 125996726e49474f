package ruhr.knowledge.servlet;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the plugin in every web application whose class path has this jar. A container finds it by itself; an
 * embedded container that does not look calls {@link #onStartup} or registers a {@link KnowledgeServlet}.
 *
 * <p>It reads settings and nothing else, and whatever goes wrong costs one line in the log, never the host's start.
 */
public final class RuhrKnowledgeInitializer implements ServletContainerInitializer {

    private static final Logger LOG = LoggerFactory.getLogger(RuhrKnowledgeInitializer.class);
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
                register(context, settings.prefix());
            } else {
                LOG.info("Ruhr Knowledge is switched off by ruhr.knowledge.enabled in {}", context.getContextPath());
            }
        } catch (RuntimeException | LinkageError failure) {
            LOG.error(
                    "Ruhr Knowledge could not be registered in {}; the application starts without it",
                    context.getContextPath(),
                    failure);
        }
    }

    private static void register(ServletContext context, String prefix) {
        ServletRegistration.Dynamic servlet = context.addServlet(NAME, KnowledgeServlet.class);
        if (servlet == null) {
            LOG.info("Ruhr Knowledge is already registered in {}", context.getContextPath());
            return;
        }
        servlet.setAsyncSupported(true);
        Set<String> taken = servlet.addMapping(prefix + "/*");
        if (taken.isEmpty()) {
            LOG.info("Ruhr Knowledge answers at {}{}/", context.getContextPath(), prefix);
        } else {
            LOG.error(
                    "Ruhr Knowledge cannot answer at {}: another servlet of {} is mapped to {}. Set "
                            + "ruhr.knowledge.prefix to another path",
                    prefix,
                    context.getContextPath(),
                    taken);
        }
    }
}
