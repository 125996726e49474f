package ruhr.knowledge.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.filter.Problem;
import ruhr.knowledge.filter.Term;
import ruhr.knowledge.filter.Vocabulary;
import ruhr.knowledge.value.Slug;

/**
 * The grammar in which a query stands in a URL.
 *
 * <pre>{@code
 * ?kind=service&topic=energy,start-ups&not_type=network&sort=name&page=2&limit=10&facets=city,topic
 * }</pre>
 *
 * <ul>
 *   <li>Every field of the schema is a parameter, its values are ids of its vocabulary. A comma, a repetition
 *       ({@code topic=a&topic=b}) and {@code topic[]=a} all mean <em>or</em>; different names mean <em>and</em>;
 *       {@code not_topic=a} excludes. An empty value says nothing, as an HTML form sends it for "no choice".
 *   <li>What a field of the schema means by default holds until the field is named. {@code any} lifts it, and with it
 *       every other choice in that field; an exclusion lifts nothing.
 *   <li>Names and values may be in either case, with spaces around them; aliases stand for their terms.
 *   <li>{@code sort}, {@code page} and {@code limit} stand once; {@code facets} names the fields to count, or
 *       {@code none}. Where it is absent nothing is counted, and the caller may decide otherwise.
 * </ul>
 *
 * <p>The scope of a query is not part of the grammar: it belongs to the page, not to its visitor.
 */
public final class QueryString {

    /** The most values that one field can have, repetitions counted. */
    public static final int MAXIMUM_VALUES = 64;

    /** The value that lifts the choice of a field. */
    public static final String ANY = "any";

    /**
     * What a choice holds if its field was named with nothing that could be a value. No vocabulary can have it, because
     * it is no slug; so the choice finds nothing, and still is a choice that a panel can show and take back.
     */
    private static final String NO_VALUE = "~";

    private static final String NOT = "not_";
    private static final String SORT = "sort";
    private static final String PAGE = "page";
    private static final String LIMIT = "limit";
    private static final String FACETS = "facets";
    private static final List<String> CONTROLS = List.of(SORT, PAGE, LIMIT, FACETS);
    private static final List<String> SORTS =
            Stream.of(Sort.values()).map(Sort::slug).toList();

    private static final int MAXIMUM_ALLOWED = 100;

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
     * <p>An unknown parameter is passed over. An unknown value is kept in its choice, so the query asks for what does
     * not exist and finds nothing there; so does a field that is named with malformed values only, undecodable ones
     * among them. It must not find everything. A control that cannot be read has its default.
     *
     * @param parameters the parameters
     * @param schema the fields there are
     * @param ownNames names of parameters that the caller reads itself, for example {@code lang}; exactly as they are
     *     written. They are no problem and no part of the query
     * @return the query, and first the problems of the parameters, then those of reading them, each in the order of the
     *     query string
     */
    public static ReadQuery read(Parameters parameters, FilterSchema<?> schema, Set<String> ownNames) {
        return new Reading(schema, ownNames, parameters.problems()).read(parameters);
    }

    /**
     * Writes a query in canonical form: lower case, values sorted and joined by commas, what is default left out,
     * {@code any} where a default of the schema does not hold; fields in the order of the schema, each before its
     * exclusion, then the controls. The scope is not written.
     *
     * <p>{@link #parse} gives the same query back. Only where it asks for a value that the vocabulary does not have, the
     * strict reader refuses what the lenient one gives back.
     *
     * @param query a query that says nothing but which values are wanted and which are not, once for each field
     * @param schema the fields there are
     * @return a query string without question mark; empty for what the schema means by default
     * @throws IllegalArgumentException if the grammar cannot express the query: it has alternatives across fields, nested
     *     conditions, two conditions on one field, a value that is no slug, or a field that the schema does not have
     */
    public static String write(Query query, FilterSchema<?> schema) {
        return new Writing(schema).write(query);
    }

    private static List<String> fieldNames(FilterSchema<?> schema) {
        return schema.fields().stream().map(FilterSchema.Field::name).toList();
    }

    /** The values of one field, or those that it excludes, while they are being read. */
    private static final class Selection {
        final SortedSet<String> values = new TreeSet<>();
        int read;
        boolean undecodable;
        boolean any;

