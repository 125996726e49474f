package ruhr.knowledge.filter;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.value.Finding;

/**
 * The parameters of a query string: decoded, in the order in which they stand there, repetitions kept.
 *
 * <p>Reading never fails. What cannot be decoded is left out and told in {@link #problems()}, so a strict reader can
 * refuse the string and a lenient one goes on with the rest.
 *
 * <pre>{@code
 * Parameters page = Parameters.parse("?article=7&rk_topic=start-ups,energy");
 * page.withPrefix("rk_").first("topic");                // Optional["start-ups,energy"]
 * page.with("rk_page", "2").toString();                 // "article=7&rk_topic=start-ups,energy&rk_page=2"
 * }</pre>
 *
 * <p>Names are compared as they are written: what a name means, and which case it may have, is the business of whoever
 * reads the parameters. Immutable and thread-safe; compares by value.
 */
public final class Parameters {

    /** The most characters of a query string that are read, a leading question mark not counted. */
    public static final int MAXIMUM_LENGTH = 8192;

    /** The most parameters that are read. */
    public static final int MAXIMUM_COUNT = 256;

    private static final Parameters NONE = new Parameters(List.of(), List.of(), List.of());

    /** How much of a parameter that nobody decoded is quoted in a problem. */
    private static final int SHOWN = 100;

    private final List<Parameter> all;
    private final List<Problem> problems;
    private final Set<String> unread;

