package ruhr.knowledge.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.value.Version;

/** The contract fails for each engine that makes one mistake. */
class MistakesAreCaughtTest {

    private static final String RANDOM = "randomAnswersAreThoseOfAPlainLoop";

    /** Random questions do not look records up by their ids, and use no cursor wrongly. */
    private static final Set<Mistake> SEEN_BY_EXAMPLES_ONLY = EnumSet.of(
            Mistake.IDS_IN_ANY_CASE,
            Mistake.NOTHING_FOUND_BY_ITS_ID,
            Mistake.CURSOR_NEVER_EXPIRES,
            Mistake.CURSOR_FITS_ANY_QUESTION,
            Mistake.CURSOR_WITHOUT_ITS_RECORD_BEGINS_ANEW);

    private static final class Contract extends SearcherContract {

        private final List<Mistake> mistakes;

        Contract(Mistake... mistakes) {
            this.mistakes = List.of(mistakes);
        }

        @Override
        protected <T> Searcher<T> searcher(FilterSchema<T> schema, List<T> records, Version version) {
            Searcher<T> right = new PlainLoop<>(schema, records, version);
            return mistakes.isEmpty() ? right : mistakes.get(0).plantedIn(schema, right);
        }

        @Override
        protected int comparisons() {
            return 4_000;
        }

        /** Always the same questions, whatever seed the engines are asked with. */
        @Override
        protected long seed() {
            return 20_261_124;
        }
    }

    /** The examples of the contract, each run when it is asked for. */
    private static Stream<String> failingExamples(SearcherContract contract) {
        return Arrays.stream(SearcherContract.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .filter(method -> !method.getName().equals(RANDOM) && fails(method, contract))
                .map(Method::getName);
    }

    private static boolean fails(Method example, SearcherContract contract) {
        try {
            example.invoke(contract);
            return false;
        } catch (InvocationTargetException failed) {
            return true;
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }

    @Test
    void anEngineWithoutAMistakePasses() {
        assertEquals(List.of(), failingExamples(new Contract()).toList());
    }

    @ParameterizedTest
    @EnumSource(Mistake.class)
    void aMistakeIsSeenByAnExample(Mistake mistake) {
        assertTrue(failingExamples(new Contract(mistake)).findAny().isPresent());
    }

    @ParameterizedTest
    @EnumSource(Mistake.class)
    void aMistakeIsSeenByRandomQuestions(Mistake mistake) {
        Contract contract = new Contract(mistake);

        if (!SEEN_BY_EXAMPLES_ONLY.contains(mistake)) {
            assertThrows(AssertionError.class, contract::randomAnswersAreThoseOfAPlainLoop);
        }
    }

    @Test
    void aFailureShowsSeedQuestionBothAnswersAndASmallExample() {
        Contract contract = new Contract(Mistake.CIRCLES_A_LITTLE_TOO_LARGE);

        String message = assertThrows(AssertionError.class, contract::randomAnswersAreThoseOfAPlainLoop)
                .getMessage();

        assertTrue(
                message.matches(
                        "(?s)(total|entries|counts|relaxations|matches|last); expected .*, found .*; as it is, -Dcontract\\.seed=[0-9]+, "
                                + "question [0-9]+: Query\\[.*\nThe same, smaller: Query\\[.*\nof \\[Thing\\[.*"),
                message);
        String smaller = message.substring(message.indexOf("The same, smaller"));
        assertEquals(2, smaller.split("Near\\[", -1).length, smaller);
        assertEquals(2, smaller.substring(0, smaller.lastIndexOf('\n')).split("Thing\\[", -1).length, smaller);
    }
}
