package ruhr.knowledge.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.filter.Parameters.Parameter;
import ruhr.knowledge.filter.Problem;
import ruhr.knowledge.filter.Term;
import ruhr.knowledge.text.Words;
import ruhr.knowledge.value.Slug;

/** Reads one query out of parameters. For one reading; not thread-safe. */
final class QueryReading {

    private static final int MAXIMUM_ALLOWED = 100;

    /** How many names of a list are written out in a sentence. */
    private static final int MOST_NAMED = 12;

    /** Text that is so long is not even normalised: nobody typed it. */
    private static final int LONGEST_WORDS = 4 * Filter.MOST_CHARACTERS;

    /** Looking for what was meant costs more than reading, so a hostile string does not get it for every value. */
    private int suggestionsLeft = 16;

    private final FilterSchema<?> schema;
    private final Set<String> ownNames;
    private final List<Problem> problems;
    private final Set<String> names;
    private final Map<String, Selection> chosen = new HashMap<>();
    private final Map<String, Selection> excluded = new HashMap<>();
    private final Map<String, Parameter> once = new HashMap<>();
    private final List<Filter> conditions = new ArrayList<>();
    private final Selection presets = new Selection();
    private final Selection facets = new Selection();
    private int readInAll;
    private boolean unreadable;
    private Optional<Cursor> cursor = Optional.empty();
    private Optional<Locale> language = Optional.empty();

    QueryReading(FilterSchema<?> schema, Set<String> ownNames, List<Problem> problems) {
        this.schema = schema;
        this.ownNames = ownNames;
        this.problems = new ArrayList<>(problems);
        this.names = new LinkedHashSet<>(Grammar.names(schema));
    }

    /** The values of one field, or those that it excludes, while they are being read. */
    private static final class Selection {
        final SortedSet<String> values = new TreeSet<>();
        int read;
        boolean malformed;
        boolean any;

        boolean isNamed() {
            return read > 0 || malformed;
        }

        Filter choice(String field) {
            return Filter.choice(field, values.isEmpty() ? Set.of(Grammar.NO_VALUE) : values);
        }
    }

    ReadQuery read(Parameters parameters) {
        for (Problem problem : parameters.problems()) {
            if (problem.kind() == Problem.Kind.MALFORMED) {
                readUnreadable(problem.parameter());
            }
        }
        for (Parameter parameter : parameters.all()) {
            if (!ownNames.contains(parameter.name())) {
                read(parameter);
            }
        }
        for (String name : parameters.unread()) {
            // Of what stands once the first one holds, and that was read.
            if (!once.containsKey(Grammar.normal(name))) {
                readUnreadable(name);
            }
        }
        Filter filter = filter().canonical();
        Sort sort = sort(filter);
        Page page = page();
        return new ReadQuery(
                new Query(Filter.everything(), filter, sort, page, facets.values, cursor), language, problems);
    }

    /** Takes note of a parameter of which there is no value: broken, or beyond the limits. */
    private void readUnreadable(String given) {
        String name = Grammar.normal(given);
        if (ownNames.contains(given)) {
            return;
        }
        Optional<Selection> selection = selection(name);
        if (selection.isPresent()) {
            selection.get().malformed = true;
        } else if (Grammar.conditions(schema).contains(name)) {
            unreadable = true;
        }
    }

    /** Returns where the values of a parameter belong, if it names a field. */
    private Optional<Selection> selection(String name) {
        if (schema.field(name).isPresent()) {
            return Optional.of(chosen.computeIfAbsent(name, none -> new Selection()));
        }
        if (name.startsWith(Grammar.NOT)
                && schema.field(name.substring(Grammar.NOT.length())).isPresent()) {
            return Optional.of(excluded.computeIfAbsent(name.substring(Grammar.NOT.length()), none -> new Selection()));
        }
        return Optional.empty();
    }

    private void read(Parameter parameter) {
        String name = Grammar.normal(parameter.name());
        Optional<Selection> selection = selection(name);
        if (selection.isPresent()) {
            boolean excludes = schema.field(name).isEmpty();
            String field = excludes ? name.substring(Grammar.NOT.length()) : name;
            readChoice(parameter, schema.field(field).orElseThrow(), selection.get(), !excludes);
        } else if (name.equals(Grammar.FACETS)) {
            readFacets(parameter);
        } else if (name.equals(Grammar.PRESET)) {
            readPresets(parameter);
        } else if (names.contains(name)) {
            readOnce(name, parameter);
        } else {
            unknownName(parameter, name);
        }
    }