        boolean isNamed() {
            return read > 0 || undecodable;
        }

        Filter choice(String field) {
            return Filter.choice(field, values.isEmpty() ? Set.of(NO_VALUE) : values);
        }
    }

    private static final class Reading {

        /** Looking for what was meant costs more than reading, so a hostile string does not get it for every value. */
        private int suggestionsLeft = 16;

        private final FilterSchema<?> schema;
        private final Set<String> ownNames;
        private final List<Problem> problems;
        private final Map<String, Selection> chosen = new HashMap<>();
        private final Map<String, Selection> excluded = new HashMap<>();
        private final Map<String, Parameters.Parameter> controls = new HashMap<>();
        private final Selection facets = new Selection();

        Reading(FilterSchema<?> schema, Set<String> ownNames, List<Problem> problems) {
            this.schema = schema;
            this.ownNames = ownNames;
            this.problems = new ArrayList<>(problems);
        }

        ReadQuery read(Parameters parameters) {
            for (Problem problem : parameters.problems()) {
                if (problem.kind() == Problem.Kind.MALFORMED) {
                    selection(normal(problem.parameter())).ifPresent(selection -> selection.undecodable = true);
                }
            }
            for (Parameters.Parameter parameter : parameters.all()) {
                if (!ownNames.contains(parameter.name())) {
                    readParameter(parameter);
                }
            }
            Sort sort = sort();
            Page page = page();
            return new ReadQuery(
                    new Query(Filter.everything(), filter(), sort, page, facets.values, Optional.empty()), problems);
        }

        private static String normal(String name) {
            String plain = name.strip().toLowerCase(Locale.ROOT);
            return plain.endsWith("[]") ? plain.substring(0, plain.length() - 2) : plain;
        }

        /** Returns where the values of a parameter belong, if it names a field. */
        private Optional<Selection> selection(String name) {
            if (schema.field(name).isPresent()) {
                return Optional.of(chosen.computeIfAbsent(name, none -> new Selection()));
            }
            if (name.startsWith(NOT)
                    && schema.field(name.substring(NOT.length())).isPresent()) {
                return Optional.of(excluded.computeIfAbsent(name.substring(NOT.length()), none -> new Selection()));
            }
            return Optional.empty();
        }

        private void readParameter(Parameters.Parameter parameter) {
            String name = normal(parameter.name());
            Optional<Selection> selection = selection(name);
            if (selection.isPresent()) {
                boolean excludes = schema.field(name).isEmpty();
                String field = excludes ? name.substring(NOT.length()) : name;
                readChoice(parameter, schema.field(field).orElseThrow().vocabulary(), selection.get(), !excludes);
            } else if (name.equals(FACETS)) {
                readFacets(parameter);
            } else if (CONTROLS.contains(name)) {
                readControl(name, parameter);
            } else {
                unknownField(parameter, name);
            }
        }

        private void readChoice(
                Parameters.Parameter parameter, Vocabulary vocabulary, Selection selection, boolean anyLifts) {
            for (String value : values(parameter, selection)) {
                Optional<String> id = vocabulary.resolve(value);
                if (anyLifts && value.equals(ANY)) {
                    selection.any = true;
                } else if (id.isPresent()) {
                    selection.values.add(id.get());
                } else {
                    unknownValue(parameter, value, vocabulary);
                    if (Slug.is(value)) {
                        selection.values.add(value);
                    }
                }
            }
        }

        private void readFacets(Parameters.Parameter parameter) {
            List<String> names = fieldNames(schema);
            for (String value : values(parameter, facets)) {
                if (names.contains(value)) {
                    facets.values.add(value);
                } else if (!value.equals("none")) {
                    problem(Problem.Kind.UNKNOWN_VALUE, parameter, value, names, closest(value, names), oneOf(names));
                }
            }
        }

        /** Returns the values of a parameter in lower case, as long as the selection may have more. */
        private List<String> values(Parameters.Parameter parameter, Selection selection) {
            List<String> values = new ArrayList<>();
            for (String part : parameter.value().split(",")) {
                String value = part.strip().toLowerCase(Locale.ROOT);
                if (value.isEmpty() || selection.read > MAXIMUM_VALUES) {
                    continue;
                }
                if (++selection.read > MAXIMUM_VALUES) {
                    problem(
                            Problem.Kind.TOO_MUCH,
                            parameter,
                            value,
                            List.of(),
                            Optional.empty(),
                            "at most " + MAXIMUM_VALUES + " values");
                } else {
                    values.add(value);
                }
            }
            return values;
        }

