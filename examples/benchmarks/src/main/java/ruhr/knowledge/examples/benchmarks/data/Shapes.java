package ruhr.knowledge.examples.benchmarks.data;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The twenty questions that a report has a row for. The first nine have up to two conditions, the others three and more.
 *
 * <p>They are written for the fields of a {@link GeneratedCatalogue}. Over records of the Research Organization Registry a
 * country takes the place of a topic and the decade or year of foundation that of an audience; and since the words of real
 * names mean different things to different engines, a status takes the place of the word.
 */
public final class Shapes {

    /** The name of the shape without any condition, which every engine can keep the answer to. */
    public static final String MATCH_ALL = "match all";

    private final Catalogue catalogue;
    private final int[] totals;
    private final Rims rims;
    private final boolean generated;

    private Shapes(Catalogue catalogue) {
        this.catalogue = catalogue;
        totals = catalogue.totals();
        rims = new Rims(catalogue);
        generated = catalogue.hasWords();
    }

    /**
     * Returns the questions for a catalogue.
     *
     * @param catalogue generated or read from the Research Organization Registry
     * @return twenty questions; which values they name depends on how often those are
     */
    public static List<Question> of(Catalogue catalogue) {
        return new Shapes(catalogue).all();
    }

    private List<Question> all() {
        Condition.Circle wide = circle(40_000);
        Condition.Circle narrow = circle(12_000);
        return List.of(
                Question.of(MATCH_ALL),
                Question.of("type = most frequent").with(type(0)),
                Question.of("city = rare").with(choice("city", rare("city"))),
                Question.of("topic OR 3").with(topic(12, 20, 30)),
                Question.of("type AND city").with(type(1)).with(city(3)),
                Question.of("NOT type").without(type(0)),
                Question.of("radius 40 km").and(wide),
                Question.of("radius 12 km AND topic").and(narrow).with(topic(2)),
                saying(Question.of(generated ? "a word" : "a status")),
                Question.of("topic AND city AND type")
                        .with(topic(1))
                        .with(city(0))
                        .with(type(0)),
                Question.of("three AND NOT radius")
                        .with(type(0))
                        .with(topic(3))
                        .with(language(0))
                        .without(narrow),
                Question.of("type AND topic AND audience")
                        .with(type(0))
                        .with(topic(0))
                        .with(audience(0)),
                Question.of("city OR 3 AND topic AND language")
                        .with(city(1, 4, 9))
                        .with(topic(4))
                        .with(language(0)),
                Question.of("topic OR 5 AND type OR 2 AND audience")
                        .with(topic(5, 11, 17, 23, 29))
                        .with(type(1, 2))
                        .with(audience(1)),
                Question.of("box AND topic NOT city").and(box()).with(topic(1)).without(city(0)),
                saying(Question.of((generated ? "word" : "status") + " AND type AND topic"))
                        .with(type(0))
                        .with(topic(0)),
                Question.of("radius 12 km AND type AND audience")
                        .and(narrow)
                        .with(type(0))
                        .with(audience(0)),
                Question.of("five fields")
                        .with(type(0))
                        .with(city(0))
                        .with(topic(0))
                        .with(audience(0))
                        .with(language(0)),
                Question.of("five fields, each OR")
                        .with(type(0, 1, 2))
                        .with(city(0, 1, 2, 3, 4))
                        .with(topic(0, 1, 2))
                        .with(audience(0, 1))
                        .with(language(0, 1)),
                Question.of("nested OR AND radius AND NOT topic")
                        .and(new Condition.Any(List.of(
                                new Condition.All(List.of(type(0), city(0, 1, 2))),
                                new Condition.All(List.of(type(1), new Condition.Not(audience(0)))))))
                        .and(wide)
                        .without(topic(2)));
    }

    private Condition.Choice type(int... places) {
        return frequent("type", places);
    }

    private Condition.Choice city(int... places) {
        return frequent("city", places);
    }

    private Condition.Choice topic(int... places) {
        return frequent(generated ? "topic" : "country", places);
    }

    private Condition.Choice audience(int... places) {
        return frequent(generated ? "audience" : "established", places);
    }

    private Condition.Choice language(int... places) {
        return frequent("language", places);
    }

    private Question saying(Question question) {
        return generated ? question.and(new Condition.Word(40)) : question.with(frequent("status", 1));
    }

    /** Returns the values at places in the order of how often they are. */
    private Condition.Choice frequent(String field, int... places) {
        List<Integer> order = byFrequency(field);
        return choice(
                field,
                IntStream.of(places)
                        .map(place -> order.get(Math.min(place, order.size() - 1)))
                        .toArray());
    }

    private int rare(String field) {
        return byFrequency(field).stream()
                .filter(value -> totals[value] > 0)
                .reduce((frequent, rarer) -> rarer)
                .orElseThrow();
    }

    private List<Integer> byFrequency(String field) {
        Field found = catalogue.field(field);
        return IntStream.range(found.first(), found.end())
                .boxed()
                .sorted(Comparator.comparingInt((Integer value) -> -totals[value])
                        .thenComparing(value -> value))
                .toList();
    }

    private Condition.Choice choice(String field, int... values) {
        return new Condition.Choice(
                catalogue.field(field), IntStream.of(values).distinct().boxed().toList());
    }

    private Condition.Circle circle(int metres) {
        return rims.circle(51.48, 7.22, metres);
    }

    private Condition.Box box() {
        return generated ? rims.box(6.9, 51.4, 7.4, 51.6) : rims.box(5.9, 50.3, 9.5, 52.5);
    }
}
