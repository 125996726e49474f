package ruhr.knowledge.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place to filter by.
 *
 * @param id its id
 * @param label what a visitor reads
 * @param kind city, town, municipality, district or outside
 * @param aliases other spellings of the id
 * @param broader the id of its district
 * @param location its centre
 * @param sources ids of sources
 */
public record MunicipalityJson(
        @Nullable String id,
        @Nullable TextJson label,
        @Nullable String kind,
        @Nullable List<String> aliases,
        @Nullable List<String> broader,
        @Nullable PointJson location,
        @Nullable List<String> sources)
        implements WireRecord {}
