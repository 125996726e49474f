package ruhr.knowledge.examples.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import ruhr.knowledge.examples.benchmarks.data.Catalogue;
import ruhr.knowledge.examples.benchmarks.data.GeneratedCatalogue;
import ruhr.knowledge.examples.benchmarks.data.Question;
import ruhr.knowledge.examples.benchmarks.data.RandomQuestions;
import ruhr.knowledge.examples.benchmarks.data.RorCatalogue;
import ruhr.knowledge.examples.benchmarks.data.Shapes;
import ruhr.knowledge.examples.benchmarks.engine.CqEngine;
import ruhr.knowledge.examples.benchmarks.engine.DuckEngine;
import ruhr.knowledge.examples.benchmarks.engine.Engine;
import ruhr.knowledge.examples.benchmarks.engine.LuceneEngine;
import ruhr.knowledge.examples.benchmarks.engine.OurEngine;
import ruhr.knowledge.examples.benchmarks.engine.OurEngine.Variant;
import ruhr.knowledge.examples.benchmarks.engine.RoaringEngine;
import ruhr.knowledge.examples.benchmarks.engine.StreamsEngine;
import ruhr.knowledge.examples.benchmarks.report.Chart;
import ruhr.knowledge.examples.benchmarks.report.Machine;
import ruhr.knowledge.examples.benchmarks.report.ResultFile;
import ruhr.knowledge.examples.benchmarks.report.Run;
import ruhr.knowledge.examples.benchmarks.report.Tables;
import ruhr.knowledge.examples.benchmarks.run.Bound;
import ruhr.knowledge.examples.benchmarks.run.Built;
import ruhr.knowledge.examples.benchmarks.run.CacheHits;
import ruhr.knowledge.examples.benchmarks.run.Progress;
import ruhr.knowledge.examples.benchmarks.run.TextSearch;
import ruhr.knowledge.examples.benchmarks.run.Timing;
import ruhr.knowledge.examples.benchmarks.run.Verification;

/** The command: {@code mvn -Pbenchmarks}. What it does and how to read it is said in {@code core/docs/performance.md}. */
public final class Benchmarks {

    private static final long SEED = 20_261_126;

    /** The places in a Markdown file between which tables are put. */
    private static final String BEGIN = "<!-- measured: begin -->";

    private static final String END = "<!-- measured: end -->";

    private final Options options;
    private final PrintStream out;
    private final Progress progress;
    private final List<Run> runs = new ArrayList<>();
    private final List<CacheHits> hits = new ArrayList<>();
    private final List<TextSearch> searches = new ArrayList<>();

    private Benchmarks(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
        progress = new Progress(out, System.console() != null);
    }

