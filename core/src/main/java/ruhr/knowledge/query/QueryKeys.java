package ruhr.knowledge.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterPreset;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Term;

/**
 * Short keys for query strings of the plain sort, so that a cache can be asked without reading the query.
 *
 * <p>Two strings that have keys have equal ones exactly if {@link QueryString#parse} gives equal queries for them. A string
 * has no key if it is refused, or if it is not plain: with escapes other than that of the comma, with capitals, brackets, words, places, a cursor, a span that
 * the schema does not offer, or with more than {@value #MOST_VALUES} values. Then the query has to be read.
 *
 * <pre>{@code
 * QueryKeys keys = QueryKeys.of(schema);                       // once
 * keys.key("topic=wind,data&page=1").equals(keys.key("topic=data&topic=wind"));    // true
 * keys.key("q=wind").isEmpty();                                // true: read it
 * }</pre>
 *
 * <p>Takes one look at each character. Immutable and thread-safe.
 */
public final class QueryKeys {

    /** The longest string that has a key. */
    static final int LONGEST = 512;

    /** The most values that a string with a key has, repetitions counted. */
    static final int MOST_VALUES = 64;

    /** The fields of a schema have bits of one number. */
    private static final int MOST_FIELDS = 30;

    private static final int MOST_TERMS = 1 << 16;

    private static final int ANY = MOST_TERMS;
    private static final int NO_FACETS = ANY + 1;

    private final boolean usable;
    private final Spellings names;

    /** The values of each slot: for each field those chosen and those excluded, then the presets. */
    private final Spellings[] values;

    private final Spellings sorts;
    private final Spellings facets;
    private final int[][] defaults;
    private final int presets;
    private final int sort;
    private final int page;
    private final int limit;
    private final int facet;
    private final int language;

    private QueryKeys(FilterSchema<?> schema) {
        List<FilterSchema.Field<?>> fields = new ArrayList<>(schema.fields());
        Map<String, Integer> nameCodes = new HashMap<>();
        Map<String, Integer> facetCodes = new HashMap<>();
        values = new Spellings[2 * fields.size() + 1];
        defaults = new int[fields.size()][];
        boolean small = fields.size() <= MOST_FIELDS && schema.presets().all().size() < MOST_TERMS;
        for (int i = 0; i < fields.size(); i++) {
            FilterSchema.Field<?> field = fields.get(i);
            small &= field.vocabulary().terms().size() < MOST_TERMS - 1;
            Map<String, Integer> codes = codes(field);
            small &= codes.keySet().containsAll(field.defaults());
            defaults[i] = field.defaults().stream()
                    .mapToInt(value -> codes.getOrDefault(value, 0))
                    .toArray();
            values[2 * i + 1] = new Spellings(codes);
            codes.put(QueryString.ANY, ANY);
            values[2 * i] = new Spellings(codes);
            nameCodes.put(field.name(), 2 * i);
            nameCodes.put(Grammar.NOT + field.name(), 2 * i + 1);
            facetCodes.put(field.name(), i);
        }
        facetCodes.put(QueryString.NO_FACETS, NO_FACETS);
        presets = 2 * fields.size();
        Map<String, Integer> presetCodes = new HashMap<>();
        for (FilterPreset preset : schema.presets().all()) {
            presetCodes.put(preset.id(), presetCodes.size());
        }
        values[presets] = new Spellings(presetCodes);
        Map<String, Integer> sortCodes = new HashMap<>();
        for (String slug : Grammar.sorts(schema)) {
            sortCodes.put(slug, Sort.valueOf(slug.toUpperCase(Locale.ROOT)).ordinal());
        }
        sort = presets + 1;
        page = presets + 2;
        limit = presets + 3;
        facet = presets + 4;
        language = presets + 5;
        nameCodes.putAll(Map.of(
                Grammar.PRESET, presets,
                Grammar.SORT, sort,
                Grammar.PAGE, page,
                Grammar.LIMIT, limit,
                Grammar.FACETS, facet,
                Grammar.LANGUAGE, language));
        names = new Spellings(nameCodes);
        sorts = new Spellings(sortCodes);
        facets = new Spellings(facetCodes);
        usable = small;
    }

