package ruhr.knowledge.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Problem;
import ruhr.knowledge.filter.Span;
import ruhr.knowledge.filter.Term;
import ruhr.knowledge.filter.Vocabulary;
import ruhr.knowledge.text.Words;
import ruhr.knowledge.value.GeoPoint;
import ruhr.knowledge.value.GermanOrder;
import ruhr.knowledge.value.LocalizedText;
import ruhr.knowledge.value.Version;

/**
 * The meaning of a query, written down as plainly as possible: every record is looked at for every question, and a value is
 * counted by choosing it. What engines are compared with; it shares no code with any of them. Only the excerpts are those of
 * {@link Matching}, which every engine takes them from.
 *
 * <p>Thread-safe. It is meant for records without faults: it checks nothing.
 */
public final class PlainLoop<T> implements Searcher<T> {

    /** What a word of a question has to do with a word of a record. */
    private record Kinship(boolean same, boolean beginning, boolean part, boolean typo) {}

    /** Remembers what words have to do with each other, because stems are dear; for one loop or for several. */
    public static final class Kinships {

        private final Map<String, Map<String, Kinship>> known = new ConcurrentHashMap<>();

        private Kinship between(String word, String token) {
            return known.computeIfAbsent(word, none -> new ConcurrentHashMap<>())
                    .computeIfAbsent(
                            token,
                            none -> new Kinship(
                                    Words.same(word, token),
                                    token.startsWith(word),
                                    Words.isPartOf(word, token),
                                    Words.isTypoOf(word, token)));
        }
    }

    /** The words of a record, folded: those of each of its names, and those of its texts. */
    private record Vocables(List<List<String>> names, List<String> texts) {

        Stream<String> inNames() {
            return names.stream().flatMap(List::stream);
        }

        Stream<String> all() {
            return Stream.concat(inNames(), texts.stream());
        }
    }

    /** What a record says: its own values and all those above them, its numbers, its words. */
    private record Row<T>(
            T item,
            String id,
            String name,
            String key,
            Map<String, Set<String>> values,
            Map<String, List<Long>> numbers,
            List<GeoPoint> places,
            Optional<LocalDate> published,
            Vocables vocables) {}

    private final FilterSchema<T> schema;
    private final Version version;
    private final Kinships kinships;
    private final List<Row<T>> rows = new ArrayList<>();
    private final Map<List<String>, Map<String, Optional<Tier>>> tiers = new ConcurrentHashMap<>();

    public PlainLoop(FilterSchema<T> schema, Collection<? extends T> records, Version version) {
        this(schema, records, version, new Kinships());
    }

    public PlainLoop(FilterSchema<T> schema, Collection<? extends T> records, Version version, Kinships kinships) {
        this.schema = schema;
        this.version = version;
        this.kinships = kinships;
        records.forEach(item -> rows.add(row(item)));
        rows.sort(byName());
    }

    /** Returns a loop over labs. */
    public static PlainLoop<Lab> of(Lab... labs) {
        return new PlainLoop<>(Lab.WHOLE, List.of(labs), new Version("plain"));
    }

    private Row<T> row(T item) {
        Map<String, Set<String>> values = new HashMap<>();
        Map<String, List<Long>> numbers = new HashMap<>();
        for (FilterSchema.Field<T> field : schema.fields()) {
            Set<String> all = new HashSet<>();
            field.values().apply(item).forEach(value -> addWithAllAbove(value, field.vocabulary(), all));
            values.put(field.name(), all);
            numbers.put(field.name(), List.copyOf(field.numbers().apply(item)));
        }
        List<List<String>> names = new ArrayList<>();
        names.add(folded(schema.name(item)));
        schema.otherNames(item).forEach(name -> names.add(folded(name)));
        List<String> texts = schema.texts(item).stream()
                .flatMap(text -> folded(text).stream())
                .toList();
        return new Row<>(
                item,
                schema.id(item),
                schema.name(item),
                GermanOrder.key(schema.name(item)),
                values,
                numbers,
                List.copyOf(schema.places(item)),
                schema.published(item),
                new Vocables(names, texts));
    }

    private static void addWithAllAbove(String value, Vocabulary vocabulary, Set<String> all) {
        if (all.add(value)) {
            for (String above : vocabulary.term(value).orElseThrow().broader()) {
                addWithAllAbove(above, vocabulary, all);
            }
        }
    }

    private static List<String> folded(String text) {
        return Words.of(text).stream().map(Words.Word::folded).toList();
    }

    @Override
    public Version version() {
        return version;
    }

