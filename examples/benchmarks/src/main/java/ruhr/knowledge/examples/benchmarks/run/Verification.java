package ruhr.knowledge.examples.benchmarks.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ruhr.knowledge.examples.benchmarks.data.Catalogue;
import ruhr.knowledge.examples.benchmarks.data.Question;
import ruhr.knowledge.examples.benchmarks.engine.Engine;
import ruhr.knowledge.examples.benchmarks.engine.Engine.Asked;
import ruhr.knowledge.examples.benchmarks.engine.Reply;

/**
 * Asks all engines the same questions, and holds each answer against that of the first engine which gives one: total, first
 * page and every count of every field. Engines that take long stop after some time; how far they came is said.
 *
 * @param questions how many questions there were
 * @param compared for each engine how many of its answers were compared, or were what the others were compared with
 * @param declined for each engine the names of the questions that have a condition which it does not know
 * @param differences a sentence for each answer that is different, the first ones
 * @param wrong how many answers are different
 */
public record Verification(
        int questions,
        Map<String, Integer> compared,
        Map<String, List<String>> declined,
        List<String> differences,
        int wrong) {

    private static final int SHOWN = 20;

    /**
     * Asks.
     *
     * @param catalogue what the questions are about
     * @param engines the engines; the first one is trusted as long as it has time
     * @param questions the questions
     * @param shapes how many of them, from the first on, every engine answers however long it takes
     * @param seconds how long each engine may take for the others
     * @param progress told about every question
     * @return what was found
     * @throws Exception if an engine fails
     */
    public static Verification of(
            Catalogue catalogue,
            List<Engine> engines,
            List<Question> questions,
            int shapes,
            double seconds,
            Progress progress)
            throws Exception {
        Map<String, Integer> compared = new LinkedHashMap<>();
        Map<String, List<String>> declined = new LinkedHashMap<>();
        List<String> differences = new ArrayList<>();
        int wrong = 0;
        long[] spent = new long[engines.size()];
        engines.forEach(engine -> compared.put(engine.name(), 0));
        engines.forEach(engine -> declined.put(engine.name(), new ArrayList<>()));
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            progress.at(catalogue.label() + ": verifying, question " + (i + 1) + " of " + questions.size());
            Optional<Reply> expected = Optional.empty();
            String trusted = "";
            for (int e = 0; e < engines.size(); e++) {
                Engine engine = engines.get(e);
                if (i >= shapes && spent[e] > seconds * 1e9) {
                    continue;
                }
                long start = System.nanoTime();
                Optional<Reply> found = ask(engine, question);
                spent[e] += System.nanoTime() - start;
                if (found.isEmpty()) {
                    declined.get(engine.name()).add(question.name());
                    continue;
                }
                compared.merge(engine.name(), 1, Integer::sum);
                if (expected.isEmpty()) {
                    expected = found;
                    trusted = engine.name();
                    continue;
                }
                Optional<String> difference = expected.get().differenceTo(found.get(), catalogue);
                if (difference.isPresent()) {
                    wrong++;
                    if (differences.size() < SHOWN) {
                        differences.add(engine.name() + " against " + trusted + ", '" + question.name() + "': "
                                + difference.get() + ". Asked: " + question.choices() + " " + question.ground());
                    }
                }
            }
        }
        return new Verification(questions.size(), compared, declined, differences, wrong);
    }

    private static Optional<Reply> ask(Engine engine, Question question) throws Exception {
        try (Asked asked = engine.prepare(question)) {
            return Optional.of(asked.read(asked.answer()));
        } catch (UnsupportedOperationException unknown) {
            return Optional.empty();
        }
    }

    /**
     * Tells whether all answers that were given are the same.
     *
     * @return true if none differs
     */
    public boolean passed() {
        return wrong == 0;
    }
}
