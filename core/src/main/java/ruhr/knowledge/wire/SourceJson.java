package ruhr.knowledge.wire;

import org.jspecify.annotations.Nullable;

/**
 * A source of facts.
 *
 * @param id its id
 * @param title what it is
 * @param url where it can be read
 */
public record SourceJson(
        @Nullable String id,
        @Nullable TextJson title,
        @Nullable String url) implements WireRecord {}
