package ruhr.knowledge.index;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Term;
import ruhr.knowledge.value.GeoPoint;
import ruhr.knowledge.value.Version;

/** Makes a version out of content: SHA-256, of which half is kept. What is added has its length before it. */
final class Fingerprint {

    private static final int LONGEST = 16;

    private final MessageDigest digest;
    private final byte[] buffer = new byte[1 << 13];
    private int size;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("SHA-256: expected in every Java platform, found none", missing);
        }
    }

    /** Adds a field and its vocabulary. */
    void addField(FilterSchema.Field<?> field) {
        add(field.name());
        add(field.kind().ordinal());
        add(field.vocabulary().terms().size());
        for (Term term : field.vocabulary().terms()) {
            add(term.id());
            add(field.vocabulary().within(term.id()));
        }
    }

    void add(Collection<String> texts) {
        add(texts.size());
        texts.forEach(this::add);
    }

    void add(String text) {
        add(text.length());
        for (int i = 0; i < text.length(); i++) {
            reserve(2);
            buffer[size++] = (byte) (text.charAt(i) >>> 8);
            buffer[size++] = (byte) text.charAt(i);
        }
    }

    /** Adds the ordinals of one row, whatever their order is. */
    void add(IntRows ordinals, int row) {
        int from = ordinals.start(row);
        int to = ordinals.end(row);
        add(to - from);
        int last = -1;
        for (int i = from; i < to; i++) {
            int next = Integer.MAX_VALUE;
            for (int j = from; j < to; j++) {
                int ordinal = ordinals.values()[j];
                next = ordinal > last && ordinal < next ? ordinal : next;
            }
            add(next);
            last = next;
        }
    }

    void addPlaces(Collection<GeoPoint> places) {
        add(places.size());
        for (GeoPoint place : places) {
            add(Double.doubleToLongBits(place.latitude()));
            add(Double.doubleToLongBits(place.longitude()));
        }
    }

    void add(long[] numbers, int[] rows) {
        add(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            add(numbers[i]);
            add(rows[i]);
        }
    }

    void add(long number) {
        reserve(Long.BYTES);
        for (int shift = 56; shift >= 0; shift -= 8) {
            buffer[size++] = (byte) (number >>> shift);
        }
    }

    void add(int number) {
        reserve(Integer.BYTES);
        for (int shift = 24; shift >= 0; shift -= 8) {
            buffer[size++] = (byte) (number >>> shift);
        }
    }

    private void reserve(int bytes) {
        if (size + bytes > buffer.length) {
            digest.update(buffer, 0, size);
            size = 0;
        }
    }

    /** Returns the version of all that was added. */
    Version version() {
        digest.update(buffer, 0, size);
        return new Version(HexFormat.of().formatHex(digest.digest(), 0, LONGEST));
    }
}