        private void readControl(String name, Parameters.Parameter parameter) {
            if (parameter.value().isBlank()) {
                return;
            }
            if (controls.putIfAbsent(name, parameter) != null) {
                malformed(parameter, "one value");
            }
        }

        private Sort sort() {
            Parameters.Parameter parameter = controls.get(SORT);
            if (parameter == null) {
                return Sort.NAME;
            }
            String found = parameter.value().strip().toLowerCase(Locale.ROOT);
            int at = SORTS.indexOf(found);
            if (at < 0) {
                problem(Problem.Kind.UNKNOWN_VALUE, parameter, found, SORTS, closest(found, SORTS), oneOf(SORTS));
                return Sort.NAME;
            }
            return Sort.values()[at];
        }

        private Page page() {
            int limit = number(LIMIT, 0, Page.MAXIMUM_LIMIT, Page.DEFAULT_LIMIT);
            int last = Page.MAXIMUM_WINDOW / Math.max(1, limit);
            return new Page(number(PAGE, 1, last, 1), limit);
        }

        private int number(String name, int least, int most, int otherwise) {
            Parameters.Parameter parameter = controls.get(name);
            if (parameter == null) {
                return otherwise;
            }
            String expected = "a number from " + least + " to " + most;
            String digits = parameter.value().strip();
            if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
                malformed(parameter, expected);
                return otherwise;
            }
            int number = digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
            if (number < least) {
                malformed(parameter, expected);
                return otherwise;
            }
            if (number > most) {
                problem(Problem.Kind.TOO_MUCH, parameter, digits, List.of(), Optional.empty(), expected);
                return otherwise;
            }
            return number;
        }

        private Filter filter() {
            List<Filter> conditions = new ArrayList<>();
            for (FilterSchema.Field<?> field : schema.fields()) {
                Selection selection = chosen.get(field.name());
                if (selection == null || !selection.isNamed()) {
                    if (!field.defaults().isEmpty()) {
                        conditions.add(Filter.choice(field.name(), field.defaults()));
                    }
                } else if (!selection.any) {
                    conditions.add(selection.choice(field.name()));
                }
                Selection unwanted = excluded.get(field.name());
                if (unwanted != null && unwanted.isNamed()) {
                    conditions.add(Filter.not(unwanted.choice(field.name())));
                }
            }
            return Filter.and(conditions);
        }

        private void unknownField(Parameters.Parameter parameter, String name) {
            List<String> fields = fieldNames(schema);
            List<String> allowed = Stream.of(
                            fields.stream(),
                            CONTROLS.stream(),
                            ownNames.stream().sorted())
                    .flatMap(names -> names)
                    .toList();
            List<String> known = Stream.concat(allowed.stream(), fields.stream().map(NOT::concat))
                    .toList();
            problem(Problem.Kind.UNKNOWN_FIELD, parameter, "", allowed, closest(name, known), oneOf(allowed));
        }

        private void unknownValue(Parameters.Parameter parameter, String value, Vocabulary vocabulary) {
            List<String> allowed = vocabulary.terms().stream()
                    .limit(MAXIMUM_ALLOWED)
                    .map(Term::id)
                    .toList();
            Optional<String> meant = Optional.empty();
            if (suggestionsLeft > 0) {
                List<String> spellings = vocabulary.terms().stream()
                        .flatMap(term -> Stream.concat(Stream.of(term.id()), term.aliases().stream()))
                        .toList();
                meant = closest(value, spellings).flatMap(vocabulary::resolve);
            }
            problem(Problem.Kind.UNKNOWN_VALUE, parameter, value, allowed, meant, oneOf(allowed));
        }

        private Optional<String> closest(String found, Collection<String> known) {
            return --suggestionsLeft < 0 ? Optional.empty() : Spelling.closest(found, known);
        }

        private void malformed(Parameters.Parameter parameter, String expected) {
            problem(Problem.Kind.MALFORMED, parameter, parameter.value(), List.of(), Optional.empty(), expected);
        }

