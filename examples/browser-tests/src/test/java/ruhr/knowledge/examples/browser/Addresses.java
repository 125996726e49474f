package ruhr.knowledge.examples.browser;

import java.util.List;
import java.util.stream.Stream;

/** The documents that all tests on documents look at. */
final class Addresses {

    static final List<String> GERMAN_PAGES = List.of(
            "/", "/?rk_topic=energy&rk_centres_city=bochum", "/?rk_topic=no-such-topic&rk_centres_city=no-such-city");

    static final List<String> ENGLISH_PAGES = List.of(
            "/en/",
            "/en/?rk_topic=energy&rk_centres_city=bochum",
            "/en/?rk_topic=no-such-topic&rk_centres_city=no-such-city");

    static final List<String> GERMAN_EMBEDS = embeds("de");
    static final List<String> ENGLISH_EMBEDS = embeds("en");

    static final List<String> GERMAN = joined(GERMAN_PAGES, GERMAN_EMBEDS);
    static final List<String> ENGLISH = joined(ENGLISH_PAGES, ENGLISH_EMBEDS);
    static final List<String> ALL = joined(GERMAN, ENGLISH);

    private Addresses() {}

    private static List<String> embeds(String language) {
        return List.of(
                "/ruhr-knowledge/embed/focus?id=knowledge-transfer&lang=" + language,
                "/ruhr-knowledge/embed/focus?id=our-contact&lang=" + language,
                "/ruhr-knowledge/embed/institutions?topic=energy&lang=" + language,
                "/ruhr-knowledge/embed/institutions?topic=no-such-topic&lang=" + language,
                "/ruhr-knowledge/embed/filter?lang=" + language,
                "/ruhr-knowledge/embed-builder?widget=services&topic=start-ups&lang=" + language);
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
