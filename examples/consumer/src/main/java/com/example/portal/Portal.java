package com.example.portal;

import java.util.List;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Vocabulary;
import ruhr.knowledge.index.FilterIndex;
import ruhr.knowledge.value.LocalizedText;

/** Says which of the city's events, and how many of the Ruhr's institutions, belong to a topic. */
final class Portal {

    private static final List<CityEvent> EVENTS = List.of(
            new CityEvent("open-lab", "Tag des offenen Labors", List.of("robotics")),
            new CityEvent("founders-evening", "Gründerabend im Rathaus", List.of("start-ups")),
            new CityEvent("city-run", "Stadtlauf", List.of("leisure-events")));

    private Portal() {}

    /**
     * Prints one line for the city and one for the region.
     *
     * @param arguments a question in the grammar of URLs
     */
    public static void main(String... arguments) {
        String question = arguments.length > 0 ? arguments[0] : "topic=wissenstransfer";
        try (KnowledgeBase ruhr = KnowledgeBase.ruhr()) {
            Vocabulary topics = ruhr.snapshot().frame().topics();
            FilterSchema<CityEvent> schema = FilterSchema.<CityEvent>of(CityEvent::id, CityEvent::title)
                    .choice("topic", LocalizedText.of("Thema", "Topic"), topics, CityEvent::topics)
                    .build();
            FilterIndex<CityEvent> events = FilterIndex.of(schema, EVENTS);

            System.out.println("city: " + events.ask(question).entries());
            System.out.println(
                    "region: " + ruhr.ask("kind=institution&" + question).total() + " institutions");
        }
    }
}
