package ruhr.knowledge.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.query.Answer;
import ruhr.knowledge.query.Deadline;
import ruhr.knowledge.query.EngineUnavailable;
import ruhr.knowledge.query.InvalidQuery;
import ruhr.knowledge.query.Query;
import ruhr.knowledge.query.QueryKeys;
import ruhr.knowledge.query.QueryString;
import ruhr.knowledge.query.Searcher;
import ruhr.knowledge.query.Suggestion;
import ruhr.knowledge.value.Version;

/**
 * Remembers the answers of another searcher, within a bound.
 *
 * <pre>{@code
 * Searcher<CityEvent> events = CachedSearcher.around(FilterIndex.of(schema, cityEvents), 100_000);
 * }</pre>
 *
 * <p>Keyed by the query. The version needs no place in the key, because a searcher has one version for ever: whoever puts
 * a new version in place of an old one puts a new cache in its place, too, and the old one goes as a whole. So an answer
 * of an old version is never given for a new one, and a person who is withdrawn from the data is withdrawn from the cache
 * with it; nothing has to be found and thrown out.
 *
 * <p>A question that comes as a query string is remembered under a short key as well, see {@link QueryKeys}: asked again in
 * any plain spelling, it has its answer without being read.
 *
 * <p>Several threads that ask the same new question wait for one computation of its answer. If that fails, nothing is
 * remembered: one of those who wait tries again, with a deadline of its own. While they wait, the deadline of the one who
 * computes counts, not theirs; and a remembered answer is given after the deadline, too. Looking up by id is passed on as
 * it is.
 *
 * <p>Thread-safe, if the other searcher is. Starts no thread: what falls out of the bound does so on the threads of the
 * callers.
 *
 * @param <T> the type of the entries
 */
public final class CachedSearcher<T> implements Searcher<T> {

    private final Searcher<T> searcher;
    private final Optional<Spelled> spelled;

    /** By query, and by the key of a query string. */
    private final Cache<Object, Answer<T>> answers;

    private final LongAdder unknownKeys = new LongAdder();

    /** What is needed to understand query strings. */
    private record Spelled(FilterSchema<?> schema, QueryKeys keys) {}

    private CachedSearcher(Searcher<T> searcher, Optional<FilterSchema<T>> schema, long maximumWeight) {
        this.searcher = searcher;
        spelled = schema.map(it -> new Spelled(it, QueryKeys.of(it)));
        answers = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumWeight(maximumWeight)
                .weigher((Object question, Answer<T> answer) -> weight(question, answer))
                .recordStats()
                .build();
    }

    /**
     * Returns a searcher that remembers.
     *
     * @param searcher who answers
     * @param maximumWeight how much is remembered: an answer weighs one, and one more for each of its entries, each of its
     *     counts, and each value that its query names, so neither long answers nor long questions fill the memory; 0
     *     remembers nothing
     * @param <T> the type of the entries
     * @return a searcher of the same version
     * @throws IllegalArgumentException if the weight is negative
     */
    public static <T> CachedSearcher<T> around(Searcher<T> searcher, long maximumWeight) {
        return new CachedSearcher<>(searcher, Optional.empty(), maximumWeight);
    }

    /**
     * Returns a searcher that remembers and understands query strings.
     *
     * @param searcher who answers
     * @param schema the fields of its entries
     * @param maximumWeight how much is remembered, see {@link #around(Searcher, long)}; an answer to a query string weighs
     *     twice, because it can be found in two ways
     * @param <T> the type of the entries
     * @return a searcher of the same version
     * @throws IllegalArgumentException if the weight is negative
     */
    public static <T> CachedSearcher<T> around(Searcher<T> searcher, FilterSchema<T> schema, long maximumWeight) {
        return new CachedSearcher<>(searcher, Optional.of(schema), maximumWeight);
    }

    @Override
    public Version version() {
        return searcher.version();
    }

    @Override
    public Answer<T> ask(Query query, Deadline deadline) {
        return answers.get(query, unknown -> searcher.ask(query, deadline));
    }

    /**
     * Answers a question in the grammar of URLs, as {@link #ask(Query, Deadline)} answers what {@link QueryString#parse}
     * makes of it. A plain string whose query is remembered costs less than a microsecond.
     *
     * @param queryString for example {@code topic=wind&page=2}
     * @param deadline until when an answer is of use
     * @return the answer
     * @throws InvalidQuery if there is a problem in the string; the message has a sentence for each
     * @throws EngineUnavailable if the engine cannot answer now
     * @throws IllegalStateException if this searcher was made without a schema
     */
    public Answer<T> ask(String queryString, Deadline deadline) {
        Spelled grammar = spelled.orElseThrow(() -> new IllegalStateException(
                "query string: expected a searcher with a schema, found one without; see CachedSearcher.around"));
        Optional<QueryKeys.Key> key = grammar.keys().key(queryString);
        if (key.isPresent()) {
            Answer<T> known = answers.getIfPresent(key.get());
            if (known != null) {
                return known;
            }
            unknownKeys.increment();
        }
        Answer<T> answer = ask(QueryString.parse(queryString, grammar.schema()), deadline);
        key.ifPresent(it -> answers.put(it, answer));
        return answer;
    }

    @Override
    public Optional<T> find(String id, Deadline deadline) {
        return searcher.find(id, deadline);
    }

    @Override
    public List<Suggestion> suggest(String typed, int limit, Deadline deadline) {
        return searcher.suggest(typed, limit, deadline);
    }

    /**
     * Returns how many questions had a remembered answer.
     *
     * @return a number that grows
     */
    public long hits() {
        return answers.stats().hitCount();
    }

    /**
     * Returns how many questions had to be passed on, those that failed among them.
     *
     * @return a number that grows
     */
    public long misses() {
        // A query string with an unknown key is asked again as a query, and counted then.
        return answers.stats().missCount() - unknownKeys.sum();
    }

    /**
     * Returns how much is remembered now.
     *
     * @return the weight of all answers, see {@link #around(Searcher, long)}; about right while others ask
     */
    public long weight() {
        answers.cleanUp();
        return answers.policy()
                .eviction()
                .map(it -> it.weightedSize().orElse(0))
                .orElse(0L);
    }

    private static int weight(Object question, Answer<?> answer) {
        int counts = answer.facets().stream()
                .mapToInt(facet -> facet.counts().size())
                .sum();
        return 1 + answer.entries().size() + counts + size(question);
    }

    private static int size(Object question) {
        return question instanceof Query query
                ? values(List.of(query.scope(), query.filter()))
                : ((QueryKeys.Key) question).size();
    }

    private static int values(Collection<Filter> filters) {
        int values = 0;
        for (Filter filter : filters) {
            if (filter instanceof Filter.Choice choice) {
                values += choice.values().size();
            } else if (filter instanceof Filter.Not not) {
                values += values(List.of(not.part()));
            } else if (filter instanceof Filter.Or or) {
                values += values(or.parts());
            } else if (filter instanceof Filter.And and) {
                values += values(and.parts());
            } else if (filter instanceof Filter.Preset preset) {
                values += values(List.of(preset.filter()));
            } else {
                values++;
            }
        }
        return values;
    }
}
