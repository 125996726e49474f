package ruhr.knowledge.model;

/**
 * Where post goes and people walk to.
 *
 * @param street street and number
 * @param postalCode five digits in Germany
 */
public record Address(String street, String postalCode) {

    /**
     * Checks that both are there.
     *
     * @throws IllegalArgumentException if a part is blank
     */
    public Address {
        if (street.isBlank() || postalCode.isBlank()) {
            throw new IllegalArgumentException("address: expected street and postal code, found one of them blank");
        }
    }
}
