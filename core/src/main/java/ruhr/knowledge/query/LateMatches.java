package ruhr.knowledge.query;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * The matches of one page, each made when somebody first looks at it: to mark words takes longer than to find the page, and many
 * who ask do not show the marks. Safe for use by many threads; two that come at once may make a match twice, and it is the same.
 */
final class LateMatches<T> extends AbstractList<Match> implements RandomAccess {

    private final Matching<T> matching;
    private final List<? extends T> page;
    private final Match[] made;

    LateMatches(Matching<T> matching, List<? extends T> page) {
        this.matching = matching;
        this.page = List.copyOf(page);
        made = new Match[page.size()];
    }

    @Override
    public Match get(int index) {
        Match match = made[index];
        if (match == null) {
            match = matching.match(page.get(index));
            made[index] = match;
        }
        return match;
    }

    @Override
    public int size() {
        return made.length;
    }
}
