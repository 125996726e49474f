package ruhr.knowledge.widget.view;

/**
 * A widget that has nothing to show.
 *
 * @param shell what surrounds it
 * @param message why, as a sentence
 */
public record MissingView(Shell shell, String message) {}
