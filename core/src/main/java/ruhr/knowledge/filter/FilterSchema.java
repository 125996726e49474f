package ruhr.knowledge.filter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import ruhr.knowledge.value.LocalizedText;
import ruhr.knowledge.value.Slug;

/**
 * The fields by which records of one type can be filtered, and how to read them off a record.
 *
 * <pre>{@code
 * FilterSchema<CityEvent> schema = FilterSchema.<CityEvent>of(CityEvent::id, CityEvent::title)
 *         .choice("topic", LocalizedText.of("Thema", "Topic"), topics, CityEvent::topics)
 *         .choice("district", LocalizedText.of("Stadtteil", "District"), districts, event -> List.of(event.district()))
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
            "any")));

    private final Function<? super T, String> id;
    private final Function<? super T, String> name;
    private final Map<String, Field<T>> fields;

    private FilterSchema(Builder<T> builder) {
        id = builder.id;
        name = builder.name;
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(builder.fields));
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
     * One field: a name in URLs, a label for people, the values it can have, and how to read it off a record.
     *
     * @param name a name of {@code [a-z0-9_]}, for example {@code topic}
     * @param label what a visitor reads above the values
     * @param vocabulary the values
     * @param values reads the values off a record: ids of the vocabulary, none, one or several
     * @param defaults what a query that does not name this field means; empty for "everything"
     * @param <T> the type of the records
     */
    public record Field<T>(
            String name,
            LocalizedText label,
            Vocabulary vocabulary,
            Function<? super T, ? extends Collection<String>> values,
            Set<String> defaults) {

        /**
         * Checks the name and the defaults.
         *
         * @throws IllegalArgumentException if the name is reserved or malformed, a default is no value, or a value is
         *     spelled {@code any}
         */
        public Field {
            if (!Slug.is(name.replace('_', '-')) || name.indexOf('-') >= 0) {
                throw new IllegalArgumentException("field '" + name + "': expected a name of a-z, 0-9 and _");
            }
            if (RESERVED_NAMES.contains(name) || name.startsWith("not_") || name.startsWith("rk_")) {
                throw new IllegalArgumentException("field '" + name + "': this name means something else in a URL; "
                        + "reserved are not_…, rk_… and " + String.join(", ", RESERVED_NAMES));
            }
            if (vocabulary.resolve("any").isPresent()) {
                throw new IllegalArgumentException("field '" + name
                        + "': its vocabulary has a term or an alias 'any', which in a URL lifts the choice of a field");
            }
            defaults = Collections.unmodifiableSet(new TreeSet<>(defaults));
            for (String value : defaults) {
                if (vocabulary.term(value).isEmpty()) {
                    throw new IllegalArgumentException(
                            "field '" + name + "': its default '" + value + "' is not in its vocabulary");
                }
            }
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

        private Builder(Function<? super T, String> id, Function<? super T, String> name) {
            this.id = id;
            this.name = name;
        }

        /**
         * Adds a field whose values come from a vocabulary.
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
            Field<T> field = new Field<>(name, label, vocabulary, values, new TreeSet<>(List.of(defaults)));
            if (fields.putIfAbsent(name, field) != null) {
                throw new IllegalArgumentException("field '" + name + "': expected each name once");
            }
            return this;
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
