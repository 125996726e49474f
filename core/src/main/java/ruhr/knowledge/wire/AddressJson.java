package ruhr.knowledge.wire;

import org.jspecify.annotations.Nullable;

/**
 * A postal address.
 *
 * @param street street and number
 * @param postalCode postal code
 */
public record AddressJson(@Nullable String street, @Nullable String postalCode) {}
