package ruhr.knowledge.servlet;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.eclipse.jetty.ee.webapp.WebAppClassLoader;
import org.eclipse.jetty.ee10.annotations.AnnotationConfiguration;
import org.eclipse.jetty.ee10.webapp.Configuration;
import org.eclipse.jetty.ee10.webapp.FragmentConfiguration;
import org.eclipse.jetty.ee10.webapp.MetaInfConfiguration;
import org.eclipse.jetty.ee10.webapp.WebAppConfiguration;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.ee10.webapp.WebInfConfiguration;
import org.eclipse.jetty.ee10.webapp.WebXmlConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;

/** A real container with one web application at a time, at {@code /app}, on a free port of the loopback interface. */
interface Container {

    /** Deploys a folder with a WEB-INF and returns the application's loader. */
    ClassLoader deploy(Path application) throws Exception;

    void undeploy() throws Exception;

    int port();

    void stop() throws Exception;

    /** Those that the plugin is held against. */
    enum Kind {
        TOMCAT {
            @Override
            Container start(Path base) throws Exception {
                return new OnTomcat(base);
            }
        },
        JETTY {
            @Override
            Container start(Path base) throws Exception {
                return new OnJetty(base);
            }
        };

        abstract Container start(Path base) throws Exception;
    }

    /** Tomcat. */
    final class OnTomcat implements Container {

        private final Tomcat tomcat = new Tomcat();
        private Context context;

        OnTomcat(Path base) throws Exception {
            tomcat.setBaseDir(base.toString());
            tomcat.setPort(0);
            tomcat.getConnector().setProperty("address", "127.0.0.1");
            tomcat.getEngine().setParentClassLoader(new OnlyContainers(Container.class.getClassLoader()));
            tomcat.start();
        }

        @Override
        public ClassLoader deploy(Path application) {
            context = tomcat.addWebapp("/app", application.toString());
            return context.getLoader().getClassLoader();
        }

        @Override
        public void undeploy() {
            tomcat.getHost().removeChild(context);
            context = null;
        }

        @Override
        public int port() {
            return tomcat.getConnector().getLocalPort();
        }

        @Override
        public void stop() throws Exception {
            tomcat.stop();
            tomcat.destroy();
        }
    }

    /** Jetty. */
    final class OnJetty implements Container {

        private final Path base;
        private final Server server = new Server();
        private final ServerConnector connector = new ServerConnector(server);
        private final ContextHandlerCollection contexts = new ContextHandlerCollection();
        private WebAppContext context;

        OnJetty(Path base) throws Exception {
            this.base = Files.createDirectories(base);
            connector.setHost("127.0.0.1");
            server.addConnector(connector);
            server.setHandler(contexts);
            server.start();
        }

        @Override
        public ClassLoader deploy(Path application) throws Exception {
            context = new WebAppContext();
            context.setContextPath("/app");
            context.setWar(application.toUri().toString());
            context.setTempDirectory(
                    Files.createTempDirectory(base, "temporary").toFile());
            context.setConfigurations(new Configuration[] {
                new WebInfConfiguration(),
                new WebXmlConfiguration(),
                new MetaInfConfiguration(),
                new FragmentConfiguration(),
                new AnnotationConfiguration(),
                new WebAppConfiguration()
            });
            context.setClassLoader(
                    new WebAppClassLoader(new OnlyContainers(Container.class.getClassLoader()), context));
            context.setThrowUnavailableOnStartupException(true);
            contexts.addHandler(context);
            context.start();
            return context.getClassLoader();
        }

        @Override
        public void undeploy() throws Exception {
            context.stop();
            contexts.removeHandler(context);
            context.destroy();
            context = null;
        }

        @Override
        public int port() {
            return connector.getLocalPort();
        }

        @Override
        public void stop() throws Exception {
            server.stop();
            server.destroy();
        }
    }

    /** Shows the container's classes to web applications and hides everything else of the test's class path. */
    final class OnlyContainers extends ClassLoader {

        private final ClassLoader all;

        OnlyContainers(ClassLoader all) {
            super(ClassLoader.getPlatformClassLoader());
            this.all = all;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("jakarta.servlet.")
                    || name.startsWith("org.apache.")
                    || name.startsWith("org.eclipse.jetty.")) {
                return all.loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            return name.startsWith("jakarta/servlet/")
                            || name.startsWith("org/apache/")
                            || name.startsWith("org/eclipse/jetty/")
                    ? all.getResourceAsStream(name)
                    : super.getResourceAsStream(name);
        }
    }
}
