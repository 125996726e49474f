package ruhr.knowledge.query;

import java.util.List;
import java.util.Set;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Keyword;
import ruhr.knowledge.filter.Vocabulary;
import ruhr.knowledge.value.LocalizedText;

/** The record that engines are tested with: some topics out of a tree, at most one city, one status with a default. */
public record Lab(String id, String name, Set<String> topics, Set<String> cities, String status) {

    /** Vision stands below AI, AI below both data and robotics. */
    public static final Vocabulary TOPICS = Vocabulary.of(List.of(
            Keyword.of("energy"),
            Keyword.of("hydrogen").below("energy").alias("wasserstoff"),
            Keyword.of("wind").below("energy"),
            Keyword.of("robotics").alias("robotik"),
            Keyword.of("data"),
            Keyword.of("ai").below("data", "robotics").alias("ki"),
            Keyword.of("vision").below("ai")));

    public static final Vocabulary CITIES =
            Vocabulary.of(List.of(Keyword.of("bochum"), Keyword.of("dortmund"), Keyword.of("essen")));

    public static final Vocabulary STATUSES =
            Vocabulary.of(List.of(Keyword.of("active").alias("aktiv"), Keyword.of("merged"), Keyword.of("closed")));

    public static final FilterSchema<Lab> SCHEMA = FilterSchema.<Lab>of(Lab::id, Lab::name)
            .choice("topic", LocalizedText.of("Thema", "Topic"), TOPICS, Lab::topics)
            .choice("city", LocalizedText.of("Stadt", "City"), CITIES, Lab::cities)
            .choice("status", LocalizedText.of("Stand", "Status"), STATUSES, lab -> List.of(lab.status()), "active")
            .build();

    /** Returns an active lab that is named like its id. */
    public static Lab of(String id, String... topics) {
        return new Lab(id, id, Set.of(topics), Set.of(), "active");
    }

    public Lab in(String city) {
        return new Lab(id, name, topics, Set.of(city), status);
    }

    public Lab named(String other) {
        return new Lab(id, other, topics, cities, status);
    }

    public Lab being(String other) {
        return new Lab(id, name, topics, cities, other);
    }
}
