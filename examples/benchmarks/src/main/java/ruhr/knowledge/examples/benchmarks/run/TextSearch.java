package ruhr.knowledge.examples.benchmarks.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import ruhr.knowledge.examples.benchmarks.engine.OurEngine;

/**
 * Measures searches by words, uncached, over the names of real institutions.
 *
 * @param kind what sort of search
 * @param nanos CPU time: for each search the median of its rounds, and of these the median
 * @param worst the largest of these medians
 * @param worstWords the words that it is of
 * @param found how many records each search found, in the order of the searches
 */
public record TextSearch(String kind, double nanos, double worst, String worstWords, List<Integer> found) {

    private static final int ROUNDS = 15;

    /** How long all searches are made before the first one counts: they share most of the code that has to be compiled. */
    private static final double WARM_UP_NANOS = 3e9;

    private static final List<String> ONE = List.of(
            "universität",
            "institut",
            "hospital",
            "dortmund",
            "wasserstoff",
            "energie",
            "fraunhofer",
            "museum",
            "häuser",
            "laser");
    private static final List<String> TWO = List.of(
            "max planck",
            "universität dortmund",
            "hochschule bochum",
            "technische universität",
            "fraunhofer institut",
            "medical center",
            "national laboratory",
            "research institute");
    private static final List<String> PREFIX =
            List.of("uni dort", "fraunh", "max pla", "hochschule bo", "rese", "instit", "univers", "wasserst");
    private static final List<String> TYPO = List.of(
            "wasserstof", "universtät", "fraunhoffer", "insitut", "laboratroy", "dortmnd", "hochshule", "helmholz");
    private static final List<String> COMPOUND =
            List.of("technik", "forschung", "wirtschaft", "klinikum", "schule", "gesellschaft", "physik", "chemie");
    private static final List<String> TYPED =
            List.of("t", "te", "tec", "ruhr un", "univ", "max p", "berl", "fra", "wass");

    /**
     * Measures.
     *
     * @param engine the records of the Research Organization Registry
     * @param progress told about every kind
     * @return for each kind what it takes; empty if the engine cannot search for words
     * @throws Exception if the engine fails
     */
    public static List<TextSearch> of(OurEngine engine, Progress progress) throws Exception {
        List<TextSearch> searches = new ArrayList<>();
        try {
            progress.begin("text search: warming up");
            warmUp(engine);
            for (boolean counting : new boolean[] {false, true}) {
                String facets = counting ? ", all fields counted" : "";
                progress.begin("text search" + facets);
                searches.add(search("one word" + facets, ONE, engine, counting));
                searches.add(search("two words" + facets, TWO, engine, counting));
                searches.add(search("beginning of a word" + facets, PREFIX, engine, counting));
                searches.add(search("typing error" + facets, TYPO, engine, counting));
                searches.add(search("part of a compound" + facets, COMPOUND, engine, counting));
            }
            progress.begin("suggestions");
            searches.add(measure(
                    "suggestions", TYPED, typed -> () -> engine.suggest(typed).size()));
        } catch (UnsupportedOperationException unknown) {
            return List.of();
        }
        return searches;
    }

    private static void warmUp(OurEngine engine) throws Exception {
        List<IntSupplier> calls = new ArrayList<>();
        for (List<String> kind : List.of(ONE, TWO, PREFIX, TYPO, COMPOUND)) {
            kind.forEach(words -> calls.add(engine.search(words, false)));
            kind.forEach(words -> calls.add(engine.search(words, true)));
        }
        TYPED.forEach(typed -> calls.add(() -> engine.suggest(typed).size()));
        new Meter().batch(1, WARM_UP_NANOS, () -> calls.stream()
                .mapToInt(IntSupplier::getAsInt)
                .sum());
    }

    private interface Search {
        Callable<Integer> of(String words);
    }

    private static TextSearch search(String kind, List<String> all, OurEngine engine, boolean counting)
            throws Exception {
        return measure(kind, all, words -> engine.search(words, counting)::getAsInt);
    }

    private static TextSearch measure(String kind, List<String> all, Search search) throws Exception {
        Meter meter = new Meter();
        double[] medians = new double[all.size()];
        List<Integer> found = new ArrayList<>();
        int worst = 0;
        for (int i = 0; i < medians.length; i++) {
            Callable<Integer> call = search.of(all.get(i));
            found.add(call.call());
            int times = meter.batch(2e6, 150e6, call);
            double[] rounds = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                rounds[round] = meter.measure(times, call).nanos();
            }
            medians[i] = Meter.median(rounds);
            worst = medians[i] > medians[worst] ? i : worst;
        }
        return new TextSearch(kind, Meter.median(medians), medians[worst], all.get(worst), found);
    }
}
