package ruhr.knowledge.wire;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the JSON of a record may look like: which members it may have, and of what kind. Made once for each type; types may
 * contain themselves. Thread-safe once made.
 */
final class Outline {

    /** What a value may be. */
    enum Kind {
        TEXT,
        NUMBER,
        TRUTH,
        OBJECT,
        LIST
    }

    /**
     * What a value may be, and where its inside is described.
     *
     * @param position which member of its object it is; 0 for an element of a list
     * @param name the name of the member; empty for an element of a list
     * @param object what an object consists of; null for other kinds
     * @param element what a list consists of; null for other kinds
     */
    record Part(
            Kind kind,
            int position,
            String name,
            @Nullable Outline object,
            @Nullable Part element) {}

    private final Map<String, Part> members = new HashMap<>();

    /** For each member, which one came after it the last time: programs write their records in one order. */
    private final Part[] followers;

    private @Nullable Part first;

    private Outline(int members) {
        followers = new Part[members];
    }

    /** Returns the outline of a record. */
    static Outline of(Class<?> type) {
        return of(type, new HashMap<>());
    }

    private static Outline of(Class<?> type, Map<Class<?>, Outline> known) {
        Outline made = known.get(type);
        if (made != null) {
            return made;
        }
        RecordComponent[] components = type.getRecordComponents();
        if (components == null || components.length > Long.SIZE) {
            throw new IllegalStateException(type + ": expected a record of at most " + Long.SIZE + " members");
        }
        Outline outline = new Outline(components.length);
        known.put(type, outline);
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            outline.members.put(name, part(components[i].getGenericType(), i, name, known));
        }
        return outline;
    }

    private static Part part(Type type, int position, String name, Map<Class<?>, Outline> known) {
        if (type instanceof ParameterizedType list) {
            Part element = part(list.getActualTypeArguments()[0], 0, "", known);
            return new Part(Kind.LIST, position, name, null, element);
        } else if (type == String.class) {
            return new Part(Kind.TEXT, position, name, null, null);
        } else if (type == BigDecimal.class) {
            return new Part(Kind.NUMBER, position, name, null, null);
        } else if (type == Boolean.class) {
            return new Part(Kind.TRUTH, position, name, null, null);
        }
        return new Part(Kind.OBJECT, position, name, of((Class<?>) type, known), null);
    }

    /**
     * Returns what a member may be.
     *
     * @param name the name of the member
     * @param before the member before it in the same object; null for the first one
     * @return null if there is no such member
     */
    @Nullable
    Part member(String name, @Nullable Part before) {
        Part guess = before == null ? first : followers[before.position()];
        if (guess != null && guess.name().equals(name)) {
            return guess;
        }
        Part found = members.get(name);
        if (found != null) {
            // Several threads may write here; each of them writes a whole guess, and a wrong one costs a look-up.
            if (before == null) {
                first = found;
            } else {
                followers[before.position()] = found;
            }
        }
        return found;
    }
}
