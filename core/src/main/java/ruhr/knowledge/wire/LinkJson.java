package ruhr.knowledge.wire;

import org.jspecify.annotations.Nullable;

/**
 * A link.
 *
 * @param url an http or https address
 * @param label what it says
 */
public record LinkJson(@Nullable String url, @Nullable TextJson label) {}