    private void readChoice(Parameter parameter, FilterSchema.Field<?> field, Selection selection, boolean anyLifts) {
        for (String value : values(parameter, selection)) {
            Optional<String> id = field.resolve(value);
            if (anyLifts && value.equals(QueryString.ANY)) {
                selection.any = true;
            } else if (id.isPresent()) {
                selection.values.add(id.get());
            } else if (field.kind() == FilterSchema.Kind.CHOICE) {
                unknownValue(parameter, value, field);
                if (Slug.is(value)) {
                    selection.values.add(value);
                } else {
                    selection.malformed = true;
                }
            } else {
                selection.malformed = true;
                problem(
                        Problem.Kind.MALFORMED,
                        parameter,
                        value,
                        List.of(),
                        Optional.empty(),
                        field.kind() == FilterSchema.Kind.NUMBER
                                ? "a number or a span such as 1960..1979, 1960.. or ..1979"
                                : "a day, a month, a year or a span such as 2026-11-01..2026-11-30, 2026-11.. or ..2026");
            }
        }
    }

    private void readFacets(Parameter parameter) {
        List<String> fields = Grammar.fields(schema);
        for (String value : values(parameter, facets)) {
            if (fields.contains(value)) {
                facets.values.add(value);
            } else if (!value.equals(QueryString.NO_FACETS)) {
                problem(Problem.Kind.UNKNOWN_VALUE, parameter, value, fields, closest(value, fields), oneOf(fields));
            }
        }
    }

    private void readPresets(Parameter parameter) {
        for (String value : values(parameter, presets)) {
            if (schema.presets().find(value).isEmpty()) {
                List<String> ids = schema.presets().all().stream()
                        .limit(MAXIMUM_ALLOWED)
                        .map(preset -> preset.id())
                        .toList();
                String expected = ids.isEmpty() ? "no preset, because there are none" : oneOf(ids);
                problem(Problem.Kind.UNKNOWN_VALUE, parameter, value, ids, closest(value, ids), expected);
            }
            if (Slug.is(value)) {
                presets.values.add(value);
            } else {
                unreadable = true;
            }
        }
    }

    /** Returns the values of a parameter in lower case, as long as the selection may have more. */
    private List<String> values(Parameter parameter, Selection selection) {
        List<String> values = new ArrayList<>();
        for (String part : parameter.value().split(",")) {
            String value = part.strip().toLowerCase(Locale.ROOT);
            if (value.isEmpty() || selection.read > QueryString.MAXIMUM_VALUES) {
                continue;
            }
            if (++selection.read > QueryString.MAXIMUM_VALUES) {
                tooMuch(parameter, value, "at most " + QueryString.MAXIMUM_VALUES + " values");
            } else if (++readInAll <= QueryString.MAXIMUM_VALUES_IN_ALL) {
                values.add(value);
            } else if (readInAll == QueryString.MAXIMUM_VALUES_IN_ALL + 1) {
                tooMuch(parameter, value, "at most " + QueryString.MAXIMUM_VALUES_IN_ALL + " values in all");
            }
        }
        return values;
    }

    /** Reads what stands once; of several the first one holds. */
    private void readOnce(String name, Parameter parameter) {
        if (saysNothing(name, parameter.value())) {
            return;
        }
        if (once.putIfAbsent(name, parameter) != null) {
            malformed(parameter, "one value");
            return;
        }
        switch (name) {
            case Grammar.NEAR -> readCondition(parameter, Coordinates.circle(parameter.value()), Coordinates.CIRCLE);
            case Grammar.BOX -> readCondition(parameter, Coordinates.box(parameter.value()), Coordinates.BOX);
            case Grammar.WORDS -> readWords(parameter);
            case Grammar.CURSOR -> readCursor(parameter);
            case Grammar.LANGUAGE -> readLanguage(parameter);
            default -> {
                // The order and the page depend on what else was said.
            }
        }
    }

    private static boolean saysNothing(String name, String value) {
        return value.isBlank()
                || name.equals(Grammar.WORDS)
                        && value.length() <= LONGEST_WORDS
                        && Words.of(value).isEmpty();
    }

    private void readCondition(Parameter parameter, Optional<Filter> condition, String expected) {
        if (condition.isPresent()) {
            conditions.add(condition.get());
        } else {
            unreadable = true;
            malformed(parameter, expected);
        }
    }

    /** Reads words; of a text that is too long, the beginning. */
    private void readWords(Parameter parameter) {
        String words = parameter.value().strip();
        Optional<Filter> all = words.length() > LONGEST_WORDS ? Optional.empty() : words(words);
        if (all.isPresent()) {
            conditions.add(all.get());
            return;
        }
        tooMuch(parameter, words, "at most " + Filter.MOST_CHARACTERS + " characters");
        // Normalising makes a text three times as long at most.
        conditions.add(words(beginning(words, Filter.MOST_CHARACTERS))
                .or(() -> words(beginning(words, Filter.MOST_CHARACTERS / 3)))
                .orElse(Filter.nothing()));
    }

    private static Optional<Filter> words(String text) {
        try {
            return Optional.of(Filter.text(text));
        } catch (IllegalArgumentException tooLong) {
            return Optional.empty();
        }
    }

