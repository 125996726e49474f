package ruhr.knowledge.wire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A picture beside the document.
 *
 * @param src its path beside the document
 * @param alt what is to be seen
 * @param width pixels
 * @param height pixels
 * @param credit whom to name
 */
public record ImageJson(
        @Nullable String src,
        @Nullable TextJson alt,
        @Nullable BigDecimal width,
        @Nullable BigDecimal height,
        @Nullable String credit) {}
