package ruhr.knowledge.examples.benchmarks.http;

import com.sun.management.OperatingSystemMXBean;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.eclipse.jetty.ee10.servlet.DefaultServlet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import ruhr.knowledge.servlet.KnowledgeServlet;

/** A container in a process of its own, with the plugin and a folder of files. Says its port, and ends with its input. */
public final class WidgetServer {

    private WidgetServer() {}

    /** Says how much processor time the process took so far, in nanoseconds. */
    public static final class CpuServlet extends HttpServlet {

        private static final long serialVersionUID = 1L;

        /** For the container. */
        public CpuServlet() {}

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            response.getOutputStream()
                    .write(String.valueOf(system.getProcessCpuTime()).getBytes(StandardCharsets.US_ASCII));
        }
    }

    /**
     * Starts a container.
     *
     * @param arguments {@code tomcat} or {@code jetty}, and the folder of files
     * @throws Exception if it cannot start
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        int port = arguments[0].equals("tomcat") ? tomcat(folder) : jetty(folder);
        System.out.println("port " + port);
        while (System.in.read() >= 0) {
            // Whoever started us holds our input open for as long as we are needed.
        }
        System.exit(0);
    }

    private static int tomcat(Path folder) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.resolve("work").toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", folder.toAbsolutePath().toString());
        Wrapper files = Tomcat.addServlet(context, "default", "org.apache.catalina.servlets.DefaultServlet");
        files.addInitParameter("precompressed", "gzip=.gz");
        files.addMapping("/");
        context.addMimeMapping("html", "text/html");
        Tomcat.addServlet(context, "cpu", new CpuServlet()).addMapping("/cpu");
        Tomcat.addServlet(context, "ruhr", new KnowledgeServlet()).addMapping("/ruhr-knowledge/*");
        tomcat.start();
        return tomcat.getConnector().getLocalPort();
    }

    private static int jetty(Path folder) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.setBaseResourceAsPath(folder.toAbsolutePath());
        ServletHolder files = new ServletHolder("default", DefaultServlet.class);
        files.setInitParameter("precompressed", "gzip=.gz");
        files.setInitParameter("dirAllowed", "false");
        files.setInitParameter("maxCacheSize", String.valueOf(64 << 20));
        files.setInitParameter("maxCachedFileSize", String.valueOf(8 << 20));
        files.setInitParameter("maxCachedFiles", "1000");
        context.addServlet(files, "/");
        context.addServlet(new ServletHolder(new CpuServlet()), "/cpu");
        context.addServlet(new ServletHolder(new KnowledgeServlet()), "/ruhr-knowledge/*");
        server.setHandler(context);
        server.start();
        return connector.getLocalPort();
    }
}
