package ruhr.knowledge.examples.benchmarks.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What every engine is asked: the total, the first 20 records by name, and how many records each value of each field would
 * leave. Counting a field sets the choice in that field aside; all other conditions hold.
 *
 * @param name what a report calls it
 * @param choices at most one for each field; all have to hold
 * @param ground conditions that hold whichever field is counted
 */
public record Question(String name, List<Condition.Choice> choices, List<Condition> ground) {

    /** How many records are asked for. */
    public static final int PAGE = 20;

    /** Copies the lists. */
    public Question {
        choices = List.copyOf(choices);
        ground = List.copyOf(ground);
        if (choices.stream().map(Condition.Choice::field).distinct().count() < choices.size()) {
            throw new IllegalArgumentException("question '" + name + "': expected one choice for each field");
        }
    }

    /**
     * Starts a question.
     *
     * @param name what a report calls it
     * @return the question for everything
     */
    public static Question of(String name) {
        return new Question(name, List.of(), List.of());
    }

    /**
     * Adds a choice.
     *
     * @param choice what has to hold, unless its field is being counted
     * @return a changed copy
     */
    public Question with(Condition.Choice choice) {
        return new Question(name, plus(choices, choice), ground);
    }

    /**
     * Adds a condition.
     *
     * @param condition what has to hold in any case
     * @return a changed copy
     */
    public Question and(Condition condition) {
        return new Question(name, choices, plus(ground, condition));
    }

    /**
     * Adds an exclusion.
     *
     * @param condition what may not hold
     * @return a changed copy
     */
    public Question without(Condition condition) {
        return and(new Condition.Not(condition));
    }

    /**
     * Returns the choice in a field.
     *
     * @param field a field
     * @return its choice, or empty if there is none
     */
    public Optional<Condition.Choice> choice(Field field) {
        return choices.stream().filter(choice -> choice.field() == field).findAny();
    }

    /**
     * Returns how many conditions there are. Alternatives in one field are one condition, and so is a nested one.
     *
     * @return 0 for everything
     */
    public int conditions() {
        return choices.size() + ground.size();
    }

    private static <T> List<T> plus(List<T> list, T one) {
        List<T> more = new ArrayList<>(list);
        more.add(one);
        return more;
    }
}
