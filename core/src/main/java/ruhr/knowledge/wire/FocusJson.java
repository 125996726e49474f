package ruhr.knowledge.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A focus page.
 *
 * @param id its id
 * @param topic the id of its topic
 * @param title its name
 * @param description one sentence
 * @param blocks what it shows
 */
public record FocusJson(
        @Nullable String id,
        @Nullable String topic,
        @Nullable TextJson title,
        @Nullable TextJson description,
        @Nullable List<BlockJson> blocks)
        implements WireRecord {}
