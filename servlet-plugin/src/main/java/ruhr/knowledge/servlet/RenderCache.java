package ruhr.knowledge.servlet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import ruhr.knowledge.value.Version;

/**
 * Remembers replies of one version of the data, within a bound of bytes. With the next version everything is dropped at
 * once, so no byte of what was withdrawn stays. Thread-safe.
 */
final class RenderCache {

    /** What belongs to one version. */
    private static final class Shelf {

        private final Version version;
        private final Cache<String, Reply> replies;

        private Shelf(Version version, long bytes) {
            this.version = version;
            this.replies = Caffeine.newBuilder()
                    .maximumWeight(bytes)
                    .weigher((String key, Reply reply) ->
                            2 * key.length() + reply.body().weight() + 200)
                    .executor(Runnable::run)
                    .build();
        }
    }

    private final long bytes;
    private volatile Shelf shelf;

    RenderCache(Version version, long bytes) {
        this.bytes = bytes;
        this.shelf = new Shelf(version, bytes);
    }

    /** Drops everything that is not of this version. */
    void turnTo(Version version) {
        if (!shelf.version.equals(version)) {
            shelf = new Shelf(version, bytes);
        }
    }

    /**
     * Returns the reply of a key in a version, made now if it is not there yet. Equal keys are made once, also when many
     * ask at once. A reply of another version than the current one is made and not kept.
     */
    Reply get(Version version, String key, Supplier<Reply> make) {
        Shelf current = shelf;
        if (!current.version.equals(version)) {
            return make.get();
        }
        return current.replies.get(key, none -> make.get());
    }

    /** For tests: everything that is remembered. */
    Collection<Reply> replies() {
        return List.copyOf(shelf.replies.asMap().values());
    }
}
