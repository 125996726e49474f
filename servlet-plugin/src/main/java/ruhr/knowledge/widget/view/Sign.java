package ruhr.knowledge.widget.view;

/**
 * A drawing that stands where an institution has no picture of its own: its letters on a ground that follows from its id.
 *
 * @param letters one to three letters
 * @param pattern which of the grounds, 1 to 4
 * @param tone which of the tones, 1 to 3
 */
public record Sign(String letters, int pattern, int tone) {}
