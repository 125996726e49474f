package ruhr.knowledge.examples.benchmarks.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Measures how long it takes from a query string to an answer that is in the cache already.
 *
 * @param way how the answer is found
 * @param nanos CPU time, the median of the rounds
 * @param bytes what it allocates, the query string itself not counted
 */
public record CacheHits(String way, double nanos, double bytes) {

    /** A typical query string: 77 characters, six parameters, one escape. */
    public static final String TYPICAL =
            "topic=topic-1-003&city=city-07%2Ccity-02&language=de&page=2&limit=9&sort=name";

    private static final int STRINGS = 4_096;
    private static final int ROUNDS = 41;

    /**
     * Measures.
     *
     * @param ways what takes a query string and gives an answer
     * @return for each way what it takes
     * @throws Exception if an answer cannot be given
     */
    public static List<CacheHits> of(Map<String, Function<String, Object>> ways) throws Exception {
        List<CacheHits> hits = new ArrayList<>();
        for (Map.Entry<String, Function<String, Object>> way : ways.entrySet()) {
            hits.add(of(way.getKey(), way.getValue()));
        }
        return hits;
    }

    private static CacheHits of(String name, Function<String, Object> way) throws Exception {
        Meter meter = new Meter();
        double[] nanos = new double[ROUNDS];
        double[] bytes = new double[ROUNDS];
        for (int warmUp = 0; warmUp < 40; warmUp++) {
            ask(meter, way);
        }
        for (int round = 0; round < ROUNDS; round++) {
            Meter.Cost cost = ask(meter, way);
            nanos[round] = cost.nanos() / STRINGS;
            bytes[round] = cost.bytes() / STRINGS;
        }
        return new CacheHits(name, Meter.median(nanos), Meter.median(bytes));
    }

    /** Every string is a new one, as a container makes it for every request: its hash has not been computed yet. */
    private static Meter.Cost ask(Meter meter, Function<String, Object> way) throws Exception {
        byte[] letters = TYPICAL.getBytes(StandardCharsets.ISO_8859_1);
        String[] strings = new String[STRINGS];
        for (int i = 0; i < STRINGS; i++) {
            strings[i] = new String(letters, StandardCharsets.ISO_8859_1);
        }
        Object[] last = new Object[1];
        return meter.measure(1, () -> {
            for (String string : strings) {
                last[0] = way.apply(string);
            }
            return last;
        });
    }
}