    /**
     * Runs all that the arguments say. Ends with 1 if two engines gave different answers.
     *
     * @param arguments see {@link Options}
     * @throws Exception if an engine fails or a file cannot be read or written
     */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Options options;
        try {
            options = Options.of(arguments);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            System.exit(2);
            return;
        }
        boolean agreed = new Benchmarks(options, out).run();
        if (!agreed) {
            System.exit(1);
        }
    }

    private boolean run() throws Exception {
        boolean agreed = true;
        for (String size : options.sizes()) {
            progress.begin(size + ": making up records");
            agreed &= measure(GeneratedCatalogue.of(size, Options.records(size)));
        }
        if (options.ror().isPresent()) {
            progress.begin("ror: reading " + options.ror().get());
            agreed &= measure(RorCatalogue.read(options.ror().get()));
        }
        progress.end();
        report(agreed);
        return agreed;
    }

    private boolean measure(Catalogue catalogue) throws Exception {
        List<Engine> engines = new ArrayList<>();
        try {
            List<Run.Build> builds = new ArrayList<>();
            partialBuilds(catalogue, builds);
            for (Map.Entry<String, Callable<Engine>> each : builders(catalogue).entrySet()) {
                if (options.wants(each.getKey())) {
                    progress.begin(catalogue.label() + ": filling " + each.getKey());
                    Built built = Built.of(each.getValue());
                    engines.add(built.engine());
                    builds.add(build(built, false));
                }
            }
            List<Question> shapes = Shapes.of(catalogue);
            List<Question> questions = new ArrayList<>(shapes);
            progress.begin(catalogue.label() + ": making up questions");
            questions.addAll(RandomQuestions.of(catalogue, options.random(), SEED));
            Verification verification =
                    Verification.of(catalogue, engines, questions, shapes.size(), options.verifySeconds(), progress);
            Map<Question, Integer> totals = new LinkedHashMap<>();
            for (Question shape : shapes) {
                try (Engine.Asked asked = engines.get(0).prepare(shape)) {
                    totals.put(shape, asked.read(asked.answer()).total());
                }
            }
            List<Timing> timings = List.of();
            if (verification.passed()) {
                timings = Timing.of(catalogue.label(), engines, shapes, options.seconds(), progress);
            }
            progress.begin(catalogue.label() + ": reading memory");
            Bound bound = Bound.of(catalogue);
            runs.add(new Run(
                    catalogue.label(),
                    catalogue.items().size(),
                    catalogue.values(),
                    totals,
                    verification,
                    builds,
                    timings,
                    bound));
            for (Engine engine : engines) {
                if (engine instanceof OurEngine ours && engine.name().equals(OurEngine.nameOf(Variant.WITH_PAIRS))) {
                    others(catalogue, ours);
                }
            }
            return verification.passed();
        } finally {
            engines.forEach(Engine::close);
        }
    }

    /** What is measured once, of the first catalogue that has what it takes. */
    private void others(Catalogue catalogue, OurEngine ours) throws Exception {
        if (hits.isEmpty() && catalogue.hasWords()) {
            progress.begin(catalogue.label() + ": answers out of the cache");
            hits.addAll(CacheHits.of(ours.cached()));
        }
        if (searches.isEmpty() && !catalogue.hasWords()) {
            searches.addAll(TextSearch.of(ours, progress));
        }
    }

    private Map<String, Callable<Engine>> builders(Catalogue catalogue) {
        Map<String, Callable<Engine>> builders = new LinkedHashMap<>();
        builders.put("streams", () -> new StreamsEngine(catalogue));
        builders.put("cqengine", () -> new CqEngine(catalogue));
        builders.put("duckdb", () -> new DuckEngine(catalogue));
        builders.put("lucene", () -> new LuceneEngine(catalogue, true));
        builders.put("lucene-plain", () -> new LuceneEngine(catalogue, false));
        builders.put("roaring", () -> new RoaringEngine(catalogue));
        builders.put("ours", () -> new OurEngine(catalogue, Variant.WITHOUT_PAIRS, true));
        builders.put("ours-pairs", () -> new OurEngine(catalogue, Variant.WITH_PAIRS, true));
        return builders;
    }

    /** Fills our own engine several times without texts, for what facets and places cost alone; the middle one counts. */
    private void partialBuilds(Catalogue catalogue, List<Run.Build> builds) throws Exception {
        for (Variant variant : Variant.values()) {
            if (!options.wants(variant == Variant.WITHOUT_PAIRS ? "ours" : "ours-pairs")) {
                continue;
            }
            List<Run.Build> tries = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                progress.begin(catalogue.label() + ": filling " + OurEngine.nameOf(variant) + " without texts");
                tries.add(build(Built.of(() -> new OurEngine(catalogue, variant, false)), true));
            }
            tries.sort(Comparator.comparingLong(Run.Build::otherNanos));
            builds.add(tries.get(1));
        }
    }

    private static Run.Build build(Built built, boolean partial) {
        return new Run.Build(
                built.engine().name(),
                built.cpuNanos(),
                built.wordNanos(),
                built.processNanos(),
                built.heapBytes(),
                built.bytes(),
                partial);
    }

    private void report(boolean agreed) throws IOException {
        Machine machine = Machine.here();
        String tables = Tables.of(machine, runs, hits, searches);
        out.println(tables);
        Path folder = Files.createDirectories(options.output());
        Files.writeString(folder.resolve("report.md"), tables);
        Files.writeString(folder.resolve("results.json"), ResultFile.of(machine, runs, hits, searches));
        for (Run run : runs) {
            Files.writeString(folder.resolve(run.label() + ".svg"), Chart.of(run));
        }
        out.println("Written: " + folder.toAbsolutePath().normalize());
        options.docs().ifPresent(docs -> {
            if (!agreed) {
                out.println("The documentation is left as it is: engines gave different answers.");
                return;
            }
            try {
                document(machine, docs, tables);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Puts the tables, the results of each size and the picture of the largest one into the documentation. */
    private void document(Machine machine, Path docs, String tables) throws IOException {
        Path page = docs.resolve("performance.md");
        StringBuilder filled = new StringBuilder();
        Optional<Run> largest = runs.stream().max(Comparator.comparingInt(Run::records));
        if (largest.isPresent()) {
            Files.writeString(docs.resolve("images").resolve("benchmarks.svg"), Chart.of(largest.get()));
            filled.append(String.format(
                    Locale.ROOT,
                    "![CPU time of one answer by engine and shape, %,d records](images/benchmarks.svg)\n",
                    largest.get().records()));
        }
        for (Run run : runs) {
            Files.writeString(
                    docs.resolve("measured").resolve("benchmarks-" + run.label() + ".json"),
                    ResultFile.of(machine, List.of(run), hits, searches));
        }
        filled.append('\n').append(tables);
        Files.writeString(page, between(Files.readString(page), filled.toString()));
        out.println("Filled in: " + page.toAbsolutePath().normalize());
    }

    /**
     * Puts a text between the two marks of a page.
     *
     * @param page a page that has both marks
     * @param text what stands between them afterwards
     * @return the changed page
     * @throws IllegalArgumentException if the page does not have both marks in this order
     */
    static String between(String page, String text) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("page: expected the marks " + BEGIN + " and " + END);
        }
        return page.substring(0, begin + BEGIN.length()) + "\n\n" + text + "\n" + page.substring(end);
    }
}
