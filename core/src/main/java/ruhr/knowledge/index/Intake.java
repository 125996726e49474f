package ruhr.knowledge.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Span;
import ruhr.knowledge.value.Finding;
import ruhr.knowledge.value.GeoPoint;
import ruhr.knowledge.value.GermanOrder;
import ruhr.knowledge.value.Slug;
import ruhr.knowledge.value.Version;

/**
 * Reads the records once: checks them, notes what is wrong, and puts them in order. From then on a record is a row, a place in
 * that order.
 */
final class Intake<T> {

    private static final String SOURCE = "records";
    private static final String LEFT_OUT = "The record is left out.";
    private static final String STANDS_UNDER_ITS_ID = "The record stands under its id.";

    /** What is read off the records of one field. */
    private static final class Values {
        private final Domain domain;
        private final int first;
        private final boolean ofTerms;
        private long[] numbers = {};
        private int[] rowsOfNumbers = {};
        private int size;
        private final List<Optional<Span>> spans;

        /**
         * Begins a field.
         *
         * @param first the number of its first value, where the values of all fields are numbered as one sequence
         */
        Values(FilterSchema.Field<?> field, int first) {
            domain = new Domain(field.vocabulary());
            this.first = first;
            ofTerms = field.kind() == FilterSchema.Kind.CHOICE;
            spans = ofTerms ? List.of() : domain.ids().stream().map(field::span).toList();
        }