    /** Numbers the terms, {@code none} before all of them. */
    private static Map<String, Integer> codes(FilterSchema.Field<?> field) {
        Map<String, Integer> codes = new HashMap<>();
        codes.put(Filter.NONE, 0);
        List<? extends Term> terms = field.vocabulary().terms();
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            Collection<String> spellings = new ArrayList<>(term.aliases());
            spellings.add(term.id());
            for (String spelling : spellings) {
                if (field.resolve(spelling).equals(Optional.of(term.id()))) {
                    codes.put(spelling, i + 1);
                }
            }
        }
        return codes;
    }

    /**
     * Prepares the keys of a schema.
     *
     * @param schema the fields there are
     * @return keys for strings about its records
     */
    public static QueryKeys of(FilterSchema<?> schema) {
        return new QueryKeys(schema);
    }

    /**
     * Returns the key of a query string.
     *
     * @param queryString any text; a leading question mark is skipped
     * @return the key; empty if the string is not plain, or refused
     */
    public Optional<Key> key(String queryString) {
        return usable && queryString.length() <= LONGEST ? new Scan(queryString).key() : Optional.empty();
    }

    /** Stands for one query. Compares by value. */
    public static final class Key {

        private final int[] parts;
        private final int hash;

        private Key(int[] parts) {
            this.parts = parts;
            this.hash = Arrays.hashCode(parts);
        }

        /**
         * Returns how large this key is.
         *
         * @return a number that grows with the values of the query, at least 1
         */
        public int size() {
            return parts.length;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && hash == that.hash && Arrays.equals(parts, that.parts);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** Finds numbers by words that stand somewhere in a text, without cutting them out. */
    private static final class Spellings {

        private final @Nullable String[] words;
        private final int[] codes;

        Spellings(Map<String, Integer> given) {
            int size = Integer.highestOneBit(Math.max(1, given.size())) * 4;
            words = new @Nullable String[size];
            codes = new int[size];
            given.forEach(this::put);
        }

        private void put(String word, int code) {
            int at = place(word.hashCode());
            while (words[at] != null) {
                at = at + 1 & words.length - 1;
            }
            words[at] = word;
            codes[at] = code;
        }

        private int place(int hash) {
            return (hash ^ hash >>> 15) & words.length - 1;
        }

        /** Returns the number of a word, or -1; the hash is that of {@link String#hashCode}. */
        int find(String text, int from, int to, int hash) {
            int at = place(hash);
            for (String word = words[at]; word != null; word = words[at]) {
                if (word.length() == to - from && text.startsWith(word, from)) {
                    return codes[at];
                }
                at = at + 1 & words.length - 1;
            }
            return -1;
        }
    }

    /**
     * One look at one string.
     *
     * <p>Each value becomes a number, its slot above its place in the vocabulary. Sorted, these numbers say what is
     * wanted, whatever the order was; three more say the rest. Whatever is not plain ends the look.
     */
    private final class Scan {

        private static final int ABSENT = -1;

        private final String text;
        private int[] found = new int[16];
        private int size;
        private int read;
        private long named;
        private int lifted;
        private int counted;
        private int order = ABSENT;
        private int number = ABSENT;
        private int length = ABSENT;
        private boolean languageNamed;

        Scan(String text) {
            this.text = text;
        }

        Optional<Key> key() {
            int end = text.length();
            int at = end > 0 && text.charAt(0) == '?' ? 1 : 0;
            while (at < end) {
                int start = at;
                int hash = 0;
                char c = '&';
                while (at < end && (c = text.charAt(at)) != '=' && c != '&') {
                    hash = 31 * hash + c;
                    at++;
                }
                boolean hasValue = at < end && c == '=';
                if (at > start || hasValue) {
                    int name = names.find(text, start, at, hash);
                    if (name < 0) {
                        return Optional.empty();
                    }
                    if (hasValue) {
                        at = values(name, at + 1, end);
                        if (at < 0) {
                            return Optional.empty();
                        }
                    }
                }
                at++;
            }
            return finished();
        }

        /** Reads the values of a parameter and returns where it ends, or -1 if it is not plain. */
        private int values(int name, int from, int end) {
            int at = from;
            while (true) {
                int start = at;
                int hash = 0;
                char c = '&';
                while (at < end && (c = text.charAt(at)) != ',' && c != '&' && c != '%') {
                    hash = 31 * hash + c;
                    at++;
                }
                boolean escaped = at < end && c == '%';
                if (escaped && !text.startsWith("2C", at + 1) && !text.startsWith("2c", at + 1)) {
                    return -1;
                }
                boolean more = escaped || at < end && c == ',';
                if (name > presets && name != facet) {
                    // What stands once has no comma.
                    return !more && (start == at || takeOnce(name, start, at, hash)) ? at : -1;
                }
                if (start < at && !take(name, start, at, hash)) {
                    return -1;
                }
                if (!more) {
                    return at;
                }
                at += escaped ? 3 : 1;
            }
        }

        private boolean take(int name, int start, int end, int hash) {
            int code = (name == facet ? facets : values[name]).find(text, start, end, hash);
            if (code < 0 || ++read > MOST_VALUES) {
                return false;
            }
            if (name == facet) {
                counted |= code == NO_FACETS ? 0 : 1 << code;
                return true;
            }
            named |= 1L << name;
            if (code == ANY) {
                lifted |= 1 << (name >> 1);
            } else {
                add(name, code);
            }
            return true;
        }

        private boolean takeOnce(int name, int start, int end, int hash) {
            if (name == sort) {
                boolean first = order == ABSENT;
                order = sorts.find(text, start, end, hash);
                return first && order >= 0;
            }
            if (name == language) {
                boolean first = !languageNamed;
                languageNamed = true;
                String value = text.substring(start, end);
                return first && QueryString.LANGUAGES.contains(value);
            }
            int found = digits(start, end);
            boolean first = (name == page ? number : length) == ABSENT;
            if (name == page) {
                number = found;
            } else {
                length = found;
            }
            return first && found >= 0;
        }

        private int digits(int start, int end) {
            if (end - start > 5) {
                return -1;
            }
            int number = 0;
            for (int i = start; i < end; i++) {
                char c = text.charAt(i);
                if (c < '0' || c > '9') {
                    return -1;
                }
                number = 10 * number + c - '0';
            }
            return number;
        }

        private void add(int slot, int code) {
            if (size == found.length) {
                found = Arrays.copyOf(found, 2 * size);
            }
            found[size++] = slot << 16 | code;
        }

        private Optional<Key> finished() {
            int wantedLength = length == ABSENT ? Page.DEFAULT_LIMIT : length;
            int wantedNumber = number == ABSENT ? 1 : number;
            if (wantedLength > Page.MAXIMUM_LIMIT
                    || wantedNumber < 1
                    || wantedNumber > Page.MAXIMUM_WINDOW / Math.max(1, wantedLength)) {
                return Optional.empty();
            }
            for (int field = 0; field < defaults.length; field++) {
                if ((named >> 2 * field & 1) == 0) {
                    for (int code : defaults[field]) {
                        add(2 * field, code);
                    }
                }
            }
            int kept = sorted();
            int[] parts = Arrays.copyOf(found, kept + 3);
            parts[kept] = wantedNumber;
            parts[kept + 1] = wantedLength << 8 | (order == ABSENT ? Sort.NAME.ordinal() : order);
            parts[kept + 2] = counted;
            return Optional.of(new Key(parts));
        }

        /** Sorts what was found, each once and without what {@code any} lifts, and returns how much that is. */
        private int sorted() {
            int kept = 0;
            for (int i = 0; i < size; i++) {
                int value = found[i];
                int slot = value >>> 16;
                if ((slot & 1) == 0 && slot < presets && (lifted >> (slot >> 1) & 1) == 1) {
                    continue;
                }
                int at = kept;
                while (at > 0 && found[at - 1] > value) {
                    at--;
                }
                if (at > 0 && found[at - 1] == value) {
                    continue;
                }
                System.arraycopy(found, at, found, at + 1, kept - at);
                found[at] = value;
                kept++;
            }
            return kept;
        }
    }
}
