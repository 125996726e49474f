package ruhr.knowledge.examples.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import ruhr.knowledge.examples.benchmarks.data.Question;
import ruhr.knowledge.examples.benchmarks.run.CacheHits;
import ruhr.knowledge.examples.benchmarks.run.TextSearch;
import ruhr.knowledge.examples.benchmarks.run.Timing;
import ruhr.knowledge.examples.benchmarks.run.Verification;

/** Writes results as Markdown. */
public final class Tables {

    private final StringBuilder text = new StringBuilder();

    private Tables() {}

    /**
     * Writes everything.
     *
     * @param machine where it was measured
     * @param runs what was measured for each size
     * @param hits what was measured of the cache
     * @param searches what was measured of searches by words
     * @return Markdown
     */
    public static String of(Machine machine, List<Run> runs, List<CacheHits> hits, List<TextSearch> searches) {
        Tables tables = new Tables();
        tables.line("Measured on " + machine.day() + ", commit " + machine.commit() + ", " + machine.java() + ", "
                + machine.processor() + ", " + machine.processors() + " processors, load at the end "
                + String.format(Locale.ROOT, "%.1f", machine.load()) + ".");
        tables.line(String.format(
                Locale.ROOT,
                "Clock: %s, which takes %.1f µs to read here; batches of 20 ms.",
                machine.clock(),
                machine.clockNanos() / 1e3));
        runs.forEach(tables::run);
        if (!hits.isEmpty()) {
            tables.line("", "### Answers out of the cache", "");
            tables.targets(Target.of(hits));
        }
        if (!searches.isEmpty()) {
            tables.line("", "### Searches by words over the names of the ROR records, uncached", "");
            tables.targets(Target.ofTexts(searches));
        }
        return tables.text.toString();
    }

    private void run(Run run) {
        line(
                "",
                "### " + run.label() + ": "
                        + String.format(Locale.ROOT, "%,d records, %,d values", run.records(), run.values()),
                "");
        verification(run.verification());
        line("");
        targets(Target.of(run));
        line("", "CPU time of one answer in µs, median of the rounds:", "");
        timings(run);
        line(
                "",
                String.format(
                        Locale.ROOT,
                        "One thread reads memory at %.1f GB/s here. AND and bit count of all values, %.1f MB, take %s µs.",
                        run.bound().gigabytesPerSecond(),
                        run.bound().countBytes() / 1e6,
                        micros(run.bound().countNanos())),
                "");
        builds(run);
    }

    private void verification(Verification verification) {
        line("Answers compared (total, first page, every count), of " + verification.questions() + " questions: "
                + String.join(
                        ", ",
                        verification.compared().entrySet().stream()
                                .map(entry -> entry.getKey() + " " + entry.getValue())
                                .toList())
                + (verification.passed() ? ". All are the same." : ". **" + verification.wrong() + " DIFFER.**"));
        verification.declined().forEach((engine, names) -> {
            if (!names.isEmpty()) {
                line("**" + engine + " does not know a condition of " + names.size() + " questions: "
                        + String.join("; ", names.subList(0, Math.min(5, names.size())))
                        + (names.size() > 5 ? "; …" : "") + "**");
            }
        });
        verification.differences().forEach(difference -> line("- " + difference));
    }

    private void targets(List<Target> targets) {
        line("| | aimed at | reached | | |", "|---|---:|---:|---|---|");
        for (Target target : targets) {
            String met = target.met().map(it -> it ? "reached" : "**missed**").orElse("");
            String wanted = target.wanted().isEmpty()
                    ? ""
                    : (target.least() ? "≥ " : "≤ ") + number(target.wanted()) + target.unit();
            String found = target.found().isEmpty() ? "not measured" : number(target.found()) + target.unit();
            line("| " + target.what() + " | " + wanted + " | " + found + " | " + met + " | " + target.note() + " |");
        }
    }

    private void timings(Run run) {
        Map<String, Map<String, Timing>> table = Timing.byShape(run.timings());
        List<String> engines = run.engines();
        line("| shape | hits | " + String.join(" | ", engines) + " |");
        line("|---|---:|" + "---:|".repeat(engines.size()));
        for (Question shape : run.shapes().keySet()) {
            Map<String, Timing> row = table.getOrDefault(shape.name(), Map.of());
            line("| " + shape.name() + " | " + run.shapes().get(shape) + " | "
                    + String.join(
                            " | ",
                            engines.stream()
                                    .map(engine -> row.containsKey(engine)
                                            ? micros(row.get(engine).nanos())
                                            : "–")
                                    .toList())
                    + " |");
        }
        line("| **geometric mean** | | "
                + String.join(
                        " | ",
                        engines.stream()
                                .map(engine -> "**" + micros(run.geometricMean(engine)) + "**")
                                .toList())
                + " |");
        line("| allocated for one answer, geometric mean, kB | | "
                + String.join(
                        " | ",
                        engines.stream()
                                .map(engine -> number(OptionalDouble.of(allocation(run, engine) / 1e3)))
                                .toList())
                + " |");
        line("| rounds | | "
                + String.join(
                        " | ",
                        engines.stream()
                                .map(engine -> String.valueOf(rounds(run, engine)))
                                .toList())
                + " |");
    }

    private static int rounds(Run run, String engine) {
        return run.timings().stream()
                .filter(timing -> timing.engine().equals(engine))
                .mapToInt(Timing::rounds)
                .min()
                .orElse(0);
    }

    private static double allocation(Run run, String engine) {
        return Run.mean(run.timings().stream()
                .filter(timing -> timing.engine().equals(engine))
                .mapToDouble(Timing::bytes)
                .toArray());
    }

    private void builds(Run run) {
        line("| filling an engine | CPU s | of that words s | of the process s | heap B/record | its own reckoning B/record |");
        line("|---|---:|---:|---:|---:|---|");
        for (Run.Build build : run.builds()) {
            String own = String.join(
                    ", ",
                    build.bytes().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(entry -> entry.getKey() + " "
                                    + number(OptionalDouble.of(entry.getValue() / (double) run.records())))
                            .toList());
            line("| " + build.engine() + (build.partial() ? ", texts left out" : "") + " | "
                    + number(OptionalDouble.of(build.cpuNanos() / 1e9)) + " | "
                    + (build.wordNanos() == 0 ? "" : number(OptionalDouble.of(build.wordNanos() / 1e9))) + " | "
                    + number(OptionalDouble.of(build.processNanos() / 1e9)) + " | "
                    + number(OptionalDouble.of(build.heapBytes() / (double) run.records())) + " | " + own + " |");
        }
    }

    private void line(String... lines) {
        for (String line : lines) {
            text.append(line).append('\n');
        }
    }

    private static String micros(double nanos) {
        return Double.isNaN(nanos) ? "–" : number(OptionalDouble.of(nanos / 1e3));
    }

    /** Returns three digits that count. */
    static String number(OptionalDouble number) {
        double value = number.orElse(Double.NaN);
        double size = Math.abs(value);
        String form = size >= 100 || value == Math.rint(value) ? "%.0f" : size >= 10 ? "%.1f" : "%.2f";
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, form, value);
    }
}
