package ruhr.knowledge.filter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.value.GeoPoint;
import ruhr.knowledge.value.LocalizedText;
import ruhr.knowledge.value.Slug;

/**
 * The fields by which records of one type can be filtered, and how to read them off a record: the language in which one
 * can ask about them.
 *
 * <pre>{@code
 * FilterSchema<CityEvent> schema = FilterSchema.of(CityEvent.class, CityEvent::id, CityEvent::title)
 *         .choice("topic", LocalizedText.of("Thema", "Topic"), topics, CityEvent::topics)
 *         .dates("day", LocalizedText.of("Tag", "Day"), List.of(), CityEvent::days)
 *         .geo(CityEvent::places)
 *         .text(CityEvent::description)
 *         .presets(ruhr.presets())
 *         .build();
 * }</pre>
 *
 * <p>Immutable and thread-safe, if the functions given are.
 *
 * @param <T> the type of the records
 */
public final class FilterSchema<T> {

    /** Names that a field cannot have, because they mean something else in a URL. */
    public static final Set<String> RESERVED_NAMES = Collections.unmodifiableSet(new TreeSet<>(List.of(
            "preset",
            "sort",
            "page",
            "limit",
            "cursor",
            "fields",
            "facets",
            "include",
            "modified_since",
            "lang",
            "format",
            "theme",
            "view",
            "heading",
            "compact",
            "group",
            "q",
            "near",
            "bbox",
            "host",
            "any",
            "none",
            "explain")));

    private final Function<? super T, String> id;
    private final Function<? super T, String> name;
    private final Map<String, Field<T>> fields;
    private final Function<? super T, ? extends Collection<String>> otherNames;
    private final Optional<Function<? super T, ? extends Collection<String>>> texts;
    private final Optional<Function<? super T, ? extends Collection<GeoPoint>>> places;
    private final Optional<Function<? super T, Optional<LocalDate>>> published;
    private final FilterPresets presets;
    private final Phrases phrases;

