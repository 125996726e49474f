package ruhr.knowledge.wire;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key figure.
 *
 * @param id its id
 * @param value what is shown large
 * @param qualifier {@code about} or {@code more-than}
 * @param unit what stands behind the value
 * @param year the year that it is about
 * @param label what it counts
 * @param topics what it is about
 * @param asPublished who published it
 * @param sources ids of sources
 */
public record FigureJson(
        @Nullable String id,
        @Nullable String value,
        @Nullable String qualifier,
        @Nullable String unit,
        @Nullable BigDecimal year,
        @Nullable TextJson label,
        @Nullable List<AssignedTopicJson> topics,
        @Nullable PublishedJson asPublished,
        @Nullable List<String> sources)
        implements WireRecord {}
