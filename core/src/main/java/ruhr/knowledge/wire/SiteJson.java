package ruhr.knowledge.wire;

import org.jspecify.annotations.Nullable;

/**
 * A site of an institution.
 *
 * @param municipality the id of a municipality
 * @param label its name
 * @param address its address
 * @param location where it lies
 */
public record SiteJson(
        @Nullable String municipality,
        @Nullable TextJson label,
        @Nullable AddressJson address,
        @Nullable PointJson location) {}
