package ruhr.knowledge.wire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A circle on the ground.
 *
 * @param lat degrees north of its middle
 * @param lon degrees east of its middle
 * @param metres its radius
 */
public record NearJson(
        @Nullable BigDecimal lat,
        @Nullable BigDecimal lon,
        @Nullable BigDecimal metres) {}
