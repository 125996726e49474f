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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.KnowledgeBaseBuilder;
import ruhr.knowledge.RefreshListener;
import ruhr.knowledge.RefreshReport;
import ruhr.knowledge.source.Source;
import ruhr.knowledge.value.Finding;

/**
 * Serves the widgets from a jar.
 *
 * <pre>{@code
 * java -jar ruhr-knowledge-standalone.jar serve data/ --port 8080
 * java -jar ruhr-knowledge-standalone.jar check data/
 * java -jar ruhr-knowledge-standalone.jar ask "kind=service&topic=start-ups&city=bochum"
 * }</pre>
 */
@Command(
        name = "ruhr-knowledge-standalone",
        description = "Serves the Ruhr's knowledge as widgets for other sites.",
        mixinStandardHelpOptions = true,
        versionProvider = Standalone.Build.class,
        subcommands = {Standalone.Serve.class, Standalone.Check.class, Ask.class},
        synopsisSubcommandLabel = "(serve | check | ask)")
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
        throw new CommandLine.ParameterException(spec.commandLine(), "Expected a command: serve, check or ask.");
    }

    /** Says which build this is: the manifest knows. */
    static final class Build implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Standalone.class.getPackage().getImplementationVersion();
            return new String[] {version == null ? "unpacked" : version};
        }
    }

    /** What all commands read. */
    static final class Data {

        /** Kept, or its level would be forgotten. */
        private static final Logger LIBRARY = Logger.getLogger("ruhr.knowledge");

        static final String DOCUMENTS = "Files, folders with files that end in .json, or http and https addresses,"
                + " also of another installation (…/api/v1/data/knowledge.json). Without any, the data set of the Ruhr"
                + " alone.";

        @Option(names = "--without-ruhr", description = "Leaves out the data set of the Ruhr.")
        private boolean withoutRuhr;

        @Option(
                names = "--allow-host",
                showDefaultValue = CommandLine.Help.Visibility.NEVER,
                paramLabel = "HOST",
                description = "A private host, or a range such as 10.20.0.0/16, that an address may lead to.")
        private List<String> allowed = new ArrayList<>();

        List<Source> sources(List<String> documents) throws IOException {
            return Documents.sources(documents, !withoutRuhr, allowed);
        }

        /** Reads for a command that says itself what is to be said. */
        KnowledgeBase open(List<String> documents) throws IOException {
            LIBRARY.setLevel(Level.OFF);
            return KnowledgeBase.open(sources(documents).toArray(Source[]::new));
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

        @Parameters(
                paramLabel = "DOCUMENT",
                arity = "0..*",
                description = Data.DOCUMENTS,
                showDefaultValue = CommandLine.Help.Visibility.NEVER)
        private List<String> documents = new ArrayList<>();

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
                names = "--last-good",
                paramLabel = "FOLDER",
                description =
                        "Where the last good content of documents is kept, to be shown after a restart while their"
                                + " source is away. Without it nothing is kept.")
        private Path lastGood;

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
            Server server = Server.start(open(), address, port, settings);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "ruhr-knowledge-stop"));
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

        /** Opens what is to be served. A file that is wrong from the start is a mistake; a silent address is asked again. */
        private KnowledgeBase open() throws IOException {
            List<Source> sources = data.sources(documents);
            List<RefreshReport> reports = new CopyOnWriteArrayList<>();
            KnowledgeBaseBuilder builder = KnowledgeBase.builder()
                    .sources(sources.toArray(Source[]::new))
                    .listener(new RefreshListener() {
                        @Override
                        public void finished(RefreshReport report) {
                            if (reports.isEmpty()) {
                                reports.add(report);
                            }
                        }
                    });
            if (refresh > 0) {
                builder.refreshEvery(Duration.ofSeconds(refresh));
            }
            if (lastGood != null) {
                builder.lastGood(lastGood);
            }
            KnowledgeBase knowledge = builder.open();
            boolean remote = sources.stream().anyMatch(Source::isRemote);
            for (RefreshReport.SourceReport failed : reports.get(0).failures()) {
                if (!remote && !failed.fromLastGood()) {
                    knowledge.close();
                    throw new IOException(failed.message().orElse(failed.name()) + " Nothing is served.");
                }
            }
            return knowledge;
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

        @Parameters(
                paramLabel = "DOCUMENT",
                arity = "0..*",
                description = Data.DOCUMENTS,
                showDefaultValue = CommandLine.Help.Visibility.NEVER)
        private List<String> documents = new ArrayList<>();

        @CommandLine.Mixin
        private Data data;

        @Override
        public Integer call() throws IOException {
            try (KnowledgeBase knowledge = data.open(documents)) {
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
