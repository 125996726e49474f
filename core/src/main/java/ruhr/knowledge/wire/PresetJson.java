package ruhr.knowledge.wire;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A preset: a filter with a name.
 *
 * @param id its id
 * @param version grows when it comes to mean something else; absent means 1
 * @param label what a visitor reads
 * @param description what it finds
 * @param buildsOn ids of other presets that hold, too
 * @param filter what it wants beside those; may be absent if there are some
 */
public record PresetJson(
        @Nullable String id,
        @Nullable BigDecimal version,
        @Nullable TextJson label,
        @Nullable TextJson description,
        @Nullable List<String> buildsOn,
        @Nullable FilterJson filter)
        implements WireRecord {}
