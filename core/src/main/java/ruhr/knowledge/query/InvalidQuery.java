package ruhr.knowledge.query;

import java.util.List;
import java.util.stream.Collectors;
import ruhr.knowledge.filter.Problem;

/** A query string that a strict reader refuses. The message says why, in one sentence for each problem. */
public final class InvalidQuery extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * Says what is wrong.
     *
     * @param problems at least one problem
     */
    public InvalidQuery(List<Problem> problems) {
        super(problems.stream().map(Problem::sentence).collect(Collectors.joining(" ")));
        this.problems = List.copyOf(problems);
    }

    /**
     * Returns what is wrong.
     *
     * @return the problems in the order of the query string
     */
    public List<Problem> problems() {
        return problems;
    }
}
