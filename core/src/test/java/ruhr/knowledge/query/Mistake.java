package ruhr.knowledge.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.value.Version;

/** One mistake each that an engine can make, planted into a right one. */
enum Mistake {
    TOTAL_OFF_BY_ONE {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            Answer<T> answer = right.ask(query);
            return answer.total() == 0 ? answer : with(answer, answer.total() - 1, answer.entries(), answer.facets());
        }
    },
    COUNT_OFF_BY_ONE {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            return withFacets(right.ask(query), facet -> {
                int[] counts = entriesOf(facet);
                if (counts.length > 0) {
                    counts[counts.length - 1]++;
                }
                return Facet.of(facet.field(), idsOf(facet), counts, facet.missing());
            });
        }
    },
    MISSING_NOT_COUNTED {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            return withFacets(right.ask(query), facet -> Facet.of(facet.field(), idsOf(facet), entriesOf(facet), 0));
        }
    },
    MISSING_OFF_BY_ONE {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            return withFacets(
                    right.ask(query),
                    facet -> Facet.of(facet.field(), idsOf(facet), entriesOf(facet), facet.missing() + 1));
        }
    },
    ZEROS_LOST {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            return withFacets(right.ask(query), facet -> {
                Map<String, Integer> kept = new TreeMap<>(Comparator.comparing(idsOf(facet)::indexOf));
                facet.counts().stream()
                        .filter(count -> count.entries() > 0)
                        .forEach(count -> kept.put(count.value(), count.entries()));
                int[] counts =
                        kept.values().stream().mapToInt(Integer::intValue).toArray();
                return Facet.of(facet.field(), List.copyOf(kept.keySet()), counts, facet.missing());
            });
        }
    },
    MOST_FREQUENT_VALUES_FIRST {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            return withFacets(right.ask(query), facet -> {
                List<FacetCount> counts = new ArrayList<>(facet.counts());
                counts.sort(Comparator.comparing(count -> -count.entries()));
                return Facet.of(
                        facet.field(),
                        counts.stream().map(FacetCount::value).toList(),
                        counts.stream().mapToInt(FacetCount::entries).toArray(),
                        facet.missing());
            });
        }
    },
    OWN_CHOICE_NOT_SET_ASIDE {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            Query held = query.within(new Filter.And(List.of(query.scope(), query.filter())))
                    .filtered(Filter.everything());
            Answer<T> answer = right.ask(query);
            return with(
                    answer,
                    answer.total(),
                    answer.entries(),
                    right.ask(held.page(Page.FIRST)).facets());
        }
    },
    EXCLUSION_OF_THE_FIELD_SET_ASIDE {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            List<Filter> kept = query.filter().conjuncts().stream()
                    .filter(part -> !(part instanceof Filter.Not not && not.part() instanceof Filter.Choice))
                    .toList();
            Answer<T> answer = right.ask(query);
            List<Facet> facets = right.ask(query.page(Page.FIRST).filtered(new Filter.And(kept)))
                    .facets();
            return with(answer, answer.total(), answer.entries(), facets);
        }
    },
    PRESET_SET_ASIDE {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            List<Filter> opened = query.filter().conjuncts().stream()
                    .map(part -> part instanceof Filter.Preset preset && preset.filter() instanceof Filter.Choice
                            ? preset.filter()
                            : part)
                    .toList();
            Answer<T> answer = right.ask(query);
            List<Facet> facets = right.ask(query.page(Page.FIRST).filtered(new Filter.And(opened)))
                    .facets();
            return with(answer, answer.total(), answer.entries(), facets);
        }
    },
    PAGE_TURNED_AROUND {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            Answer<T> answer = right.ask(query);
            List<T> entries = new ArrayList<>(answer.entries());
            Collections.reverse(entries);
            return with(answer, answer.total(), entries, answer.facets());
        }
    },
    PAGE_SKIPS_ONE {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            Answer<T> answer = right.ask(query);
            boolean first = query.page().number() == 1 || answer.entries().isEmpty();
            return first ? answer : withEntries(answer, 1, answer.entries().size());
        }
    },
    LAST_PAGE_IS_FULL {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            Answer<T> answer = right.ask(query);
            int pages = answer.pages();
            return query.page().number() <= pages || query.page().limit() == 0
                    ? answer
                    : with(
                            answer,
                            answer.total(),
                            right.ask(query.page(new Page(pages, query.page().limit())))
                                    .entries(),
                            answer.facets());
        }
    },
    SOMETHING_ALWAYS_COMES_BEHIND {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            Answer<T> answer = right.ask(query);
            return answer.entries().isEmpty()
                    ? answer
                    : with(
                            answer,
                            Optional.of(right.schema()
                                    .id(answer.entries().get(answer.entries().size() - 1))));
        }
    },
    CURSOR_REPEATS {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            Answer<T> answer = right.ask(query);
            if (query.after().isEmpty()) {
                return answer;
            }
            List<T> entries = new ArrayList<>(answer.entries());
            right.find(query.after().get().last()).ifPresent(last -> entries.add(0, last));
            return with(answer, answer.total(), entries, answer.facets());
        }
    },
    CURSOR_SHORTENS_TOTAL {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            Answer<T> answer = right.ask(query);
            return query.after().isEmpty()
                    ? answer
                    : with(answer, answer.entries().size(), answer.entries(), answer.facets());
        }
    },
    CURSOR_NEVER_EXPIRES {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            return right.ask(query.after()
                    .map(cursor -> query.after(new Cursor(right.version().value(), cursor.order(), cursor.last())))
                    .orElse(query));
        }
    },
    CURSOR_FITS_ANY_QUESTION {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            return right.ask(query.after()
                    .map(cursor -> query.after(new Cursor(cursor.version(), Cursor.orderOf(query), cursor.last())))
                    .orElse(query));
        }
    },
    CURSOR_WITHOUT_ITS_RECORD_BEGINS_ANEW {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            boolean gone = query.after().isPresent()
                    && right.find(query.after().get().last()).isEmpty();
            return right.ask(gone ? query.page(query.page()) : query);
        }
    },
    VERSION_TORN {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            Answer<T> answer = right.ask(query);
            return new Answer<>(
                    answer.query(),
                    new Version("torn"),
                    answer.total(),
                    answer.entries(),
                    answer.matches(),
                    answer.facets(),
                    answer.relaxations(),
                    answer.last());
        }
    },
    TIERS_DO_NOT_ORDER {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            return sortedOtherwise(right, query, Sort.RELEVANCE);
        }
    },
    DISTANCES_DO_NOT_ORDER {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            return sortedOtherwise(right, query, Sort.DISTANCE);
        }
    },
    DAYS_DO_NOT_ORDER {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            return sortedOtherwise(right, query, Sort.NEWEST);
        }
    },
    NAMES_ORDERED_BY_CODE {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            Answer<T> answer = right.ask(query);
            List<T> entries = new ArrayList<>(answer.entries());
            if (query.sort() == Sort.NAME) {
                entries.sort(Comparator.comparing(right.schema()::name));
            }
            return with(answer, answer.total(), entries, answer.facets());
        }
    },
    TIER_TOO_GOOD {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            return withMatches(
                    right.ask(query),
                    match -> new Match(
                            match.tier().map(tier -> Tier.values()[Math.max(0, tier.ordinal() - 1)]),
                            match.name(),
                            match.excerpt(),
                            match.place(),
                            match.metres()));
        }
    },
    METRES_ROUNDED_UP {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            return withMatches(
                    right.ask(query),
                    match -> new Match(
                            match.tier(),
                            match.name(),
                            match.excerpt(),
                            match.place(),
                            match.metres().isPresent()
                                    ? OptionalInt.of(match.metres().getAsInt() + 1)
                                    : match.metres()));
        }
    },
    PLACE_NOT_NAMED {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            return withMatches(
                    right.ask(query),
                    match -> new Match(match.tier(), match.name(), match.excerpt(), Optional.empty(), match.metres()));
        }
    },
    MARKS_END_TOO_EARLY {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            return withMatches(
                    right.ask(query),
                    match -> new Match(
                            match.tier(),
                            match.name().stream()
                                    .filter(mark -> mark.end() - mark.start() > 1)
                                    .map(mark -> new Match.Mark(mark.start(), mark.end() - 1))
                                    .toList(),
                            match.excerpt(),
                            match.place(),
                            match.metres()));
        }
    },
    MARKS_LOST {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            return withMatches(
                    right.ask(query),
                    match -> new Match(match.tier(), List.of(), match.excerpt(), match.place(), match.metres()));
        }
    },
    EXCERPTS_LOST {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            return withMatches(
                    right.ask(query),
                    match -> new Match(match.tier(), match.name(), Optional.empty(), match.place(), match.metres()));
        }
    },
    MATCHES_WITHOUT_A_REASON {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            Answer<T> answer = right.ask(query);
            List<Match> plain = Collections.nCopies(answer.entries().size(), Match.PLAIN);
            return withMatches(answer, answer.matches().isEmpty() ? plain : answer.matches());
        }
    },
    TYPING_ERRORS_NOT_UNDERSTOOD {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            Answer<T> answer = right.ask(query);
            List<T> entries = new ArrayList<>();
            for (int i = 0; i < answer.entries().size(); i++) {
                if (!answer.match(i).tier().equals(Optional.of(Tier.TYPO))) {
                    entries.add(answer.entries().get(i));
                }
            }
            int lost = answer.entries().size() - entries.size();
            return lost == 0 ? answer : with(answer, answer.total() - lost, entries, answer.facets());
        }
    },
    SCOPE_FORGOTTEN {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            return right.as(query, query.within(Filter.everything()));
        }
    },
    EXCLUSIONS_FORGOTTEN {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            return right.as(query, mapped(query, part -> part instanceof Filter.Not ? Filter.everything() : part));
        }
    },
    ALTERNATIVES_ALL_HOLD {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            return right.as(
                    query, mapped(query, part -> part instanceof Filter.Or or ? new Filter.And(or.parts()) : part));
        }
    },
    NARROWER_TERMS_LEFT_OUT {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            return right.as(query, mapped(query, part -> {
                if (!(part instanceof Filter.Choice choice)) {
                    return part;
                }
                Set<String> narrower = new TreeSet<>();
                right.schema()
                        .field(choice.field())
                        .ifPresent(field -> choice.values()
                                .forEach(value ->
                                        field.vocabulary().narrower(value).forEach(term -> narrower.add(term.id()))));
                return narrower.isEmpty()
                        ? choice
                        : Filter.and(choice, Filter.not(Filter.choice(choice.field(), narrower)));
            }));
        }
    },
    NONE_FINDS_NOTHING {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            return right.as(query, mapped(query, part -> {
                if (part instanceof Filter.Choice choice && choice.values().contains(Filter.NONE)) {
                    Set<String> others = new TreeSet<>(choice.values());
                    others.remove(Filter.NONE);
                    others.add("nowhere");
                    return Filter.choice(choice.field(), others);
                }
                return part;
            }));
        }
    },
    UNKNOWN_FIELDS_PASSED_OVER {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            return right.as(
                    query,
                    mapped(
                            query,
                            part -> part instanceof Filter.Choice choice
                                            && right.schema()
                                                    .field(choice.field())
                                                    .isEmpty()
                                    ? Filter.everything()
                                    : part));
        }
    },
    PRESETS_HELD_TO_THE_SCHEMA {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            return right.as(
                    query, mapped(query, part -> part instanceof Filter.Preset preset ? preset.filter() : part));
        }
    },
    BOXES_DO_NOT_CROSS_THE_180TH_MERIDIAN {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            return right.as(query, mapped(query, part -> {
                if (part instanceof Filter.Box box
                        && box.southWest().longitude() > box.northEast().longitude()) {
                    return Filter.box(
                            box.northEast().longitude(),
                            box.southWest().latitude(),
                            box.southWest().longitude(),
                            box.northEast().latitude());
                }
                return part;
            }));
        }
    },
    THE_180TH_MERIDIAN_IS_TWO {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            return right.as(
                    query,
                    mapped(
                            query,
                            part -> part instanceof Filter.Box box
                                            && box.northEast().longitude() == 180
                                            && box.southWest().longitude() < 179.9999999
                                    ? Filter.box(
                                            box.southWest().longitude(),
                                            box.southWest().latitude(),
                                            179.9999999,
                                            box.northEast().latitude())
                                    : part));
        }
    },
    CIRCLES_A_LITTLE_TOO_LARGE {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            return right.as(
                    query,
                    mapped(
                            query,
                            part -> part instanceof Filter.Near near && near.metres() < 1_000_000
                                    ? Filter.near(near.center(), near.metres() * 11 / 10 + 10)
                                    : part));
        }
    },
    RELAXATIONS_LOST {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            return withRelaxations(right.ask(query), ways -> List.of());
        }
    },
    RELAXATION_FINDS_ONE_MORE {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            return withRelaxations(
                    right.ask(query),
                    ways -> ways.stream()
                            .map(way -> new Relaxation(way.without(), way.total() + 1))
                            .toList());
        }
    },
    SCOPE_RELAXED {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            Answer<T> answer = right.ask(query);
            Answer<T> wide = right.as(query, query.within(Filter.everything()));
            return answer.total() > 0 ? answer : withRelaxations(answer, none -> wide.relaxations());
        }
    },
    FEWEST_RELAXATIONS_FIRST {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            return withRelaxations(right.ask(query), ways -> {
                List<Relaxation> turned = new ArrayList<>(ways);
                Collections.reverse(turned);
                return turned;
            });
        }
    },
    QUESTION_CHANGED {
        @Override
        <T> Answer<T> ask(Engine<T> right, Query query) {
            Answer<T> answer = right.ask(query);
            return new Answer<>(
                    Query.all(),
                    answer.version(),
                    answer.total(),
                    answer.entries(),
                    answer.matches(),
                    answer.facets(),
                    answer.relaxations(),
                    answer.last());
        }
    },
    RECORDS_SUGGESTED_BEFORE_VALUES {
        @Override
        <T> List<Suggestion> suggest(Engine<T> right, String typed, int limit) {
            List<Suggestion> suggestions = new ArrayList<>(right.suggest(typed, limit));
            suggestions.sort(Comparator.comparing(Suggestion::tier)
                    .thenComparing(suggestion -> suggestion.field().isPresent()));
            return suggestions;
        }
    },
    SUGGESTIONS_NOT_ORDERED_BY_TIER {
        @Override
        <T> List<Suggestion> suggest(Engine<T> right, String typed, int limit) {
            List<Suggestion> suggestions = new ArrayList<>(right.suggest(typed, limit));
            suggestions.sort(
                    Comparator.comparing(suggestion -> suggestion.field().isEmpty()));
            return suggestions;
        }
    },
    SUGGESTIONS_BY_ID {
        @Override
        <T> List<Suggestion> suggest(Engine<T> right, String typed, int limit) {
            List<Suggestion> suggestions = new ArrayList<>(right.suggest(typed, limit));
            suggestions.sort(Comparator.comparing(Suggestion::id));
            return suggestions;
        }
    },
    TOO_MANY_SUGGESTIONS {
        @Override
        <T> List<Suggestion> suggest(Engine<T> right, String typed, int limit) {
            return right.suggest(typed, Suggestion.MOST);
        }
    },
    ONLY_THE_FIRST_WORD_SUGGESTS {
        @Override
        <T> List<Suggestion> suggest(Engine<T> right, String typed, int limit) {
            return right.suggest(typed.strip().replaceAll("\\s.*", ""), limit);
        }
    },
    IDS_IN_ANY_CASE {
        @Override
        <T> Optional<T> find(Engine<T> right, String id) {
            return right.find(id.toLowerCase(Locale.ROOT));
        }
    },
    NOTHING_FOUND_BY_ITS_ID {
        @Override
        <T> Optional<T> find(Engine<T> right, String id) {
            return Optional.empty();
        }
    };

    /** A right engine. */
    record Engine<T>(FilterSchema<T> schema, Searcher<T> searcher) {

        Answer<T> ask(Query query) {
            return searcher.ask(query, Deadline.none());
        }

        /** Answers another question than was asked. */
        Answer<T> as(Query asked, Query other) {
            Query comparable = asked.after()
                    .map(cursor -> other.after(Cursor.behind(other, new Version(cursor.version()), cursor.last())))
                    .orElse(other);
            Answer<T> answer = ask(comparable);
            return new Answer<>(
                    asked,
                    answer.version(),
                    answer.total(),
                    answer.entries(),
                    answer.matches(),
                    answer.facets(),
                    answer.relaxations(),
                    answer.last());
        }

        Version version() {
            return searcher.version();
        }

        Optional<T> find(String id) {
            return searcher.find(id, Deadline.none());
        }

        List<Suggestion> suggest(String typed, int limit) {
            return searcher.suggest(typed, limit, Deadline.none());
        }
    }

    <T> Answer<T> ask(Engine<T> right, Query query) {
        return right.ask(query);
    }

    <T> Optional<T> find(Engine<T> right, String id) {
        return right.find(id);
    }

    <T> List<Suggestion> suggest(Engine<T> right, String typed, int limit) {
        return right.suggest(typed, limit);
    }

    /** Returns an engine that makes this mistake and no other. */
    <T> Searcher<T> plantedIn(FilterSchema<T> schema, Searcher<T> right) {
        Engine<T> engine = new Engine<>(schema, right);
        return new Searcher<>() {
            @Override
            public Version version() {
                return right.version();
            }

            @Override
            public Answer<T> ask(Query query, Deadline deadline) {
                return Mistake.this.ask(engine, query);
            }

            @Override
            public Optional<T> find(String id, Deadline deadline) {
                return Mistake.this.find(engine, id);
            }

            @Override
            public List<Suggestion> suggest(String typed, int limit, Deadline deadline) {
                return Mistake.this.suggest(engine, typed, limit);
            }
        };
    }

    private static List<String> idsOf(Facet facet) {
        return facet.counts().stream().map(FacetCount::value).toList();
    }

    private static int[] entriesOf(Facet facet) {
        return facet.counts().stream().mapToInt(FacetCount::entries).toArray();
    }

    /** Answers in the order of names, but says it was the other one. */
    private static <T> Answer<T> sortedOtherwise(Engine<T> right, Query query, Sort sort) {
        if (query.sort() != sort || query.after().isPresent()) {
            return right.ask(query);
        }
        return right.as(query, query.sort(Sort.NAME).page(query.page()));
    }

    /** Changes each condition inside out. */
    private static Query mapped(Query query, UnaryOperator<Filter> change) {
        return query.filtered(mapped(query.filter(), change)).within(mapped(query.scope(), change));
    }

    private static Filter mapped(Filter filter, UnaryOperator<Filter> change) {
        Filter inner = filter;
        if (filter instanceof Filter.Not not) {
            inner = Filter.not(mapped(not.part(), change));
        } else if (filter instanceof Filter.And and) {
            inner = new Filter.And(
                    and.parts().stream().map(part -> mapped(part, change)).toList());
        } else if (filter instanceof Filter.Or or) {
            inner = new Filter.Or(
                    or.parts().stream().map(part -> mapped(part, change)).toList());
        }
        return change.apply(inner);
    }

    private static <T> Answer<T> with(Answer<T> answer, int total, List<T> entries, List<Facet> facets) {
        return new Answer<>(
                answer.query(),
                answer.version(),
                total,
                entries,
                answer.matches(),
                facets,
                answer.relaxations(),
                answer.last());
    }

    private static <T> Answer<T> with(Answer<T> answer, Optional<String> last) {
        return new Answer<>(
                answer.query(),
                answer.version(),
                answer.total(),
                answer.entries(),
                answer.matches(),
                answer.facets(),
                answer.relaxations(),
                last);
    }

    private static <T> Answer<T> withFacets(Answer<T> answer, UnaryOperator<Facet> change) {
        return with(
                answer,
                answer.total(),
                answer.entries(),
                answer.facets().stream().map(change).toList());
    }

    private static <T> Answer<T> withEntries(Answer<T> answer, int from, int to) {
        return with(answer, answer.total(), answer.entries().subList(from, to), answer.facets());
    }

    private static <T> Answer<T> withMatches(Answer<T> answer, UnaryOperator<Match> change) {
        return withMatches(answer, answer.matches().stream().map(change).toList());
    }

    private static <T> Answer<T> withMatches(Answer<T> answer, List<Match> matches) {
        return new Answer<>(
                answer.query(),
                answer.version(),
                answer.total(),
                answer.entries(),
                matches,
                answer.facets(),
                answer.relaxations(),
                answer.last());
    }

    private static <T> Answer<T> withRelaxations(Answer<T> answer, UnaryOperator<List<Relaxation>> change) {
        return new Answer<>(
                answer.query(),
                answer.version(),
                answer.total(),
                answer.entries(),
                answer.matches(),
                answer.facets(),
                change.apply(answer.relaxations()),
                answer.last());
    }
}
