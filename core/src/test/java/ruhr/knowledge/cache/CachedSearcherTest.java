package ruhr.knowledge.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.index.FilterIndex;
import ruhr.knowledge.query.Answer;
import ruhr.knowledge.query.Deadline;
import ruhr.knowledge.query.Dice;
import ruhr.knowledge.query.EngineUnavailable;
import ruhr.knowledge.query.InvalidQuery;
import ruhr.knowledge.query.Lab;
import ruhr.knowledge.query.Page;
import ruhr.knowledge.query.Query;
import ruhr.knowledge.query.QueryString;
import ruhr.knowledge.query.Searcher;
import ruhr.knowledge.query.SearcherContract;
import ruhr.knowledge.query.Suggestion;
import ruhr.knowledge.value.Version;

class CachedSearcherTest extends SearcherContract {

    @Override
    protected <T> Searcher<T> searcher(FilterSchema<T> schema, List<T> records, Version version) {
        return CachedSearcher.around(FilterIndex.of(schema, records), 10_000);
    }

    /** The engine behind the cache has been asked by its own test. */
    @Override
    protected int comparisons() {
        return 1_000;
    }

    /** Counts the questions that reach it. */
    private static class Engine implements Searcher<Lab> {
        final FilterIndex<Lab> index = FilterIndex.of(Lab.SCHEMA, new Dice(5).labs(300));
        final AtomicInteger asked = new AtomicInteger();

        @Override
        public Version version() {
            return index.version();
        }

        @Override
        public Answer<Lab> ask(Query query, Deadline deadline) {
            asked.incrementAndGet();
            return index.ask(query);
        }

        @Override
        public Optional<Lab> find(String id, Deadline deadline) {
            return index.find(id);
        }

        @Override
        public List<Suggestion> suggest(String typed, int limit, Deadline deadline) {
            return index.suggest(typed, limit, deadline);
        }
    }

    @Test
    void theSameQuestionReachesTheEngineOnce() {
        Engine engine = new Engine();
        CachedSearcher<Lab> cached = CachedSearcher.around(engine, 1000);
        Query query = Query.where(Filter.choice("topic", "wind"));

        Answer<Lab> first = cached.ask(query, Deadline.none());
        Answer<Lab> second = cached.ask(Query.where(Filter.choice("topic", "wind")), Deadline.none());

        assertSame(first, second);
        assertEquals(1, engine.asked.get());
        assertEquals(1, cached.hits());
        assertEquals(1, cached.misses());
    }

    @Test
    void theOrderOfConditionsMakesNoOtherQuestion() {
        Engine engine = new Engine();
        CachedSearcher<Lab> cached = CachedSearcher.around(engine, 1000);
        Filter wind = Filter.choice("topic", "wind");
        Filter essen = Filter.choice("city", "essen");

        cached.ask(Query.where(Filter.and(wind, essen)), Deadline.none());
        cached.ask(Query.where(Filter.and(essen, wind)), Deadline.none());

        assertEquals(1, engine.asked.get());
    }

    @Test
    void pageScopeAndFacetsMakeAnotherQuestion() {
        Engine engine = new Engine();
        CachedSearcher<Lab> cached = CachedSearcher.around(engine, 1000);
        List<Query> queries = List.of(
                Query.all(),
                Query.all().page(new Page(2, 20)),
                Query.all().counting("city"),
                Query.where(Filter.choice("city", "essen")),
                Query.all().within(Filter.choice("city", "essen")));

        queries.forEach(query -> cached.ask(query, Deadline.none()));

        assertEquals(queries.size(), engine.asked.get());
    }

    @Test
    void aQueryStringReachesTheEngineOnceInWhateverSpelling() {
        Engine engine = new Engine();
        CachedSearcher<Lab> cached = CachedSearcher.around(engine, Lab.SCHEMA, 1000);
        List<String> spellings = List.of(
                "topic=wind,hydrogen",
                "topic=wasserstoff&topic=wind&page=1",
                "TOPIC=Wind%2Cwasserstoff",
                "topic=wind,hydrogen");

        Answer<Lab> first = cached.ask(spellings.get(0), Deadline.none());
        for (String spelling : spellings) {
            assertSame(first, cached.ask(spelling, Deadline.none()));
        }

        assertSame(first, cached.ask(QueryString.parse(spellings.get(0), Lab.SCHEMA), Deadline.none()));
        assertEquals(1, engine.asked.get());
        assertEquals(5, cached.hits());
        assertEquals(1, cached.misses());
    }

    @Test
    void aQueryStringHasTheAnswerOfItsQuery() {
        Engine engine = new Engine();
        CachedSearcher<Lab> cached = CachedSearcher.around(engine, Lab.SCHEMA, 2000);
        Dice dice = new Dice(7);
        for (int i = 0; i < 3000; i++) {
            Dice.Written written = dice.written();
            Answer<Lab> answer = cached.ask(written.queryString(), Deadline.none());
            assertEquals(engine.index.ask(written.query()), answer, () -> "seed 7: " + written);
        }
        assertTrue(cached.hits() > 100, cached.hits() + " hits");
    }

