package ruhr.knowledge.examples.benchmarks.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import ruhr.knowledge.examples.benchmarks.data.Question;
import ruhr.knowledge.examples.benchmarks.engine.OurEngine;
import ruhr.knowledge.examples.benchmarks.run.CacheHits;
import ruhr.knowledge.examples.benchmarks.run.Meter;
import ruhr.knowledge.examples.benchmarks.run.TextSearch;

/**
 * What was aimed at, and what was reached.
 *
 * @param what a sentence for a table
 * @param wanted the number aimed at; empty where this size has none
 * @param least whether more is better
 * @param found the number reached; empty if it was not measured
 * @param unit what stands behind the numbers
 * @param note what there is to say about it, for example which shape it is of
 */
public record Target(
        String what, OptionalDouble wanted, boolean least, OptionalDouble found, String unit, String note) {

    private static final String OURS = OurEngine.nameOf(OurEngine.Variant.WITHOUT_PAIRS);
    private static final String EVERYTHING = OurEngine.nameOf(OurEngine.Variant.WITH_PAIRS);
    private static final String LUCENE = "Lucene";
    private static final String ROARING = "RoaringBitmap";

    /**
     * Tells whether it was reached.
     *
     * @return empty if nothing was aimed at or nothing was measured
     */
    public Optional<Boolean> met() {
        return wanted.isEmpty() || found.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        least
                                ? found.getAsDouble() >= wanted.getAsDouble()
                                : found.getAsDouble() <= wanted.getAsDouble());
    }

    /**
     * Returns what was aimed at for one size.
     *
     * @param run what was measured
     * @return one target for each line of a table
     */
    public static List<Target> of(Run run) {
        boolean million = run.records() >= 1_000_000;
        boolean aimed = run.label().equals("110k") || run.label().equals("1m");
        Wanted wanted = new Wanted(aimed, million);
        List<Target> targets = new ArrayList<>();
        Predicate<Question> compound = shape -> shape.conditions() >= 3;
        targets.add(mean(
                "geometric mean against Lucene, without match-all, no pair tables",
                run.ratios(LUCENE, OURS, Run::selects),
                wanted.of(150, 100)));
        targets.add(mean(
                "the same with every precomputation",
                run.ratios(LUCENE, EVERYTHING, Run::selects),
                wanted.of(1000, 1000)));
        targets.add(mean(
                "compound shapes (3 and more conditions) against Lucene",
                run.ratios(LUCENE, OURS, compound),
                wanted.of(60, 30)));
        targets.add(
                worst("worst shape against Lucene", run.ratios(LUCENE, OURS, Run::selects), wanted.of(15, 8), true));
        targets.add(mean(
                "geometric mean against RoaringBitmap by hand, without match-all",
                run.ratios(ROARING, OURS, Run::selects),
                wanted.of(8, 7)));
        targets.add(mean(
                "a Lucene with all facets in one field, without match-all, no pair tables",
                run.ratios("Lucene, facets in one field", OURS, Run::selects),
                OptionalDouble.empty()));
        targets.add(worst(
                "unselective shapes (a quarter of the records and more) against AND and bit count over the same bytes",
                boundRatios(run),
                wanted.of(1.3, 1.6),
                false));
        targets.add(mean("the same, geometric mean", boundRatios(run), OptionalDouble.empty()).lessIsBetter());
        Optional<Run.Build> build = run.builds().stream()
                .filter(it -> it.engine().equals(OURS) && it.partial())
                .findAny();
        targets.add(new Target(
                "bytes per record, facets and places",
                wanted.of(50, 50),
                false,
                number(build.map(it -> it.size() / (double) run.records())),
                " B",
                ""));
        targets.add(new Target(
                "build from parsed records, CPU, without words",
                aimed && million ? OptionalDouble.of(1) : OptionalDouble.empty(),
                false,
                number(build.map(it -> it.otherNanos() / 1e9)),
                " s",
                build.map(it -> String.format(
                                Locale.ROOT,
                                "words of names %.2f s more; %.2f s of the whole process",
                                it.wordNanos() / 1e9,
                                it.processNanos() / 1e9))
                        .orElse("")));
        return targets;
    }

    /**
     * Returns what was aimed at for the cache.
     *
     * @param hits what was measured
     * @return one target for the time and one for the garbage of each way
     */
    public static List<Target> of(List<CacheHits> hits) {
        List<Target> targets = new ArrayList<>();
        for (CacheHits hit : hits) {
            targets.add(new Target(
                    hit.way(), OptionalDouble.of(0.7), false, OptionalDouble.of(hit.nanos() / 1e3), " µs", ""));
            targets.add(new Target(
                    hit.way() + ", garbage",
                    OptionalDouble.of(1.1),
                    false,
                    OptionalDouble.of(hit.bytes() / 1e3),
                    " kB",
                    ""));
        }
        return targets;
    }

    /**
     * Returns what was aimed at for searches by words.
     *
     * @param searches what was measured
     * @return one target for each kind
     */
    public static List<Target> ofTexts(List<TextSearch> searches) {
        return searches.stream()
                .map(search -> new Target(
                        search.kind(),
                        search.kind().contains("counted") || search.kind().startsWith("sugg")
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(search.kind().startsWith("typing") ? 5_000 : 200),
                        false,
                        OptionalDouble.of(search.nanos() / 1e3),
                        " µs",
                        String.format(
                                Locale.ROOT,
                                "worst %.0f µs, '%s'; found %s",
                                search.worst() / 1e3,
                                search.worstWords(),
                                search.found())))
                .toList();
    }

    private record Wanted(boolean aimed, boolean million) {
        OptionalDouble of(double small, double large) {
            return aimed ? OptionalDouble.of(million ? large : small) : OptionalDouble.empty();
        }
    }

    private static Map<String, Double> boundRatios(Run run) {
        Map<String, Double> ratios = new LinkedHashMap<>();
        double bound = run.bound().countNanos();
        for (Question shape : run.shapes().keySet()) {
            if (run.findsMany(shape) && !Double.isNaN(bound)) {
                run.nanos(OURS, shape).ifPresent(nanos -> ratios.put(shape.name(), nanos / bound));
            }
        }
        return ratios;
    }

    private static Target mean(String what, Map<String, Double> ratios, OptionalDouble wanted) {
        double[] all = ratios.values().stream().mapToDouble(Double::doubleValue).toArray();
        OptionalDouble found = all.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Meter.geometricMean(all));
        return new Target(what, wanted, true, found, "×", all.length + " shapes");
    }

    private Target lessIsBetter() {
        return new Target(what, wanted, false, found, unit, note);
    }

    private static Target worst(String what, Map<String, Double> ratios, OptionalDouble wanted, boolean least) {
        Comparator<Map.Entry<String, Double>> bySize = Map.Entry.comparingByValue();
        Optional<Map.Entry<String, Double>> worst = ratios.entrySet().stream().min(least ? bySize : bySize.reversed());
        return new Target(
                what,
                wanted,
                least,
                number(worst.map(Map.Entry::getValue)),
                "×",
                worst.map(entry -> entry.getKey() + (least ? "" : "; worst of " + ratios.size()))
                        .orElse(""));
    }

    private static OptionalDouble number(Optional<Double> found) {
        return found.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }
}