    /** Returns the first characters of a text; no pair of surrogates is cut in two. */
    private static String beginning(String text, int length) {
        if (length >= text.length()) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    private void readCursor(Parameter parameter) {
        cursor = Cursor.read(parameter.value().strip());
        if (cursor.isEmpty()) {
            malformed(parameter, "the cursor of an answer");
        }
    }

    private void readLanguage(Parameter parameter) {
        language = QueryString.language(parameter.value());
        if (language.isEmpty()) {
            List<String> allowed = QueryString.LANGUAGES;
            String expected = String.join(" or ", allowed);
            String found = parameter.value();
            problem(Problem.Kind.UNKNOWN_VALUE, parameter, found, allowed, closest(found, allowed), expected);
        }
    }

    private Sort sort(Filter filter) {
        Parameter parameter = once.get(Grammar.SORT);
        if (parameter == null) {
            return Sort.of(filter);
        }
        List<String> sorts = Grammar.sorts(schema);
        String found = parameter.value().strip().toLowerCase(Locale.ROOT);
        if (!sorts.contains(found)) {
            problem(Problem.Kind.UNKNOWN_VALUE, parameter, found, sorts, closest(found, sorts), oneOf(sorts));
            return Sort.of(filter);
        }
        return Sort.valueOf(found.toUpperCase(Locale.ROOT));
    }

    private Page page() {
        int limit = number(Grammar.LIMIT, 0, Page.MAXIMUM_LIMIT, Page.DEFAULT_LIMIT);
        int last = Page.MAXIMUM_WINDOW / Math.max(1, limit);
        int number = number(Grammar.PAGE, 1, last, 1);
        if (cursor.isPresent() && number > 1) {
            malformed(once.get(Grammar.PAGE), "no page beside a cursor");
            return new Page(1, limit);
        }
        return new Page(number, limit);
    }

    private int number(String name, int least, int most, int otherwise) {
        Parameter parameter = once.get(name);
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
            tooMuch(parameter, digits, expected);
            return otherwise;
        }
        return number;
    }

    private Filter filter() {
        List<Filter> all = new ArrayList<>();
        for (FilterSchema.Field<?> field : schema.fields()) {
            Selection selection = chosen.get(field.name());
            if (selection == null || !selection.isNamed()) {
                if (!field.defaults().isEmpty()) {
                    all.add(Filter.choice(field.name(), field.defaults()));
                }
            } else if (!selection.any) {
                all.add(selection.choice(field.name()));
            }
            Selection unwanted = excluded.get(field.name());
            if (unwanted != null && !unwanted.values.isEmpty()) {
                all.add(Filter.not(unwanted.choice(field.name())));
            } else if (unwanted != null) {
                unreadable |= unwanted.malformed;
            }
        }
        all.addAll(conditions);
        for (String id : presets.values) {
            all.add(new Filter.Preset(id, schema.presets().filter(id).orElse(Filter.nothing())));
        }
        if (unreadable || presets.read > 0 && presets.values.isEmpty()) {
            all.add(Filter.nothing());
        }
        return Filter.and(all);
    }

    private void unknownName(Parameter parameter, String name) {
        List<String> known = Stream.concat(names.stream(), ownNames.stream().sorted())
                .distinct()
                .toList();
        List<String> fields = Grammar.fields(schema);
        List<String> allowed = Stream.concat(known.stream(), fields.stream().map(Grammar.NOT::concat))
                .toList();
        String expected = oneOf(known) + (fields.isEmpty() ? "" : ", or not_ before a field");
        problem(Problem.Kind.UNKNOWN_FIELD, parameter, "", allowed, closest(name, allowed), expected);
    }

    private void unknownValue(Parameter parameter, String value, FilterSchema.Field<?> field) {
        List<Term> terms = field.vocabulary().terms();
        List<String> allowed =
                terms.stream().limit(MAXIMUM_ALLOWED).map(Term::id).toList();
        Optional<String> meant = Optional.empty();
        if (suggestionsLeft > 0) {
            List<String> spellings = terms.stream()
                    .flatMap(term -> Stream.concat(Stream.of(term.id()), term.aliases().stream()))
                    .toList();
            meant = closest(value, spellings).flatMap(field::resolve);
        }
        problem(Problem.Kind.UNKNOWN_VALUE, parameter, value, allowed, meant, oneOf(allowed));
    }

    private Optional<String> closest(String found, Collection<String> known) {
        return --suggestionsLeft < 0 ? Optional.empty() : Spelling.closest(found, known);
    }

    private void malformed(Parameter parameter, String expected) {
        problem(Problem.Kind.MALFORMED, parameter, parameter.value(), List.of(), Optional.empty(), expected);
    }

    private void tooMuch(Parameter parameter, String value, String expected) {
        problem(Problem.Kind.TOO_MUCH, parameter, value, List.of(), Optional.empty(), expected);
    }

    private void problem(
            Problem.Kind kind,
            Parameter parameter,
            String value,
            List<String> allowed,
            Optional<String> meant,
            String expected) {
        problems.add(new Problem(kind, parameter.name(), value, allowed, meant, expected));
    }

    private static String oneOf(List<String> allowed) {
        return "one of " + String.join(", ", allowed.subList(0, Math.min(MOST_NAMED, allowed.size())))
                + (allowed.size() > MOST_NAMED ? ", …" : "");
    }
}