    @Override
    public Answer<T> ask(Query query, Deadline deadline) {
        query.facets().forEach(this::requireKnown);
        requireKnown(query.scope());
        requireKnown(query.filter());
        List<Row<T>> found = found(query.scope(), query.filter());
        Comparator<Row<T>> order = order(query);
        found.sort(order);
        List<Row<T>> open = behind(query, found, order);
        List<T> entries = new ArrayList<>();
        Optional<String> last = Optional.empty();
        int limit = query.page().limit();
        for (int i = 0; i < open.size(); i++) {
            if (limit > 0 && i / limit == query.page().number() - 1) {
                entries.add(open.get(i).item());
                last = i + 1 < open.size() ? Optional.of(open.get(i).id()) : Optional.empty();
            }
        }
        List<Match> matches = isPlain(query)
                ? List.of()
                : entries.stream().map(item -> match(query, row(item))).toList();
        List<Facet> facets =
                query.facets().stream().map(field -> facet(query, field)).toList();
        return new Answer<>(
                query, version, found.size(), entries, matches, facets, relaxations(query, found.size()), last);
    }

    @Override
    public Optional<T> find(String id, Deadline deadline) {
        return rows.stream().filter(row -> row.id().equals(id)).map(Row::item).findAny();
    }

    private List<Row<T>> found(Filter scope, Filter filter) {
        return new ArrayList<>(
                rows.stream().filter(passes(scope).and(passes(filter))).toList());
    }

    private List<Row<T>> behind(Query query, List<Row<T>> found, Comparator<Row<T>> order) {
        if (query.after().isEmpty()) {
            return found;
        }
        Cursor cursor = query.after().get();
        cursor.require(query, version);
        Row<T> last = rows.stream()
                .filter(row -> row.id().equals(cursor.last()))
                .findAny()
                .orElseThrow(() -> new InvalidQuery(
                        Problem.malformed("cursor", cursor.toString(), "the id of an entry that there is")));
        return found.stream().filter(row -> order.compare(row, last) > 0).toList();
    }

    private Facet facet(Query query, String field) {
        List<Filter> kept = query.filter().conjuncts().stream()
                .filter(part ->
                        !(part instanceof Filter.Choice own && own.field().equals(field)))
                .toList();
        List<Row<T>> among = found(query.scope(), new Filter.And(kept));
        List<String> values =
                field(field).vocabulary().terms().stream().map(Term::id).toList();
        int[] counts =
                values.stream().mapToInt(value -> count(among, field, value)).toArray();
        return Facet.of(field, values, counts, count(among, field, Filter.NONE));
    }

    private int count(List<Row<T>> among, String field, String value) {
        Predicate<Row<T>> has = has(field, value);
        return (int) among.stream().filter(has).count();
    }

    private List<Relaxation> relaxations(Query query, int total) {
        if (total > 0) {
            return List.of();
        }
        List<Relaxation> ways = new ArrayList<>();
        List<Filter> conditions = query.filter().conjuncts();
        for (int i = 0; i < conditions.size(); i++) {
            List<Filter> others = new ArrayList<>(conditions);
            Filter without = others.remove(i);
            int more = found(query.scope(), new Filter.And(others)).size();
            if (more > 0) {
                ways.add(new Relaxation(without, more));
            }
        }
        ways.sort(Comparator.comparing(Relaxation::total).reversed());
        return ways;
    }

    // Which records pass.

    private Predicate<Row<T>> passes(Filter filter) {
        if (filter instanceof Filter.Not not) {
            return passes(not.part()).negate();
        }
        if (filter instanceof Filter.And and) {
            return and.parts().stream().map(this::passes).reduce(row -> true, Predicate::and);
        }
        if (filter instanceof Filter.Or or) {
            return or.parts().stream().map(this::passes).reduce(row -> false, Predicate::or);
        }
        if (filter instanceof Filter.Preset preset) {
            return passes(preset.filter());
        }
        if (filter instanceof Filter.Near near) {
            return row -> row.places().stream().anyMatch(place -> near.center().metresTo(place) <= near.metres());
        }
        if (filter instanceof Filter.Box box) {
            return row -> row.places().stream().anyMatch(place -> isInside(box, place));
        }
        if (filter instanceof Filter.Text text) {
            List<String> words = folded(text.words());
            return row -> tier(row, words).isPresent();
        }
        Filter.Choice choice = (Filter.Choice) filter;
        return choice.values().stream().map(value -> has(choice.field(), value)).reduce(row -> false, Predicate::or);
    }

    private static boolean isInside(Filter.Box box, GeoPoint place) {
        double latitude = place.latitude();
        if (latitude < box.southWest().latitude() || latitude > box.northEast().latitude()) {
            return false;
        }
        boolean isPole = latitude == 90 || latitude == -90;
        boolean isOn180 = place.longitude() == 180 || place.longitude() == -180;
        return isPole || (isOn180 ? isBetween(box, 180) || isBetween(box, -180) : isBetween(box, place.longitude()));
    }

