package ruhr.knowledge.query;

import java.util.List;
import ruhr.knowledge.filter.Problem;

/**
 * What a lenient reader made of a query string: a query in any case, and what in the string could not be meant as it
 * stands.
 *
 * @param query the query; where a value is unknown it asks for that value, and so finds nothing
 * @param problems what a strict reader would refuse; unmodifiable, empty if the string is in order
 */
public record ReadQuery(Query query, List<Problem> problems) {

    /** Copies the problems. */
    public ReadQuery {
        problems = List.copyOf(problems);
    }
}