    private Parameters(Collection<Parameter> all, Collection<Problem> problems, Collection<String> unread) {
        this.all = List.copyOf(all);
        this.problems = List.copyOf(problems);
        this.unread = unread.isEmpty() ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(unread));
    }

    /**
     * One parameter, decoded.
     *
     * @param name the name; may be empty
     * @param value the value; empty if there is none
     */
    public record Parameter(String name, String value) {

        /**
         * Checks that both parts can stand in a query string.
         *
         * @throws IllegalArgumentException if one holds U+0000 or half of a surrogate pair
         */
        public Parameter {
            requireEncodable(name);
            requireEncodable(value);
        }

        private static void requireEncodable(String text) {
            if (!isEncodable(text)) {
                throw new IllegalArgumentException(
                        "parameter: expected a text without U+0000 and without half surrogate" + " pairs, found "
                                + Finding.quote(text));
            }
        }
    }

    /**
     * Returns no parameters.
     *
     * @return the parameters of an empty query string
     */
    public static Parameters none() {
        return NONE;
    }

    /**
     * Reads a query string. A plus sign is a space; escapes are decoded as strict UTF-8; empty parts are passed over.
     *
     * <p>A parameter with a broken escape, with invalid UTF-8 or with U+0000 is dropped with a
     * {@link Problem.Kind#MALFORMED} problem. Beyond {@value #MAXIMUM_LENGTH} characters or {@value #MAXIMUM_COUNT}
     * parameters nothing more is read but the names, see {@link #unread()}; that is one {@link Problem.Kind#TOO_MUCH}
     * problem. A parameter that the limit cuts is not read either. Linear.
     *
     * @param queryString any text, also a hostile one; a leading question mark is skipped
     * @return what could be read
     */
    public static Parameters parse(String queryString) {
        int start = queryString.startsWith("?") ? 1 : 0;
        int end = Math.min(queryString.length(), start + MAXIMUM_LENGTH);
        List<Parameter> read = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        int parts = 0;
        while (start < end) {
            int next = queryString.indexOf('&', start);
            int stop = next < 0 ? queryString.length() : next;
            if (stop > end) {
                problems.add(tooMuch(queryString, start, "at most " + MAXIMUM_LENGTH + " characters in all"));
                return new Parameters(read, problems, names(queryString, start));
            }
            if (stop > start && ++parts > MAXIMUM_COUNT) {
                problems.add(tooMuch(queryString, start, "at most " + MAXIMUM_COUNT + " parameters"));
                return new Parameters(read, problems, names(queryString, start));
            }
            if (stop > start) {
                readOne(queryString.substring(start, stop), read, problems);
            }
            start = stop + 1;
        }
        if (start < queryString.length()) {
            problems.add(tooMuch(queryString, start, "at most " + MAXIMUM_LENGTH + " characters in all"));
        }
        return new Parameters(read, problems, names(queryString, start));
    }

    /** Returns the names of the parameters from some place on that have a value; one that cannot be decoded as it is written. */
    private static Set<String> names(String queryString, int from) {
        Set<String> names = new LinkedHashSet<>();
        String before = "";
        int start = from;
        while (start < queryString.length()) {
            int next = queryString.indexOf('&', start);
            int stop = next < 0 ? queryString.length() : next;
            int equals = start;
            while (equals < stop && queryString.charAt(equals) != '=') {
                equals++;
            }
            boolean isRepeated = before.length() == equals - start && queryString.startsWith(before, start);
            if (equals + 1 < stop && (!isRepeated || names.isEmpty())) {
                before = queryString.substring(start, equals);
                String name = decoded(before);
                names.add(name == null ? before : name);
            }
            start = stop + 1;
        }
        return names;
    }

    private static void readOne(String part, List<Parameter> read, List<Problem> problems) {
        int equals = part.indexOf('=');
        String rawName = equals < 0 ? part : part.substring(0, equals);
        String rawValue = equals < 0 ? "" : part.substring(equals + 1);
        String name = decoded(rawName);
        String value = decoded(rawValue);
        if (name != null && value != null) {
            read.add(new Parameter(name, value));
            return;
        }
        problems.add(new Problem(
                Problem.Kind.MALFORMED,
                name == null ? rawName : name,
                rawValue,
                List.of(),
                Optional.empty(),
                "percent-encoded UTF-8 without U+0000"));
    }

    private static Problem tooMuch(String queryString, int start, String expected) {
        String rest = queryString.substring(start, Math.min(queryString.length(), start + SHOWN));
        int equals = rest.indexOf('=');
        return new Problem(
                Problem.Kind.TOO_MUCH,
                equals < 0 ? rest : rest.substring(0, equals),
                equals < 0 ? "" : rest.substring(equals + 1),
                List.of(),
                Optional.empty(),
                expected);
    }

    /** Returns the text without escapes, or null if it is not the encoding of any text. */
    private static @Nullable String decoded(String raw) {
        if (raw.indexOf('%') < 0) {
            String text = raw.replace('+', ' ');
            return isEncodable(text) ? text : null;
        }
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(raw));
            byte[] plain = new byte[bytes.remaining()];
            int length = 0;
            while (bytes.hasRemaining()) {
                byte b = bytes.get();
                if (b == '%') {
                    if (bytes.remaining() < 2) {
                        return null;
                    }
                    int high = hexDigit(bytes.get());
                    int low = hexDigit(bytes.get());
                    if (high < 0 || low < 0 || high + low == 0) {
                        return null;
                    }
                    b = (byte) (high << 4 | low);
                } else if (b == '+') {
                    b = ' ';
                } else if (b == 0) {
                    return null;
                }
                plain[length++] = b;
            }
            // A decoder of its own: unlike String's, it refuses what is not UTF-8.
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(plain, 0, length))
                    .toString();
        } catch (CharacterCodingException invalid) {
            return null;
        }
    }

    /** Returns the value of a hexadecimal digit in ASCII; Character.digit would take the digits of every script. */
    private static int hexDigit(byte b) {
        if (b >= '0' && b <= '9') {
            return b - '0';
        }
        int letter = b | 0x20;
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    }

    private static boolean isEncodable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c) && (++i == text.length() || !Character.isLowSurrogate(text.charAt(i)))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns all parameters.
     *
     * @return the parameters in their order; unmodifiable
     */
    public List<Parameter> all() {
        return all;
    }

    /**
     * Returns what could not be read.
     *
     * @return the problems in the order of the query string; unmodifiable
     */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * Returns which parameters lie beyond the limits of {@link #parse}. Whoever must not take a condition that was not read
     * for one that nobody set finds it here.
     *
     * @return the names of those that have a value, each once, in the order of the query string; also names of which earlier
     *     parameters were read; unmodifiable
     */
    public Set<String> unread() {
        return unread;
    }

    /**
     * Returns the value of the first parameter of a name.
     *
     * @param name a name
     * @return its value, which may be empty text; or no value if there is no such parameter
     */
    public Optional<String> first(String name) {
        return all.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .findFirst();
    }

    /**
     * Returns the parameters whose names begin with a prefix, and takes the prefix off, once. So a widget reads its own
     * parameters out of the query string of the page around it.
     *
     * @param prefix for example {@code rk_}
     * @return only those parameters; of the problems, those of such parameters, without the prefix too, and that something
     *     was not read at all
     */
    public Parameters withPrefix(String prefix) {
        List<Parameter> own = all.stream()
                .filter(parameter -> parameter.name().startsWith(prefix))
                .map(parameter -> new Parameter(parameter.name().substring(prefix.length()), parameter.value()))
                .toList();
        List<Problem> ownProblems = problemsOf(name -> name.startsWith(prefix)).stream()
                .map(problem -> withoutPrefix(prefix, problem))
                .toList();
        List<String> ownUnread = unread.stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .toList();
        return new Parameters(own, ownProblems, ownUnread);
    }

    /**
     * Returns the parameters whose names do not begin with a prefix: what belongs to the page around a widget.
     *
     * @param prefix for example {@code rk_}
     * @return only those parameters; of the problems, those of such parameters, and that something was not read at all
     */
    public Parameters withoutPrefix(String prefix) {
        return only(name -> !name.startsWith(prefix));
    }

    /**
     * Returns a copy in which a parameter has one value. It stands where the first one of its name stood, otherwise at
     * the end.
     *
     * @param name the name
     * @param value the only value it has afterwards
     * @return a changed copy
     * @throws IllegalArgumentException if the name or the value holds U+0000 or half of a surrogate pair
     */
    public Parameters with(String name, String value) {
        Parameter wanted = new Parameter(name, value);
        List<Parameter> changed = new ArrayList<>();
        boolean placed = false;
        for (Parameter parameter : all) {
            if (!parameter.name().equals(name)) {
                changed.add(parameter);
            } else if (!placed) {
                changed.add(wanted);
                placed = true;
            }
        }
        if (!placed) {
            changed.add(wanted);
        }
        return new Parameters(changed, problems, unread);
    }

    /**
     * Returns a copy without the parameters of a name.
     *
     * @param name the name
     * @return a changed copy, without their problems
     */
    public Parameters without(String name) {
        return only(other -> !other.equals(name));
    }

    /**
     * Returns these parameters followed by others. Nothing is replaced: a name that both have stands there twice.
     *
     * @param others more parameters
     * @return both, with the problems of both
     */
    public Parameters plus(Parameters others) {
        return new Parameters(
                joined(all, others.all), joined(problems, others.problems), joined(unread, others.unread));
    }

    private static <T> Collection<T> joined(Collection<T> some, Collection<T> others) {
        if (others.isEmpty()) {
            return some;
        }
        List<T> joined = new ArrayList<>(some.size() + others.size());
        joined.addAll(some);
        joined.addAll(others);
        return joined;
    }

    private static Problem withoutPrefix(String prefix, Problem problem) {
        String name = problem.parameter();
        return new Problem(
                problem.kind(),
                name.startsWith(prefix) ? name.substring(prefix.length()) : name,
                problem.value(),
                problem.allowed(),
                problem.suggestion(),
                problem.expected());
    }

    /**
     * Returns the parameters of some names.
     *
     * @param wanted tells of a name whether it is wanted
     * @return only those parameters; of the problems, those of such parameters, and that something was not read at all
     */
    public Parameters only(Predicate<String> wanted) {
        return new Parameters(
                all.stream().filter(parameter -> wanted.test(parameter.name())).toList(),
                problemsOf(wanted),
                unread.stream().filter(wanted).toList());
    }

    private List<Problem> problemsOf(Predicate<String> wanted) {
        return problems.stream()
                .filter(problem -> problem.kind() == Problem.Kind.TOO_MUCH || wanted.test(problem.parameter()))
                .toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Parameters that
                && all.equals(that.all)
                && problems.equals(that.problems)
                && unread.equals(that.unread);
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }

    /**
     * Returns the parameters as a query string without a question mark. Letters and digits of ASCII, {@code - . _ ~} and
     * the comma stay as they are, everything else is percent-encoded UTF-8. {@link #parse} gives the same parameters
     * back, within its limits.
     */
    @Override
    public String toString() {
        StringBuilder written = new StringBuilder();
        for (Parameter parameter : all) {
            if (written.length() > 0) {
                written.append('&');
            }
            encode(parameter.name(), written);
            encode(parameter.value(), written.append('='));
        }
        return written.toString();
    }

    private static void encode(String text, StringBuilder encoded) {
        if (isPlain(text)) {
            encoded.append(text);
            return;
        }
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(b)) {
                encoded.append((char) b);
            } else {
                encoded.append('%')
                        .append(Character.toUpperCase(Character.forDigit(b >> 4 & 15, 16)))
                        .append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
            }
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(int b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || "-._~,".indexOf(b) >= 0;
    }
}
