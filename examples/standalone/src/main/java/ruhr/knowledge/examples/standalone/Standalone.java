package ruhr.knowledge.examples.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.source.Source;
import ruhr.knowledge.value.Finding;

/**
 * Serves the widgets from a jar.
 *
 * <pre>{@code
 * java -jar ruhr-knowledge-standalone.jar serve data/ --port 8080
 * }</pre>
 */
@Command(
        name = "ruhr-knowledge-standalone",
        description = "Serves the Ruhr's knowledge as widgets for other sites.",
        mixinStandardHelpOptions = true,
        versionProvider = Standalone.Build.class,
        subcommands = {Standalone.Serve.class, Standalone.Check.class},
        synopsisSubcommandLabel = "(serve | check)")
public final class Standalone implements Runnable {

    @Spec
    private CommandSpec spec;

    /** For picocli. */
    public Standalone() {}

    /**
     * Runs a command until it is done, or until the program is stopped.
     *
     * @param arguments a command and its options; {@code --help} names them
     */
    public static void main(String... arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return new CommandLine(new Standalone())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(failure.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Expected a command: serve or check.");
    }

    /** Says which build this is: the manifest knows. */
    static final class Build implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Standalone.class.getPackage().getImplementationVersion();
            return new String[] {version == null ? "unpacked" : version};
        }
    }

    /** What both commands read. */
    private static final class Data {

        @Parameters(
                paramLabel = "DOCUMENT",
                arity = "0..*",
                description =
                        "Files, or folders with files that end in .json. Without any, the data set of the Ruhr alone.")
        private List<Path> documents = new ArrayList<>();

        @Option(names = "--without-ruhr", description = "Leaves out the data set of the Ruhr.")
        private boolean withoutRuhr;

        private KnowledgeBase open() throws IOException {
            return KnowledgeBase.open(Documents.sources(documents, !withoutRuhr).toArray(Source[]::new));
        }
    }

    /** Serves. */
    @Command(
            name = "serve",
            description = "Serves widgets until it is stopped.",
            mixinStandardHelpOptions = true,
            showDefaultValues = true)
    static final class Serve implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @CommandLine.Mixin
        private Data data;

        @Option(names = "--port", paramLabel = "NUMBER", description = "Where to listen.")
        private int port = 8080;

        @Option(
                names = "--address",
                paramLabel = "ADDRESS",
                description = "Whom to serve: this computer and a proxy on it, or 0.0.0.0 for everybody.")
        private InetAddress address = InetAddress.getLoopbackAddress();

        @Option(
                names = "--public-base-url",
                paramLabel = "URL",
                description =
                        "Where the world reaches /ruhr-knowledge, for example https://wissen.example.org/ruhr-knowledge."
                                + " No header of a request is believed about that.")
        private String publicBaseUrl;

        @Option(
                names = "--refresh",
                paramLabel = "SECONDS",
                description = "How often the documents are looked at; 0 for never.")
        private int refresh = 30;

        @Option(
                names = "--set",
                paramLabel = "NAME=VALUE",
                description = "Other settings of the plugin, for example --set frameAncestors=https://*.example.org.")
        private Map<String, String> others = new TreeMap<>();

        @Override
        public Integer call() throws IOException, InterruptedException {
            if (port < 0 || port > 65_535 || refresh < 0) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "Expected --port from 0 to 65535 and --refresh of at least 0.");
            }
            Map<String, String> settings = new TreeMap<>(others);
            if (publicBaseUrl != null) {
                settings.put("publicBaseUrl", publicBaseUrl);
            }
            Server server = Server.start(data.open(), address, port, settings);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "ruhr-knowledge-stop"));
            if (refresh > 0) {
                server.refreshEvery(Duration.ofSeconds(refresh));
            }
            PrintWriter out = spec.commandLine().getOut();
            out.println("ready: " + server.address());
            out.flush();
            if (publicBaseUrl == null && System.getenv("RUHR_KNOWLEDGE_PUBLICBASEURL") == null) {
                spec.commandLine()
                        .getErr()
                        .println("Other sites can embed from here once --public-base-url says where they reach it.");
            }
            Thread.currentThread().join();
            return CommandLine.ExitCode.OK;
        }
    }

    /** Checks. */
    @Command(
            name = "check",
            description = "Reads the documents, says what is wrong in them, and ends with 1 if something is.",
            mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @CommandLine.Mixin
        private Data data;

        @Override
        public Integer call() throws IOException {
            try (KnowledgeBase knowledge = data.open()) {
                PrintWriter out = spec.commandLine().getOut();
                List<Finding> findings = knowledge.snapshot().findings();
                findings.forEach(out::println);
                out.println(knowledge.ask("status=any&limit=1").total() + " entries, " + findings.size()
                        + (findings.size() == 1 ? " finding" : " findings"));
                return findings.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
            }
        }
    }
}
