package ruhr.knowledge.examples.benchmarks.data;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import ruhr.knowledge.value.GeoPoint;

/**
 * Reads records of the Research Organization Registry: its schema 2, one record a line, compressed with gzip.
 *
 * <p>Fields: type, country (below its continent), city, established (a year below its decade), status, language (of the
 * names). A record stands where its first location is. Its names in other languages are other names; it has no text.
 */
public final class RorCatalogue {

    private final Map<String, Values> fields = new LinkedHashMap<>();
    private final List<Draft> drafts = new ArrayList<>();

    private record Draft(String id, String name, List<String> otherNames, GeoPoint place, List<Value> values) {}

    private record Value(Values field, int place) {}

    /** The values of one field in the order in which they were met. */
    private static final class Values {
        final boolean several;
        final Map<String, Integer> places = new LinkedHashMap<>();
        final List<Integer> broader = new ArrayList<>();

        Values(boolean several) {
            this.several = several;
        }

        int place(String id, int above) {
            return places.computeIfAbsent(id, unknown -> {
                broader.add(above);
                return broader.size() - 1;
            });
        }
    }

    private RorCatalogue() {
        fields.put("type", new Values(true));
        fields.put("country", new Values(false));
        fields.put("city", new Values(false));
        fields.put("established", new Values(false));
        fields.put("status", new Values(false));
        fields.put("language", new Values(true));
    }

    /**
     * Reads a file.
     *
     * @param file JSON lines, gzip
     * @return all its records that have a location
     * @throws IOException if the file cannot be read
     */
    public static Catalogue read(Path file) throws IOException {
        RorCatalogue source = new RorCatalogue();
        JsonReaderFactory readers = Json.createReaderFactory(Map.of());
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                try (var reader = readers.createReader(new StringReader(line))) {
                    source.add(reader.readObject());
                }
            }
        }
        return source.catalogue();
    }

    private void add(JsonObject record) {
        JsonArray locations = record.getJsonArray("locations");
        if (locations.isEmpty()) {
            return;
        }
        List<Value> values = new ArrayList<>();
        record.getJsonArray("types")
                .getValuesAs(JsonString.class)
                .forEach(type -> put(values, "type", type.getString(), -1));
        JsonObject location = locations.getJsonObject(0);
        JsonObject place = location.getJsonObject("geonames_details");
        int continent = place(
                "country",
                "continent-" + place.getString("continent_code", "none").toLowerCase(Locale.ROOT),
                -1);
        put(values, "country", place.getString("country_code").toLowerCase(Locale.ROOT), continent);
        put(values, "city", "g" + location.getInt("geonames_id"), -1);
        if (record.get("established").getValueType() == JsonValue.ValueType.NUMBER) {
            int year = record.getInt("established");
            put(values, "established", "y" + year, place("established", "decade-" + year / 10 * 10, -1));
        }
        put(values, "status", record.getString("status"), -1);
        String shown = "";
        List<String> others = new ArrayList<>();
        for (JsonObject name : record.getJsonArray("names").getValuesAs(JsonObject.class)) {
            if (name.get("lang") instanceof JsonString language) {
                put(values, "language", language.getString(), -1);
            }
            boolean display = name.getJsonArray("types").getValuesAs(JsonString.class).stream()
                    .anyMatch(type -> type.getString().equals("ror_display"));
            if (display) {
                shown = name.getString("value");
            } else {
                others.add(name.getString("value"));
            }
        }
        String id = record.getString("id");
        drafts.add(new Draft(
                "ror-" + id.substring(id.lastIndexOf('/') + 1),
                shown,
                List.copyOf(others),
                new GeoPoint(
                        place.getJsonNumber("lat").doubleValue(),
                        place.getJsonNumber("lng").doubleValue()),
                values));
    }

    private int place(String field, String id, int above) {
        return fields.get(field).place(id, above);
    }

    private void put(List<Value> values, String field, String id, int above) {
        values.add(new Value(fields.get(field), place(field, id, above)));
    }

    private Catalogue catalogue() {
        List<Field> numbered = new ArrayList<>();
        Map<Values, Integer> firsts = new LinkedHashMap<>();
        int next = 0;
        for (Map.Entry<String, Values> field : fields.entrySet()) {
            int first = next;
            Values values = field.getValue();
            List<Integer> broader = values.broader.stream()
                    .map(above -> above < 0 ? above : above + first)
                    .toList();
            numbered.add(
                    new Field(field.getKey(), values.several, first, new ArrayList<>(values.places.keySet()), broader));
            firsts.put(values, first);
            next += broader.size();
        }
        List<Item> items = new ArrayList<>();
        for (Draft draft : drafts) {
            int[] values = draft.values.stream()
                    .mapToInt(value -> firsts.get(value.field) + value.place)
                    .sorted()
                    .distinct()
                    .toArray();
            items.add(new Item(items.size(), draft.id, draft.name, draft.otherNames, draft.place, values, new int[0]));
        }
        return new Catalogue("ror", numbered, List.of(), items);
    }
}
