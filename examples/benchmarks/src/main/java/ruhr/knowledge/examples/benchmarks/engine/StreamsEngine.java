package ruhr.knowledge.examples.benchmarks.engine;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.examples.benchmarks.data.Catalogue;
import ruhr.knowledge.examples.benchmarks.data.Condition;
import ruhr.knowledge.examples.benchmarks.data.Field;
import ruhr.knowledge.examples.benchmarks.data.Item;
import ruhr.knowledge.examples.benchmarks.data.Question;

/**
 * Java streams over a list, as portals do it without any library. Also what the answers of all others are held against:
 * there is nothing in it that can go wrong unnoticed.
 *
 * <p>Choices: the list is in the order of names, so a page is {@code limit}, nothing is sorted. The values of a record are an
 * array, with those above them, made before. One stream for the hits and what is counted among them, one more for each
 * field with a choice of its own.
 */
public final class StreamsEngine implements Engine {

    private final Catalogue catalogue;
    private final List<Item> byName;

    /**
     * Takes the records of a catalogue.
     *
     * @param catalogue the records
     */
    public StreamsEngine(Catalogue catalogue) {
        this.catalogue = catalogue;
        byName = IntStream.range(0, catalogue.items().size())
                .mapToObj(catalogue::atRank)
                .toList();
    }

    @Override
    public String name() {
        return "Java streams";
    }

    @Override
    public Asked prepare(Question question) {
        return new Asked() {
            @Override
            public Object answer() {
                return ask(question);
            }

            @Override
            public Reply read(Object answer) {
                return (Reply) answer;
            }
        };
    }

    private Reply ask(Question question) {
        int[] counts = new int[catalogue.values()];
        List<Item> hits = matching(question, null).toList();
        for (Field field : catalogue.fields()) {
            boolean own = question.choice(field).isPresent();
            Stream<Item> among = own ? matching(question, field) : hits.stream();
            among.forEach(item -> count(item, field, counts));
        }
        return new Reply(
                hits.size(),
                hits.stream().limit(Question.PAGE).mapToInt(Item::number).toArray(),
                counts);
    }

    private Stream<Item> matching(Question question, @Nullable Field aside) {
        Predicate<Item> wanted = item -> {
            int[] closure = catalogue.closure(item);
            for (Condition.Choice choice : question.choices()) {
                if (choice.field() != aside && !choice.holds(item, closure)) {
                    return false;
                }
            }
            for (Condition condition : question.ground()) {
                if (!condition.holds(item, closure)) {
                    return false;
                }
            }
            return true;
        };
        return byName.stream().filter(wanted);
    }

    private void count(Item item, Field field, int[] counts) {
        for (int value : catalogue.closure(item)) {
            if (value >= field.first() && value < field.end()) {
                counts[value]++;
            }
        }
    }
}
