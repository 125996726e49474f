package ruhr.knowledge.wire;

import jakarta.json.JsonObject;
import jakarta.json.bind.JsonbException;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterPreset;
import ruhr.knowledge.filter.FilterPresets;
import ruhr.knowledge.value.Finding;
import ruhr.knowledge.value.LocalizedText;
import ruhr.knowledge.value.Slug;

/**
 * Filters and presets as JSON: how they are kept, published and sent. What the flat grammar of URLs cannot say (alternatives
 * across fields, conditions inside conditions) can be said here.
 *
 * <pre>{@code
 * FilterFormat format = new FilterFormat();
 * Filter filter = format.filter("""
 *         {"and": [
 *           {"field": "topic", "values": ["hydrogen", "energy"]},
 *           {"or": [{"near": {"lat": 51.48, "lon": 7.22, "metres": 15000}}, {"text": "campus"}]},
 *           {"not": {"field": "type", "values": ["network"]}}]}""", FilterPresets.none());
 * format.write(filter);                                              // an equal filter comes of reading this
 * }</pre>
 *
 * <p>Reading is strict: a member that is unknown, of the wrong kind or twice there refuses the whole, because a filter with a
 * part left out is another filter. What is read is bounded, so that a text of a stranger can be read. Members whose names
 * begin with {@code $} are remarks. Whether fields and values exist is not asked here: a filter belongs to no schema.
 *
 * <p>Thread-safe; build one and keep it.
 */
public final class FilterFormat {

    /** The most characters of a text that is read. */
    public static final int MOST_LENGTH = 65_536;

    /** How deep filters can be nested; a single condition is one level. */
    public static final int MOST_LEVELS = 12;

    /** The most conditions of a filter, counting those that hold others. */
    public static final int MOST_CONDITIONS = 256;

    /** The most values that all choices of a filter have together. */
    public static final int MOST_VALUES = 1000;

    /** The most presets that one preset can build on. */
    public static final int MOST_BELOW = 64;

    /** The most characters of the name of a field and of a value. */
    public static final int MOST_CHARACTERS = 200;

    /** How deep JSON is read before anything is known of it; more than the deepest filter of the deepest preset needs. */
    private static final int MOST_JSON_LEVELS = 3 * MOST_LEVELS;

    private static final Map<String, Object> SETTINGS = Map.of(
            "org.eclipse.parsson.rejectDuplicateKeys",
            true,
            "org.eclipse.parsson.maxDepth",
            MOST_JSON_LEVELS,
            "org.eclipse.parsson.maxBigDecimalLength",
            40);

    private final WireFormat wire = new WireFormat();

    /** Builds the binding. */
    public FilterFormat() {
        // Nothing to set: all of them are alike.
    }

    /**
     * Writes a filter.
     *
     * @param filter any filter, canonical or not
     * @return JSON without white space; {@link #filter} makes an equal filter of it
     * @throws IllegalArgumentException if it is deeper or larger than this format goes, or names a field or a value without
     *     or with too many characters
     */
    public String write(Filter filter) {
        return wire.write(json(filter));
    }

    /**
     * Writes a preset, with its own conditions only; those that it builds on are named.
     *
     * @param preset any preset
     * @return JSON without white space; {@link #preset(String)} makes an equal preset of it
     * @throws IllegalArgumentException if its filter is deeper or larger than this format goes
     */
    public String write(FilterPreset preset) {
        return wire.write(new PresetJson(
                preset.id(),
                BigDecimal.valueOf(preset.version()),
                text(preset.label()),
                preset.description().map(FilterFormat::text).orElse(null),
                preset.buildsOn().isEmpty() ? null : preset.buildsOn(),
                json(preset.filter())));
    }

    private static FilterJson json(Filter filter) {
        FilterJson json = FilterWriting.write(filter);
        new FilterReading(FilterPresets.none()).read(json, ""); // what is written can be read
        return json;
    }

    private static TextJson text(LocalizedText text) {
        return new TextJson(text.german().orElse(null), text.english().orElse(null));
    }