    private FilterSchema(Builder<T> builder) {
        id = builder.id;
        name = builder.name;
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(builder.fields));
        otherNames = builder.otherNames;
        texts = Optional.ofNullable(builder.texts);
        places = Optional.ofNullable(builder.places);
        published = Optional.ofNullable(builder.published);
        presets = builder.presets;
        phrases = new Phrases(
                builder.noun,
                Optional.ofNullable(builder.one),
                Optional.ofNullable(builder.nounField),
                builder.oneOf,
                builder.before,
                builder.whole);
    }

    /**
     * Starts a schema.
     *
     * @param id gives the id of a record, unique among the records of one index
     * @param name gives the name by which records are sorted, in German order
     * @param <T> the type of the records
     * @return a builder without fields
     */
    public static <T> Builder<T> of(Function<? super T, String> id, Function<? super T, String> name) {
        return new Builder<>(id, name);
    }

    /**
     * Starts a schema; naming the type of the records lets the compiler find out all others.
     *
     * @param type the type of the records
     * @param id gives the id of a record, unique among the records of one index
     * @param name gives the name by which records are sorted, in German order
     * @param <T> the type of the records
     * @return a builder without fields
     */
    public static <T> Builder<T> of(Class<T> type, Function<? super T, String> id, Function<? super T, String> name) {
        return new Builder<>(id, name);
    }

    /**
     * Returns the id of a record.
     *
     * @param item a record
     * @return its id
     */
    public String id(T item) {
        return id.apply(item);
    }

    /**
     * Returns the name by which a record is sorted.
     *
     * @param item a record
     * @return its name
     */
    public String name(T item) {
        return name.apply(item);
    }

    /**
     * Returns the names under which a text search finds a record beside {@link #name}: in another language, short ones.
     *
     * @param item a record
     * @return names; empty where there are none
     */
    public Collection<String> otherNames(T item) {
        return otherNames.apply(item);
    }

    /**
     * Tells whether records can be searched by words ({@code q}). Without a text of their own only names are searched.
     *
     * @return true if {@link Builder#text} was called
     */
    public boolean hasText() {
        return texts.isPresent();
    }

    /**
     * Returns the text of a record.
     *
     * @param item a record
     * @return pieces of text; empty where there is none
     */
    public Collection<String> texts(T item) {
        return texts.isPresent() ? texts.get().apply(item) : List.of();
    }

    /**
     * Tells whether records can have places ({@code near}, {@code bbox}).
     *
     * @return true if {@link Builder#geo} was called
     */
    public boolean hasPlaces() {
        return places.isPresent();
    }

    /**
     * Returns the places of a record.
     *
     * @param item a record
     * @return none, one or several places
     */
    public Collection<GeoPoint> places(T item) {
        return places.isPresent() ? places.get().apply(item) : List.of();
    }

    /**
     * Tells whether records can be sorted by day, newest first.
     *
     * @return true if {@link Builder#newest} was called
     */
    public boolean hasDays() {
        return published.isPresent();
    }

    /**
     * Returns the day by which the newest records are sorted.
     *
     * @param item a record
     * @return a day; empty where there is none, which sorts last
     */
    public Optional<LocalDate> published(T item) {
        return published.isPresent() ? published.get().apply(item) : Optional.empty();
    }

    /**
     * Returns the presets that can be named in a URL.
     *
     * @return the presets; none unless {@link Builder#presets} was called
     */
    public FilterPresets presets() {
        return presets;
    }

    /**
     * Returns the fields in the order in which they were added.
     *
     * @return all fields; unmodifiable
     */
    public Collection<Field<T>> fields() {
        return fields.values();
    }

    /**
     * Returns the field of a name. Constant time.
     *
     * @param name a name as in a URL
     * @return the field, or empty if there is none
     */
    public Optional<Field<T>> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /**
     * Says a filter in words: for headings, for what a screen reader hears, for feeds.
     *
     * <pre>{@code
     * schema.describe(filter, Locale.GERMAN);     // "Angebote zum Thema Robotik in Bochum"
     * schema.describe(filter, Locale.ENGLISH);    // "Services on Robotics in Bochum"
     * }</pre>
     *
     * <p>Labels are those of the vocabularies, in the language asked for or, where they miss, in the other one. How a field is
     * led in is said by {@link Builder#phrase}; without it, the sentence names the field by its label. A choice that a query
     * string would leave out because it is the default of its field is left out here, too: where nothing else is asked for,
     * the sentence is that of {@link Filter#everything()}. Filters that are equal in their
     * canonical form have equal sentences. At most 32 conditions and 8 values each are said, the others are counted, so a
     * hostile filter has a sentence of bounded length; fields and values that do not exist are said as they are written.
     *
     * @param filter any filter
     * @param language German, or English for any other
     * @return plain text without a full stop; never empty
     */
    public String describe(Filter filter, Locale language) {
        return new Sentence(this, phrases, language).of(filter);
    }

    /**
     * Says in words what a filter finds and how much: for the line above a list of results.
     *
     * <pre>{@code
     * schema.describe(filter, 12, Locale.ENGLISH);    // "12 services on Robotics in Bochum"
     * schema.describe(filter, 1, Locale.GERMAN);      // "1 Angebot zum Thema Robotik in Bochum"
     * schema.describe(filter, 0, Locale.ENGLISH);     // "0 services on Robotics in Bochum"
     * }</pre>
     *
     * <p>Otherwise as {@link #describe(Filter, Locale)}. Where the schema does not know what one record is called, a single
     * one is "1 Treffer: …" or "1 result: …".
     *
     * @param filter any filter
     * @param total how many records it finds; 0 or more
     * @param language German, or English for any other
     * @return plain text without a full stop; never empty
     * @throws IllegalArgumentException if the number is negative
     */
    public String describe(Filter filter, int total, Locale language) {
        if (total < 0) {
            throw new IllegalArgumentException("total: expected 0 or more, found " + total);
        }
        return new Sentence(this, phrases, language).of(filter, total);
    }

    /**
     * Says one condition of a filter in words, without a noun: for a chip that takes it back.
     *
     * <pre>{@code
     * schema.describeCondition(near, Locale.ENGLISH);    // "within 10 km of 51.48° N 7.22° E"
     * }</pre>
     *
     * <p>Otherwise as {@link #describe(Filter, Locale)}.
     *
     * @param condition any filter
     * @param language German, or English for any other
     * @return plain text without a full stop; never empty
     */
    public String describeCondition(Filter condition, Locale language) {
        return new Sentence(this, phrases, language).clause(condition);
    }

    /** What the values of a field are. */
    public enum Kind {
        /** Terms of a vocabulary. */
        CHOICE,
        /** Whole numbers; values in URLs are spans such as {@code 1960..1990}. */
        NUMBER,
        /** Days; values in URLs are spans such as {@code 2026-11-01..2026-11-30}. */
        DATE
    }

    /**
     * One field: a name in URLs, a label for people, the values it can have, and how to read it off a record.
     *
     * @param name a name of {@code [a-z0-9_]}, for example {@code topic}
     * @param label what a visitor reads above the values
     * @param kind what the values are
     * @param vocabulary the values that are counted; of numbers and days, the spans that a panel offers
     * @param values reads the values off a record: ids of the vocabulary, none, one or several; of numbers and days,
     *     nothing
     * @param numbers reads the numbers off a record, or the days as by {@link LocalDate#toEpochDay()}; of terms, nothing
     * @param defaults what a query that does not name this field means; empty for "everything"
     * @param <T> the type of the records
     */
    public record Field<T>(
            String name,
            LocalizedText label,
            Kind kind,
            Vocabulary vocabulary,
            Function<? super T, ? extends Collection<String>> values,
            Function<? super T, ? extends Collection<Long>> numbers,
            Set<String> defaults) {

        /**
         * Checks the name and the defaults.
         *
         * @throws IllegalArgumentException if the name is reserved or malformed, a default is no value, or a value is
         *     spelled {@code any} or {@code none}
         */
        public Field {
            if (!Slug.is(name.replace('_', '-')) || name.indexOf('-') >= 0) {
                throw new IllegalArgumentException("field '" + name + "': expected a name of a-z, 0-9 and _");
            }
            if (RESERVED_NAMES.contains(name) || name.startsWith("not_") || name.startsWith("rk_")) {
                throw new IllegalArgumentException("field '" + name + "': this name means something else in a URL; "
                        + "reserved are not_…, rk_… and " + String.join(", ", RESERVED_NAMES));
            }
            requireFree(name, vocabulary, "any", "lifts the choice of a field");
            requireFree(name, vocabulary, Filter.NONE, "stands for records without a value");
            defaults = Collections.unmodifiableSet(new TreeSet<>(defaults));
            for (String value : defaults) {
                if (vocabulary.term(value).isEmpty()) {
                    throw new IllegalArgumentException(
                            "field '" + name + "': its default '" + value + "' is not in its vocabulary");
                }
            }
        }

        private static void requireFree(String name, Vocabulary vocabulary, String value, String meaning) {
            if (vocabulary.resolve(value).isPresent()) {
                throw new IllegalArgumentException("field '" + name + "': its vocabulary has a term or an alias '"
                        + value + "', which in a URL " + meaning);
            }
        }

        /**
         * Returns the span that a value stands for.
         *
         * @param value a value as in a URL or in a {@link Filter.Choice}
         * @return the span; empty for a field of terms, and for what is no span
         */
        public Optional<Span> span(String value) {
            return switch (kind) {
                case CHOICE -> Optional.empty();
                case NUMBER -> Span.ofNumbers(value);
                case DATE -> Span.ofDays(value);
            };
        }

        /**
         * Returns the value that a spelling stands for: the id of a term, a span as it is always written, or
         * {@link Filter#NONE}.
         *
         * @param spelling any text in lower case
         * @return the value, or empty if this field has none of this spelling
         */
        public Optional<String> resolve(String spelling) {
            if (spelling.equals(Filter.NONE)) {
                return Optional.of(Filter.NONE);
            }
            return switch (kind) {
                case CHOICE -> vocabulary.resolve(spelling);
                case NUMBER -> Span.ofNumbers(spelling).map(Span::numbers);
                case DATE -> Span.ofDays(spelling).map(Span::days);
            };
        }

        /**
         * Returns what a visitor reads for a value.
         *
         * @param value a value of this field, as {@link #resolve} gives it
         * @return the label of the term, "1960 to 1990" for a span, "not stated" for {@link Filter#NONE}, and the value
         *     itself for what the vocabulary does not have
         */
        public LocalizedText label(String value) {
            if (value.equals(Filter.NONE)) {
                return LocalizedText.of("keine Angabe", "not stated");
            }
            return vocabulary
                    .term(value)
                    .map(Term::label)
                    .or(() -> span(value).map(span -> Bucket.label(span, kind == Kind.DATE)))
                    .orElseGet(() -> LocalizedText.of(value, value));
        }
    }

    /**
     * Collects fields.
     *
     * @param <T> the type of the records
     */
    public static final class Builder<T> {

        private final Function<? super T, String> id;
        private final Function<? super T, String> name;
        private final Map<String, Field<T>> fields = new LinkedHashMap<>();
        private Function<? super T, ? extends Collection<String>> otherNames = item -> List.of();
        private @Nullable Function<? super T, ? extends Collection<String>> texts;
        private @Nullable Function<? super T, ? extends Collection<GeoPoint>> places;
        private @Nullable Function<? super T, Optional<LocalDate>> published;
        private FilterPresets presets = FilterPresets.none();
        private LocalizedText noun = Phrases.ENTRIES;
        private @Nullable LocalizedText one;
        private @Nullable String nounField;
        private Function<? super Term, Optional<LocalizedText>> oneOf = term -> Optional.empty();
        private final Map<String, LocalizedText> before = new LinkedHashMap<>();
        private final Map<String, Function<? super Term, LocalizedText>> whole = new LinkedHashMap<>();

        private Builder(Function<? super T, String> id, Function<? super T, String> name) {
            this.id = id;
            this.name = name;
        }

        /**
         * Adds a field whose values come from a vocabulary. Where its terms stand below each other, it is a tree: whoever
         * chooses a term finds the records of those below it, too.
         *
         * @param name its name in URLs
         * @param label what a visitor reads
         * @param vocabulary its values
         * @param values reads the values off a record
         * @param defaults what a query that does not name this field means; none for "everything"
         * @return this builder
         * @throws IllegalArgumentException if the name is reserved, malformed or taken, or a default is no value
         */
        public Builder<T> choice(
                String name,
                LocalizedText label,
                Vocabulary vocabulary,
                Function<? super T, ? extends Collection<String>> values,
                String... defaults) {
            return field(new Field<>(
                    name, label, Kind.CHOICE, vocabulary, values, item -> List.of(), new TreeSet<>(List.of(defaults))));
        }

        /**
         * Adds a field of whole numbers, for example a founding year.
         *
         * @param name its name in URLs
         * @param label what a visitor reads
         * @param spans the spans that a panel offers and an answer counts; they may overlap and leave gaps, and a query
         *     may ask for any other span as well
         * @param number reads the number off a record, of at most {@link Span#MOST}; empty where it is not known. What is no
         *     whole number is a finding, and the record has no value in this field
         * @return this builder
         * @throws IllegalArgumentException if the name is reserved, malformed or taken, or a span stands twice
         */
        public Builder<T> numbers(
                String name,
                LocalizedText label,
                List<Span> spans,
                Function<? super T, ? extends Optional<? extends Number>> number) {
            return field(new Field<>(
                    name,
                    label,
                    Kind.NUMBER,
                    Bucket.vocabulary(spans, false),
                    item -> List.of(),
                    item -> number.apply(item).map(it -> List.of(whole(it))).orElse(List.of()),
                    Set.of()));
        }

        private static long whole(Number number) {
            if (number instanceof Integer || number instanceof Long || number instanceof Short) {
                return number.longValue();
            }
            try {
                return new BigDecimal(number.toString()).longValueExact();
            } catch (ArithmeticException | NumberFormatException none) {
                throw new IllegalArgumentException("expected a whole number, found " + number, none);
            }
        }

        /**
         * Adds a field of days, for example those of an event.
         *
         * @param name its name in URLs
         * @param label what a visitor reads
         * @param spans the spans of {@linkplain LocalDate#toEpochDay() days} that a panel offers and an answer counts; a
         *     query may ask for any other span as well
         * @param days reads the days off a record; a record passes if one of them lies in the span asked for
         * @return this builder
         * @throws IllegalArgumentException if the name is reserved, malformed or taken, or a span stands twice
         */
        public Builder<T> dates(
                String name,
                LocalizedText label,
                List<Span> spans,
                Function<? super T, ? extends Collection<LocalDate>> days) {
            return field(new Field<>(
                    name,
                    label,
                    Kind.DATE,
                    Bucket.vocabulary(spans, true),
                    item -> List.of(),
                    item -> days.apply(item).stream().map(LocalDate::toEpochDay).toList(),
                    Set.of()));
        }

        private Builder<T> field(Field<T> field) {
            if (fields.putIfAbsent(field.name(), field) != null) {
                throw new IllegalArgumentException("field '" + field.name() + "': expected each name once");
            }
            return this;
        }

        /**
         * Lets records be found by where they are ({@code near}, {@code bbox}) and sorted by distance.
         *
         * @param places reads the places off a record: none, one or several
         * @return this builder
         */
        public Builder<T> geo(Function<? super T, ? extends Collection<GeoPoint>> places) {
            this.places = places;
            return this;
        }

        /**
         * Lets records be found by words in their text ({@code q}); by words in their name they can be found in any case.
         *
         * @param texts reads the text off a record, in one or several pieces and languages
         * @return this builder
         */
        public Builder<T> text(Function<? super T, ? extends Collection<String>> texts) {
            this.texts = texts;
            return this;
        }

        /**
         * Lets records be found under other names beside the one that they are sorted by.
         *
         * @param names reads the names off a record: in another language, short ones
         * @return this builder
         */
        public Builder<T> alsoNamed(Function<? super T, ? extends Collection<String>> names) {
            this.otherNames = names;
            return this;
        }

        /**
         * Lets records be sorted by day, newest first ({@code sort=newest}).
         *
         * @param published reads the day off a record; records without one stand last
         * @return this builder
         */
        public Builder<T> newest(Function<? super T, Optional<LocalDate>> published) {
            this.published = published;
            return this;
        }

        /**
         * Lets URLs name presets ({@code preset=knowledge-transfer}).
         *
         * @param presets the presets; a field or value in them that these records do not have finds nothing
         * @return this builder
         */
        public Builder<T> presets(FilterPresets presets) {
            this.presets = presets;
            return this;
        }

        /**
         * Says what sentences call the records, see {@link FilterSchema#describe}.
         *
         * @param plural a noun such as "Veranstaltungen" and "Events"; without it they are "Einträge" and "Entries"
         * @return this builder
         */
        public Builder<T> noun(LocalizedText plural) {
            this.noun = plural;
            return this;
        }

        /**
         * Says what sentences call the records, and what they call a single one.
         *
         * @param plural a noun such as "Veranstaltungen" and "Events"
         * @param one the same in the singular: "Veranstaltung" and "Event"
         * @return this builder
         */
        public Builder<T> noun(LocalizedText plural, LocalizedText one) {
            this.one = one;
            return noun(plural);
        }

        /**
         * Lets the chosen values of a field be the noun of a sentence: "Angebote und Geschichten" instead of "Einträge".
         *
         * @param field the name of a field that was added before; the labels of its values are nouns in the plural
         * @return this builder
         * @throws IllegalArgumentException if there is no such field
         */
        public Builder<T> nounFrom(String field) {
            this.nounField = requireField(field);
            return this;
        }

        /**
         * Lets the chosen values of a field be the noun of a sentence, see {@link #nounFrom(String)}, and says what a single
         * record of a value is called.
         *
         * @param field the name of a field that was added before; the labels of its values are nouns in the plural
         * @param one makes of a term the noun in the singular: "Angebot" and "Service"
         * @return this builder
         * @throws IllegalArgumentException if there is no such field
         */
        public Builder<T> nounFrom(String field, Function<? super Term, LocalizedText> one) {
            this.oneOf = term -> Optional.of(one.apply(term));
            return nounFrom(field);
        }

        /**
         * Says by which words sentences lead in the values of a field: "zum Thema" and "on" make "zum Thema Robotik oder
         * Energie" and "on Robotics or Energy". They have to fit before the label of every value, whatever its gender and
         * number; in German a noun as in "zum Thema" does, while "zu" would ask "Erneuerbare Energien" for a dative.
         *
         * @param field the name of a field that was added before
         * @param words what stands before the values
         * @return this builder
         * @throws IllegalArgumentException if there is no such field
         */
        public Builder<T> phrase(String field, LocalizedText words) {
            before.put(requireField(field), words);
            return this;
        }

        /**
         * Says how sentences speak of each value of a field, where one word does not fit before all of them: "in Bochum",
         * "im Kreis Unna". Where two neighbours begin with the same word, the second one goes without it.
         *
         * @param field the name of a field that was added before
         * @param phrase gives the whole phrase for a term
         * @return this builder
         * @throws IllegalArgumentException if there is no such field
         */
        public Builder<T> phrase(String field, Function<? super Term, LocalizedText> phrase) {
            whole.put(requireField(field), phrase);
            return this;
        }

        private String requireField(String field) {
            if (!fields.containsKey(field)) {
                throw new IllegalArgumentException(
                        "field '" + field + "': expected one of " + fields.keySet() + ", which were added before");
            }
            return field;
        }

        /**
         * Returns the schema.
         *
         * @return an immutable schema with the fields added so far
         */
        public FilterSchema<T> build() {
            return new FilterSchema<>(this);
        }
    }

    /** Returns the names of the fields, for messages. */
    @Override
    public String toString() {
        return "schema of " + new ArrayList<>(fields.keySet());
    }
}
