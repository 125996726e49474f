package ruhr.knowledge.examples.benchmarks.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Draws questions, the same ones every time. Most of their values are those of some record, so that most find something.
 */
public final class RandomQuestions {

    /** Circles and boxes need a look at all records each, so questions share some. */
    private static final int PLACES = 40;

    private final Catalogue catalogue;
    private final Random random;
    private final List<Condition> places = new ArrayList<>();

    private RandomQuestions(Catalogue catalogue, long seed) {
        this.catalogue = catalogue;
        random = new Random(seed);
        Rims rims = new Rims(catalogue);
        for (int i = 0; i < PLACES; i++) {
            Item center = anyItem();
            double size = random.nextDouble() * random.nextDouble();
            if (i % 4 == 3) {
                places.add(rims.box(
                        center.longitude() - 0.03 - 0.6 * size,
                        center.latitude() - 0.02 - 0.2 * size,
                        center.longitude() + 0.03 + 0.3 * size,
                        center.latitude() + 0.02 + 0.4 * size));
            } else {
                places.add(rims.circle(center.latitude(), center.longitude(), (int) (1_000 + 59_000 * size)));
            }
        }
    }

    /**
     * Returns questions.
     *
     * @param catalogue what they are about
     * @param size how many
     * @param seed another seed gives other questions
     * @return the questions; each name says the seed and its number
     */
    public static List<Question> of(Catalogue catalogue, int size, long seed) {
        RandomQuestions source = new RandomQuestions(catalogue, seed);
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            questions.add(source.question("random " + seed + "/" + i));
        }
        return questions;
    }

    private Question question(String name) {
        Question question = Question.of(name);
        Item like = anyItem();
        List<Field> fields = new ArrayList<>(catalogue.fields());
        Collections.shuffle(fields, random);
        int choices = random.nextInt(4);
        for (Field field : fields.subList(0, Math.min(choices, fields.size()))) {
            question = question.with(choice(field, like, 1 + random.nextInt(4)));
        }
        if (random.nextInt(4) == 0) {
            question = question.without(choice(fields.get(0), anyItem(), 1 + random.nextInt(2)));
        }
        if (random.nextInt(8) == 0) {
            question = question.without(choice(fields.get(fields.size() - 1), anyItem(), 1));
        }
        if (random.nextInt(4) == 0) {
            question = question.and(place());
        }
        if (random.nextInt(8) == 0) {
            question = question.without(place());
        }
        if (random.nextInt(6) == 0) {
            question = question.and(either(fields, like));
        }
        if (catalogue.hasWords() && random.nextInt(5) == 0) {
            question = question.and(new Condition.Word(like.words()[random.nextInt(like.words().length)]));
        }
        return question;
    }

    /**
     * Returns alternatives of two conditions each. They begin with different fields and none stands alone: so it is certain
     * that they are no choice in a field, which counting that field would set aside.
     */
    private Condition either(List<Field> fields, Item like) {
        boolean excluded = random.nextInt(4) == 0;
        Condition one = new Condition.All(List.of(
                choice(fields.get(0), like, 1),
                excluded || random.nextBoolean() ? place() : new Condition.Not(choice(fields.get(2), anyItem(), 1))));
        Condition other = new Condition.All(
                List.of(choice(fields.get(1), anyItem(), 2), new Condition.Not(choice(fields.get(3), anyItem(), 1))));
        Condition either = new Condition.Any(List.of(one, other));
        return excluded ? new Condition.Not(either) : either;
    }

    private Condition place() {
        return places.get(random.nextInt(places.size()));
    }

    private Item anyItem() {
        return catalogue.items().get(random.nextInt(catalogue.items().size()));
    }

    /** Returns values of one field, the first of them a value of the record or one above it, if it has any. */
    private Condition.Choice choice(Field field, Item like, int size) {
        Set<Integer> values = new LinkedHashSet<>();
        for (int value : catalogue.closure(like)) {
            if (catalogue.fieldOf(value) == field && (values.isEmpty() || random.nextInt(3) == 0)) {
                values.add(value);
            }
        }
        while (values.size() < Math.min(size, field.values().size())) {
            values.add(field.first() + random.nextInt(field.values().size()));
        }
        return new Condition.Choice(field, new ArrayList<>(values));
    }
}
