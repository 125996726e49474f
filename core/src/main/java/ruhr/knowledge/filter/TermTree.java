package ruhr.knowledge.filter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ruhr.knowledge.value.Slug;

/** A vocabulary with its closures computed once. */
final class TermTree implements Vocabulary {

    private final Map<String, Term> terms = new LinkedHashMap<>();
    private final Map<String, String> idsBySpelling = new LinkedHashMap<>();
    private final Map<String, List<Term>> narrower = new LinkedHashMap<>();
    private final Map<String, Set<String>> within = new LinkedHashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Term> inOrder;
    private final List<Term> tops;

    TermTree(Collection<? extends Term> given) {
        this(given, true);
    }

    private TermTree(Collection<? extends Term> given, boolean slugs) {
        inOrder = List.copyOf(given);
        for (Term term : inOrder) {
            if (slugs) {
                Slug.require(term.id(), "id of a term");
            }
            if (terms.putIfAbsent(term.id(), term) != null) {
                throw new IllegalArgumentException("term '" + term.id() + "': expected each id once, found it twice");
            }
            idsBySpelling.put(term.id(), term.id());
            places.put(term.id(), places.size());
        }
        for (Term term : inOrder) {
            for (String alias : term.aliases()) {
                String owner =
                        idsBySpelling.putIfAbsent(Slug.require(alias, "alias of '" + term.id() + "'"), term.id());
                if (owner != null) {
                    throw new IllegalArgumentException(
                            "term '" + term.id() + "': alias '" + alias + "' already leads to '" + owner + "'");
                }
            }
            for (String broader : term.broader()) {
                if (!terms.containsKey(broader)) {
                    throw new IllegalArgumentException(
                            "term '" + term.id() + "': its broader term '" + broader + "' is not in the vocabulary");
                }
                narrower.computeIfAbsent(broader, none -> new ArrayList<>()).add(term);
            }
        }
        inOrder.forEach(term -> within.put(term.id(), closure(term)));
        tops = inOrder.stream().filter(term -> term.broader().isEmpty()).toList();
    }

    /** Returns a vocabulary of spans, whose ids are no slugs. */
    static TermTree ofSpans(Collection<Bucket> spans) {
        return new TermTree(spans, false);
    }

    private Set<String> closure(Term top) {
        Set<String> reached = new LinkedHashSet<>();
        List<Term> open = new ArrayList<>(List.of(top));
        while (!open.isEmpty()) {
            for (Term below : narrower.getOrDefault(open.remove(open.size() - 1).id(), List.of())) {
                if (below.id().equals(top.id())) {
                    throw new IllegalArgumentException("term '" + top.id() + "' stands above itself");
                }
                if (reached.add(below.id())) {
                    open.add(below);
                }
            }
        }
        reached.add(top.id());
        // Not by looking through all terms: that would take the square of their number for a vocabulary of cities.
        List<String> ordered = new ArrayList<>(reached);
        ordered.sort(Comparator.comparing(places::get));
        return Collections.unmodifiableSet(new LinkedHashSet<>(ordered));
    }

    @Override
    public List<Term> terms() {
        return inOrder;
    }

    @Override
    public Optional<Term> term(String id) {
        return Optional.ofNullable(terms.get(id));
    }

    @Override
    public Optional<String> resolve(String spelling) {
        return Optional.ofNullable(idsBySpelling.get(spelling));
    }

    @Override
    public Set<String> within(String id) {
        return within.getOrDefault(id, Set.of());
    }

    @Override
    public List<Term> narrower(String id) {
        return Collections.unmodifiableList(narrower.getOrDefault(id, List.of()));
    }

    @Override
    public List<Term> tops() {
        return tops;
    }
}
