package planted.ruhr.index;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import jakarta.json.Json;
import jakarta.json.bind.Jsonb;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import opennlp.tools.stemmer.snowball.SnowballStemmer;

/** Does everything that a guest in somebody else's process should not do. Never run. */
final class BadGuest {

    static final ThreadLocal<long[]> SCRATCH = new ThreadLocal<>();
    static final InheritableThreadLocal<String> INHERITED = new InheritableThreadLocal<>();

    private BadGuest() {}

    static Object caffeine() {
        return Caffeine.newBuilder().scheduler(Scheduler.systemScheduler());
    }

    static CharSequence stem() {
        return new SnowballStemmer(SnowballStemmer.ALGORITHM.GERMAN).stem("Gäste");
    }

    static String json(Jsonb jsonb) {
        return jsonb.toJson(Json.createValue(1));
    }

    static Object request() {
        return HttpClient.newHttpClient();
    }

    static void print() {
        System.out.println();
        System.err.println();
    }

    static void properties() {
        System.setProperty("a", "b");
    }

    static Consumer<Thread> referenceToAShutdownHook() {
        return Runtime.getRuntime()::addShutdownHook;
    }

    static Thread subclassOfThread() {
        return new Thread("mine") {};
    }

    static Thread newThread() {
        return new Thread(BadGuest::print);
    }

    static long parallelStreamOfAList(List<String> list) {
        return list.parallelStream().count() + Stream.of(1).parallel().count();
    }

    static Object timers(CompletableFuture<String> future) {
        CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);
        return future.orTimeout(1, TimeUnit.SECONDS).completeOnTimeout("", 1, TimeUnit.SECONDS);
    }
}
