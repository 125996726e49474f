package ruhr.knowledge.snapshot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.Term;
import ruhr.knowledge.filter.Vocabulary;
import ruhr.knowledge.query.QueryString;

/**
 * Makes a vocabulary of the terms in the documents: terms that stand twice or are called "any" or "none", aliases that are
 * taken, broader terms that are missing or lead in a circle are left out and reported.
 *
 * @param <T> the type of the terms
 */
final class TermCleaning<T extends Term> {

    /** Makes a changed copy of a term. */
    interface Rebuild<T> {
        T with(T term, List<String> aliases, List<String> broader);
    }

    /** Values that mean something else in a URL: one lifts a choice, the other finds records without a value. */
    private static final Set<String> RESERVED = Set.of(QueryString.ANY, Filter.NONE);

    private final Report report;
    private final Rebuild<T> rebuild;
    private final Map<String, Placed<T>> terms = new LinkedHashMap<>();

    TermCleaning(Report report, Rebuild<T> rebuild) {
        this.report = report;
        this.rebuild = rebuild;
    }

    Vocabulary vocabulary(List<Placed<T>> given) {
        for (Placed<T> term : given) {
            String id = term.value().id();
            if (RESERVED.contains(id)) {
                report.recordLeftOut(term.place(), "id", "an id that means nothing else in a URL", "'" + id + "'");
            } else if (terms.putIfAbsent(id, term) != null) {
                report.recordLeftOut(term.place(), "id", "each id once", "'" + id + "' again");
            }
        }
        Set<String> taken = new HashSet<>(terms.keySet());
        taken.addAll(RESERVED);
        for (Placed<T> term : List.copyOf(terms.values())) {
            List<String> aliases = freeAliases(term, taken);
            List<String> broader = knownBroader(term);
            terms.put(term.value().id(), term.with(rebuild.with(term.value(), aliases, broader)));
        }
        for (Placed<T> term : List.copyOf(terms.values())) {
            if (standsAboveItself(term.value().id())) {
                report.partLeftOut(term.place(), "broader", "terms that are not below this one", "a circle");
                terms.put(
                        term.value().id(),
                        term.with(rebuild.with(term.value(), term.value().aliases(), List.of())));
            }
        }
        return Vocabulary.of(terms.values().stream().map(Placed::value).toList());
    }

    private List<String> freeAliases(Placed<T> term, Set<String> taken) {
        List<String> free = new ArrayList<>();
        for (String alias : term.value().aliases()) {
            if (taken.add(alias)) {
                free.add(alias);
            } else {
                report.partLeftOut(term.place(), "aliases", "an alias that leads to nothing else", "'" + alias + "'");
            }
        }
        return free;
    }

    private List<String> knownBroader(Placed<T> term) {
        List<String> known = new ArrayList<>();
        for (String broader : term.value().broader()) {
            if (terms.containsKey(broader)) {
                known.add(broader);
            } else {
                report.partLeftOut(term.place(), "broader", "the id of another term", "'" + broader + "'");
            }
        }
        return known;
    }

    private boolean standsAboveItself(String id) {
        Set<String> seen = new HashSet<>();
        List<String> open = new ArrayList<>(broader(id));
        while (!open.isEmpty()) {
            String above = open.remove(open.size() - 1);
            if (above.equals(id)) {
                return true;
            }
            if (seen.add(above)) {
                open.addAll(broader(above));
            }
        }
        return false;
    }

    private List<String> broader(String id) {
        Placed<T> term = terms.get(id);
        return term == null ? List.of() : term.value().broader();
    }
}
