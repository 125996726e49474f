package ruhr.knowledge.source;

import java.util.Optional;

/**
 * What a caller already has of a source.
 *
 * @param fingerprint the {@link Reading#fingerprint()} of the last reading; empty if there was none
 */
public record Since(Optional<String> fingerprint) {

    /**
     * Returns that the caller has nothing yet.
     *
     * @return a value without fingerprint
     */
    public static Since never() {
        return new Since(Optional.empty());
    }

    /**
     * Returns that the caller has the content of a reading.
     *
     * @param reading the last reading
     * @return a value with its fingerprint
     */
    public static Since of(Reading reading) {
        return new Since(Optional.of(reading.fingerprint()));
    }
}