    /**
     * Reads a filter.
     *
     * @param json any text, also a hostile one
     * @param known presets that the text may name without saying what they want
     * @return the filter as it was written; {@link Filter#canonical()} is up to the caller
     * @throws MisfitException if it is no filter; the message names the place by JSON pointer, what was expected and what
     *     was found
     */
    public Filter filter(String json, FilterPresets known) {
        FilterJson bound = bind(json, FilterJson.class);
        return new FilterReading(known).read(bound, "");
    }

    /**
     * Reads a preset.
     *
     * @param json any text, also a hostile one
     * @return the preset; those that it builds on are named, not looked up
     * @throws MisfitException if it is no preset; the message names the place by JSON pointer, what was expected and what
     *     was found
     */
    public FilterPreset preset(String json) {
        return preset(bind(json, PresetJson.class));
    }

    /**
     * Makes a preset of a record of a document.
     *
     * @param json the record, nothing of which was left out
     * @return the preset; those that it builds on are named, not looked up
     * @throws MisfitException if it is no preset; the pointer begins inside the record
     */
    public FilterPreset preset(PresetJson json) {
        String id = FilterReading.required(json.id(), "/id");
        int version = json.version() == null ? 1 : FilterReading.whole(json.version(), "/version");
        LocalizedText label = text(FilterReading.required(json.label(), "/label"), "/label");
        LocalizedText description = json.description() == null ? null : text(json.description(), "/description");
        List<String> buildsOn = json.buildsOn() == null ? List.of() : json.buildsOn();
        Filter filter = buildsOn.isEmpty() || json.filter() != null
                ? new FilterReading(FilterPresets.none())
                        .read(FilterReading.required(json.filter(), "/filter"), "/filter")
                : Filter.everything();
        requireId(id, "/id");
        if (buildsOn.size() > MOST_BELOW) {
            throw new MisfitException(
                    "/buildsOn", "at most " + MOST_BELOW + " presets", Integer.toString(buildsOn.size()));
        }
        for (int i = 0; i < buildsOn.size(); i++) {
            requireId(buildsOn.get(i), "/buildsOn/" + i);
        }
        return FilterReading.making(
                version < 1 ? "/version" : "/buildsOn",
                () -> new FilterPreset(id, version, label, Optional.ofNullable(description), buildsOn, filter));
    }

    private static void requireId(String id, String at) {
        FilterReading.making(at, () -> Slug.require(id, "id of a preset"));
    }

    private static LocalizedText text(TextJson json, String at) {
        return FilterReading.making(at, () -> LocalizedText.of(json.de(), json.en()));
    }

    private <T> T bind(String json, Class<T> type) {
        if (json.length() > MOST_LENGTH) {
            throw new MisfitException("", "at most " + MOST_LENGTH + " characters", Integer.toString(json.length()));
        }
        List<Misfit> misfits = new ArrayList<>();
        T bound = bind(object(json), type, misfits);
        if (!misfits.isEmpty()) {
            throw new MisfitException(misfits.get(0));
        }
        return bound;
    }

    private <T> T bind(JsonObject json, Class<T> type, List<Misfit> misfits) {
        try {
            return wire.read(type, json, misfits);
        } catch (JsonbException unreadable) {
            throw new MisfitException("", "a filter as its schema describes it", message(unreadable));
        }
    }

    private static JsonObject object(String json) {
        try (JsonParser parser = WireFormat.json().createParserFactory(SETTINGS).createParser(new StringReader(json))) {
            if (parser.next() != JsonParser.Event.START_OBJECT) {
                throw new MisfitException("", "an object", Finding.quote(json));
            }
            JsonObject object = parser.getObject();
            if (parser.hasNext()) {
                throw new MisfitException("", "one object", "more behind it");
            }
            return object;
        } catch (MisfitException misfit) {
            throw misfit;
        } catch (RuntimeException broken) {
            // Parsson reports broken JSON and its own limits by exceptions of several unchecked types.
            throw new MisfitException("", "JSON within the limits", message(broken));
        }
    }

    private static String message(Exception broken) {
        return Finding.quote(String.valueOf(broken.getMessage()));
    }
}
