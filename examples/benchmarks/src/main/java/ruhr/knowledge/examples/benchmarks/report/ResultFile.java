package ruhr.knowledge.examples.benchmarks.report;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import ruhr.knowledge.examples.benchmarks.data.Question;
import ruhr.knowledge.examples.benchmarks.run.CacheHits;
import ruhr.knowledge.examples.benchmarks.run.TextSearch;
import ruhr.knowledge.examples.benchmarks.run.Timing;

/** Writes results as JSON, for those who compare one run with another. */
public final class ResultFile {

    private ResultFile() {}

    /**
     * Writes everything.
     *
     * @param machine where it was measured
     * @param runs what was measured for each size
     * @param hits what was measured of the cache
     * @param searches what was measured of searches by words
     * @return JSON, indented
     */
    public static String of(Machine machine, List<Run> runs, List<CacheHits> hits, List<TextSearch> searches) {
        JsonObject all = Json.createObjectBuilder()
                .add(
                        "machine",
                        Json.createObjectBuilder()
                                .add("day", machine.day())
                                .add("commit", machine.commit())
                                .add("java", machine.java())
                                .add("processor", machine.processor())
                                .add("processors", machine.processors())
                                .add("load", machine.load())
                                .add("clock", machine.clock())
                                .add("clockNanos", machine.clockNanos()))
                .add("runs", array(runs, ResultFile::run))
                .add(
                        "cache",
                        array(
                                hits,
                                hit -> Json.createObjectBuilder()
                                        .add("way", hit.way())
                                        .add("nanos", hit.nanos())
                                        .add("bytes", hit.bytes())))
                .add(
                        "texts",
                        array(
                                searches,
                                search -> Json.createObjectBuilder()
                                        .add("kind", search.kind())
                                        .add("nanos", search.nanos())
                                        .add("worst", search.worst())
                                        .add("worstWords", search.worstWords())
                                        .add("found", Json.createArrayBuilder(search.found()))))
                .build();
        StringWriter text = new StringWriter();
        try (var writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.write(all);
        }
        return text.append('\n').toString();
    }

    private static JsonObjectBuilder run(Run run) {
        return Json.createObjectBuilder()
                .add("label", run.label())
                .add("records", run.records())
                .add("values", run.values())
                .add(
                        "verification",
                        Json.createObjectBuilder()
                                .add("questions", run.verification().questions())
                                .add("compared", numbers(run.verification().compared()))
                                .add(
                                        "declined",
                                        array(
                                                run.verification().declined().entrySet(),
                                                entry -> Json.createObjectBuilder()
                                                        .add("engine", entry.getKey())
                                                        .add(
                                                                "questions",
                                                                entry.getValue().size())))
                                .add("different", run.verification().wrong())
                                .add(
                                        "differences",
                                        Json.createArrayBuilder(
                                                run.verification().differences())))
                .add("targets", array(Target.of(run), ResultFile::target))
                .add(
                        "bound",
                        withNumber(
                                Json.createObjectBuilder()
                                        .add("gigabytesPerSecond", run.bound().gigabytesPerSecond())
                                        .add("countBytes", run.bound().countBytes()),
                                "countNanos",
                                run.bound().countNanos()))
                .add("shapes", array(run.shapes().entrySet(), ResultFile::shape))
                .add("timings", array(run.timings(), ResultFile::timing))
                .add("builds", array(run.builds(), ResultFile::build));
    }

    private static JsonObjectBuilder target(Target target) {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("what", target.what()).add("least", target.least());
        target.wanted().ifPresent(wanted -> json.add("wanted", wanted));
        target.found().ifPresent(found -> json.add("found", found));
        target.met().ifPresent(met -> json.add("met", met));
        return json.add("unit", target.unit().strip()).add("note", target.note());
    }

    private static JsonObjectBuilder shape(Map.Entry<Question, Integer> shape) {
        return Json.createObjectBuilder()
                .add("name", shape.getKey().name())
                .add("conditions", shape.getKey().conditions())
                .add("hits", shape.getValue());
    }

    private static JsonObjectBuilder timing(Timing timing) {
        return Json.createObjectBuilder()
                .add("shape", timing.shape())
                .add("engine", timing.engine())
                .add("nanos", timing.nanos())
                .add("low", timing.low())
                .add("high", timing.high())
                .add("bytes", timing.bytes())
                .add("rounds", timing.rounds());
    }

    private static JsonObjectBuilder build(Run.Build build) {
        return Json.createObjectBuilder()
                .add("engine", build.engine())
                .add("textsLeftOut", build.partial())
                .add("cpuNanos", build.cpuNanos())
                .add("wordNanos", build.wordNanos())
                .add("processNanos", build.processNanos())
                .add("heapBytes", build.heapBytes())
                .add("bytes", numbers(build.bytes()));
    }

    private static JsonObjectBuilder numbers(Map<String, ? extends Number> numbers) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        numbers.forEach((name, number) -> json.add(name, number.longValue()));
        return json;
    }

    /** JSON has no word for "not a number": such a one is left out. */
    private static JsonObjectBuilder withNumber(JsonObjectBuilder json, String name, double number) {
        return Double.isFinite(number) ? json.add(name, number) : json;
    }

    private static <T> JsonArrayBuilder array(Collection<T> all, Function<T, JsonObjectBuilder> writer) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        all.forEach(one -> array.add(writer.apply(one)));
        return array;
    }
}
