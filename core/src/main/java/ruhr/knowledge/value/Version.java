package ruhr.knowledge.value;

/**
 * The fingerprint of a content: the same content has the same version, on every machine and after every restart.
 *
 * @param value 1 to 64 characters out of {@code a-z}, {@code 0-9} and {@code -}; says nothing about older or newer
 */
public record Version(String value) {

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the value is not a slug
     */
    public Version {
        Slug.require(value, "version");
    }

    @Override
    public String toString() {
        return value;
    }
}
