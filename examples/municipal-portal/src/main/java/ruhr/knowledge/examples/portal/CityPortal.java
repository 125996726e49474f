package ruhr.knowledge.examples.portal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.index.FilterIndex;

/**
 * The portal of Musterhafen in a server of its own. It takes topics and presets from the Ruhr and shows nothing else of it:
 * all that one finds here are the city's records.
 */
public final class CityPortal implements AutoCloseable {

    private final Tomcat tomcat = new Tomcat();

    private CityPortal() {}

    /**
     * Returns the city's records, ready to be asked.
     *
     * @return an index with the Ruhr's topics and presets
     */
    public static FilterIndex<Offer> offers() {
        try (KnowledgeBase ruhr = KnowledgeBase.ruhr()) {
            FilterSchema<Offer> schema =
                    CityOffers.schema(ruhr.snapshot().frame().topics(), ruhr.presets());
            return FilterIndex.of(schema, CityOffers.all());
        }
    }

    /**
     * Starts the portal for this computer alone.
     *
     * @param port where to listen; 0 takes any free port
     * @param work where the server may put its own files
     * @return the portal, serving
     * @throws IOException if the server cannot start, for example because the port is taken
     */
    public static CityPortal start(int port, Path work) throws IOException {
        CityPortal portal = new CityPortal();
        portal.tomcat.setBaseDir(Files.createDirectories(work).toString());
        Connector connector = new Connector();
        connector.setPort(port);
        connector.setProperty("address", InetAddress.getLoopbackAddress().getHostAddress());
        connector.setThrowOnFailure(true);
        portal.tomcat.setConnector(connector);
        Context context = portal.tomcat.addContext("", work.toAbsolutePath().toString());
        Tomcat.addServlet(context, "portal", new PortalServlet(offers())).addMapping("/*");
        try {
            portal.tomcat.start();
            return portal;
        } catch (LifecycleException failed) {
            portal.close();
            throw new IOException(
                    "The portal did not start. Is port " + port + " taken? Another one: mvn -Pportal -Dport=9001",
                    failed);
        }
    }

    /**
     * Returns where the portal is served.
     *
     * @return for example {@code http://localhost:8081/}
     */
    public URI address() {
        return URI.create("http://localhost:" + tomcat.getConnector().getLocalPort() + "/");
    }

    /** Stops the server. */
    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException halfway) {
            System.err.println("The server stopped with a complaint: " + halfway.getMessage());
        }
    }

    /**
     * Serves the portal until the program is stopped.
     *
     * @param arguments the port (8081) and a folder for the server's own files
     * @throws InterruptedException if the thread is interrupted, which ends the program
     */
    public static void main(String... arguments) throws InterruptedException {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8081;
        Path work = Path.of(arguments.length > 1 ? arguments[1] : "server");
        try {
            CityPortal portal = start(port, work);
            Runtime.getRuntime().addShutdownHook(new Thread(portal::close, "city-portal-stop"));
            System.out.println("ready: " + portal.address());
            Thread.currentThread().join();
        } catch (IOException refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }
}
