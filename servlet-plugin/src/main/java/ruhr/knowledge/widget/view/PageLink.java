package ruhr.knowledge.widget.view;

import org.jspecify.annotations.Nullable;

/**
 * A link of the paging.
 *
 * @param label a number or a word
 * @param spoken what is heard instead
 * @param href where it leads; none for the page shown
 * @param current whether it is the page shown
 */
public record PageLink(
        String label, @Nullable String spoken, @Nullable String href, boolean current) {}
