package ruhr.knowledge.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import ruhr.knowledge.filter.FilterSchema;

/** The names of the grammar, as far as the records of a schema have a use for them. */
final class Grammar {

    static final String NOT = "not_";
    static final String NEAR = "near";
    static final String BOX = "bbox";
    static final String WORDS = "q";
    static final String PRESET = "preset";
    static final String SORT = "sort";
    static final String PAGE = "page";
    static final String LIMIT = "limit";
    static final String CURSOR = "cursor";
    static final String FACETS = "facets";
    static final String LANGUAGE = "lang";

    /**
     * What a choice holds if its field was named with nothing that could be a value. No vocabulary can have it, because
     * it is no slug; so the choice finds nothing, and still is a choice that a panel can show and take back. As a preset
     * it stands for a condition that could not be read.
     */
    static final String NO_VALUE = "~";

    private Grammar() {}

    /** Returns a name in lower case, without the brackets that some programs put behind names that stand repeatedly. */
    static String normal(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        return plain.endsWith("[]") ? plain.substring(0, plain.length() - 2) : plain;
    }

    static List<String> fields(FilterSchema<?> schema) {
        return schema.fields().stream().map(FilterSchema.Field::name).toList();
    }

    /** Tells whether a normal name is a field or an exclusion from one. */
    static boolean isField(String name, FilterSchema<?> schema) {
        return schema.field(name).isPresent()
                || name.startsWith(NOT)
                        && schema.field(name.substring(NOT.length())).isPresent();
    }

    /** Returns the conditions that are no fields. */
    static List<String> conditions(FilterSchema<?> schema) {
        return schema.hasPlaces() ? List.of(NEAR, BOX, WORDS, PRESET) : List.of(WORDS, PRESET);
    }

    /** Returns the names of everything that a query string can say, exclusions left out. */
    static List<String> names(FilterSchema<?> schema) {
        List<String> names = new ArrayList<>(fields(schema));
        names.addAll(conditions(schema));
        names.addAll(List.of(SORT, PAGE, LIMIT, CURSOR, FACETS, LANGUAGE));
        return names;
    }

    static List<String> sorts(FilterSchema<?> schema) {
        return Stream.of(Sort.values())
                .filter(sort -> switch (sort) {
                    case NAME, RELEVANCE -> true;
                    case DISTANCE -> schema.hasPlaces();
                    case NEWEST -> schema.hasDays();
                })
                .map(Sort::slug)
                .toList();
    }
}
