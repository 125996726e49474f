package ruhr.knowledge.value;

import java.util.Objects;

/**
 * One thing wrong in the data: where it stands, what was expected, what was found, and what happens now.
 *
 * <p>A finding is for the person who keeps the data. It never stops the rest of the data from being shown.
 *
 * @param severity how much is lost
 * @param source the name of the source, for example a file name
 * @param pointer where in the source: a JSON pointer such as {@code /institutions/3/name}, or empty for the whole source
 * @param expected what should stand there
 * @param found what stands there; shortened and free of control characters, see {@link #quote}
 * @param consequence what happens now, for example "The record is left out."
 */
public record Finding(
        Severity severity, String source, String pointer, String expected, String found, String consequence) {

    /** How much a finding costs. */
    public enum Severity {
        /** Nothing is lost, but somebody should look. */
        NOTICE,
        /** A part of a record, for example one reference, is left out. */
        PART_LEFT_OUT,
        /** A whole record is left out. */
        RECORD_LEFT_OUT
    }

    /** Checks that every part is there. */
    public Finding {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(pointer, "pointer");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(found, "found");
        Objects.requireNonNull(consequence, "consequence");
    }

    /**
     * Returns a text as a message can carry it: in quotes, at most 80 characters, control and direction marks shown as
     * {@code \}{@code u....}.
     *
     * @param text any text, also a hostile one
     * @return a text that fits on one line of a log
     */
    public static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        int shown = Math.min(text.length(), 80);
        for (int i = 0; i < shown; i++) {
            char c = text.charAt(i);
            int type = Character.getType(c);
            boolean invisible = Character.isISOControl(c)
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR;
            quoted.append(invisible ? String.format("\\u%04x", (int) c) : String.valueOf(c));
        }
        return quoted.append(shown < text.length() ? "…\"" : "\"").toString();
    }

    /** Returns the finding as one sentence for a log or an administrator's page. */
    @Override
    public String toString() {
        return source + (pointer.isEmpty() ? "" : " at " + pointer) + ": expected " + expected + ", found " + found
                + ". " + consequence;
    }
}