    @Test
    void aRememberedQueryStringLeavesLittleGarbage() {
        CachedSearcher<Lab> cached = CachedSearcher.around(new Engine(), Lab.SCHEMA, 1000);
        String typical = "topic=hydrogen,wind&city=bochum&not_topic=vision&facets=topic,city&page=2&limit=10";
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        int times = 20_000;
        long bytes = 0;
        for (int round = 0; round < 2; round++) {
            long before = threads.getThreadAllocatedBytes(self);
            for (int i = 0; i < times; i++) {
                cached.ask(typical, Deadline.none());
            }
            bytes = threads.getThreadAllocatedBytes(self) - before;
        }

        assertTrue(bytes / times <= 1100, bytes / times + " bytes each");
    }

    @Test
    void aWrongQueryStringIsRefusedEachTime() {
        CachedSearcher<Lab> cached = CachedSearcher.around(new Engine(), Lab.SCHEMA, 1000);

        assertThrows(InvalidQuery.class, () -> cached.ask("topic=wnid", Deadline.none()));
        assertThrows(InvalidQuery.class, () -> cached.ask("topic=wnid", Deadline.none()));
    }

    @Test
    void withoutASchemaAQueryStringCannotBeRead() {
        CachedSearcher<Lab> cached = CachedSearcher.around(new Engine(), 1000);

        assertThrows(IllegalStateException.class, () -> cached.ask("topic=wind", Deadline.none()));
    }

    @Test
    void aFailureIsNotRemembered() {
        AtomicInteger calls = new AtomicInteger();
        Engine engine = new Engine() {
            @Override
            public Answer<Lab> ask(Query query, Deadline deadline) {
                if (calls.getAndIncrement() == 0) {
                    throw new EngineUnavailable("cluster: expected an answer, found none", null);
                }
                return super.ask(query, deadline);
            }
        };
        CachedSearcher<Lab> cached = CachedSearcher.around(engine, 1000);

        assertThrows(EngineUnavailable.class, () -> cached.ask(Query.all(), Deadline.none()));
        assertEquals(300, cached.ask(Query.all(), Deadline.none()).total());
    }

    @Test
    void whatIsRememberedStaysWithinTheBound() {
        Engine engine = new Engine();
        CachedSearcher<Lab> cached = CachedSearcher.around(engine, 50);
        for (int round = 0; round < 2; round++) {
            for (int number = 1; number <= 15; number++) {
                cached.ask(Query.all().page(new Page(number, 20)), Deadline.none());
            }
        }

        // An answer of 20 entries weighs 21, so two of fifteen fit.
        assertTrue(engine.asked.get() >= 28, engine.asked + " of 30 questions reached the engine");
    }

    @Test
    void aLongQuestionWeighsTooThoughItsAnswerIsEmpty() {
        Engine engine = new Engine();
        CachedSearcher<Lab> cached = CachedSearcher.around(engine, 50);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            values.add("nothing-" + i);
        }
        Query query = Query.where(
                Filter.not(Filter.or(Filter.not(Filter.choice("topic", values)), Filter.choice("city", "x"))));

        cached.ask(query, Deadline.none());
        cached.ask(query, Deadline.none());

        assertEquals(2, engine.asked.get());
    }

    @Test
    void eightThreadsWithOneNewQuestionWaitForOneComputation() throws Exception {
        CountDownLatch allAtWork = new CountDownLatch(8);
        Engine engine = new Engine() {
            @Override
            public Answer<Lab> ask(Query query, Deadline deadline) {
                await(allAtWork);
                return super.ask(query, deadline);
            }
        };
        CachedSearcher<Lab> cached = CachedSearcher.around(engine, 1000);
        Query query = Query.where(Filter.choice("topic", "data"));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Answer<Lab>>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                answers.add(threads.submit(() -> {
                    allAtWork.countDown();
                    return cached.ask(query, Deadline.none());
                }));
            }
            Answer<Lab> first = answers.get(0).get(10, TimeUnit.SECONDS);
            for (Future<Answer<Lab>> answer : answers) {
                assertSame(first, answer.get(10, TimeUnit.SECONDS));
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(1, engine.asked.get());
    }

    @Test
    void underManyThreadsEveryAnswerIsTheEnginesOwn() throws Exception {
        Engine engine = new Engine();
        CachedSearcher<Lab> cached = CachedSearcher.around(engine, 300);
        CyclicBarrier start = new CyclicBarrier(8);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> runs = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                long seed = i % 2;
                runs.add(threads.submit(() -> {
                    start.await();
                    Dice dice = new Dice(seed);
                    for (int question = 0; question < 500; question++) {
                        Query query = dice.query();
                        assertEquals(engine.index.ask(query), cached.ask(query, Deadline.none()));
                    }
                    return null;
                }));
            }
            for (Future<?> run : runs) {
                run.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(4000, cached.hits() + cached.misses());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
