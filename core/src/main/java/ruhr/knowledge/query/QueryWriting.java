package ruhr.knowledge.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.value.Slug;

/** Writes one query in canonical form. For one writing; not thread-safe. */
final class QueryWriting {

    private final FilterSchema<?> schema;
    private final Map<String, Filter.Choice> chosen = new HashMap<>();
    private final Map<String, Filter.Choice> excluded = new HashMap<>();
    private final Map<String, String> others = new HashMap<>();
    private final SortedSet<String> presets = new TreeSet<>();
    private final List<String> parts = new ArrayList<>();
    private int valuesInAll;

    QueryWriting(FilterSchema<?> schema) {
        this.schema = schema;
    }

    String write(Query query) {
        if (query.filter().equals(Filter.nothing())) {
            parts.add(Grammar.PRESET + "=" + Grammar.NO_VALUE);
        } else {
            query.filter().conjuncts().forEach(this::take);
            writeConditions();
        }
        writeControls(query);
        if (valuesInAll > QueryString.MAXIMUM_VALUES_IN_ALL) {
            throw inexpressible(
                    "expected at most " + QueryString.MAXIMUM_VALUES_IN_ALL + " values in all, found " + valuesInAll);
        }
        String written = String.join("&", parts);
        if (written.length() > Parameters.MAXIMUM_LENGTH) {
            throw inexpressible(
                    "expected at most " + Parameters.MAXIMUM_LENGTH + " characters, found " + written.length());
        }
        return written;
    }

    private void take(Filter condition) {
        if (condition instanceof Filter.Choice choice) {
            take(chosen, choice);
        } else if (condition instanceof Filter.Not not && not.part() instanceof Filter.Choice choice) {
            take(excluded, choice);
        } else if (condition instanceof Filter.Near near && schema.hasPlaces()) {
            take(Grammar.NEAR, Coordinates.written(near));
        } else if (condition instanceof Filter.Box box && schema.hasPlaces()) {
            take(Grammar.BOX, Coordinates.written(box));
        } else if (condition instanceof Filter.Text text) {
            take(Grammar.WORDS, text.words());
        } else if (condition instanceof Filter.Preset preset) {
            take(preset);
        } else {
            throw inexpressible("expected choices and exclusions of single fields, words, presets"
                    + (schema.hasPlaces() ? ", a circle or a box" : "") + ", found " + condition);
        }
    }

    private void take(Map<String, Filter.Choice> choices, Filter.Choice choice) {
        requireField(choice.field());
        if (choices.putIfAbsent(choice.field(), choice) != null) {
            throw inexpressible(
                    "expected one choice and one exclusion for each field, found two of '" + choice.field() + "'");
        }
    }

    private void take(String name, String value) {
        if (others.putIfAbsent(name, value) != null) {
            throw inexpressible("expected '" + name + "' once, found '" + others.get(name) + "' and '" + value + "'");
        }
    }

    private void take(Filter.Preset preset) {
        Optional<Filter> known = schema.presets().filter(preset.id());
        if (!known.orElse(Filter.nothing()).equals(preset.filter())) {
            throw inexpressible("expected presets as the schema has them, found another '" + preset.id() + "'");
        }
        if (!presets.add(preset.id())) {
            throw inexpressible("expected each preset once, found '" + preset.id() + "' twice");
        }
    }

    private void requireField(String name) {
        if (schema.field(name).isEmpty()) {
            throw inexpressible("expected one of the fields " + Grammar.fields(schema) + ", found '" + name + "'");
        }
    }

    private void writeConditions() {
        for (FilterSchema.Field<?> field : schema.fields()) {
            writeChoice(field, chosen.get(field.name()));
            Filter.Choice unwanted = excluded.get(field.name());
            if (unwanted != null) {
                if (unwanted.values().contains(Grammar.NO_VALUE)) {
                    throw inexpressible("expected a value to exclude from '" + field.name() + "', found '"
                            + Grammar.NO_VALUE + "'");
                }
                parts.add(Grammar.NOT + field.name() + "=" + values(field, unwanted));
            }
        }
        for (String name : List.of(Grammar.NEAR, Grammar.BOX, Grammar.WORDS)) {
            String value = others.get(name);
            if (value != null) {
                parts.add(Parameters.none().with(name, value).toString());
            }
        }
        if (!presets.isEmpty()) {
            requireFew(Grammar.PRESET, presets);
            parts.add(Grammar.PRESET + "=" + String.join(",", presets));
        }
    }

    private void writeChoice(FilterSchema.Field<?> field, Filter.@Nullable Choice choice) {
        if (choice == null) {
            if (!field.defaults().isEmpty()) {
                parts.add(field.name() + "=" + QueryString.ANY);
                valuesInAll++;
            }
            return;
        }
        if (choice.values().contains(QueryString.ANY)) {
            throw inexpressible("the value '" + QueryString.ANY + "' of '" + field.name() + "' would lift the choice");
        }
        if (!choice.values().equals(field.defaults())) {
            parts.add(field.name() + "=" + values(field, choice));
        }
    }

    private String values(FilterSchema.Field<?> field, Filter.Choice choice) {
        SortedSet<String> values = choice.values();
        requireFew(field.name(), values);
        for (String value : values) {
            if (!isReadAsItStands(field, value) && !(value.equals(Grammar.NO_VALUE) && values.size() == 1)) {
                throw inexpressible("expected "
                        + (field.kind() == FilterSchema.Kind.CHOICE ? "ids" : "spans in their canonical form")
                        + " as values of '" + field.name() + "', found '" + value + "'");
            }
        }
        return String.join(",", values);
    }

    private static boolean isReadAsItStands(FilterSchema.Field<?> field, String value) {
        Optional<String> read = field.resolve(value);
        return read.isPresent() ? read.get().equals(value) : field.kind() == FilterSchema.Kind.CHOICE && Slug.is(value);
    }

    private void requireFew(String name, SortedSet<String> values) {
        valuesInAll += values.size();
        if (values.size() > QueryString.MAXIMUM_VALUES) {
            throw inexpressible("expected at most " + QueryString.MAXIMUM_VALUES + " values of '" + name + "', found "
                    + values.size());
        }
    }

    private void writeControls(Query query) {
        if (query.sort() != Sort.of(query.filter())) {
            if (!Grammar.sorts(schema).contains(query.sort().slug())) {
                throw inexpressible("expected one of the orders " + Grammar.sorts(schema) + ", found '"
                        + query.sort().slug() + "'");
            }
            parts.add(Grammar.SORT + "=" + query.sort().slug());
        }
        if (query.page().number() != 1) {
            parts.add(Grammar.PAGE + "=" + query.page().number());
        }
        if (query.page().limit() != Page.DEFAULT_LIMIT) {
            parts.add(Grammar.LIMIT + "=" + query.page().limit());
        }
        if (query.after().isPresent()) {
            writeCursor(query.after().get());
        }
        query.facets().forEach(this::requireField);
        if (!query.facets().isEmpty()) {
            requireFew(Grammar.FACETS, query.facets());
            parts.add(Grammar.FACETS + "=" + String.join(",", query.facets()));
        }
    }

    private void writeCursor(Cursor cursor) {
        String written = cursor.toString();
        if (!Cursor.read(written).equals(Optional.of(cursor))) {
            throw inexpressible("expected the cursor of an answer, found " + cursor.last());
        }
        parts.add(Grammar.CURSOR + "=" + written);
    }

    private static IllegalArgumentException inexpressible(String why) {
        return new IllegalArgumentException("A query string cannot express this query: " + why + ".");
    }
}