        private void addNumber(long number, int row, IntRows ordinals, int since) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, size * 2 + 16);
                rowsOfNumbers = Arrays.copyOf(rowsOfNumbers, numbers.length);
            }
            numbers[size] = number;
            rowsOfNumbers[size++] = row;
            for (int ordinal = 0; ordinal < spans.size(); ordinal++) {
                if (spans.get(ordinal).isPresent() && spans.get(ordinal).get().contains(number)) {
                    ordinals.addOnce(first + ordinal, since);
                }
            }
        }

        /** Puts rows in their order. */
        private void moveTo(int[] rowsOfRecords) {
            for (int i = 0; i < size; i++) {
                rowsOfNumbers[i] = rowsOfRecords[rowsOfNumbers[i]];
            }
        }

        private @Nullable Numbers numbers() {
            return ofTerms ? null : new Numbers(Arrays.copyOf(numbers, size), Arrays.copyOf(rowsOfNumbers, size));
        }

        private void addNumbers(Fingerprint print) {
            long[] sorted = new long[size];
            int[] rows = new int[size];
            if (!ofTerms) {
                new Numbers(Arrays.copyOf(numbers, size), Arrays.copyOf(rowsOfNumbers, size)).copyTo(sorted, rows);
            }
            print.add(sorted, rows);
        }
    }

    private final FilterSchema<T> schema;
    private final List<Finding> findings = new ArrayList<>();
    private final List<FilterSchema.Field<T>> fields;
    private final List<Values> values = new ArrayList<>();

    /** The values of all fields of each record: a record is then moved to its row in one go. */
    private IntRows ordinals;

    private final Object[] items;
    private final String[] ids;
    private final String[] names;
    private final IdTable table;
    private final List<Collection<GeoPoint>> places = new ArrayList<>();
    private final Places.Builder placesBuilder;
    private final List<Collection<String>> otherNames = new ArrayList<>();
    private final List<Collection<String>> texts = new ArrayList<>();
    private final long[] days;

    /** The record that stands at each row, and the row of each record. */
    private final int[] order;

    private final int[] rowsOfRecords;
    private int size;
    private int position;

    Intake(FilterSchema<T> schema, Collection<? extends T> records) {
        this.schema = schema;
        fields = List.copyOf(schema.fields());
        Object[] given = records.toArray();
        items = new Object[given.length];
        ids = new String[given.length];
        names = new String[given.length];
        days = new long[schema.hasDays() ? given.length : 0];
        table = new IdTable(ids, given.length);
        placesBuilder = new Places.Builder(schema.hasPlaces() ? given.length : 0);
        String[] keys = new String[given.length];
        ordinals = new IntRows(given.length);
        int first = 0;
        for (FilterSchema.Field<T> field : fields) {
            values.add(new Values(field, first));
            first += values.get(values.size() - 1).domain.size();
        }
        for (Object item : given) {
            @SuppressWarnings("unchecked") // The collection holds nothing else.
            T record = (T) item;
            if (isSound(record)) {
                keys[size] = GermanOrder.key(names[size]);
                readParts(record);
                size++;
            }
            position++;
        }
        order = new NameOrder(keys, names, ids).of(size);
        rowsOfRecords = new int[size];
        for (int row = 0; row < size; row++) {
            rowsOfRecords[order[row]] = row;
        }
        ordinals = ordinals.inOrder(order);
        values.forEach(read -> read.moveTo(rowsOfRecords));
    }

    /** Tells whether a record can be taken in, and takes its id and its name. */
    private boolean isSound(@Nullable T item) {
        if (item == null) {
            leaveOut("", "a record", "null");
            return false;
        }
        String id = readOne(schema::id, item, "/id", "an id", Finding.Severity.RECORD_LEFT_OUT, LEFT_OUT);
        if (id == null) {
            return false;
        }
        if (!Slug.is(id)) {
            leaveOut("/id", "an id of 1 to 64 characters a-z, 0-9 and -", Finding.quote(id));
            return false;
        }
        ids[size] = id;
        if (!table.add(size)) {
            leaveOut("/id", "each id once", Finding.quote(id) + " again");
            return false;
        }
        String name =
                readOne(schema::name, item, "/name", "a name", Finding.Severity.PART_LEFT_OUT, STANDS_UNDER_ITS_ID);
        names[size] = name == null ? id : name;
        items[size] = item;
        return true;
    }

    private void readParts(T item) {
        for (int i = 0; i < fields.size(); i++) {
            if (values.get(i).ofTerms) {
                readTerms(item, fields.get(i), values.get(i));
            } else {
                readNumbers(item, fields.get(i), values.get(i));
            }
        }
        ordinals.endRow();
        if (schema.hasPlaces()) {
            Collection<GeoPoint> read =
                    readAll(schema::places, item, "/places", "a place", "The record is shown without this place.");
            for (GeoPoint place : read) {
                placesBuilder.add(size, place);
            }
            places.add(read);
        }
        otherNames.add(
                readAll(schema::otherNames, item, "/otherNames", "a name", "The record is shown without this name."));
        if (schema.hasText()) {
            texts.add(readAll(schema::texts, item, "/texts", "a text", "The record is shown without this text."));
        }
        if (schema.hasDays()) {
            Optional<LocalDate> day = readOne(
                    schema::published,
                    item,
                    "/published",
                    "a day, or nothing",
                    Finding.Severity.PART_LEFT_OUT,
                    "The record is sorted as if it had no day.");
            days[size] = day == null
                    ? Long.MIN_VALUE
                    : day.map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE);
        }
    }

    private void readTerms(T item, FilterSchema.Field<T> field, Values found) {
        int before = findings.size();
        int since = ordinals.pending();
        String failure = "null";
        try {
            Collection<? extends @Nullable String> given = field.values().apply(item);
            if (given != null) {
                for (String value : given) {
                    int ordinal = value == null ? -1 : found.domain.ordinal(value);
                    if (ordinal >= 0) {
                        ordinals.addOnce(found.first + ordinal, since);
                    } else {
                        leaveOffValue(field, value);
                    }
                }
                if (ordinals.pending() == since) {
                    ordinals.add(found.first + found.domain.none());
                }
                return;
            }
        } catch (RuntimeException failed) {
            failure = Finding.quote(failed.toString());
        }
        ordinals.dropBackTo(since);
        ordinals.add(found.first + found.domain.none());
        leaveOffField(field, before, "values, or an empty collection", failure);
    }

    private void readNumbers(T item, FilterSchema.Field<T> field, Values found) {
        int before = findings.size();
        int since = ordinals.pending();
        int numbersBefore = found.size;
        String failure = "null";
        try {
            Collection<? extends @Nullable Long> given = field.numbers().apply(item);
            if (given != null) {
                for (Long number : given) {
                    if (number != null && Math.abs(number) <= Span.MOST) {
                        found.addNumber(number, size, ordinals, since);
                    } else {
                        findings.add(new Finding(
                                Finding.Severity.PART_LEFT_OUT,
                                SOURCE,
                                pointer("/" + field.name()),
                                "a number of at most 12 digits",
                                String.valueOf(number),
                                "The record is shown without this number."));
                    }
                }
                if (found.size == numbersBefore) {
                    ordinals.add(found.first + found.domain.none());
                }
                return;
            }
        } catch (RuntimeException failed) {
            failure = Finding.quote(failed.toString());
        }
        ordinals.dropBackTo(since);
        ordinals.add(found.first + found.domain.none());
        found.size = numbersBefore;
        leaveOffField(field, before, "numbers, or nothing", failure);
    }

    private void leaveOffValue(FilterSchema.Field<T> field, @Nullable String value) {
        findings.add(new Finding(
                Finding.Severity.PART_LEFT_OUT,
                SOURCE,
                pointer("/" + field.name()),
                "an id of the vocabulary",
                value == null ? "null" : Finding.quote(value),
                "The record is shown without this value."));
    }

    /** Notes that a field could not be read; what was noted about its values before is taken back. */
    private void leaveOffField(FilterSchema.Field<T> field, int findingsBefore, String expected, String found) {
        findings.subList(findingsBefore, findings.size()).clear();
        findings.add(new Finding(
                Finding.Severity.PART_LEFT_OUT,
                SOURCE,
                pointer("/" + field.name()),
                expected,
                found,
                "The record has no value in this field."));
    }

    /**
     * Returns what a function of the schema says about a record, or null with a finding. The functions are the caller's,
     * and often a missing part of one record makes them throw: that must not darken all other records.
     */
    private <V> @Nullable V readOne(
            Function<T, ? extends @Nullable V> function,
            T item,
            String pointer,
            String expected,
            Finding.Severity severity,
            String consequence) {
        String found = "null";
        try {
            V value = function.apply(item);
            if (value != null) {
                return value;
            }
        } catch (RuntimeException failed) {
            found = Finding.quote(failed.toString());
        }
        findings.add(new Finding(severity, SOURCE, pointer(pointer), expected, found, consequence));
        return null;
    }

    /** Returns what a function of the schema says about a record, without what is null in it. */
    private <V> Collection<V> readAll(
            Function<T, ? extends @Nullable Collection<? extends @Nullable V>> function,
            T item,
            String pointer,
            String expected,
            String consequence) {
        int before = findings.size();
        String found = "null";
        try {
            Collection<? extends @Nullable V> given = function.apply(item);
            if (given != null) {
                if (given.isEmpty()) {
                    return List.of();
                }
                List<V> kept = new ArrayList<>(given.size());
                for (V value : given) {
                    if (value != null) {
                        kept.add(value);
                    } else {
                        findings.add(new Finding(
                                Finding.Severity.PART_LEFT_OUT,
                                SOURCE,
                                pointer(pointer),
                                expected,
                                "null",
                                consequence));
                    }
                }
                return kept;
            }
        } catch (RuntimeException failed) {
            found = Finding.quote(failed.toString());
            findings.subList(before, findings.size()).clear();
        }
        findings.add(new Finding(
                Finding.Severity.PART_LEFT_OUT, SOURCE, pointer(pointer), expected + ", or none", found, consequence));
        return List.of();
    }

    private void leaveOut(String pointer, String expected, String found) {
        findings.add(
                new Finding(Finding.Severity.RECORD_LEFT_OUT, SOURCE, pointer(pointer), expected, found, LEFT_OUT));
    }

    private String pointer(String part) {
        return "/" + position + part;
    }

    /** Returns what was wrong, in the order of the records. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    int rows() {
        return size;
    }

    /** Returns the records in the order of rows, as are all other lists from here on. */
    Object[] items() {
        return ordered(items, new Object[size]);
    }

    String[] names() {
        return ordered(names, new String[size]);
    }

    /** Returns the rows by their ids. */
    IdTable table() {
        return table.moved(ordered(ids, new String[size]), rowsOfRecords);
    }

    /** Returns for each field the ordinals of each row. */
    List<IntRows> assigned() {
        List<IntRows> assigned = new ArrayList<>();
        fields.forEach(field -> assigned.add(new IntRows(size)));
        for (int row = 0; row < size; row++) {
            int at = ordinals.start(row);
            for (int i = 0; i < values.size(); i++) {
                int first = values.get(i).first;
                int end = first + values.get(i).domain.size();
                for (; at < ordinals.end(row) && ordinals.values()[at] < end; at++) {
                    assigned.get(i).add(ordinals.values()[at] - first);
                }
                assigned.get(i).endRow();
            }
        }
        return assigned;
    }

    List<Column> columns(List<IntRows> assigned) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            Values read = values.get(i);
            columns.add(new Column(fields.get(i), i, read.domain, assigned.get(i), read.numbers()));
        }
        return columns;
    }

    Places places() {
        return placesBuilder.build(rowsOfRecords);
    }

    /** Returns the words of the records. */
    TextIndex texts(IntFunction<Collection<String>> namesOf) {
        TextIndex.Builder builder = new TextIndex.Builder();
        for (int row = 0; row < size; row++) {
            builder.add(namesOf.apply(row), schema.hasText() ? texts.get(order[row]) : List.of());
        }
        return builder.build(namesOf);
    }

    @Nullable
    Newest newest() {
        if (!schema.hasDays()) {
            return null;
        }
        long[] ordered = new long[size];
        for (int row = 0; row < size; row++) {
            ordered[row] = days[order[row]];
        }
        return new Newest(ordered);
    }

    /** Returns the fingerprint of all that an answer depends on, except what the records hold beside it. */
    Version fingerprint() {
        Fingerprint print = new Fingerprint();
        fields.forEach(print::addField);
        for (int row = 0; row < size; row++) {
            int record = order[row];
            print.add(ids[record]);
            print.add(names[record]);
            print.add(otherNames.get(record));
            print.add(ordinals, row);
            if (schema.hasPlaces()) {
                print.addPlaces(places.get(record));
            }
            if (schema.hasText()) {
                print.add(texts.get(record));
            }
            if (schema.hasDays()) {
                print.add(days[record]);
            }
        }
        values.forEach(read -> read.addNumbers(print));
        return print.version();
    }

    private <V> V[] ordered(V[] given, V[] moved) {
        for (int row = 0; row < moved.length; row++) {
            moved[row] = given[order[row]];
        }
        return moved;
    }
}
