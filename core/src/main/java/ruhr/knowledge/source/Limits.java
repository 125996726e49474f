package ruhr.knowledge.source;

/**
 * What a document may ask of the machine that reads it.
 *
 * @param documentBytes the most bytes of a document
 * @param depth how deep objects and arrays may nest inside a record
 * @param numberLength the most characters of a number: long ones cost time that grows with their square
 * @param textLength the most characters of one text
 * @param records the most records of a document
 * @param fileBytes the most bytes of a file beside a document
 */
public record Limits(int documentBytes, int depth, int numberLength, int textLength, int records, int fileBytes) {

    /** 64 MiB a document, 32 levels, numbers of 40 and texts of 100,000 characters, a million records, 4 MiB a file. */
    public static final Limits DEFAULT = new Limits(64 << 20, 32, 40, 100_000, 1_000_000, 4 << 20);

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if one is not positive
     */
    public Limits {
        if (documentBytes < 1 || depth < 1 || numberLength < 1 || textLength < 1 || records < 1 || fileBytes < 1) {
            throw new IllegalArgumentException("limits: expected values above zero");
        }
    }
}
