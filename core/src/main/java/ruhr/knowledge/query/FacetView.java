package ruhr.knowledge.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Term;
import ruhr.knowledge.value.GermanOrder;
import ruhr.knowledge.value.Wording;

/**
 * A facet as a panel shows it: values with their labels in one language, the most frequent ones, all in the order of an
 * index, or as a tree. Values that would leave nothing are shown too, with zero.
 *
 * <pre>{@code
 * FacetView topics = FacetView.of(field, answer.facet("topic"), Locale.ENGLISH).keeping(chosen).withMissing();
 * FacetView.Cut cut = topics.top(8);
 * cut.rows();                 // Energy (12), Data (7), … not stated (3)
 * cut.more();                 // 23: "show all"
 * topics.alphabetical();      // what "show all" shows
 * topics.tree(8);             // terms below each other, at most 8 below each
 * }</pre>
 *
 * <p>Immutable and thread-safe. Each list is made when it is asked for; that takes about as long as sorting the values.
 */
public final class FacetView {

    private static final Comparator<Keyed> BY_LABEL = Comparator.comparing(Keyed::key)
            .thenComparing(keyed -> keyed.row().label().text())
            .thenComparing(keyed -> keyed.row().value());

    private static final Comparator<Keyed> BY_ENTRIES =
            Comparator.<Keyed>comparingInt(keyed -> -keyed.row().entries()).thenComparing(BY_LABEL);

    private final FilterSchema.Field<?> field;
    private final Facet facet;
    private final Locale language;
    private final Set<String> kept;
    private final boolean showsMissing;

    private FacetView(
            FilterSchema.Field<?> field, Facet facet, Locale language, Set<String> kept, boolean showsMissing) {
        this.field = field;
        this.facet = facet;
        this.language = language;
        this.kept = kept;
        this.showsMissing = showsMissing;
    }

    /**
     * One value.
     *
     * @param value the id of a value, or {@link Filter#NONE}
     * @param label what a visitor reads, in the language asked for or, where it has none, in the other one
     * @param entries how many entries it would leave; 0 or more
     */
    public record Row(String value, Wording label, int entries) {}

    /**
     * Some of the values.
     *
     * @param rows those that are shown
     * @param more how many values are left out
     */
    public record Cut(List<Row> rows, int more) {