    private static boolean isBetween(Filter.Box box, double longitude) {
        double west = box.southWest().longitude();
        double east = box.northEast().longitude();
        return west <= east
                ? longitude >= west && longitude <= east
                // Across the 180th meridian: from the west up to it, or from it on to the east.
                : longitude >= west && longitude <= 180 || longitude >= -180 && longitude <= east;
    }

    private Predicate<Row<T>> has(String name, String value) {
        Optional<FilterSchema.Field<T>> field = schema.field(name);
        if (field.isEmpty()) {
            return row -> false;
        }
        if (field.get().kind() == FilterSchema.Kind.CHOICE) {
            return value.equals("none")
                    ? row -> row.values().get(name).isEmpty()
                    : row -> row.values().get(name).contains(value);
        }
        if (value.equals("none")) {
            return row -> row.numbers().get(name).isEmpty();
        }
        Optional<Span> span = field.get().span(value);
        return row -> span.isPresent()
                && row.numbers().get(name).stream()
                        .anyMatch(number -> number >= span.get().from()
                                && number <= span.get().to());
    }

    private void requireKnown(Filter filter) {
        if (filter instanceof Filter.Choice choice) {
            requireKnown(choice.field());
        } else if (filter instanceof Filter.Not not) {
            requireKnown(not.part());
        } else if (filter instanceof Filter.And and) {
            and.parts().forEach(this::requireKnown);
        } else if (filter instanceof Filter.Or or) {
            or.parts().forEach(this::requireKnown);
        }
    }

    private void requireKnown(String field) {
        if (schema.field(field).isEmpty()) {
            throw new IllegalArgumentException("field '" + field + "': expected one of "
                    + schema.fields().stream().map(FilterSchema.Field::name).toList());
        }
    }

    private FilterSchema.Field<T> field(String name) {
        return schema.field(name).orElseThrow();
    }

    // In which order.

    private Comparator<Row<T>> byName() {
        return Comparator.<Row<T>, String>comparing(Row::key)
                .thenComparing(Row::name)
                .thenComparing(Row::id);
    }

    private Comparator<Row<T>> order(Query query) {
        Optional<GeoPoint> center = center(query);
        List<List<String>> words = words(query);
        return switch (query.sort()) {
            case NAME -> byName();
            case RELEVANCE -> firstBy(row -> worstTier(row, words).map(Tier::ordinal));
            case DISTANCE ->
                firstBy(row -> center.flatMap(middle -> nearest(row, middle).map(place -> metres(place, middle))));
            case NEWEST -> firstBy(row -> row.published().map(day -> (int) -day.toEpochDay()));
        };
    }

    /** The smallest number first, records without one last, and equal ones by name. */
    private Comparator<Row<T>> firstBy(Function<Row<T>, Optional<Integer>> number) {
        Map<String, Long> numbers = new HashMap<>();
        Function<Row<T>, Long> known = row -> numbers.computeIfAbsent(
                row.id(), none -> number.apply(row).map(Integer::longValue).orElse(Long.MAX_VALUE));
        return Comparator.comparing(known).thenComparing(byName());
    }

    private static Optional<GeoPoint> center(Query query) {
        return Stream.of(query.filter(), query.scope())
                .flatMap(filter -> filter.conjuncts().stream())
                .filter(Filter.Near.class::isInstance)
                .map(near -> ((Filter.Near) near).center())
                .findFirst();
    }

    private Optional<GeoPoint> nearest(Row<T> row, GeoPoint center) {
        return row.places().stream().min(Comparator.comparing(center::metresTo));
    }

    private static int metres(GeoPoint place, GeoPoint center) {
        return (int) Math.round(center.metresTo(place));
    }

    // How words match.

