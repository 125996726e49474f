package ruhr.knowledge.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.Term;
import ruhr.knowledge.filter.Vocabulary;
import ruhr.knowledge.value.Version;

/**
 * The meaning of a query, written down as plainly as possible: every lab is looked at for every question, and a value is
 * counted by choosing it. What engines are compared with; it shares no code with any of them.
 */
public final class PlainLoop implements Searcher<Lab> {

    /** Names of labs, by hand in the order of a German index. */
    public static final List<String> NAMES = List.of(
            "",
            "3D-Druck",
            "Ab und an",
            "Abend",
            "abend",
            "Äbend",
            "Abendrot",
            "Grosse",
            "Größe",
            "Zeche 10",
            "Zeche 2");

    private final List<Lab> labs;
    private final Version version;

    public PlainLoop(Collection<Lab> labs, Version version) {
        this.labs = labs.stream()
                .sorted(Comparator.comparing((Lab lab) -> NAMES.indexOf(lab.name()))
                        .thenComparing(Lab::id))
                .toList();
        this.version = version;
    }

    @Override
    public Version version() {
        return version;
    }

    @Override
    public Answer<Lab> ask(Query query, Deadline deadline) {
        List<Lab> found = found(query.scope(), query.filter());
        List<Lab> entries = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            int limit = query.page().limit();
            if (limit > 0 && i / limit == query.page().number() - 1) {
                entries.add(found.get(i));
            }
        }
        List<Facet> facets = new ArrayList<>();
        for (String field : query.facets()) {
            List<String> values = new ArrayList<>();
            List<Integer> entriesOf = new ArrayList<>();
            for (Term term : vocabulary(field).terms()) {
                Filter chosenInstead =
                        new Filter.And(List.of(setAside(query.filter(), field), Filter.choice(field, term.id())));
                values.add(term.id());
                entriesOf.add(found(query.scope(), chosenInstead).size());
            }
            facets.add(Facet.of(
                    field,
                    values,
                    entriesOf.stream().mapToInt(Integer::intValue).toArray(),
                    0));
        }
        return new Answer<>(query, version, found.size(), entries, List.of(), facets, List.of(), Optional.empty());
    }

    @Override
    public Optional<Lab> find(String id, Deadline deadline) {
        return labs.stream().filter(lab -> lab.id().equals(id)).findAny();
    }

    @Override
    public List<Suggestion> suggest(String typed, int limit, Deadline deadline) {
        return List.of();
    }

    private List<Lab> found(Filter scope, Filter filter) {
        List<Lab> found = new ArrayList<>();
        for (Lab lab : labs) {
            if (passes(lab, scope) && passes(lab, filter)) {
                found.add(lab);
            }
        }
        return found;
    }

    private static Filter setAside(Filter filter, String field) {
        if (filter instanceof Filter.Choice choice && choice.field().equals(field)) {
            return new Filter.And(List.of());
        }
        if (filter instanceof Filter.And and) {
            return new Filter.And(
                    and.parts().stream().map(part -> setAside(part, field)).toList());
        }
        return filter;
    }

    private static boolean passes(Lab lab, Filter filter) {
        if (filter instanceof Filter.Not not) {
            return !passes(lab, not.part());
        }
        if (filter instanceof Filter.And and) {
            return and.parts().stream().allMatch(part -> passes(lab, part));
        }
        if (filter instanceof Filter.Or or) {
            return or.parts().stream().anyMatch(part -> passes(lab, part));
        }
        Filter.Choice choice = (Filter.Choice) filter;
        for (String value : valuesOf(lab, choice.field())) {
            if (isWithin(value, choice.values(), vocabulary(choice.field()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWithin(String value, Collection<String> wanted, Vocabulary vocabulary) {
        if (wanted.contains(value)) {
            return true;
        }
        for (String above : vocabulary.term(value).orElseThrow().broader()) {
            if (isWithin(above, wanted, vocabulary)) {
                return true;
            }
        }
        return false;
    }

    private static Collection<String> valuesOf(Lab lab, String field) {
        return switch (field) {
            case "topic" -> lab.topics();
            case "city" -> lab.cities();
            case "status" -> List.of(lab.status());
            default -> throw new IllegalArgumentException(field);
        };
    }

    private static Vocabulary vocabulary(String field) {
        return switch (field) {
            case "topic" -> Lab.TOPICS;
            case "city" -> Lab.CITIES;
            case "status" -> Lab.STATUSES;
            default -> throw new IllegalArgumentException(field);
        };
    }
}
