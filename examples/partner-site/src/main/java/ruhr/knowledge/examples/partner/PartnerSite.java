package ruhr.knowledge.examples.partner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.servlet.KnowledgeServlet;
import ruhr.knowledge.servlet.RuhrKnowledgeInitializer;
import ruhr.knowledge.source.FileSource;

/**
 * The running site: an embedded Tomcat with the chamber's pages, the plugin, and a knowledge base of the shipped data set
 * and the chamber's own document.
 *
 * <pre>{@code
 * try (PartnerSite site = PartnerSite.start(0, folder)) {
 *     site.address();   // http://localhost:49152/
 * }
 * }</pre>
 *
 * <p>Thread-safe once started.
 */
public final class PartnerSite implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PartnerSite.class);

    private final Tomcat tomcat = new Tomcat();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "partner-site-refresh");
        thread.setDaemon(true);
        return thread;
    });
    private final DocumentFolder documents;
    private final KnowledgeBase knowledge;
    private String lastComplaint = "";

    private PartnerSite(DocumentFolder documents, KnowledgeBase knowledge) {
        this.documents = documents;
        this.knowledge = knowledge;
    }

    /**
     * Starts the site for this computer alone.
     *
     * @param port where to listen; 0 takes any free port
     * @param folder where the chamber's document lies or shall be put, see {@link DocumentFolder}
     * @return the site, serving
     * @throws BindException if the port is taken
     * @throws IOException if the folder cannot be written
     */
    public static PartnerSite start(int port, Path folder) throws IOException {
        return start(port, folder, InetAddress.getLoopbackAddress());
    }

    /**
     * Starts the site.
     *
     * @param port where to listen; 0 takes any free port
     * @param folder where the chamber's document lies or shall be put, see {@link DocumentFolder}
     * @param address whom to serve: the loopback address, or one that others reach
     * @return the site, serving
     * @throws BindException if the port is taken
     * @throws IOException if the folder cannot be written
     */
    public static PartnerSite start(int port, Path folder, InetAddress address) throws IOException {
        requireFree(port, address);
        DocumentFolder documents = DocumentFolder.in(folder);
        KnowledgeBase knowledge = KnowledgeBase.open(KnowledgeBase.embedded(), FileSource.of(documents.people()));
        PartnerSite site = new PartnerSite(documents, knowledge);
        try {
            site.serve(port, address);
            return site;
        } catch (LifecycleException failed) {
            site.close();
            throw new IOException("The server did not start: " + failed.getMessage(), failed);
        }
    }

    private static void requireFree(int port, InetAddress address) throws IOException {
        try (ServerSocket trial = new ServerSocket()) {
            trial.bind(new InetSocketAddress(address, port));
        } catch (BindException taken) {
            BindException clear = new BindException("Port " + port
                    + " is taken by another program. Choose a free one, for example: mvn -Pdemo -Dport=8081");
            clear.initCause(taken);
            throw clear;
        }
    }

    private void serve(int port, InetAddress address) throws IOException, LifecycleException {
        Path work = Files.createDirectories(documents.folder().resolve("server"));
        tomcat.setBaseDir(work.toString());
        Connector connector = new Connector();
        connector.setPort(port);
        connector.setProperty("address", address.getHostAddress());
        // Forms of PHP and their like write topic[]=a without escaping the brackets.
        connector.setProperty("relaxedQueryChars", "[]");
        // The pages; widgets and files of the plugin come compressed.
        connector.setProperty("compression", "on");
        connector.setThrowOnFailure(true);
        tomcat.setConnector(connector);
        tomcat.getHost().getPipeline().addValve(plainErrors());

        StandardContext context = (StandardContext) tomcat.addContext("", work.toString());
        // Searches for leaks that matter where applications come and go; here the program ends.
        context.setClearReferencesObjectStreamClassCaches(false);
        context.setClearReferencesRmiTargets(false);
        context.setClearReferencesThreadLocals(false);
        context.setParentClassLoader(PartnerSite.class.getClassLoader());
        context.getServletContext().setAttribute(KnowledgeServlet.KNOWLEDGE_BASE, knowledge);
        String origin = "";
        if (address.isLoopbackAddress()) {
            // Who else serves from here has an address of their own to be reached at. The port is known from here on.
            tomcat.init();
            origin = "http://localhost:" + connector.getLocalPort();
            context.addParameter("ruhr.knowledge.publicBaseUrl", origin + "/ruhr-knowledge");
        }
        // A container that scans jars finds the plugin by itself; an embedded one is told.
        context.addServletContainerInitializer(new RuhrKnowledgeInitializer(), null);
        Tomcat.addServlet(context, "page", new PageServlet(origin)).addMapping("/");
        Wrapper files = Tomcat.addServlet(context, "site", new SiteFiles());
        files.addMapping("/site/*");
        files.addMapping("/favicon.ico");
        files.addMapping("/robots.txt");
        tomcat.start();
    }

    private static ErrorReportValve plainErrors() {
        ErrorReportValve valve = new ErrorReportValve();
        valve.setShowServerInfo(false);
        valve.setShowReport(false);
        return valve;
    }

    /**
     * Returns where the site is served.
     *
     * @return for example {@code http://localhost:8080/}
     */
    public URI address() {
        return URI.create("http://localhost:" + tomcat.getConnector().getLocalPort() + "/");
    }

    /**
     * Returns what the site knows.
     *
     * @return the knowledge base that the plugin shows; this site closes it
     */
    public KnowledgeBase knowledge() {
        return knowledge;
    }

    /**
     * Reads the documents anew, and lets go of what they no longer name.
     *
     * @return true if something has changed
     * @throws ruhr.knowledge.source.SourceException if a document cannot be read; what was known before stays
     */
    public boolean refresh() {
        boolean changed = knowledge.refresh();
        documents.sweep(knowledge.snapshot());
        return changed;
    }

    /**
     * Makes an edit of the document appear by itself. Until then nothing is read but by {@link #refresh()}.
     *
     * @param pause between two looks at the document
     */
    public void refreshEvery(Duration pause) {
        clockwork.scheduleWithFixedDelay(
                this::refreshOrComplain, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void refreshOrComplain() {
        try {
            refresh();
            lastComplaint = "";
        } catch (RuntimeException notNow) {
            String complaint = String.valueOf(notNow.getMessage());
            if (!complaint.equals(lastComplaint)) {
                LOG.warn(complaint);
                lastComplaint = complaint;
            }
        }
    }

    /** Stops the server and everything that belongs to it. */
    @Override
    public void close() {
        clockwork.shutdownNow();
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException halfway) {
            LOG.warn("The server stopped with a complaint", halfway);
        }
        knowledge.close();
    }

    /**
     * Serves the site until the program is stopped.
     *
     * @param arguments the port (8080), the folder of the document ({@code demo-data}), the address to bind (loopback)
     * @throws InterruptedException if the thread is interrupted, which ends the program
     */
    public static void main(String... arguments) throws InterruptedException {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8080;
        Path folder = Path.of(arguments.length > 1 ? arguments[1] : "demo-data");
        try {
            InetAddress address =
                    arguments.length > 2 ? InetAddress.getByName(arguments[2]) : InetAddress.getLoopbackAddress();
            PartnerSite site = start(port, folder, address);
            Runtime.getRuntime().addShutdownHook(new Thread(site::close, "partner-site-stop"));
            site.refreshEvery(Duration.ofSeconds(3));
            System.out.println("ready: " + site.address());
            Thread.currentThread().join();
        } catch (IOException | UncheckedIOException refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }
}
