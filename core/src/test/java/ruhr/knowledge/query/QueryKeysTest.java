package ruhr.knowledge.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Keyword;
import ruhr.knowledge.filter.Vocabulary;
import ruhr.knowledge.query.QueryKeys.Key;
import ruhr.knowledge.value.LocalizedText;

class QueryKeysTest {

    private static final long SEED = 20261127;
    private static final QueryKeys KEYS = QueryKeys.of(Fair.SCHEMA);

    private static Optional<Key> key(String queryString) {
        return KEYS.key(queryString);
    }

    @ParameterizedTest
    @CsvSource({
        "topic=wind, ?topic=wind",
        "'topic=wind,data', topic=data&topic=wind&topic=wind",
        "topic=wasserstoff, topic=hydrogen",
        "'', status=active",
        "status=any, 'status=closed,any,merged'",
        "'', page=1&limit=20&sort=name&facets=none&lang=de&topic=&&city",
        "topic=any, ''",
        "'facets=city,topic', 'facets=topic&facets=city,none'",
        "page=002&city=essen, city=essen&page=2",
        "'preset=young,knowledge-transfer', preset=knowledge-transfer&preset=young",
        "'founded=..1959,1960..1979', 'founded=1960..1979,..1959'",
        "'not_topic=none,ai', 'not_topic=ki,none'",
    })
    void spellingsOfOneQueryHaveOneKey(String one, String other) {
        assertTrue(key(one).isPresent());
        assertEquals(key(one), key(other));
        assertEquals(QueryString.parse(one, Fair.SCHEMA), QueryString.parse(other, Fair.SCHEMA));
    }

    @ParameterizedTest
    @CsvSource({
        "topic=wind, not_topic=wind",
        "topic=wind, topic=data",
        "topic=none, ''",
        "status=any, ''",
        "status=merged, 'status=merged,active'",
        "page=2, limit=2",
        "facets=topic, facets=city",
        "sort=newest, ''",
        "preset=young, preset=knowledge-transfer",
        "city=essen, city=bochum",
    })
    void differentQueriesHaveDifferentKeys(String one, String other) {
        assertTrue(key(one).isPresent() && key(other).isPresent());
        assertNotEquals(key(one), key(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=wind",
                "near=51.48,7.22,15km",
                "bbox=6.9,51.3,7.6,51.7",
                "cursor=djEKYzBmZmVlCmxhYi03",
                "TOPIC=wind",
                "topic=Wind",
                "topic%5B%5D=wind",
                "topic=wind%20",
                "topic=+wind",
                "founded=1965",
                "day=2026",
                "topic=x",
                "x=wind",
                "=wind",
                "topic=wind?",
                "??",
                "page=0",
                "page=501",
                "page=101&limit=100",
                "limit=101",
                "page=1&page=1",
                "sort=name&sort=name",
                "sort=size",
                "page=1,",
                "page=x",
                "page=000001",
                "lang=fr",
                "lang=DE",
                "lang=de&lang=de",
                "facets=x",
                "not_topic=any",
                "preset=x",
                "preset=any",
                "topic=wind\0"
            })
    void whatIsNotPlainHasNoKey(String queryString) {
        assertEquals(Optional.empty(), key(queryString));
    }

    @Test
    void keysAreEqualExactlyIfQueriesAre() {
        FairDice dice = new FairDice(SEED);
        Map<Key, Query> queries = new HashMap<>();
        Map<Query, Key> keys = new HashMap<>();
        int plain = 0;
        for (int i = 0; i < 40_000; i++) {
            String text = i % 4 == 0 ? dice.mutated(dice.plain(), 2) : i % 40 == 1 ? dice.pieces(8) : dice.plain();
            String where = "seed " + SEED + ", string " + i + ": " + text;
            Optional<Key> key = key(text);
            if (key.isEmpty()) {
                continue;
            }
            plain++;
            Query query = QueryString.parse(text, Fair.SCHEMA);
            Query sameKey = queries.putIfAbsent(key.get(), query);
            Key sameQuery = keys.putIfAbsent(query, key.get());
            assertEquals(sameKey == null ? query : sameKey, query, where);
            assertEquals(sameQuery == null ? key.get() : sameQuery, key.get(), where);
        }
        assertEquals(queries.size(), keys.size());
        String found = plain + " plain strings, " + keys.size() + " queries";
        assertTrue(plain > 25_000 && keys.size() < plain - 5000 && keys.size() > 5000, found);
    }

    @Test
    void aPlainStringHasAKey() {
        FairDice dice = new FairDice(SEED);
        for (int i = 0; i < 2000; i++) {
            String text = dice.plain();
            assertTrue(key(text).isPresent(), () -> "seed " + SEED + ": " + text);
        }
    }

    @Test
    void tooManyValuesHaveNoKey() {
        String values = IntStream.range(0, 64).mapToObj(i -> "ai").collect(Collectors.joining(","));

        assertEquals(key("topic=ai"), key("topic=" + values));
        assertEquals(Optional.empty(), key("topic=" + values + "&topic=ai"));
        assertEquals(Optional.empty(), key("topic=ai&".repeat(57)));
    }

    @Test
    void aSchemaOfManyFieldsHasNoKeys() {
        FilterSchema.Builder<String> builder = FilterSchema.of(x -> x, x -> x);
        for (int i = 0; i < 31; i++) {
            builder.choice("f" + i, LocalizedText.german("F"), Vocabulary.of(List.of(Keyword.of("a"))), List::of);
        }

        assertEquals(Optional.empty(), QueryKeys.of(builder.build()).key("f1=a"));
    }
}
