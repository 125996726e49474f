package ruhr.knowledge.servlet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.value.Version;

/**
 * Remembers replies of one version of the data, within a bound of bytes, and which address means which of them. With the next
 * version everything is dropped at once, so no byte of what was withdrawn stays. Thread-safe.
 *
 * <p>Many addresses mean the same: a reply has one key, and addresses are remembered with the key alone. So a flood of
 * addresses that nobody asks for twice costs the little that keys weigh, and no reply.
 */
final class RenderCache {

    /** What belongs to one version. */
    private static final class Shelf {

        /** Null before there is any data. */
        private final @Nullable Version version;

        private final Cache<String, Reply> replies;
        private final Cache<String, Meaning> meanings;

        private Shelf(@Nullable Version version, long bytes) {
            this.version = version;
            this.meanings = Caffeine.newBuilder()
                    .maximumWeight(bytes / SHARE_OF_ADDRESSES)
                    .weigher((String address, Meaning meaning) ->
                            2 * (address.length() + meaning.key().length()) + 200)
                    .executor(Runnable::run)
                    .build();
            this.replies = Caffeine.newBuilder()
                    .maximumWeight(bytes - bytes / SHARE_OF_ADDRESSES)
                    .weigher((String key, Reply reply) ->
                            2 * key.length() + reply.body().weight() + 200)
                    .executor(Runnable::run)
                    .build();
        }
    }

    /** One part of so many is for addresses. */
    private static final int SHARE_OF_ADDRESSES = 8;

    private final long bytes;
    private volatile Shelf shelf;

    /**
     * What an address means.
     *
     * @param key the key of the reply
     * @param tag what its entity tags begin with
     */
    record Meaning(String key, String tag) {}

    RenderCache(@Nullable Version version, long bytes) {
        this.bytes = bytes;
        this.shelf = new Shelf(version, bytes);
    }

    /** Drops everything that is not of this version. */
    void turnTo(Version version) {
        if (!version.equals(shelf.version)) {
            shelf = new Shelf(version, bytes);
        }
    }

    /**
     * Returns the reply of a key in a version, made now if it is not there yet. Equal keys are made once, also when many
     * ask at once. A reply of another version than the current one is made and not kept.
     */
    Reply get(Version version, String key, Supplier<Reply> make) {
        Shelf current = shelf;
        if (!version.equals(current.version)) {
            return make.get();
        }
        return current.replies.get(key, none -> make.get());
    }

    /** Returns the reply of a key in a version, if it is there. */
    Optional<Reply> find(Version version, String key) {
        Shelf current = shelf;
        return version.equals(current.version)
                ? Optional.ofNullable(current.replies.getIfPresent(key))
                : Optional.empty();
    }

    /** Returns what an address means in a version, if that is known. */
    @Nullable
    Meaning meaning(Version version, String address) {
        Shelf current = shelf;
        return version.equals(current.version) ? current.meanings.getIfPresent(address) : null;
    }

    /** Remembers what an address means in a version. */
    void means(Version version, String address, Meaning meaning) {
        Shelf current = shelf;
        if (version.equals(current.version)) {
            current.meanings.put(address, meaning);
        }
    }

    /** For tests: how much is remembered, in bytes as they are counted. */
    long weight() {
        return weight(shelf.replies) + weight(shelf.meanings);
    }

    private static long weight(Cache<?, ?> cache) {
        cache.cleanUp();
        return cache.policy()
                .eviction()
                .flatMap(eviction -> eviction.weightedSize().stream().boxed().findFirst())
                .orElse(0L);
    }

    /** For tests: everything that is remembered. */
    Collection<Reply> replies() {
        return List.copyOf(shelf.replies.asMap().values());
    }
}
