package ruhr.knowledge.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterPreset;
import ruhr.knowledge.filter.FilterPresets;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.value.Finding;
import ruhr.knowledge.value.Finding.Severity;
import ruhr.knowledge.wire.FilterFormat;
import ruhr.knowledge.wire.Misfit;
import ruhr.knowledge.wire.MisfitException;
import ruhr.knowledge.wire.PresetJson;
import ruhr.knowledge.wire.Section;
import ruhr.knowledge.wire.WireRecord;

/**
 * Collects the presets of documents: those of a whole data document, or of a file that holds nothing but presets.
 *
 * <pre>{@code
 * PresetReading ours = PresetReading.of(FileSource.of(Path.of("our-presets.json")));   // {"presets": [...]}
 * FilterSchema<CityEvent> schema = FilterSchema.of(...).presets(ours.presets()).build();
 * ours.findings();                   // what was left out, and why
 * ours.unknownIn(schema);            // presets that name what our records do not have
 * }</pre>
 *
 * <p>A wrong preset never stops the others: what makes no sense, builds on a preset that does not exist or on itself in a
 * circle is left out and reported; of two with one id, the first one holds. For one thread until the last record is in.
 */
public final class PresetReading implements EntrySink {

    /** The most presets that are kept. */
    public static final int MOST_PRESETS = 1000;

    /** How many unknown values of one preset are named. */
    private static final int MOST_UNKNOWN = 10;

    private static final String LEFT_OUT = "The record is left out.";
    private static final FilterFormat FORMAT = new FilterFormat();

    private final Map<String, FilterPreset> presets = new LinkedHashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /** Starts without any preset. */
    public PresetReading() {
        // All parts begin empty.
    }

    /**
     * Reads the presets of documents. Other sections are passed over.
     *
     * @param sources documents, for example a {@link FileSource}; where two have a preset of one id, the first one holds
     * @return the presets and what was wrong with them
     * @throws IOException if a source cannot be read
     */
    public static PresetReading of(Source... sources) throws IOException {
        PresetReading reading = new PresetReading();
        for (Source source : sources) {
            source.read(Since.never(), reading);
        }
        return reading;
    }

    @Override
    public void accept(Section section, WireRecord record, Place place) {
        if (record instanceof PresetJson preset) {
            take(preset, place);
        }
    }

    @Override
    public void accept(Finding finding) {
        if (finding.pointer().startsWith("/" + Section.PRESETS.key())) {
            findings.add(finding);
        }
    }

    private void take(PresetJson json, Place place) {
        try {
            FilterPreset preset = FORMAT.preset(json);
            if (presets.size() >= MOST_PRESETS) {
                leftOut(place, "", "at most " + MOST_PRESETS + " presets", "one more");
            } else if (presets.putIfAbsent(preset.id(), preset) != null) {
                leftOut(place, "/id", "each id once", "'" + preset.id() + "' again");
            } else {
                places.put(preset.id(), place);
            }
        } catch (MisfitException refusal) {
            Misfit misfit = refusal.misfit();
            leftOut(place, misfit.pointer(), misfit.expected(), misfit.found());
        }
    }

    /**
     * Returns the presets that make sense together.
     *
     * @return the presets in the order of the documents
     */
    public FilterPresets presets() {
        return FilterPresets.of(presets.values(), (preset, expected, found) -> {});
    }

    /**
     * Returns what is wrong: with single presets, and with those that make no sense together.
     *
     * @return findings, one for each preset that {@link #presets()} is without
     */
    public List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        FilterPresets.of(
                presets.values(),
                (preset, expected, found) -> all.add(
                        finding(Severity.RECORD_LEFT_OUT, place(preset), "/buildsOn", expected, found, LEFT_OUT)));
        return Collections.unmodifiableList(all);
    }

    /**
     * Returns what presets name that a schema does not have. That is no mistake where presets are shared between portals
     * whose records differ; in one's own documents it is probably a misspelling. At most ten values of a preset are named.
     *
     * @param schema the fields and values that there are
     * @return a notice for each unknown field and value, in the order of the presets
     */
    public List<Finding> unknownIn(FilterSchema<?> schema) {
        List<Finding> unknown = new ArrayList<>();
        for (FilterPreset preset : presets().all()) {
            List<Finding> own = new ArrayList<>();
            unknown(preset.filter(), "/filter", place(preset), schema, own);
            unknown.addAll(own.subList(0, Math.min(MOST_UNKNOWN, own.size())));
        }
        return Collections.unmodifiableList(unknown);
    }

    private static void unknown(Filter filter, String at, Place place, FilterSchema<?> schema, List<Finding> findings) {
        if (filter instanceof Filter.Choice choice) {
            unknown(choice, at, place, schema, findings);
        } else if (filter instanceof Filter.Not not) {
            unknown(not.part(), at, place, schema, findings);
        } else if (filter instanceof Filter.And and) {
            and.parts().forEach(part -> unknown(part, at, place, schema, findings));
        } else if (filter instanceof Filter.Or or) {
            or.parts().forEach(part -> unknown(part, at, place, schema, findings));
        } else if (filter instanceof Filter.Preset preset) {
            unknown(preset.filter(), at, place, schema, findings);
        }
    }

    private static void unknown(
            Filter.Choice choice, String at, Place place, FilterSchema<?> schema, List<Finding> findings) {
        Optional<? extends FilterSchema.Field<?>> field = schema.field(choice.field());
        if (field.isEmpty()) {
            String fields =
                    schema.fields().stream().map(FilterSchema.Field::name).collect(Collectors.joining(", "));
            findings.add(finding(
                    Severity.NOTICE,
                    place,
                    at,
                    "one of the fields " + fields,
                    Finding.quote(choice.field()),
                    "This condition finds nothing."));
            return;
        }
        for (String value : choice.values()) {
            if (!field.get().resolve(value).equals(Optional.of(value))) {
                findings.add(finding(
                        Severity.NOTICE,
                        place,
                        at,
                        "values of the field '" + choice.field() + "'",
                        Finding.quote(value),
                        "This value finds nothing."));
            }
        }
    }

    private Place place(FilterPreset preset) {
        return Objects.requireNonNull(places.get(preset.id()), preset.id());
    }

    private void leftOut(Place place, String member, String expected, String found) {
        findings.add(finding(Severity.RECORD_LEFT_OUT, place, member, expected, found, LEFT_OUT));
    }

    private static Finding finding(
            Severity severity, Place place, String member, String expected, String found, String consequence) {
        return new Finding(severity, place.document(), place.pointer() + member, expected, found, consequence);
    }
}
