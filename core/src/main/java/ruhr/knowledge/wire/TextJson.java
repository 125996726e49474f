package ruhr.knowledge.wire;

import org.jspecify.annotations.Nullable;

/**
 * A text in one or both languages.
 *
 * @param de the German text
 * @param en the English text
 */
public record TextJson(@Nullable String de, @Nullable String en) {}
