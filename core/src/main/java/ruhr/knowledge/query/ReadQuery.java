package ruhr.knowledge.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ruhr.knowledge.filter.Problem;

/**
 * What a lenient reader made of a query string: a query in any case, and what in the string could not be meant as it
 * stands.
 *
 * @param query the query; where a value is unknown it asks for that value, and so finds nothing
 * @param language the language that was named; it makes no other query, only other words around the answer
 * @param problems what a strict reader would refuse; unmodifiable, empty if the string is in order
 */
public record ReadQuery(Query query, Optional<Locale> language, List<Problem> problems) {

    /** Copies the problems. */
    public ReadQuery {
        problems = List.copyOf(problems);
    }
}
