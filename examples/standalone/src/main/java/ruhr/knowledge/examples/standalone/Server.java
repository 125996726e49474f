package ruhr.knowledge.examples.standalone;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.servlet.KnowledgeServlet;
import ruhr.knowledge.servlet.RuhrKnowledgeInitializer;

/**
 * An embedded Tomcat that serves nothing but the plugin. It writes no log of requests, and believes no header about where
 * it is reached: a proxy in front of it is named by the setting {@code publicBaseUrl}. Thread-safe once started.
 */
final class Server implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private final Tomcat tomcat = new Tomcat();
    private final KnowledgeBase knowledge;
    private final Path folder;

    private Server(KnowledgeBase knowledge, Path folder) {
        this.knowledge = knowledge;
        this.folder = folder;
    }

    /**
     * Starts serving.
     *
     * @param knowledge what is served; closed with the server
     * @param address whom to serve
     * @param port where to listen; 0 takes any free port
     * @param settings settings of the plugin, without the beginning that they share
     * @return the server
     * @throws IOException if the port is taken or the server does not start
     */
    static Server start(KnowledgeBase knowledge, InetAddress address, int port, Map<String, String> settings)
            throws IOException {
        requireFree(port, address);
        Server server = new Server(knowledge, Files.createTempDirectory("ruhr-knowledge"));
        try {
            server.serve(address, port, settings);
            return server;
        } catch (LifecycleException failed) {
            server.close();
            throw new IOException("The server did not start: " + failed.getMessage(), failed);
        }
    }

    private static void requireFree(int port, InetAddress address) throws IOException {
        try (ServerSocket trial = new ServerSocket()) {
            trial.bind(new InetSocketAddress(address, port));
        } catch (BindException taken) {
            throw new IOException(
                    "Port " + port + ": expected a free port of this computer, found another program or no right to use"
                            + " it (" + taken.getMessage() + "). Nothing is served; try --port " + (port + 1) + ".",
                    taken);
        }
    }

    private void serve(InetAddress address, int port, Map<String, String> settings) throws LifecycleException {
        tomcat.setBaseDir(folder.toString());
        Connector connector = new Connector();
        connector.setPort(port);
        connector.setProperty("address", address.getHostAddress());
        // Forms of PHP and their like write topic[]=a without escaping the brackets.
        connector.setProperty("relaxedQueryChars", "[]");
        connector.setXpoweredBy(false);
        connector.setThrowOnFailure(true);
        tomcat.setConnector(connector);
        tomcat.getHost().getPipeline().addValve(plainErrors());

        StandardContext context = (StandardContext) tomcat.addContext("", folder.toString());
        context.setClearReferencesObjectStreamClassCaches(false);
        context.setClearReferencesRmiTargets(false);
        context.setClearReferencesThreadLocals(false);
        context.setParentClassLoader(Server.class.getClassLoader());
        context.getServletContext().setAttribute(KnowledgeServlet.KNOWLEDGE_BASE, knowledge);
        settings.forEach((name, value) -> context.addParameter("ruhr.knowledge." + name, value));
        context.addServletContainerInitializer(new RuhrKnowledgeInitializer(), null);
        String builder = settings.getOrDefault("prefix", "/ruhr-knowledge") + "/embed-builder";
        Tomcat.addServlet(context, "entrance", new Entrance(builder)).addMapping("");
        tomcat.start();
    }

    private static ErrorReportValve plainErrors() {
        ErrorReportValve valve = new ErrorReportValve();
        valve.setShowServerInfo(false);
        valve.setShowReport(false);
        return valve;
    }

    /** Leads whoever comes to the door to the page on which widgets are put together. */
    private static final class Entrance extends HttpServlet {

        private static final long serialVersionUID = 1L;

        private final String target;

        private Entrance(String target) {
            this.target = target;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", target);
        }
    }

    /** Returns where it is reached on this computer. */
    URI address() {
        return URI.create("http://localhost:" + tomcat.getConnector().getLocalPort() + "/");
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException halfway) {
            LOG.warn("The server stopped with a complaint", halfway);
        }
        knowledge.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException stays) {
            LOG.debug("The folder {} stays", folder, stays);
        }
    }
}
