package ruhr.knowledge.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.query.Facet;
import ruhr.knowledge.query.Matching;
import ruhr.knowledge.query.Query;
import ruhr.knowledge.query.Relaxation;
import ruhr.knowledge.query.Sort;
import ruhr.knowledge.value.GeoPoint;

/**
 * Answers one question in rows and counts.
 *
 * <p>Counting a field sets the visitor's own choice in it aside. So the choices in fields that are counted are kept apart, and
 * all else is one set, the ground. The rows to count such a field among are the ground and the choices in all others; for a
 * field without a choice they are the hits themselves.
 */
final class Answering {

    private final Query query;
    private final Columns columns;
    private final Scratch scratch;
    private final Filtering filtering;
    private final Counter counter;
    private final List<Column> counted;
    private final @Nullable Rows[] own;
    private Rows hits;

    Answering(Query query, Columns columns, Scratch scratch, Filtering filtering, Counter counter) {
        this.query = query;
        this.columns = columns;
        this.scratch = scratch;
        this.filtering = filtering;
        this.counter = counter;
        counted = counted(query.facets());
        own = new Rows[counted.size()];
        hits = filtering.algebra().all();
    }

    private List<Column> counted(SortedSet<String> facets) {
        List<Column> found = new ArrayList<>(facets.size());
        for (String facet : facets) {
            found.add(columns.get(facet));
        }
        return found;
    }

    /** Finds the hits and counts the facets. */
    void find() {
        Rows ground = filtering.algebra().all();
        List<Filter> scope = query.scope().conjuncts();
        for (int i = 0; i < scope.size(); i++) {
            ground = filtering.algebra().and(ground, filtering.required(scope.get(i)));
        }
        List<Filter> wanted = query.filter().conjuncts();
        for (int i = 0; i < wanted.size(); i++) {
            int place = placeOfOwnChoice(wanted.get(i));
            if (place >= 0) {
                Rows chosen = filtering.rows(wanted.get(i));
                Rows before = own[place];
                own[place] = before == null ? chosen : filtering.algebra().and(before, chosen);
            } else if (!isOfPlaces(wanted.get(i))) {
                ground = filtering.algebra().and(ground, filtering.required(wanted.get(i)));
            }
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (isOfPlaces(wanted.get(i))) {
                ground = filtering.narrowed(ground, wanted.get(i));
            }
        }
        count(ground);
    }

    private static boolean isOfPlaces(Filter filter) {
        return filter instanceof Filter.Near || filter instanceof Filter.Box;
    }

    /** Returns the place of the counted field that a condition is the visitor's own choice in, or -1. */
    private int placeOfOwnChoice(Filter condition) {
        if (condition instanceof Filter.Choice choice) {
            for (int i = 0; i < counted.size(); i++) {
                if (counted.get(i).name().equals(choice.field())) {
                    return i;
                }
            }
        }
        return -1;
    }

    private void count(Rows ground) {
        RowAlgebra algebra = filtering.algebra();
        // The ground and the choices before each field, then from the last field on those behind it.
        Rows[] before = new Rows[counted.size()];
        Rows rows = ground;
        List<Column> others = new ArrayList<>(counted.size());
        for (int i = 0; i < before.length; i++) {
            before[i] = rows;
            Rows chosen = own[i];
            if (chosen == null) {
                others.add(counted.get(i));
            } else {
                rows = algebra.and(rows, chosen);
            }
        }
        hits = rows;
        counter.count(hits, others);
        Rows behind = algebra.all();
        for (int i = before.length - 1; i >= 0; i--) {
            Rows chosen = own[i];
            if (chosen != null) {
                counter.count(algebra.and(before[i], behind), List.of(counted.get(i)));
                behind = algebra.and(behind, chosen);
            }
        }
    }

    Rows hits() {
        return hits;
    }

    List<Facet> facets() {
        Facet[] facets = new Facet[counted.size()];
        for (int i = 0; i < facets.length; i++) {
            Column column = counted.get(i);
            facets[i] = column.facet(scratch.counts[column.place()]);
        }
        return List.of(facets);
    }

    /**
     * Returns which conditions stand in the way of any entry. A row comes back with a condition taken away if it is the only one
     * that the row does not pass.
     */
    List<Relaxation> relaxations() {
        List<Filter> wanted = query.filter().conjuncts();
        if (!hits.isEmpty() || wanted.isEmpty() || scratch.rows() == 0) {
            return List.of();
        }
        RowAlgebra algebra = filtering.algebra();
        Rows scope = filtering.rows(query.scope());
        long[] once = scratch.noBits();
        long[] more = scratch.noBits();
        for (Filter condition : wanted) {
            Rows failing = failing(scope, condition);
            if (failing.form == Rows.Form.BITS) {
                for (int i = 0; i < once.length; i++) {
                    more[i] |= once[i] & failing.bits[i];
                    once[i] |= failing.bits[i];
                }
            }
            scratch.giveBack(failing);
        }
        for (int i = 0; i < once.length; i++) {
            once[i] &= ~more[i];
        }
        Rows onlyOne = algebra.borrowed(once);
        List<Relaxation> found = new ArrayList<>();
        for (Filter condition : wanted) {
            Rows failing = failing(scope, condition);
            int total = algebra.and(onlyOne, failing).count;
            if (total > 0) {
                found.add(new Relaxation(condition, total));
            }
            scratch.giveBack(failing);
        }
        scratch.giveBack(once);
        scratch.giveBack(more);
        found.sort(Comparator.comparingInt(Relaxation::total).reversed());
        return found;
    }

    /** Returns the rows of the scope that do not pass a condition, as bits of their own. */
    private Rows failing(Rows scope, Filter condition) {
        long[] bits = scratch.noBits();
        Rows passing = filtering.rows(condition);
        Rows others = filtering.algebra().not(passing);
        Rows failing = filtering.algebra().and(scope, others);
        if (failing.isAll()) {
            RowAlgebra.addAll(scratch.rows(), bits);
        } else {
            RowAlgebra.add(failing, bits);
        }
        if (others != failing) {
            scratch.giveBack(others);
        }
        if (passing != failing) {
            scratch.giveBack(passing);
        }
        if (failing != scope) {
            scratch.giveBack(failing);
        }
        return filtering.algebra().ofBits(bits);
    }

    /**
     * Puts the rows of the page wanted, and one more if there is one, into the page of the scratch.
     *
     * @param limit the most rows
     * @param after the row that the page begins behind, or -1
     * @return how many rows there are
     */
    int page(int limit, int after, Places places, @Nullable Newest newest) {
        Paging paging = new Paging(hits, query.page().offset(), after, limit, scratch.page);
        long[][] tiers = filtering.tiers();
        Optional<GeoPoint> center = query.sort() == Sort.DISTANCE ? Matching.center(query) : Optional.empty();
        if (query.sort() == Sort.RELEVANCE && tiers != null) {
            return paging.byTier(tiers, filtering.algebra());
        }
        if (center.isPresent()) {
            return paging.byDistance(places, center.get());
        }
        if (query.sort() == Sort.NEWEST && newest != null) {
            return paging.byDay(newest, scratch.rows());
        }
        return paging.byName();
    }
}
