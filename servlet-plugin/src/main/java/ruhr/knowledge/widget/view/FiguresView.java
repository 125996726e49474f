package ruhr.knowledge.widget.view;

import java.util.List;

/**
 * Key figures.
 *
 * @param shell what surrounds them
 * @param title their heading
 * @param figures the figures that stand alone
 * @param comparisons the figures that can be compared
 * @param all all figures, for the table
 * @param empty whether there are none
 * @param sources where they come from
 */
public record FiguresView(
        Shell shell,
        Words title,
        List<Figure> figures,
        List<Comparison> comparisons,
        List<Figure> all,
        boolean empty,
        List<SourceItem> sources) {

    /**
     * Values of one unit beside each other.
     *
     * @param title what is compared
     * @param bars the values, largest first
     */
    public record Comparison(String title, List<Bar> bars) {}

    /**
     * One of the values.
     *
     * @param figure the figure
     * @param length how long its bar is, 0 to 1000; the longest has 1000
     */
    public record Bar(Figure figure, int length) {}
}
