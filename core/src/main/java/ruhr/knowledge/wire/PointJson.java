package ruhr.knowledge.wire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A place, or where a site lies.
 *
 * @param lat degrees north
 * @param lon degrees east
 * @param precision {@code site} or {@code city}; only at sites
 */
public record PointJson(
        @Nullable BigDecimal lat,
        @Nullable BigDecimal lon,
        @Nullable String precision) {}
