package ruhr.knowledge.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterPreset;
import ruhr.knowledge.filter.FilterPresets;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Keyword;
import ruhr.knowledge.filter.Span;
import ruhr.knowledge.filter.Vocabulary;
import ruhr.knowledge.value.GeoPoint;
import ruhr.knowledge.value.LocalizedText;

/**
 * The record that engines are tested with: some topics out of a tree, at most one city, one status with a default, perhaps
 * a founding year, open days, places, other names, texts and a day of publication.
 */
public record Lab(
        String id,
        String name,
        Set<String> topics,
        Set<String> cities,
        String status,
        List<String> otherNames,
        List<String> texts,
        Optional<Integer> founded,
        Set<LocalDate> days,
        List<GeoPoint> places,
        Optional<LocalDate> published) {

    /** Names of labs, by hand in the order of a German index. */
    public static final List<String> NAMES = List.of(
            "",
            "3D-Druck",
            "Ab und an",
            "Abend",
            "abend",
            "Äbend",
            "Abendrot",
            "Energie-Forschung",
            "Grosse",
            "Größe",
            "Haeuser am See",
            "Haus der Technik",
            "Häuser im Wind",
            "Institut für Wasserstofftechnik",
            "Technik",
            "Technische Universität Dortmund",
            "Universität Dortmund",
            "Wasserstoff",
            "Wasserstoff 2",
            "Wasserstofftechnik",
            "Windkraft an der Ruhr",
            "Zeche 10",
            "Zeche 2");

    /** Vision stands below AI, AI below both data and robotics. */
    public static final Vocabulary TOPICS = Vocabulary.of(List.of(
            Keyword.of("energy").named(LocalizedText.of("Energie", "Energy")),
            Keyword.of("hydrogen")
                    .below("energy")
                    .alias("wasserstoff")
                    .named(LocalizedText.of("Wasserstofftechnik", "Hydrogen")),
            Keyword.of("wind").below("energy").named(LocalizedText.of("Windkraft", "Wind power")),
            Keyword.of("robotics").alias("robotik").named(LocalizedText.german("Robotik")),
            Keyword.of("data").named(LocalizedText.of("Datenräume", "Data")),
            Keyword.of("ai")
                    .below("data", "robotics")
                    .alias("ki")
                    .named(LocalizedText.of("Künstliche Intelligenz", "Artificial intelligence")),
            Keyword.of("vision").below("ai").named(LocalizedText.of("Bildverarbeitung", "Computer vision"))));

    public static final Vocabulary CITIES =
            Vocabulary.of(List.of(Keyword.of("bochum"), Keyword.of("dortmund"), Keyword.of("essen")));

    public static final Vocabulary STATUSES =
            Vocabulary.of(List.of(Keyword.of("active").alias("aktiv"), Keyword.of("merged"), Keyword.of("closed")));

    /** Two of these spans overlap, and between the last two there is a gap. */
    public static final List<Span> YEARS = List.of(
            new Span(Long.MIN_VALUE, 1899),
            new Span(1900, 1949),
            new Span(1950, 1999),
            new Span(1990, 2009),
            new Span(2015, Long.MAX_VALUE));

    /** A month, a day of it, the month after, and all that comes later. */
    public static final List<Span> DAYS = Stream.of("2026-11", "2026-11-24", "2026-12", "2027-01-01..")
            .map(days -> Span.ofDays(days).orElseThrow())
            .toList();

    public static final GeoPoint BOCHUM = new GeoPoint(51.4818, 7.2162);
    public static final GeoPoint DORTMUND = new GeoPoint(51.5136, 7.4653);
    public static final GeoPoint ESSEN = new GeoPoint(51.4556, 7.0116);

    /** The last of them names a field that labs do not have. */
    public static final FilterPresets PRESETS = FilterPresets.of(List.of(
            FilterPreset.of(
                    "future", LocalizedText.of("Zukunft", "Future"), Filter.choice("topic", "hydrogen", "data")),
            FilterPreset.of(
                    "around-bochum", LocalizedText.of("Um Bochum", "Around Bochum"), Filter.near(BOCHUM, 20_000)),
            FilterPreset.of("painted", LocalizedText.of("Bemalt", "Painted"), Filter.choice("colour", "red"))));

    /** Three fields of terms: what most tests need. */
    public static final FilterSchema<Lab> SCHEMA = choices().build();

    /** All that records can have. */
    public static final FilterSchema<Lab> WHOLE = choices()
            .numbers("founded", LocalizedText.of("Gegründet", "Founded"), YEARS, Lab::founded)
            .dates("day", LocalizedText.of("Offen am", "Open on"), DAYS, Lab::days)
            .alsoNamed(Lab::otherNames)
            .text(Lab::texts)
            .geo(Lab::places)
            .newest(Lab::published)
            .presets(PRESETS)
            .build();

    private static FilterSchema.Builder<Lab> choices() {
        return FilterSchema.<Lab>of(Lab::id, Lab::name)
                .choice("topic", LocalizedText.of("Thema", "Topic"), TOPICS, Lab::topics)
                .choice("city", LocalizedText.of("Stadt", "City"), CITIES, Lab::cities)
                .choice(
                        "status",
                        LocalizedText.of("Stand", "Status"),
                        STATUSES,
                        lab -> List.of(lab.status()),
                        "active");
    }

    /** A lab of which no more is known. */
    public Lab(String id, String name, Set<String> topics, Set<String> cities, String status) {
        this(
                id,
                name,
                topics,
                cities,
                status,
                List.of(),
                List.of(),
                Optional.empty(),
                Set.of(),
                List.of(),
                Optional.empty());
    }

    /** Returns an active lab that is named like its id. */
    public static Lab of(String id, String... topics) {
        return new Lab(id, id, Set.of(topics), Set.of(), "active");
    }

    public Lab in(String city) {
        return new Lab(id, name, topics, Set.of(city), status, otherNames, texts, founded, days, places, published);
    }

    public Lab named(String other) {
        return new Lab(id, other, topics, cities, status, otherNames, texts, founded, days, places, published);
    }

    public Lab being(String other) {
        return new Lab(id, name, topics, cities, other, otherNames, texts, founded, days, places, published);
    }

    public Lab alsoNamed(String... others) {
        return new Lab(id, name, topics, cities, status, List.of(others), texts, founded, days, places, published);
    }

    public Lab about(String... pieces) {
        return new Lab(id, name, topics, cities, status, otherNames, List.of(pieces), founded, days, places, published);
    }

    public Lab foundedIn(int year) {
        return new Lab(id, name, topics, cities, status, otherNames, texts, Optional.of(year), days, places, published);
    }

    /** Returns this lab with other open days, written like 2026-11-24. */
    public Lab openOn(String... others) {
        Set<LocalDate> open = new TreeSet<>();
        for (String day : others) {
            open.add(LocalDate.parse(day));
        }
        return new Lab(id, name, topics, cities, status, otherNames, texts, founded, open, places, published);
    }

    public Lab at(GeoPoint... others) {
        return new Lab(id, name, topics, cities, status, otherNames, texts, founded, days, List.of(others), published);
    }

    /** Returns this lab with another day of publication, written like 2026-11-24. */
    public Lab publishedOn(String day) {
        return new Lab(
                id,
                name,
                topics,
                cities,
                status,
                otherNames,
                texts,
                founded,
                days,
                places,
                Optional.of(LocalDate.parse(day)));
    }
}
