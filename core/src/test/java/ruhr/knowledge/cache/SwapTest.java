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
import org.junit.jupiter.api.Test;
import ruhr.knowledge.index.FilterIndex;
import ruhr.knowledge.query.Answer;
import ruhr.knowledge.query.Deadline;
import ruhr.knowledge.query.Dice;
import ruhr.knowledge.query.Lab;
import ruhr.knowledge.query.PlainLoop;
import ruhr.knowledge.query.Query;
import ruhr.knowledge.query.Searcher;
import ruhr.knowledge.value.Version;

/**
 * Eight readers ask while the data are changed under them, ten times a second: each answer is the one that a plain loop gives for
 * the version that the answer names. {@code -Dswap.seconds=600} goes on for ten minutes.
 */
class SwapTest {

    private static final int READERS = 8;
    private static final int VERSIONS = 5;
    private static final int QUESTIONS = 80;
    private static final long PAUSE_MILLIS = 100;
    private static final long SEED = 20_261_125;

    private final List<List<Lab>> data = new ArrayList<>();
    private final List<Query> questions = new ArrayList<>();
    private final Map<Version, List<Answer<Lab>>> expected = new HashMap<>();
    private final Queue<String> torn = new ConcurrentLinkedQueue<>();
    private final AtomicLong asked = new AtomicLong();
    private final AtomicReference<Searcher<Lab>> current = new AtomicReference<>();
    private final List<Thread> threads = new ArrayList<>();

    SwapTest() {
        Dice dice = new Dice(SEED);
        for (int i = 0; i < QUESTIONS; i++) {
            questions.add(dice.query());
        }
        for (int i = 0; i < VERSIONS; i++) {
            List<Lab> labs = new Dice(SEED + i).labs(120 + 37 * i);
            data.add(labs);
            PlainLoop<Lab> loop = new PlainLoop<>(Lab.SCHEMA, labs, version(i));
            expected.put(
                    version(i),
                    questions.stream()
                            .map(query -> loop.ask(query, Deadline.none()))
                            .toList());
        }
        current.set(searcher(0));
    }

    private static Version version(int number) {
        return new Version("version-" + number % VERSIONS);
    }

    /** Returns a new index each time, also of data that were there before. */
    private Searcher<Lab> searcher(int number) {
        Version version = version(number);
        FilterIndex<Lab> index = FilterIndex.of(Lab.SCHEMA, data.get(number % VERSIONS), version);
        return CachedSearcher.around(index, 10_000);
    }

    /** Takes the searcher of the moment once, and asks it: that is all that a reader has to observe. */
    private void readUntil(long end, long seed, UnaryOperator<Answer<Lab>> plant) {
        Random random = new Random(seed);
        try {
            while (System.nanoTime() < end) {
                int question = random.nextInt(QUESTIONS);
                Query query = questions.get(question);
                Answer<Lab> answer = plant.apply(current.get().ask(query, Deadline.none()));
                asked.incrementAndGet();
                if (!answer.equals(expected.get(answer.version()).get(question))) {
                    torn.add(answer.version() + ", seed " + SEED + ": " + query);
                }
            }
        } catch (RuntimeException | AssertionError failed) {
            torn.add(failed.toString());
        }
    }

    private void run(double seconds, UnaryOperator<Answer<Lab>> plant) throws InterruptedException {
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
        // The entries that the reader has are of one version, the name of the version is that of the moment after.
        run(
                1,
                answer -> new Answer<>(
                        answer.query(),
                        current.get().version(),
                        answer.total(),
                        answer.entries(),
                        answer.matches(),
                        answer.facets(),
                        answer.relaxations(),
                        answer.last()));

        assertTrue(!torn.isEmpty());
    }
}
