package ruhr.knowledge.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import ruhr.knowledge.filter.Filter.And;
import ruhr.knowledge.filter.Filter.Box;
import ruhr.knowledge.filter.Filter.Choice;
import ruhr.knowledge.filter.Filter.Near;
import ruhr.knowledge.filter.Filter.Not;
import ruhr.knowledge.filter.Filter.Or;
import ruhr.knowledge.filter.Filter.Preset;
import ruhr.knowledge.filter.Filter.Text;
import ruhr.knowledge.value.GeoPoint;

/**
 * Joins canonical filters to canonical filters.
 *
 * <p>The rules are written once, for conjunctions. Alternatives follow them by De Morgan: what is true of "all of them"
 * with every condition turned round is true of "one of them". So exclusions that hold together are joined here, and choices
 * that are alternatives are joined by the same lines.
 *
 * <p>A condition beside its opposite stays as it is: a page has to show both to a visitor who chose both.
 */
final class Canonical {

    private static final Filter EVERYTHING = Filter.everything();
    private static final Filter NOTHING = Filter.nothing();

    /** More than the values of any choice: what has parts is longer than what has none. */
    private static final long ALONE = 1L << 32;

    private Canonical() {}

    /** Returns the opposite of a canonical filter; negations come to stand at single conditions. */
    static Filter not(Filter part) {
        if (part instanceof Not not) {
            return not.part();
        }
        if (part instanceof And and && !and.parts().isEmpty()) {
            return new Or(inOrder(and.parts().stream().map(Canonical::not)));
        }
        if (part instanceof Or or) {
            return new And(inOrder(or.parts().stream().map(Canonical::not)));
        }
        return new Not(part);
    }

    static Filter or(List<Filter> given) {
        return not(and(given.stream().map(Canonical::not).toList()));
    }

    /**
     * Tells whether single conditions say nothing of each other and stand in order, as most people's filters do: then they
     * are canonical, and nobody has to look for what follows from what.
     */
    static boolean areApart(List<Filter> parts) {
        for (int i = 0; i < parts.size(); i++) {
            Filter part = parts.get(i);
            if (!isSingle(part) || i > 0 && !areApart(parts.get(i - 1), part)) {
                return false;
            }
        }
        return parts.size() > 1;
    }

    private static boolean isSingle(Filter part) {
        Filter condition = part instanceof Not not ? not.part() : part;
        return condition instanceof Choice
                || condition instanceof Text
                || condition instanceof Near
                || condition instanceof Box;
    }

    /** What is about one field stands side by side in order, so neighbours are all that has to be compared. */
    private static boolean areApart(Filter before, Filter after) {
        Filter one = before instanceof Not not ? not.part() : before;
        Filter other = after instanceof Not not ? not.part() : after;
        boolean isSameField = kind(before) == kind(after)
                && one instanceof Choice choice
                && other instanceof Choice that
                && choice.field().equals(that.field());
        return !isSameField && compare(before, after) < 0;
    }

    static Filter and(List<Filter> given) {
        Set<Filter> parts = new LinkedHashSet<>();
        for (Filter part : given) {
            parts.addAll(part.conjuncts());
        }
        if (parts.contains(NOTHING)) {
            return NOTHING;
        }
        List<Filter> ordered = inOrder(parts.stream());
        if (areApart(ordered)) {
            return new And(ordered);
        }
        List<Filter> kept = withoutWhatOthersSay(withExclusionsJoined(parts));
        return kept.size() == 1 ? kept.get(0) : kept.isEmpty() ? EVERYTHING : new And(inOrder(kept.stream()));
    }

    private static List<Filter> inOrder(Stream<Filter> parts) {
        return parts.sorted(Canonical::compare).toList();
    }

    /** Orders canonical filters. None but equal ones are in the same place, so equal filters have their parts in one order. */
    private static int compare(Filter one, Filter other) {
        if (one == other) {
            return 0;
        }
        int byKind = Integer.compare(kind(one), kind(other));
        if (byKind != 0) {
            return byKind;
        }
        if (one instanceof Choice choice && other instanceof Choice that) {
            int byField = choice.field().compareTo(that.field());
            return byField != 0 ? byField : Arrays.compare(array(choice), array(that));
        } else if (one instanceof Text text && other instanceof Text that) {
            return text.words().compareTo(that.words());
        } else if (one instanceof Near near && other instanceof Near that) {
            int bySize = Integer.compare(near.metres(), that.metres());
            return bySize != 0 ? bySize : compare(near.center(), that.center());
        } else if (one instanceof Box box && other instanceof Box that) {
            int bySouthWest = compare(box.southWest(), that.southWest());
            return bySouthWest != 0 ? bySouthWest : compare(box.northEast(), that.northEast());
        } else if (one instanceof Preset preset && other instanceof Preset that) {
            int byId = preset.id().compareTo(that.id());
            return byId != 0 ? byId : compare(preset.filter(), that.filter());
        } else if (one instanceof Not not && other instanceof Not that) {
            return compare(not.part(), that.part());
        }
        return compare(parts(one), parts(other));
    }

    private static int compare(List<Filter> some, List<Filter> others) {
        int compared = Integer.compare(some.size(), others.size());
        for (int i = 0; i < some.size() && compared == 0; i++) {
            compared = compare(some.get(i), others.get(i));
        }
        return compared;
    }

    private static int compare(GeoPoint one, GeoPoint other) {
        int byLatitude = Double.compare(one.latitude(), other.latitude());
        return byLatitude != 0 ? byLatitude : Double.compare(one.longitude(), other.longitude());
    }

