package ruhr.knowledge.query;

import java.util.List;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.value.Version;

/** The plain loop itself does what every engine has to do. */
class PlainLoopTest extends SearcherContract {

    @Override
    protected <T> Searcher<T> searcher(FilterSchema<T> schema, List<T> records, Version version) {
        return new PlainLoop<>(schema, records, version);
    }

    /** Compares the loop with itself, which says little; but all random worlds can be asked. */
    @Override
    protected int comparisons() {
        return 1_000;
    }
}
