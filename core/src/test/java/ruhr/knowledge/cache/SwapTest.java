package ruhr.knowledge.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import ruhr.knowledge.index.FilterIndex;
import ruhr.knowledge.query.Answer;
import ruhr.knowledge.query.Deadline;
import ruhr.knowledge.query.PlainLoop;
import ruhr.knowledge.query.Query;
import ruhr.knowledge.query.Searcher;
import ruhr.knowledge.query.World;
import ruhr.knowledge.query.World.Thing;
import ruhr.knowledge.value.Version;

/**
 * Eight readers ask questions of the whole language while the data are changed under them, ten times a second: each answer is
 * the one that a plain loop gives for the version that the answer names. {@code -Dswap.seconds=600} goes on for ten minutes.
 */
class SwapTest {

    private static final int READERS = 8;
    private static final int VERSIONS = 5;
    private static final int QUESTIONS = 80;
    private static final long PAUSE_MILLIS = 100;
    private static final long SEED = 20_261_125;

    private final World world = largeWorld();
    private final List<List<Thing>> data = new ArrayList<>();
    private final List<Query> questions = new ArrayList<>();
    private final Map<Version, List<Answer<Thing>>> expected = new HashMap<>();
    private final Queue<String> torn = new ConcurrentLinkedQueue<>();
    private final AtomicLong asked = new AtomicLong();
    private final AtomicReference<Searcher<Thing>> current = new AtomicReference<>();
    private final List<Thread> threads = new ArrayList<>();

    SwapTest() {
        List<PlainLoop<Thing>> loops = new ArrayList<>();
        for (int i = 0; i < VERSIONS; i++) {
            int left = i;
            data.add(IntStream.range(0, world.things().size())
                    .filter(place -> place % VERSIONS != left)
                    .mapToObj(world.things()::get)
                    .toList());
            loops.add(new PlainLoop<>(world.schema(), data.get(i), version(i)));
            expected.put(version(i), new ArrayList<>());
        }
        while (questions.size() < QUESTIONS) {
            Query query = world.query();
            if (isAnswered(loops.get(0), query)) {
                questions.add(query);
                loops.forEach(loop -> expected.get(loop.version()).add(loop.ask(query, Deadline.none())));
            }
        }
        current.set(searcher(0));
    }

    /** Returns the first world with many records that have words and places. */
    private static World largeWorld() {
        return LongStream.iterate(SEED, seed -> seed + 1)
                .mapToObj(World::new)
                .filter(world -> world.things().size() >= 128
                        && world.schema().fields().size() >= 3
                        && world.schema().hasText()
                        && world.schema().hasPlaces())
                .findFirst()
                .orElseThrow();
    }

    /** Some random questions name a field that records do not have. */
    private static boolean isAnswered(Searcher<Thing> loop, Query query) {
        try {
            loop.ask(query, Deadline.none());
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private static Version version(int number) {
        return new Version("version-" + number % VERSIONS);
    }

    /** Returns a new index each time, also of data that were there before. */
    private Searcher<Thing> searcher(int number) {
        Version version = version(number);
        FilterIndex<Thing> index = FilterIndex.of(world.schema(), data.get(number % VERSIONS), version);
        return CachedSearcher.around(index, 10_000);
    }

    /** Takes the searcher of the moment once, and asks it: that is all that a reader has to observe. */
    private void readUntil(long end, long seed, UnaryOperator<Answer<Thing>> plant) {
        Random random = new Random(seed);
        try {
            while (System.nanoTime() < end) {
                int question = random.nextInt(QUESTIONS);
                Query query = questions.get(question);
                Answer<Thing> answer = plant.apply(current.get().ask(query, Deadline.none()));
                asked.incrementAndGet();
                // A virtual reader that never waits would keep its carrier for itself.
                Thread.yield();
                if (!answer.equals(expected.get(answer.version()).get(question))) {
                    torn.add(answer.version() + ", seed " + SEED + ": " + query);
                }
            }
        } catch (RuntimeException | AssertionError failed) {
            torn.add(failed.toString());
        }
    }

    private void run(double seconds, UnaryOperator<Answer<Thing>> plant) throws InterruptedException {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        List<Runnable> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            long seed = SEED + i;
            readers.add(() -> readUntil(end, seed, plant));
        }
        startAll(readers);
        CountDownLatch pause = new CountDownLatch(1);
        for (int number = 1; System.nanoTime() < end; number++) {
            current.set(searcher(number));
            assertTrue(!pause.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
        }
        for (Thread thread : threads) {
            thread.join(30_000);
            assertTrue(!thread.isAlive(), thread + " ends");
        }
    }

    /** Starts each reader in a thread of the platform, and in a virtual one where there are such. */
    private void startAll(List<Runnable> readers) {
        Optional<Method> virtual = startVirtualThread();
        for (Runnable reader : readers) {
            Thread thread = new Thread(reader, "reader");
            thread.start();
            threads.add(thread);
            virtual.ifPresent(method -> threads.add(started(method, reader)));
        }
    }

    private static Optional<Method> startVirtualThread() {
        try {
            return Optional.of(Thread.class.getMethod("startVirtualThread", Runnable.class));
        } catch (NoSuchMethodException olderPlatform) {
            return Optional.empty();
        }
    }

    private static Thread started(Method method, Runnable reader) {
        try {
            return (Thread) method.invoke(null, reader);
        } catch (ReflectiveOperationException refused) {
            throw new IllegalStateException(refused);
        }
    }

    @Test
    void everyAnswerIsThatOfOneVersion() throws InterruptedException {
        double seconds = Double.parseDouble(System.getProperty("swap.seconds", "10"));

        run(seconds, answer -> answer);

        assertEquals(List.of(), List.copyOf(torn));
        assertTrue(asked.get() > 1_000, asked + " answers were compared");
    }

    @Test
    void anAnswerFromTwoVersionsWouldBeSeen() throws InterruptedException {
        // The entries are of one version, the name is that of the next one.
        Map<Version, Version> next = new HashMap<>();
        for (int i = 0; i < VERSIONS; i++) {
            next.put(version(i), version(i + 1));
        }

        run(
                1,
                answer -> new Answer<>(
                        answer.query(),
                        next.get(answer.version()),
                        answer.total(),
                        answer.entries(),
                        answer.matches(),
                        answer.facets(),
                        answer.relaxations(),
                        answer.last()));

        assertTrue(!torn.isEmpty());
    }
}
