package ruhr.knowledge.examples.benchmarks.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import ruhr.knowledge.examples.benchmarks.data.Question;
import ruhr.knowledge.examples.benchmarks.data.Shapes;
import ruhr.knowledge.examples.benchmarks.run.Bound;
import ruhr.knowledge.examples.benchmarks.run.Meter;
import ruhr.knowledge.examples.benchmarks.run.Timing;
import ruhr.knowledge.examples.benchmarks.run.Verification;

/**
 * All that was found out about one catalogue.
 *
 * @param label what the catalogue is called
 * @param records how many records it has
 * @param values how many values all its fields have together
 * @param shapes the questions measured, and how many records each finds
 * @param verification whether all engines agree
 * @param builds what it took to fill each engine
 * @param timings what each question takes
 * @param bound what the machine can do at best
 */
public record Run(
        String label,
        int records,
        int values,
        Map<Question, Integer> shapes,
        Verification verification,
        List<Build> builds,
        List<Timing> timings,
        Bound bound) {

    /**
     * What it took to fill one engine.
     *
     * @param engine the name of the engine
     * @param cpuNanos CPU time of the thread that built it
     * @param wordNanos the part of it that went into words; 0 where it is not known
     * @param processNanos CPU time of the process meanwhile
     * @param heapBytes by how much the heap has grown
     * @param bytes what the engine itself knows about its memory
     * @param partial whether this is a build for the sake of its cost, of facets and places without texts; the words of names
     *     are in it all the same
     */
    public record Build(
            String engine,
            long cpuNanos,
            long wordNanos,
            long processNanos,
            long heapBytes,
            Map<String, Long> bytes,
            boolean partial) {

        /**
         * Returns how much memory facets and places take.
         *
         * @return what the engine itself knows of them
         */
        public long size() {
            return bytes.getOrDefault("facets", 0L) + bytes.getOrDefault("places", 0L);
        }

        /**
         * Returns the CPU time of all but words.
         *
         * @return nanoseconds
         */
        public long otherNanos() {
            return cpuNanos - wordNanos;
        }
    }

    /** Keeps the order of the shapes. */
    public Run {
        shapes = new LinkedHashMap<>(shapes);
        builds = List.copyOf(builds);
        timings = List.copyOf(timings);
    }

    /**
     * Returns the names of the engines.
     *
     * @return in the order in which they were measured
     */
    public List<String> engines() {
        return timings.stream().map(Timing::engine).distinct().toList();
    }

    /**
     * Returns what a question takes.
     *
     * @param engine the name of the engine
     * @param shape the question
     * @return CPU time in nanoseconds; empty if it was not measured
     */
    public OptionalDouble nanos(String engine, Question shape) {
        return timings.stream()
                .filter(timing ->
                        timing.engine().equals(engine) && timing.shape().equals(shape.name()))
                .mapToDouble(Timing::nanos)
                .findAny();
    }

    /**
     * Returns how many times as long one engine takes as another, for each shape that both answer.
     *
     * @param slow the engine above the line
     * @param fast the engine below the line
     * @param wanted which shapes
     * @return ratios by the name of the shape
     */
    public Map<String, Double> ratios(String slow, String fast, Predicate<Question> wanted) {
        Map<String, Double> ratios = new LinkedHashMap<>();
        for (Question shape : shapes.keySet()) {
            OptionalDouble above = nanos(slow, shape);
            OptionalDouble below = nanos(fast, shape);
            if (wanted.test(shape) && above.isPresent() && below.isPresent()) {
                ratios.put(shape.name(), above.getAsDouble() / Math.max(1, below.getAsDouble()));
            }
        }
        return ratios;
    }

    /**
     * Returns the geometric mean of what an engine takes for the shapes that it answers.
     *
     * @param engine the name of the engine
     * @return nanoseconds; not a number if it answers none
     */
    public double geometricMean(String engine) {
        return mean(timings.stream()
                .filter(timing -> timing.engine().equals(engine))
                .mapToDouble(Timing::nanos)
                .toArray());
    }

    /**
     * Tells which shapes have any condition.
     *
     * @param shape a shape
     * @return false for the one that finds everything, whose answer every engine can keep
     */
    public static boolean selects(Question shape) {
        return !shape.name().equals(Shapes.MATCH_ALL);
    }

    /**
     * Tells which shapes find a quarter of the records or more.
     *
     * @param shape a shape with a condition
     * @return true if it finds many
     */
    public boolean findsMany(Question shape) {
        return selects(shape) && 4L * shapes.getOrDefault(shape, 0) >= records;
    }

    static double mean(double... nanos) {
        return Meter.geometricMean(
                Arrays.stream(nanos).map(nano -> Math.max(1, nano)).toArray());
    }
}
