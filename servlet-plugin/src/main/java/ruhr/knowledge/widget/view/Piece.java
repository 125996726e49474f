package ruhr.knowledge.widget.view;

/**
 * A piece of a text in which words were found.
 *
 * @param text the piece
 * @param marked whether it was searched for
 */
public record Piece(String text, boolean marked) {}
