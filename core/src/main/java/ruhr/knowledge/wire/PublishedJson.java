package ruhr.knowledge.wire;

import org.jspecify.annotations.Nullable;

/**
 * Who published a figure.
 *
 * @param by the publisher
 * @param read the day it was read, as {@code 2026-11-23}
 */
public record PublishedJson(@Nullable String by, @Nullable String read) {}
