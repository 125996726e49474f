package ruhr.knowledge.filter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import ruhr.knowledge.filter.Filter.And;
import ruhr.knowledge.filter.Filter.Choice;
import ruhr.knowledge.filter.Filter.Not;
import ruhr.knowledge.filter.Filter.Or;

/**
 * Joins canonical filters to canonical filters. A condition beside its opposite stays as it is: a page has to show both to a
 * visitor who chose both.
 */
final class Canonical {

    private static final Filter EVERYTHING = Filter.everything();
    private static final Filter NOTHING = new Not(EVERYTHING);

    private Canonical() {}

    static Filter not(Filter part) {
        if (part instanceof Not not) {
            return not.part();
        }
        if (part instanceof And and && !and.parts().isEmpty()) {
            return or(and.parts().stream().map(Canonical::not).toList());
        }
        if (part instanceof Or or) {
            return and(or.parts().stream().map(Canonical::not).toList());
        }
        return new Not(part);
    }

    static Filter and(List<Filter> given) {
        Set<Filter> parts = new LinkedHashSet<>();
        for (Filter part : given) {
            parts.addAll(part.conjuncts());
        }
        parts = withoutExclusionsApart(parts);
        if (parts.contains(NOTHING)) {
            return NOTHING;
        }
        Set<Filter> others = parts;
        parts = new LinkedHashSet<>(parts);
        parts.removeIf(part -> part instanceof Or or && intersect(or.parts(), others));
        return parts.size() == 1 ? parts.iterator().next() : parts.isEmpty() ? EVERYTHING : new And(List.copyOf(parts));
    }

    static Filter or(List<Filter> given) {
        Set<Filter> parts = new LinkedHashSet<>();
        for (Filter part : given) {
            parts.addAll(part instanceof Or or ? or.parts() : List.of(part));
        }
        parts = withoutChoicesApart(parts);
        if (parts.contains(EVERYTHING)) {
            return EVERYTHING;
        }
        parts.remove(NOTHING);
        Set<Filter> others = parts;
        parts = new LinkedHashSet<>(parts);
        parts.removeIf(part -> part instanceof And and && intersect(and.parts(), others));
        return parts.size() == 1 ? parts.iterator().next() : parts.isEmpty() ? NOTHING : new Or(List.copyOf(parts));
    }

    private static boolean intersect(Collection<Filter> some, Set<Filter> others) {
        return some.stream().anyMatch(others::contains);
    }

    /** Choices of one field that are alternatives are one choice of all their values. */
    private static Set<Filter> withoutChoicesApart(Set<Filter> parts) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        for (Filter part : parts) {
            if (part instanceof Choice choice) {
                values.computeIfAbsent(choice.field(), none -> new TreeSet<>()).addAll(choice.values());
            }
        }
        List<Filter> rest = new ArrayList<>(parts);
        rest.removeIf(part -> part instanceof Choice);
        return joined(values, rest, false);
    }

    /** Exclusions from one field that both hold are one exclusion of all their values. */
    private static Set<Filter> withoutExclusionsApart(Set<Filter> parts) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        List<Filter> rest = new ArrayList<>();
        for (Filter part : parts) {
            if (part instanceof Not not && not.part() instanceof Choice choice) {
                values.computeIfAbsent(choice.field(), none -> new TreeSet<>()).addAll(choice.values());
            } else {
                rest.add(part);
            }
        }
        return joined(values, rest, true);
    }

    private static Set<Filter> joined(Map<String, Set<String>> values, List<Filter> rest, boolean excluded) {
        Stream<Filter> choices = values.entrySet().stream()
                .map(each -> Filter.choice(each.getKey(), each.getValue()))
                .map(choice -> excluded ? new Not(choice) : choice);
        Set<Filter> joined = new LinkedHashSet<>(rest);
        choices.forEach(joined::add);
        return joined;
    }
}