    /** The words that have to match, condition by condition; where none is left of what was typed, everything matches. */
    private static List<List<String>> words(Query query) {
        return Stream.of(query.scope(), query.filter())
                .flatMap(filter -> filter.conjuncts().stream())
                .filter(Filter.Text.class::isInstance)
                .map(text -> folded(((Filter.Text) text).words()))
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private static boolean isPlain(Query query) {
        return words(query).isEmpty() && center(query).isEmpty();
    }

    private Match match(Query query, Row<T> row) {
        Optional<GeoPoint> center = center(query);
        Optional<GeoPoint> place = center.flatMap(middle -> nearest(row, middle));
        return new Match(
                worstTier(row, words(query)),
                marks(words(query), row),
                Matching.of(schema, query).match(row.item()).excerpt(),
                place,
                place.isEmpty() ? OptionalInt.empty() : OptionalInt.of(metres(place.get(), center.orElseThrow())));
    }

    private List<Match.Mark> marks(List<List<String>> conditions, Row<T> row) {
        List<Match.Mark> marks = new ArrayList<>();
        for (Words.Word token : Words.of(row.name())) {
            if (conditions.stream().anyMatch(words -> isMarked(row, words, token.folded()))) {
                marks.add(new Match.Mark(token.start(), token.end()));
            }
        }
        return marks;
    }

    private boolean isMarked(Row<T> row, List<String> words, String token) {
        for (int i = 0; i < words.size(); i++) {
            boolean last = i == words.size() - 1;
            Kinship kinship = kinships.between(words.get(i), token);
            boolean onlyATypo = tier(row.vocables(), words.get(i), last).equals(Optional.of(Tier.TYPO));
            if (kinship.same() || last && kinship.beginning() || kinship.part() || kinship.typo() && onlyATypo) {
                return true;
            }
        }
        return false;
    }

    /** The worst tier of all conditions; empty if there is none. */
    private Optional<Tier> worstTier(Row<T> row, List<List<String>> conditions) {
        return conditions.stream().flatMap(words -> tier(row, words).stream()).max(Comparator.naturalOrder());
    }

    /** Each record is looked at for each question, but not for each part of one. */
    private Optional<Tier> tier(Row<T> row, List<String> words) {
        return tiers.computeIfAbsent(words, none -> new ConcurrentHashMap<>())
                .computeIfAbsent(row.id(), none -> tier(row.vocables(), words));
    }

    private Optional<Tier> tier(Vocables vocables, List<String> words) {
        if (vocables.names().contains(words)) {
            return Optional.of(Tier.EXACT_NAME);
        }
        Tier worst = Tier.NAME_WORD;
        for (int i = 0; i < words.size(); i++) {
            Optional<Tier> tier = tier(vocables, words.get(i), i == words.size() - 1);
            if (tier.isEmpty()) {
                return Optional.empty();
            }
            worst = tier.get().compareTo(worst) > 0 ? tier.get() : worst;
        }
        return Optional.of(worst);
    }

    private Optional<Tier> tier(Vocables vocables, String word, boolean last) {
        Predicate<String> same = token -> kinships.between(word, token).same();
        Predicate<String> begun = token -> last && kinships.between(word, token).beginning();
        if (vocables.inNames().anyMatch(same)) {
            return Optional.of(Tier.NAME_WORD);
        }
        if (vocables.inNames().anyMatch(begun)) {
            return Optional.of(Tier.NAME_PREFIX);
        }
        if (vocables.texts().stream().anyMatch(same.or(begun))) {
            return Optional.of(Tier.TEXT);
        }
        if (vocables.all().anyMatch(token -> kinships.between(word, token).part())) {
            return Optional.of(Tier.COMPOUND);
        }
        if (vocables.all().anyMatch(token -> kinships.between(word, token).typo())) {
            return Optional.of(Tier.TYPO);
        }
        return Optional.empty();
    }

    // What is suggested.

    @Override
    public List<Suggestion> suggest(String typed, int limit, Deadline deadline) {
        if (limit < 1 || limit > 10) {
            throw new IllegalArgumentException("limit: expected 1 to 10, found " + limit);
        }
        List<Suggestion> suggestions = new ArrayList<>();
        for (FilterSchema.Field<T> field : schema.fields()) {
            for (Term term : field.vocabulary().terms()) {
                if (field.kind() == FilterSchema.Kind.CHOICE
                        && count(rows, field.name(), term.id()) > 0
                        && rows.stream().noneMatch(row -> isThe(row, term))) {
                    List<String> names = new ArrayList<>(term.aliases());
                    term.label().german().ifPresent(names::add);
                    term.label().english().ifPresent(names::add);
                    suggest(typed, names, Optional.of(field.name()), term.id(), term.label(), suggestions);
                }
            }
        }
        for (Row<T> row : rows) {
            List<String> names = new ArrayList<>(schema.otherNames(row.item()));
            names.add(row.name());
            LocalizedText label = LocalizedText.german(row.name().isBlank() ? row.id() : row.name());
            suggest(typed, names, Optional.empty(), row.id(), label, suggestions);
        }
        // Stable: values stay before records, and each in its own order.
        suggestions.sort(Comparator.comparing(Suggestion::tier));
        return List.copyOf(suggestions.subList(0, Math.min(limit, suggestions.size())));
    }

    private static boolean isThe(Row<?> row, Term term) {
        return row.id().equals(term.id())
                && row.name().equals(term.label().in(Locale.GERMAN).text());
    }

    private void suggest(
            String typed,
            List<String> names,
            Optional<String> field,
            String id,
            LocalizedText label,
            List<Suggestion> suggestions) {
        List<String> words = folded(typed);
        Vocables vocables = new Vocables(names.stream().map(PlainLoop::folded).toList(), List.of());
        if (!words.isEmpty()) {
            tier(vocables, words).ifPresent(tier -> suggestions.add(new Suggestion(field, id, label, tier)));
        }
    }
}
