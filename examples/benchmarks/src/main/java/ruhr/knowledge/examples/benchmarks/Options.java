package ruhr.knowledge.examples.benchmarks;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a run is to do, from arguments such as {@code size=1k,10k}. An empty value means the default.
 *
 * @param sizes catalogues to make up: {@code 1k}, {@code 10k}, {@code 110k}, {@code 1m}, {@code 10m}, or another number
 * @param ror records of the Research Organization Registry; empty for none
 * @param engines {@code all}, or some of {@code streams cqengine duckdb lucene lucene-plain roaring
 *     ours ours-pairs}
 * @param random how many random questions are compared
 * @param verifySeconds how long each engine may take for these
 * @param seconds about how long measuring takes for each catalogue
 * @param output where files go
 * @param docs the documentation that results are put into; {@code true} is that of this project, empty is none
 */
record Options(
        List<String> sizes,
        Optional<Path> ror,
        List<String> engines,
        int random,
        double verifySeconds,
        double seconds,
        Path output,
        Optional<Path> docs) {

    private static final List<String> ENGINES =
            List.of("streams", "cqengine", "duckdb", "lucene", "lucene-plain", "roaring", "ours", "ours-pairs");

    /** Seen from the folder of this module, in which Maven starts the command. */
    private static final Path DOCS = Path.of("../../core/docs");

    static Options of(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (String argument : arguments) {
            int sign = argument.indexOf('=');
            if (sign < 0) {
                throw new IllegalArgumentException("argument: expected name=value, found '" + argument + "'");
            }
            String value = argument.substring(sign + 1).strip();
            if (!value.isEmpty()) {
                given.put(argument.substring(0, sign), value);
            }
        }
        List<String> sizes = list(given.getOrDefault("size", "1k,10k"));
        sizes.forEach(Options::records);
        boolean large = sizes.stream().anyMatch(size -> records(size) >= 100_000);
        List<String> engines = list(given.getOrDefault("engines", "all"));
        for (String engine : engines) {
            if (!engine.equals("all") && !ENGINES.contains(engine)) {
                throw new IllegalArgumentException(
                        "engines: expected all or some of " + ENGINES + ", found '" + engine + "'");
            }
        }
        return new Options(
                sizes,
                Optional.ofNullable(given.get("ror")).map(Path::of),
                engines,
                number(given, "random", 1_000),
                number(given, "verify", large ? 60 : 10),
                number(given, "seconds", large ? 60 : 15),
                Path.of(given.getOrDefault("output", "target/benchmarks")),
                Optional.ofNullable(given.get("docs"))
                        .filter(docs -> !docs.equals("false"))
                        .map(docs -> docs.equals("true") ? DOCS : Path.of(docs)));
    }

    boolean wants(String engine) {
        return engines.contains("all") || engines.contains(engine);
    }

    /** Returns how many records a size such as {@code 110k} is. */
    static int records(String size) {
        int factor = size.endsWith("k") ? 1_000 : size.endsWith("m") ? 1_000_000 : 1;
        try {
            int records = Math.multiplyExact(
                    factor, Integer.parseInt(factor == 1 ? size : size.substring(0, size.length() - 1)));
            if (records >= 1) {
                return records;
            }
        } catch (NumberFormatException | ArithmeticException e) {
            // Said below.
        }
        throw new IllegalArgumentException("size: expected a number such as 1k, 110k or 1m, found '" + size + "'");
    }

    private static int number(Map<String, String> given, String name, int otherwise) {
        String text = given.getOrDefault(name, String.valueOf(otherwise));
        try {
            return Integer.parseUnsignedInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + ": expected a number, found '" + text + "'", e);
        }
    }

    private static List<String> list(String text) {
        return Stream.of(text.split(","))
                .map(part -> part.strip().toLowerCase(Locale.ROOT))
                .filter(part -> !part.isEmpty() && !part.equals("none"))
                .toList();
    }
}
