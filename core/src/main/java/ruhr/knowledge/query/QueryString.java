package ruhr.knowledge.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Parameters;

/**
 * The grammar in which a query stands in a URL. {@code core/docs/filters.md} explains all of it with examples.
 *
 * <pre>{@code
 * ?kind=service&topic=energy,start-ups&not_type=network&founded=1960..&near=51.48,7.22,15km&q=wind&page=2&facets=city
 * }</pre>
 *
 * <ul>
 *   <li>Every field of the schema is a parameter. Its values are ids of its vocabulary, or {@linkplain
 *       ruhr.knowledge.filter.Span spans} of numbers or days. A comma, a repetition ({@code topic=a&topic=b}) and
 *       {@code topic[]=a} all mean <em>or</em>; different names mean <em>and</em>; {@code not_topic=a} excludes;
 *       {@code none} stands for records without a value. An empty value says nothing, as an HTML form sends it for "no
 *       choice".
 *   <li>What a field of the schema means by default holds until the field is named. {@code any} lifts it, and with it
 *       every other choice in that field; an exclusion lifts nothing.
 *   <li>{@code near=latitude,longitude,radius} and {@code bbox=west,south,east,north} are places, {@code q} is words;
 *       each stands once. {@code preset} names published filters, which all hold.
 *   <li>Names and values may be in either case, with spaces around them; aliases stand for their terms.
 *   <li>{@code sort}, {@code page}, {@code limit}, {@code cursor} and {@code lang} stand once; {@code facets} names the
 *       fields to count, or {@code none}. Where it is absent nothing is counted, and the caller may decide otherwise.
 *       Where {@code sort} is absent, the filter decides, see {@link Sort#of}.
 * </ul>
 *
 * <p>The scope of a query is not part of the grammar: it belongs to the page, not to its visitor. Reading takes time in
 * proportion to the length of the string.
 */
public final class QueryString {

    /** The most values that one field can have, repetitions counted. */
    public static final int MAXIMUM_VALUES = 64;

    /** The most values that all parameters can have together, repetitions counted. */
    public static final int MAXIMUM_VALUES_IN_ALL = 256;

    /** The value that lifts the choice of a field. */
    public static final String ANY = "any";

    /** The value of {@code facets} for "count nothing". */
    static final String NO_FACETS = "none";

    static final List<String> LANGUAGES = List.of("de", "en");

    private QueryString() {}

    /**
     * Reads a query string and refuses it if anything in it cannot be meant as it stands.
     *
     * @param queryString any text; a leading question mark is skipped
     * @param schema the fields there are
     * @return the query; its conditions are those named, and the defaults of the schema
     * @throws InvalidQuery if there is a problem; the message has a sentence for each
     */
    public static Query parse(String queryString, FilterSchema<?> schema) {
        ReadQuery read = read(Parameters.parse(queryString), schema, Set.of());
        if (!read.problems().isEmpty()) {
            throw new InvalidQuery(read.problems());
        }
        return read.query();
    }

    /**
     * Reads the query out of parameters and never fails.
     *
     * <p>An unknown parameter is passed over. A condition that cannot be read must not find everything: an unknown value
     * is kept in its choice, so the query asks for what does not exist and finds nothing there; so does a field that is
     * named with malformed values only, undecodable ones and those {@linkplain Parameters#unread() beyond the limits} among
     * them, and so does an unknown preset. With a circle, a box, a preset, words or an exclusion that cannot be read at all,
     * the whole query finds nothing. Of words that are too long the
     * beginning is read, of what may stand once the first. A control that cannot be read has its default.
     *
     * @param parameters the parameters
     * @param schema the fields there are
     * @param ownNames names of parameters that the caller reads itself, for example {@code theme}; exactly as they are
     *     written. They are no problem and no part of the query
     * @return the query, and first the problems of the parameters, then those of reading them, each in the order of the
     *     query string, but for those of order and page, which come last
     */
    public static ReadQuery read(Parameters parameters, FilterSchema<?> schema, Set<String> ownNames) {
        return new QueryReading(schema, ownNames, parameters.problems()).read(parameters);
    }

    /**
     * Tells whether a parameter says something in the grammar, whatever its value.
     *
     * @param name the name of a parameter, in any case
     * @param schema the fields there are
     * @return true for fields, exclusions from fields, other conditions and controls
     */
    public static boolean isName(String name, FilterSchema<?> schema) {
        String normal = Grammar.normal(name);
        return Grammar.isField(normal, schema) || Grammar.names(schema).contains(normal);
    }

    /**
     * Returns the language that a value of {@code lang} names.
     *
     * @param value any text
     * @return German for {@code de}, English for {@code en}, in either case; otherwise empty
     */
    public static Optional<Locale> language(String value) {
        String plain = value.strip().toLowerCase(Locale.ROOT);
        return LANGUAGES.contains(plain) ? Optional.of(Locale.forLanguageTag(plain)) : Optional.empty();
    }

    /**
     * Writes a query in canonical form: lower case, values sorted and joined by commas, numbers without needless digits,
     * what is default left out, {@code any} where a default of the schema does not hold; fields in the order of the
     * schema, each before its exclusion, then circle, box, words and presets, then the controls. The scope is not written.
     *
     * <p>{@link #parse} gives the same query back. Only where it asks for a value or a preset that does not exist, or finds
     * nothing because something could not be read, the strict reader refuses what the lenient one gives back.
     *
     * @param query a query whose filter says which values of which field are wanted and which are not, each once for each
     *     field, and names at most one circle, one box, one text, and presets of the schema
     * @param schema the fields there are
     * @return a query string without question mark; empty for what the schema means by default
     * @throws IllegalArgumentException if the grammar cannot express the query: it has alternatives across fields, nested
     *     conditions, two conditions of one sort, a value that the grammar cannot say, or a field or preset that the schema
     *     does not have; the message says which
     */
    public static String write(Query query, FilterSchema<?> schema) {
        return new QueryWriting(schema).write(query);
    }
}
