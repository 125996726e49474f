package ruhr.knowledge.examples.benchmarks.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ruhr.knowledge.examples.benchmarks.data.Question;
import ruhr.knowledge.examples.benchmarks.engine.Engine;
import ruhr.knowledge.examples.benchmarks.engine.Engine.Asked;

/**
 * Measures questions round by round: in each round every question is asked of every engine in turn, so that what disturbs the
 * machine for a while disturbs all of them. Each engine has the same share of the time; those that have used theirs up leave
 * after the third round.
 *
 * @param engine the name of the engine
 * @param shape the name of the question
 * @param nanos CPU time of one answer, the median of the rounds
 * @param low the second smallest of the rounds, or the smallest if there are few
 * @param high the second largest of the rounds, or the largest if there are few
 * @param bytes what one answer allocates on the heap, the median of the rounds
 * @param rounds how many rounds
 */
public record Timing(String engine, String shape, double nanos, double low, double high, double bytes, int rounds) {

    /** To read the clock of a thread twice takes up to 300 microseconds on some virtual machines; this is far more. */
    private static final double BATCH_NANOS = 20e6;

    /** How much of the time for a catalogue each engine is asked each question before it counts. */
    private static final double WARM_UP = 0.007;

    private static final int LEAST_ROUNDS = 3;
    private static final int MOST_ROUNDS = 41;

    private record Runner(String engine, String shape, Asked asked, int times, List<Meter.Cost> costs) {}

    /**
     * Measures.
     *
     * @param label what is being measured, for the progress
     * @param engines the engines
     * @param shapes the questions; those that an engine does not know are left out for it
     * @param seconds about how long all may take; three rounds are made in any case
     * @param progress told about every round
     * @return for each engine and question what it takes
     * @throws Exception if an engine fails
     */
    public static List<Timing> of(
            String label, List<Engine> engines, List<Question> shapes, double seconds, Progress progress)
            throws Exception {
        Meter meter = new Meter();
        List<Runner> runners = new ArrayList<>();
        try {
            for (Question shape : shapes) {
                for (Engine engine : engines) {
                    progress.at(label + ": warming up, " + shape.name() + ", " + engine.name());
                    Asked asked = engine.prepare(shape);
                    try {
                        int times = meter.batch(BATCH_NANOS, seconds * 1e9 * WARM_UP, asked::answer);
                        runners.add(new Runner(engine.name(), shape.name(), asked, times, new ArrayList<>()));
                    } catch (UnsupportedOperationException unknown) {
                        asked.close();
                    }
                }
            }
            double share = seconds * 1e9 / engines.size();
            Map<String, Double> spent = new HashMap<>();
            for (int round = 0; round < MOST_ROUNDS; round++) {
                Set<String> left = new HashSet<>();
                for (Engine engine : engines) {
                    if (round < LEAST_ROUNDS || spent.getOrDefault(engine.name(), 0.0) < share) {
                        left.add(engine.name());
                    }
                }
                for (Runner runner : runners) {
                    if (left.contains(runner.engine)) {
                        progress.at(label + ": measuring, round " + (round + 1) + ", " + runner.engine);
                        long start = System.nanoTime();
                        runner.costs.add(meter.measure(runner.times, runner.asked::answer));
                        spent.merge(runner.engine, (double) (System.nanoTime() - start), Double::sum);
                    }
                }
            }
            return runners.stream().map(Timing::of).toList();
        } finally {
            runners.forEach(runner -> runner.asked.close());
        }
    }

    private static Timing of(Runner runner) {
        double[] nanos =
                runner.costs.stream().mapToDouble(Meter.Cost::nanos).sorted().toArray();
        double[] bytes = runner.costs.stream().mapToDouble(Meter.Cost::bytes).toArray();
        int edge = nanos.length > 6 ? 1 : 0;
        return new Timing(
                runner.engine,
                runner.shape,
                Meter.median(nanos),
                nanos[edge],
                nanos[nanos.length - 1 - edge],
                Meter.median(bytes),
                nanos.length);
    }

    /**
     * Puts measurements in order.
     *
     * @param timings the measurements
     * @return by the name of the shape, then by the name of the engine, in the order of the measurements
     */
    public static Map<String, Map<String, Timing>> byShape(List<Timing> timings) {
        Map<String, Map<String, Timing>> table = new LinkedHashMap<>();
        for (Timing timing : timings) {
            table.computeIfAbsent(timing.shape, none -> new LinkedHashMap<>()).put(timing.engine, timing);
        }
        return table;
    }
}
