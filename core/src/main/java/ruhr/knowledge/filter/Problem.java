package ruhr.knowledge.filter;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import ruhr.knowledge.value.Finding;

/**
 * One thing in a query string that cannot be meant as it stands. A strict reader refuses the query and shows the
 * sentence; a lenient one goes on without the parameter.
 *
 * @param kind what sort of thing
 * @param parameter the parameter as it was written, decoded
 * @param value the value in question, decoded; empty if it is about the parameter itself
 * @param allowed what is allowed instead; empty if that cannot be listed
 * @param suggestion what was probably meant, if something comes close
 * @param expected what was expected, as a part of a sentence
 */
public record Problem(
        Kind kind, String parameter, String value, List<String> allowed, Optional<String> suggestion, String expected) {

    /** The sorts of problems. */
    public enum Kind {
        /** There is no such parameter. */
        UNKNOWN_FIELD,
        /** The field exists, the value does not. */
        UNKNOWN_VALUE,
        /** The escape sequences are broken, or a number is none. */
        MALFORMED,
        /** More than the grammar allows: values, parameters, pages, characters. */
        TOO_MUCH
    }

    /** Copies the list. */
    public Problem {
        Objects.requireNonNull(kind, "kind");
        allowed = List.copyOf(allowed);
    }

    /**
     * Returns the problem of a parameter that cannot be read and has nothing to choose from.
     *
     * @param parameter the parameter
     * @param value what was found
     * @param expected what was expected, as a part of a sentence
     * @return one problem, in a list
     */
    public static List<Problem> malformed(String parameter, String value, String expected) {
        return List.of(new Problem(Kind.MALFORMED, parameter, value, List.of(), Optional.empty(), expected));
    }

    /**
     * Returns the problem as one sentence for the person who wrote the URL.
     *
     * @return plain text; what was found is quoted and shortened
     */
    public String sentence() {
        String where = "Parameter " + Finding.quote(parameter);
        String found = kind == Kind.UNKNOWN_FIELD ? "" : ", found " + Finding.quote(value);
        return where + ": expected " + expected + found + "."
                + suggestion.map(close -> " Did you mean '" + close + "'?").orElse("");
    }
}
