package ruhr.knowledge.query;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import ruhr.knowledge.filter.Problem;
import ruhr.knowledge.value.Slug;
import ruhr.knowledge.value.Version;

/**
 * A place in a long answer: behind which entry the next page begins. Nothing is kept for it anywhere; it names the version
 * of the data and the last entry, whose sort key every engine can look up.
 *
 * @param version the version of the data
 * @param order fits only queries of the same filters and order, see {@link #orderOf}
 * @param last the id of the last entry that was given
 */
public record Cursor(String version, long order, String last) {

    private static final int LONGEST = 300;
    private static final String SEPARATOR = "\n";

    /**
     * Returns the cursor behind an entry.
     *
     * @param query the question
     * @param version the version that answered
     * @param last the id of the last entry of the page
     * @return the place behind it
     */
    public static Cursor behind(Query query, Version version, String last) {
        return new Cursor(version.value(), orderOf(query), last);
    }

    /**
     * Returns a number that is the same for queries whose answers list the same entries in the same order, and another one for
     * any other query that somebody will ask: the first half of a digest (SHA-256) of their canonical filters. It is the same in
     * every JVM.
     *
     * @param query a question
     * @return 64 bits of the digest of its scope, filter and order
     */
    public static long orderOf(Query query) {
        String asked = String.join(
                SEPARATOR,
                query.sort().name(),
                query.scope().toString(),
                query.filter().toString());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(asked.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("SHA-256: expected in every Java platform, found none", missing);
        }
    }

    /**
     * Reads a cursor.
     *
     * @param text what {@link #toString} gave, or anything else
     * @return the cursor, or empty if the text is none
     */
    public static Optional<Cursor> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(SEPARATOR, -1);
            if (parts.length != 3 || !Slug.is(parts[2])) {
                return Optional.empty();
            }
            Cursor cursor = new Cursor(parts[0], Long.parseUnsignedLong(parts[1], 16), parts[2]);
            return cursor.toString().equals(text) ? Optional.of(cursor) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /**
     * Checks that this cursor belongs to a question and a version.
     *
     * @param query the question that names this cursor
     * @param now the version that answers
     * @throws CursorExpired if it belongs to another version
     * @throws InvalidQuery if it belongs to another question
     */
    public void require(Query query, Version now) {
        if (!version.equals(now.value())) {
            throw new CursorExpired(now);
        }
        if (order != orderOf(query)) {
            throw new InvalidQuery(Problem.malformed("cursor", toString(), "the cursor of an answer to this query"));
        }
    }

    /** Returns the cursor as it stands in a URL. */
    @Override
    public String toString() {
        String plain = String.join(SEPARATOR, version, Long.toHexString(order), last);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
