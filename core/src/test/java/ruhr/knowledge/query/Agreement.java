package ruhr.knowledge.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

/** Compares an engine with {@link PlainLoop}, answer by answer. */
public final class Agreement {

    private Agreement() {}

    /** Asks many random questions; the message of a failure has the seed and the question. */
    public static void check(Searcher<Lab> engine, List<Lab> labs, long seed, int questions) {
        PlainLoop loop = new PlainLoop(labs, engine.version());
        Dice dice = new Dice(seed);
        for (int i = 0; i < questions; i++) {
            Query query = i % 2 == 0 ? dice.query() : dice.written().query();
            check(engine, loop, query, "seed " + seed + ", " + labs.size() + " labs, question " + i + ": " + query);
        }
    }

    private static void check(Searcher<Lab> engine, PlainLoop loop, Query query, String where) {
        Answer<Lab> expected = loop.ask(query, Deadline.none());
        Answer<Lab> found = engine.ask(query, Deadline.none());
        assertEquals(expected.total(), found.total(), () -> "total; " + where);
        assertEquals(ids(expected), ids(found), () -> "entries; " + where);
        assertEquals(expected.facets(), found.facets(), () -> "counts; " + where);
        assertEquals(expected, found, () -> "answer; " + where);
    }

    private static List<String> ids(Answer<Lab> answer) {
        return answer.entries().stream().map(Lab::id).toList();
    }
}
