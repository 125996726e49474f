package ruhr.knowledge.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterPreset;
import ruhr.knowledge.filter.FilterPresets;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Keyword;
import ruhr.knowledge.filter.Span;
import ruhr.knowledge.filter.Vocabulary;
import ruhr.knowledge.value.GeoPoint;
import ruhr.knowledge.value.LocalizedText;

/** A record whose schema has everything that the grammar can say: it is only asked about, never searched. */
record Fair(String id) {

    static final FilterPresets PRESETS = FilterPresets.of(List.of(
            FilterPreset.of(
                    "knowledge-transfer", LocalizedText.german("Transfer"), Filter.choice("topic", "ai", "energy")),
            FilterPreset.of(
                    "young",
                    LocalizedText.german("Jung"),
                    Filter.or(Filter.choice("founded", "2000.."), Filter.text("neu")))));

    static final FilterSchema<Fair> SCHEMA = FilterSchema.of(Fair.class, Fair::id, Fair::id)
            .choice(
                    "kind",
                    LocalizedText.german("Inhalt"),
                    Vocabulary.of(List.of(Keyword.of("service").alias("angebot"), Keyword.of("story"))),
                    fair -> Set.of())
            .choice("topic", LocalizedText.german("Thema"), Lab.TOPICS, fair -> Set.of())
            .choice("city", LocalizedText.german("Ort"), Lab.CITIES, fair -> Set.of())
            .choice("status", LocalizedText.german("Stand"), Lab.STATUSES, fair -> Set.of(), "active")
            .numbers(
                    "founded",
                    LocalizedText.german("Gründung"),
                    List.of(new Span(Long.MIN_VALUE, 1959), new Span(1960, 1979), new Span(1980, Long.MAX_VALUE)),
                    fair -> Optional.<Integer>empty())
            .dates(
                    "day",
                    LocalizedText.german("Tag"),
                    List.of(new Span(
                            LocalDate.of(2026, 11, 1).toEpochDay(),
                            LocalDate.of(2026, 11, 30).toEpochDay())),
                    fair -> Set.of())
            .geo(fair -> Set.<GeoPoint>of())
            .text(fair -> Set.of())
            .newest(fair -> Optional.empty())
            .presets(PRESETS)
            .build();
}
