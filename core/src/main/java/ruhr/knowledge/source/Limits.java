package ruhr.knowledge.source;

import java.time.Duration;
import ruhr.knowledge.wire.RecordBounds;

/**
 * What a document may ask of the machine that reads it. Each kind of source keeps all of them.
 *
 * <p>What is beyond a limit that concerns one record costs that record; what is beyond one that concerns the document
 * refuses the document. Either is said with its place, the limit and what was found.
 *
 * <pre>{@code
 * FileSource.of(path, Limits.DEFAULT.withDocumentBytes(200 << 20).withTime(Duration.ofMinutes(2)));
 * }</pre>
 *
 * @param documentBytes the most bytes of a document, after decompression
 * @param time how long a reading may take from the first question to the last byte, redirects included
 * @param records the most records of a document
 * @param tokens the most names, values, braces and brackets of a document
 * @param tokenLength the most characters of a name, text or number as it is written; a longer one would have to be held
 *     whole before anybody could pass over it, so it refuses the document
 * @param recordTokens the most names, values, braces and brackets of a record
 * @param depth how deep objects and arrays may nest inside a record
 * @param numberLength the most characters of a number: long ones cost time that grows with their square
 * @param textLength the most characters of a text or a name in a record
 * @param fileBytes the most bytes of a file beside a document
 */
public record Limits(
        int documentBytes,
        Duration time,
        int records,
        int tokens,
        int tokenLength,
        int recordTokens,
        int depth,
        int numberLength,
        int textLength,
        int fileBytes) {

    /**
     * 64 MiB and 30 seconds a document, a million records, 20 million tokens of at most 1 Mi characters; a record of at most
     * 100,000 tokens, 32 levels, numbers of 40 and texts of 100,000 characters; 4 MiB a file.
     */
    public static final Limits DEFAULT = new Limits(
            64 << 20, Duration.ofSeconds(30), 1_000_000, 20_000_000, 1 << 20, 100_000, 32, 40, 100_000, 4 << 20);

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if one is not positive
     */
    public Limits {
        int[] numbers = {
            documentBytes, records, tokens, tokenLength, recordTokens, depth, numberLength, textLength, fileBytes
        };
        for (int number : numbers) {
            if (number < 1) {
                throw new IllegalArgumentException("limits: expected values above zero, found " + number);
            }
        }
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException("limits: expected a time above zero, found " + time);
        }
    }

    /**
     * Returns the same limits with another one on the size of documents.
     *
     * @param bytes the most bytes
     * @return changed limits
     */
    public Limits withDocumentBytes(int bytes) {
        return new Limits(
                bytes, time, records, tokens, tokenLength, recordTokens, depth, numberLength, textLength, fileBytes);
    }

    /**
     * Returns the same limits with another one on the time that a reading may take.
     *
     * @param longest how long
     * @return changed limits
     */
    public Limits withTime(Duration longest) {
        return new Limits(
                documentBytes,
                longest,
                records,
                tokens,
                tokenLength,
                recordTokens,
                depth,
                numberLength,
                textLength,
                fileBytes);
    }

    /**
     * Returns the same limits with another one on the number of records.
     *
     * @param most the most records of a document
     * @return changed limits
     */
    public Limits withRecords(int most) {
        return new Limits(
                documentBytes,
                time,
                most,
                tokens,
                tokenLength,
                recordTokens,
                depth,
                numberLength,
                textLength,
                fileBytes);
    }

    RecordBounds record() {
        return new RecordBounds(depth, numberLength, textLength, recordTokens);
    }
}
