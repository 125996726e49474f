package ruhr.knowledge.wire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A box of meridians and parallels.
 *
 * @param west its western edge in degrees; greater than the eastern one if it crosses the 180th meridian
 * @param south its southern edge in degrees
 * @param east its eastern edge in degrees
 * @param north its northern edge in degrees
 */
public record BoxJson(
        @Nullable BigDecimal west,
        @Nullable BigDecimal south,
        @Nullable BigDecimal east,
        @Nullable BigDecimal north) {}