    private static String[] array(Choice choice) {
        return choice.values().toArray(String[]::new);
    }

    private static int kind(Filter filter) {
        if (filter instanceof Choice) {
            return 0;
        } else if (filter instanceof Text) {
            return 1;
        } else if (filter instanceof Near) {
            return 2;
        } else if (filter instanceof Box) {
            return 3;
        } else if (filter instanceof Preset) {
            return 4;
        } else if (filter instanceof Not) {
            return 5;
        }
        return filter instanceof And ? 6 : 7;
    }

    /** Exclusions from one field that all hold are one exclusion of all their values. */
    private static List<Filter> withExclusionsJoined(Collection<Filter> parts) {
        Map<String, Integer> places = new HashMap<>();
        List<Filter> joined = new ArrayList<>(parts.size());
        for (Filter part : parts) {
            Integer place = part instanceof Not not && not.part() instanceof Choice choice
                    ? places.putIfAbsent(choice.field(), joined.size())
                    : null;
            if (place == null) {
                joined.add(part);
            } else {
                joined.set(place, excluding(excluded(joined.get(place)), excluded(part)));
            }
        }
        return joined;
    }

    private static Choice excluded(Filter exclusion) {
        return (Choice) ((Not) exclusion).part();
    }

    private static Filter excluding(Choice one, Choice other) {
        Set<String> values = new TreeSet<>(one.values());
        values.addAll(other.values());
        return Filter.not(Filter.choice(one.field(), values));
    }

    /**
     * Drops one part after the other, so that no two can drop each other. The longest go first: what is left are the short
     * ones, whatever the order was.
     */
    private static List<Filter> withoutWhatOthersSay(List<Filter> parts) {
        List<Filter> longestFirst = new ArrayList<>(parts);
        longestFirst.sort(Comparator.comparingLong(Canonical::length).reversed());
        List<Filter> kept = new ArrayList<>(parts);
        Inference inference = new Inference();
        for (Filter part : longestFirst) {
            if (inference.isSaid(part, kept)) {
                kept.remove(part);
            }
        }
        return kept;
    }

    /** Returns how many conditions a filter has; of two choices, the one of more values is the longer one. */
    private static long length(Filter filter) {
        if (filter instanceof Not not) {
            return length(not.part());
        }
        if (filter instanceof Choice choice) {
            return choice.values().size();
        }
        if (!isBuilt(filter)) {
            return 1;
        }
        long length = 0;
        for (Filter part : parts(filter)) {
            length += ALONE + length(part);
        }
        return length;
    }

    private static boolean isBuilt(Filter filter) {
        return filter instanceof And || filter instanceof Or;
    }

    private static boolean isNested(Filter filter) {
        return isBuilt(filter) && parts(filter).stream().anyMatch(Canonical::isBuilt);
    }

    private static List<Filter> parts(Filter built) {
        return built instanceof Or or ? or.parts() : built.conjuncts();
    }

    /**
     * Finds out what follows from what, as far as that can be seen from the conditions one by one. Each pair of nested
     * parts is looked at once, so depth makes it no dearer.
     */
    private static final class Inference {

        private final Map<Filter, Map<Filter, Boolean>> known = new IdentityHashMap<>();

        /** Tells whether a part follows from others that hold together. */
        boolean isSaid(Filter part, List<Filter> all) {
            return isSaid(part, part, all);
        }

        private boolean isSaid(Filter wide, Filter itself, List<Filter> all) {
            for (Filter other : all) {
                if (other != itself && follows(wide, other)) {
                    return true;
                }
            }
            if (!isBuilt(wide)) {
                return false;
            }
            return wide instanceof Or
                    ? parts(wide).stream().anyMatch(it -> isSaid(it, itself, all))
                    : parts(wide).stream().allMatch(it -> isSaid(it, itself, all));
        }

        private boolean follows(Filter wide, Filter narrow) {
            if (!isBuilt(wide) && !isBuilt(narrow)) {
                return isAtLeast(wide, narrow);
            }
            if (!isNested(wide) || !isNested(narrow)) {
                return followsByParts(wide, narrow);
            }
            Map<Filter, Boolean> ofNarrow = known.computeIfAbsent(narrow, none -> new IdentityHashMap<>());
            Boolean before = ofNarrow.get(wide);
            if (before == null) {
                before = followsByParts(wide, narrow);
                ofNarrow.put(wide, before);
            }
            return before;
        }

        private boolean followsByParts(Filter wide, Filter narrow) {
            if (narrow instanceof Or) {
                return parts(narrow).stream().allMatch(it -> follows(wide, it));
            }
            if (wide instanceof And) {
                return parts(wide).stream().allMatch(it -> follows(it, narrow));
            }
            return narrow instanceof And && parts(narrow).stream().anyMatch(it -> follows(wide, it))
                    || wide instanceof Or && parts(wide).stream().anyMatch(it -> follows(it, narrow));
        }
    }

    /** Tells whether a condition is the same as another, or one on the same field that more records pass. */
    private static boolean isAtLeast(Filter wide, Filter narrow) {
        if (wide instanceof Choice some && narrow instanceof Choice fewer) {
            return some.field().equals(fewer.field()) && some.values().containsAll(fewer.values());
        }
        if (wide instanceof Not some && narrow instanceof Not more) {
            return isAtLeast(more.part(), some.part());
        }
        return wide.equals(narrow);
    }
}
