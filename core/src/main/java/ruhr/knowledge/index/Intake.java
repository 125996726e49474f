package ruhr.knowledge.index;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Term;
import ruhr.knowledge.filter.Vocabulary;
import ruhr.knowledge.value.Finding;
import ruhr.knowledge.value.GermanOrder;
import ruhr.knowledge.value.Slug;
import ruhr.knowledge.value.Version;

/** Reads the records once: checks them, notes what is wrong, and puts them in order. */
final class Intake<T> {

    /**
     * A record as the index sees it.
     *
     * @param item the record
     * @param id its id
     * @param name its name
     * @param key the sort key of the name
     * @param values for each field of the schema, in its order, the values of this record; all of them in the vocabulary
     */
    record Row<T>(T item, String id, String name, String key, List<Set<String>> values) {}

    private static final String SOURCE = "records";
    private static final String LEFT_OUT = "The record is left out.";

    private final FilterSchema<T> schema;
    private final List<Row<T>> rows = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    Intake(FilterSchema<T> schema, Collection<? extends T> records) {
        this.schema = schema;
        Set<String> ids = new HashSet<>();
        int position = 0;
        for (T item : records) {
            readRecord("/" + position++, item, ids);
        }
        // Slugs are ASCII, where the order of chars is that of code points.
        rows.sort(Comparator.<Row<T>, String>comparing(Row::key)
                .thenComparing(Row::name)
                .thenComparing(Row::id));
    }

    List<Row<T>> rows() {
        return rows;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    private void readRecord(String pointer, @Nullable T item, Set<String> ids) {
        if (item == null) {
            findings.add(recordLeftOut(pointer, "a record", "null"));
            return;
        }
        String id = read(() -> schema.id(item), pointer + "/id", "an id", Finding.Severity.RECORD_LEFT_OUT, LEFT_OUT);
        if (id == null) {
            return;
        }
        if (!Slug.is(id)) {
            findings.add(
                    recordLeftOut(pointer + "/id", "an id of 1 to 64 characters a-z, 0-9 and -", Finding.quote(id)));
            return;
        }
        if (!ids.add(id)) {
            findings.add(recordLeftOut(pointer + "/id", "each id once", Finding.quote(id) + " again"));
            return;
        }
        String name = read(
                () -> schema.name(item),
                pointer + "/name",
                "a name",
                Finding.Severity.PART_LEFT_OUT,
                "The record stands under its id " + Finding.quote(id) + ".");
        List<Set<String>> values = new ArrayList<>();
        for (FilterSchema.Field<T> field : schema.fields()) {
            values.add(readValues(pointer + "/" + field.name(), item, field));
        }
        String shownName = name == null ? id : name;
        rows.add(new Row<>(item, id, shownName, GermanOrder.key(shownName), values));
    }

    private Set<String> readValues(String pointer, T item, FilterSchema.Field<T> field) {
        Collection<@Nullable String> found = read(
                () -> new ArrayList<@Nullable String>(field.values().apply(item)),
                pointer,
                "values, or an empty collection",
                Finding.Severity.PART_LEFT_OUT,
                "The record has no value in this field.");
        Set<String> kept = new TreeSet<>();
        if (found == null) {
            return kept;
        }
        for (String value : found) {
            if (value != null && field.vocabulary().term(value).isPresent()) {
                kept.add(value);
            } else {
                findings.add(new Finding(
                        Finding.Severity.PART_LEFT_OUT,
                        SOURCE,
                        pointer,
                        "an id of the vocabulary",
                        value == null ? "null" : Finding.quote(value),
                        "The record is shown without this value."));
            }
        }
        return kept;
    }

    /**
     * Returns what a function of the schema says about a record, or null with a finding. The functions are the caller's,
     * and often a missing part of one record makes them throw: that must not darken all other records.
     */
    private <V> @Nullable V read(
            Supplier<@Nullable V> function,
            String pointer,
            String expected,
            Finding.Severity severity,
            String consequence) {
        String found = "null";
        try {
            V value = function.get();
            if (value != null) {
                return value;
            }
        } catch (RuntimeException failed) {
            found = Finding.quote(failed.toString());
        }
        findings.add(new Finding(severity, SOURCE, pointer, expected, found, consequence));
        return null;
    }

    private static Finding recordLeftOut(String pointer, String expected, String found) {
        return new Finding(Finding.Severity.RECORD_LEFT_OUT, SOURCE, pointer, expected, found, LEFT_OUT);
    }

    /** Returns the fingerprint of all that an answer depends on, except what the records hold beside it. */
    Version fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            DataOutputStream out =
                    new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            for (FilterSchema.Field<T> field : schema.fields()) {
                write(out, field.name());
                writeVocabulary(out, field.vocabulary());
            }
            for (Row<T> row : rows) {
                write(out, row.id());
                write(out, row.name());
                for (Set<String> values : row.values()) {
                    writeAll(out, values);
                }
            }
            out.flush();
            return new Version(HexFormat.of().formatHex(digest.digest(), 0, 16));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("SHA-256: expected in every Java platform, found none", missing);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void writeVocabulary(DataOutputStream out, Vocabulary vocabulary) throws IOException {
        out.writeInt(vocabulary.terms().size());
        for (Term term : vocabulary.terms()) {
            write(out, term.id());
            writeAll(out, vocabulary.within(term.id()));
        }
    }

    private static void writeAll(DataOutputStream out, Collection<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            write(out, text);
        }
    }

    /** Writes the length first, so that no two lists of texts look the same. */
    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
