package ruhr.knowledge.widget;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.filter.Vocabulary;
import ruhr.knowledge.model.AssignedTopic;
import ruhr.knowledge.model.KeyFigure;
import ruhr.knowledge.snapshot.Snapshot;
import ruhr.knowledge.widget.view.Figure;
import ruhr.knowledge.widget.view.FiguresView;
import ruhr.knowledge.widget.view.Message;
import ruhr.knowledge.widget.view.Shell;
import ruhr.knowledge.widget.view.Words;

/** Presents key figures: as tiles, those of one unit beside each other, and all of them as a table. For one rendering. */
final class FiguresPresenter {

    private static final int LONGEST = 1000;
    private static final int MOST = 64;
    private static final String SHARE = "%";

    private final Snapshot snapshot;
    private final Selection selection;
    private final Presenter presenter;

    FiguresPresenter(Snapshot snapshot, Selection selection, Presenter presenter) {
        this.snapshot = snapshot;
        this.selection = selection;
        this.presenter = presenter;
    }

    FiguresView figures(Shell shell, Words title, Parameters parameters) {
        List<KeyFigure> wanted = wanted(parameters);
        Map<String, List<KeyFigure>> comparable = comparable(wanted);
        List<Figure> alone = new ArrayList<>();
        List<Figure> all = new ArrayList<>();
        Map<String, Figure> shown = new LinkedHashMap<>();
        for (KeyFigure figure : wanted) {
            Figure view = presenter.figure(figure);
            shown.put(figure.id(), view);
            all.add(view);
            if (comparable.values().stream().noneMatch(group -> group.contains(figure))) {
                alone.add(view);
            }
        }
        List<FiguresView.Comparison> comparisons = new ArrayList<>();
        comparable.forEach((unit, group) -> comparisons.add(
                new FiguresView.Comparison(presenter.wordbook().say(Message.COMPARED, unit), bars(group, shown))));
        return new FiguresView(shell, title, alone, comparisons, all, all.isEmpty(), presenter.sources());
    }

    /** Returns the figures that are named by their ids, or those of the topics that are asked for. */
    private List<KeyFigure> wanted(Parameters parameters) {
        Optional<String> ids = parameters.first("id");
        if (ids.isPresent()) {
            List<KeyFigure> named = new ArrayList<>();
            for (String id : ids.get().split(",", MOST)) {
                KeyFigure figure = snapshot.frame().figures().get(id.strip());
                if (figure != null && !named.contains(figure)) {
                    named.add(figure);
                }
            }
            return named;
        }
        return snapshot.frame().figures().values().stream()
                .filter(this::isOnTopic)
                .toList();
    }

    private boolean isOnTopic(KeyFigure figure) {
        Vocabulary topics = snapshot.frame().topics();
        List<Filter> conditions = new ArrayList<>(selection.query().filter().conjuncts());
        conditions.addAll(selection.query().scope().conjuncts());
        for (Filter condition : conditions) {
            if (condition instanceof Filter.Choice choice && choice.field().equals("topic")) {
                Set<String> within = new TreeSet<>();
                choice.values().forEach(topic -> within.addAll(topics.within(topic)));
                if (figure.topics().stream().map(AssignedTopic::topic).noneMatch(within::contains)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Returns the figures of which several have the same unit and are amounts. */
    private static Map<String, List<KeyFigure>> comparable(List<KeyFigure> figures) {
        Map<String, List<KeyFigure>> byUnit = new LinkedHashMap<>();
        for (KeyFigure figure : figures) {
            figure.unit()
                    .filter(unit ->
                            !unit.equals(SHARE) && Presenter.number(figure).isPresent())
                    .ifPresent(unit -> byUnit.computeIfAbsent(unit, none -> new ArrayList<>())
                            .add(figure));
        }
        byUnit.values().removeIf(group -> group.size() < 2);
        return byUnit;
    }

    private static List<FiguresView.Bar> bars(List<KeyFigure> group, Map<String, Figure> shown) {
        List<KeyFigure> sorted = new ArrayList<>(group);
        sorted.sort(Comparator.comparing(
                        (KeyFigure figure) -> Presenter.number(figure).orElse(BigDecimal.ZERO))
                .reversed());
        BigDecimal largest = Presenter.number(sorted.get(0)).orElse(BigDecimal.ZERO);
        List<FiguresView.Bar> bars = new ArrayList<>();
        for (KeyFigure figure : sorted) {
            BigDecimal number = Presenter.number(figure).orElse(BigDecimal.ZERO);
            int length = largest.signum() == 0
                    ? 0
                    : number.multiply(BigDecimal.valueOf(LONGEST))
                            .divide(largest, 0, RoundingMode.HALF_UP)
                            .intValue();
            bars.add(new FiguresView.Bar(shown.get(figure.id()), length));
        }
        return bars;
    }
}