        /** Copies the list. */
        public Cut {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Some of the values that stand directly below one, or at the top.
     *
     * @param nodes those that are shown
     * @param more how many values are left out here, not counting those below them
     */
    public record Level(List<Node> nodes, int more) {

        /** Copies the list. */
        public Level {
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * A value and what stands below it.
     *
     * @param row the value
     * @param below the values below it
     */
    public record Node(Row row, Level below) {}

    /** A row and the sort key of its label. */
    private record Keyed(Row row, String key) {}

    /**
     * Returns a view of a facet.
     *
     * @param field the field that was counted
     * @param facet its counts
     * @param language the language of the labels; one other than German and English counts as English
     * @return a view without the missing value
     * @throws IllegalArgumentException if the facet counts another field
     */
    public static FacetView of(FilterSchema.Field<?> field, Facet facet, Locale language) {
        if (!facet.field().equals(field.name())) {
            throw new IllegalArgumentException(
                    "view of field '" + field.name() + "': expected its facet, found that of '" + facet.field() + "'");
        }
        return new FacetView(field, facet, language, Set.of(), false);
    }

    /**
     * Returns this view with {@link Filter#NONE} as the last value, which is never left out.
     *
     * @return a changed copy
     */
    public FacetView withMissing() {
        return new FacetView(field, facet, language, kept, true);
    }

    /**
     * Returns this view with values that are never left out: those that a visitor chose, who has to be able to take them
     * back.
     *
     * @param values ids of values; others than the field has make no difference
     * @return a changed copy
     */
    public FacetView keeping(Collection<String> values) {
        return new FacetView(field, facet, language, Set.copyOf(values), showsMissing);
    }

    /**
     * Returns all values in the order of the vocabulary.
     *
     * @return rows; unmodifiable
     */
    public List<Row> rows() {
        return withMissingLast(facet.counts().stream().map(this::row).toList());
    }

    /**
     * Returns all values in the order of a German index of their labels, in both languages; equal labels by their ids.
     *
     * @return rows; unmodifiable
     */
    public List<Row> alphabetical() {
        return withMissingLast(rowsBy(BY_LABEL));
    }

    /**
     * Returns the values that would leave the most entries, the most first, and equal ones by label as in
     * {@link #alphabetical}. A value that is {@linkplain #keeping kept} but has too few entries stands behind them.
     *
     * @param most how many values, not counting those that are kept and the missing one; 0 or more
     * @return the values, and how many others there are
     * @throws IllegalArgumentException if the number is negative
     */
    public Cut top(int most) {
        requireNumber(most);
        List<Row> all = rowsBy(BY_ENTRIES);
        List<Row> shown = new ArrayList<>();
        for (Row row : all) {
            if (shown.size() < most || kept.contains(row.value())) {
                shown.add(row);
            }
        }
        return new Cut(withMissingLast(shown), all.size() - shown.size());
    }

    /**
     * Returns all values as a tree.
     *
     * @return the values at the top; nothing is left out
     */
    public Level tree() {
        return tree(Integer.MAX_VALUE);
    }

    /**
     * Returns the values as a tree, where of those that stand beside each other only some are shown: those that would leave
     * the most entries, equal ones by label. They stand in the order of the vocabulary.
     *
     * <p>A value that stands below several ones is shown below each of them, but what stands below itself only in the first
     * of these places. A value that is {@linkplain #keeping kept} is shown with all that stand above it.
     *
     * @param most how many values beside each other, not counting those that are kept and the missing one; 0 or more
     * @return the values at the top
     * @throws IllegalArgumentException if the number is negative
     */
    public Level tree(int most) {
        requireNumber(most);
        Map<String, Row> rows = new HashMap<>();
        facet.counts().forEach(count -> rows.put(count.value(), row(count)));
        Level tops = level(field.vocabulary().tops(), most, rows, new HashSet<>());
        if (!showsMissing) {
            return tops;
        }
        List<Node> nodes = new ArrayList<>(tops.nodes());
        nodes.add(new Node(missing(), new Level(List.of(), 0)));
        return new Level(nodes, tops.more());
    }

    private Level level(List<Term> terms, int most, Map<String, Row> rows, Set<String> unfolded) {
        List<Row> all = new ArrayList<>();
        for (Term term : terms) {
            all.add(rows.computeIfAbsent(term.id(), id -> row(new FacetCount(id, 0))));
        }
        Set<String> frequent = new HashSet<>();
        sorted(all, BY_ENTRIES).stream().limit(most).forEach(row -> frequent.add(row.value()));
        List<Node> nodes = new ArrayList<>();
        for (Row row : all) {
            if (frequent.contains(row.value()) || isKept(row.value())) {
                List<Term> below =
                        unfolded.add(row.value()) ? field.vocabulary().narrower(row.value()) : List.of();
                nodes.add(new Node(row, level(below, most, rows, unfolded)));
            }
        }
        return new Level(nodes, all.size() - nodes.size());
    }

    private boolean isKept(String value) {
        Set<String> within = field.vocabulary().within(value);
        return kept.stream().anyMatch(within::contains);
    }

    private static void requireNumber(int most) {
        if (most < 0) {
            throw new IllegalArgumentException("cut-off: expected 0 or more values, found " + most);
        }
    }

    private List<Row> withMissingLast(List<Row> rows) {
        if (!showsMissing) {
            return rows;
        }
        List<Row> all = new ArrayList<>(rows);
        all.add(missing());
        return List.copyOf(all);
    }

    private Row missing() {
        return row(new FacetCount(Filter.NONE, facet.missing()));
    }

    private Row row(FacetCount count) {
        return new Row(count.value(), field.label(count.value()).in(language), count.entries());
    }

    private List<Row> rowsBy(Comparator<Keyed> order) {
        return sorted(facet.counts().stream().map(this::row).toList(), order);
    }

    private static List<Row> sorted(List<Row> rows, Comparator<Keyed> order) {
        return rows.stream()
                .map(row -> new Keyed(row, GermanOrder.key(row.label().text())))
                .sorted(order)
                .map(Keyed::row)
                .toList();
    }
}