        private void problem(
                Problem.Kind kind,
                Parameters.Parameter parameter,
                String value,
                List<String> allowed,
                Optional<String> meant,
                String expected) {
            problems.add(new Problem(kind, parameter.name(), value, allowed, meant, expected));
        }

        private static String oneOf(List<String> allowed) {
            return "one of " + String.join(", ", allowed.subList(0, Math.min(12, allowed.size())))
                    + (allowed.size() > 12 ? ", …" : "");
        }
    }

    private static final class Writing {

        private final FilterSchema<?> schema;
        private final List<String> parts = new ArrayList<>();

        Writing(FilterSchema<?> schema) {
            this.schema = schema;
        }

        String write(Query query) {
            Map<String, Filter.Choice> chosen = new TreeMap<>();
            Map<String, Filter.Choice> excluded = new TreeMap<>();
            for (Filter condition : query.filter().conjuncts()) {
                if (condition instanceof Filter.Choice choice) {
                    put(chosen, choice);
                } else if (condition instanceof Filter.Not not && not.part() instanceof Filter.Choice choice) {
                    put(excluded, choice);
                } else {
                    throw inexpressible("expected choices and exclusions of single fields, found " + condition);
                }
            }
            for (FilterSchema.Field<?> field : schema.fields()) {
                writeChoice(field, chosen.get(field.name()));
                Filter.Choice unwanted = excluded.get(field.name());
                if (unwanted != null) {
                    parts.add(NOT + field.name() + "=" + values(field, unwanted));
                }
            }
            writeControls(query);
            String written = String.join("&", parts);
            if (written.length() > Parameters.MAXIMUM_LENGTH) {
                throw inexpressible(
                        "expected at most " + Parameters.MAXIMUM_LENGTH + " characters, found " + written.length());
            }
            return written;
        }

        private void put(Map<String, Filter.Choice> choices, Filter.Choice choice) {
            requireField(choice.field());
            if (choices.putIfAbsent(choice.field(), choice) != null) {
                throw inexpressible(
                        "expected one choice and one exclusion for each field, found two of '" + choice.field() + "'");
            }
        }

        private void requireField(String name) {
            if (schema.field(name).isEmpty()) {
                throw inexpressible("expected one of the fields " + fieldNames(schema) + ", found '" + name + "'");
            }
        }

        private void writeChoice(FilterSchema.Field<?> field, Filter.@Nullable Choice choice) {
            if (choice == null) {
                if (!field.defaults().isEmpty()) {
                    parts.add(field.name() + "=" + ANY);
                }
                return;
            }
            if (choice.values().contains(ANY)) {
                throw inexpressible("the value '" + ANY + "' of '" + field.name() + "' would lift the choice");
            }
            String values = values(field, choice);
            if (!choice.values().equals(field.defaults())) {
                parts.add(field.name() + "=" + values);
            }
        }

        private String values(FilterSchema.Field<?> field, Filter.Choice choice) {
            SortedSet<String> values = choice.values();
            if (values.size() > MAXIMUM_VALUES) {
                throw inexpressible("expected at most " + MAXIMUM_VALUES + " values of '" + field.name() + "', found "
                        + values.size());
            }
            for (String value : values) {
                boolean stays = Slug.is(value)
                        ? field.vocabulary().resolve(value).orElse(value).equals(value)
                        : value.equals(NO_VALUE) && values.size() == 1;
                if (!stays) {
                    throw inexpressible("expected ids as values of '" + field.name() + "', found '" + value + "'");
                }
            }
            return String.join(",", values);
        }

        private void writeControls(Query query) {
            if (query.sort() != Sort.NAME) {
                parts.add(SORT + "=" + query.sort().slug());
            }
            if (query.page().number() != 1) {
                parts.add(PAGE + "=" + query.page().number());
            }
            if (query.page().limit() != Page.DEFAULT_LIMIT) {
                parts.add(LIMIT + "=" + query.page().limit());
            }
            query.facets().forEach(this::requireField);
            if (!query.facets().isEmpty()) {
                parts.add(FACETS + "=" + String.join(",", query.facets()));
            }
        }

        private static IllegalArgumentException inexpressible(String why) {
            return new IllegalArgumentException("A query string cannot express this query: " + why + ".");
        }
    }
}
