package ruhr.knowledge.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Keyword;
import ruhr.knowledge.filter.Span;
import ruhr.knowledge.filter.Term;
import ruhr.knowledge.filter.Vocabulary;
import ruhr.knowledge.value.GeoPoint;
import ruhr.knowledge.value.LocalizedText;

/**
 * A random schema, random records for it, and random questions about them. The same seed gives the same ones.
 *
 * <p>Engines on other machines may round a place to a centimetre and a day to a day: places keep a metre away from circles and
 * a tenth of one from the edges of boxes.
 */
public final class World {

    /** A record with whatever the schema asks for. */
    public record Thing(
            String id,
            String name,
            List<String> otherNames,
            List<String> texts,
            Map<String, Set<String>> values,
            Map<String, Long> numbers,
            Map<String, Set<LocalDate>> days,
            List<GeoPoint> places,
            Optional<LocalDate> published) {}

    private static final List<String> WORDS = List.of(
            "Wasserstoff",
            "Wasserstofftechnik",
            "Technik",
            "Technische",
            "Technologie",
            "Universität",
            "Uni",
            "Dortmund",
            "Dorstfeld",
            "Haus",
            "Häuser",
            "haeuser",
            "Hausbau",
            "Energie",
            "Energien",
            "Solarenergie",
            "energy",
            "Forschung",
            "Forschungen",
            "Research",
            "researching",
            "Gründung",
            "GRÜNDUNGEN",
            "Gründer",
            "Wind",
            "Windkraft",
            "an",
            "der",
            "Ruhr",
            "Ruhrgebiet",
            "3D",
            "Druck",
            "Straße",
            "Strasse",
            "10",
            "2",
            "2026",
            "Zeche",
            "Größe",
            "Grosse",
            "Ærø",
            "données",
            "Москва",
            "東京",
            "z",
            "company",
            "companies");

    private static final List<String> SEPARATORS = List.of(" ", " ", " ", "-", ", ", " – ", "  ", ".", "/");

    private static final int[] SIZES = {0, 1, 2, 3, 5, 8, 13, 20, 33, 63, 64, 65, 90, 128, 130};

    private final Random random;
    private final FilterSchema<Thing> schema;
    private final List<Thing> things = new ArrayList<>();

    public World(long seed) {
        random = new Random(seed);
        schema = newSchema();
        // Some worlds are larger than any block of bits, and a few have many values.
        int size = random.nextInt(40) == 0 ? 400 + random.nextInt(500) : SIZES[random.nextInt(SIZES.length)];
        for (int i = 0; i < size; i++) {
            things.add(thing("t-" + i));
        }
        Collections.shuffle(things, random);
    }

    public FilterSchema<Thing> schema() {
        return schema;
    }

    public List<Thing> things() {
        return Collections.unmodifiableList(things);
    }

    private FilterSchema<Thing> newSchema() {
        FilterSchema.Builder<Thing> builder = FilterSchema.of(Thing.class, Thing::id, Thing::name);
        for (int i = random.nextInt(6); i > 0; i--) {
            String name = "f" + i;
            LocalizedText label = LocalizedText.of("Feld " + i, "Field " + i);
            switch (random.nextInt(5)) {
                case 0 ->
                    builder.numbers(
                            name,
                            label,
                            spans(false),
                            thing -> Optional.ofNullable(thing.numbers().get(name)));
                case 1 ->
                    builder.dates(
                            name, label, spans(true), thing -> thing.days().get(name));
                default ->
                    builder.choice(
                            name, label, vocabulary(), thing -> thing.values().get(name));
            }
        }
        if (random.nextInt(6) > 0) {
            builder.geo(Thing::places);
        }
        if (random.nextInt(6) > 0) {
            builder.text(Thing::texts);
        }
        if (random.nextInt(6) > 0) {
            builder.alsoNamed(Thing::otherNames);
        }
        if (random.nextInt(6) > 0) {
            builder.newest(Thing::published);
        }
        return builder.build();
    }

    private List<Span> spans(boolean days) {
        Set<Span> spans = new LinkedHashSet<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            spans.add(span(days));
        }
        return List.copyOf(spans);
    }

    private Span span(boolean days) {
        long from = days ? day().toEpochDay() : number();
        return switch (random.nextInt(6)) {
            case 0 -> new Span(Long.MIN_VALUE, from);
            case 1 -> new Span(from, Long.MAX_VALUE);
            case 2 -> new Span(from, from);
            default ->
                new Span(from, days ? from + random.nextInt(40) : Math.min(Span.MOST, from + random.nextInt(40)));
        };
    }

    private long number() {
        return random.nextInt(20) == 0 ? (random.nextBoolean() ? Span.MOST : -Span.MOST) : 1990 + random.nextInt(40);
    }

    private LocalDate day() {
        return LocalDate.of(2026, 11, 1).plusDays(random.nextInt(60));
    }

    /** A tree, a lattice, or a flat list; a term may stand before those above it. */
    private Vocabulary vocabulary() {
        int size = random.nextInt(25) == 0 ? 100 + random.nextInt(200) : 1 + random.nextInt(12);
        int branching = random.nextInt(4);
        List<Keyword> terms = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Keyword term =
                    Keyword.of("v" + i).named(LocalizedText.of(phrase(2), random.nextBoolean() ? phrase(2) : null));
            if (random.nextInt(5) == 0) {
                term = term.alias("alias-" + i, one(List.of("technik", "wind", "haus", "energie")) + "-" + i);
            }
            if (i > 0 && random.nextInt(4) < branching) {
                Set<String> above = new TreeSet<>();
                for (int draws = 1 + random.nextInt(2); draws > 0; draws--) {
                    above.add("v" + random.nextInt(i));
                }
                term = term.below(above.toArray(String[]::new));
            }
            terms.add(term);
        }
        Collections.shuffle(terms, random);
        return Vocabulary.of(terms);
    }

    private Thing thing(String id) {
        Map<String, Set<String>> values = new TreeMap<>();
        Map<String, Long> numbers = new TreeMap<>();
        Map<String, Set<LocalDate>> days = new TreeMap<>();
        for (FilterSchema.Field<Thing> field : schema.fields()) {
            Set<String> own = new TreeSet<>();
            Set<LocalDate> open = new TreeSet<>();
            for (int draws = random.nextInt(4); draws > 0; draws--) {
                own.add(frequent(
                        field.vocabulary().terms().stream().map(Term::id).toList(), "v0"));
                open.add(day());
            }
            values.put(field.name(), own);
            days.put(field.name(), open);
            if (random.nextInt(4) > 0) {
                numbers.put(field.name(), number());
            }
        }
        return new Thing(
                id,
                random.nextInt(30) == 0 ? "" : phrase(3),
                several(2, () -> phrase(3)),
                several(3, () -> phrase(12)),
                values,
                numbers,
                days,
                several(3, this::place),
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of(day()));
    }

    /** The first ones of a list are drawn far more often than the last ones. */
    private String frequent(List<String> list, String otherwise) {
        double part = random.nextDouble();
        return list.isEmpty() ? otherwise : list.get((int) (list.size() * part * part));
    }

    private <V> List<V> several(int most, Supplier<V> draw) {
        List<V> list = new ArrayList<>();
        for (int draws = random.nextInt(most + 1); draws > 0; draws--) {
            list.add(draw.get());
        }
        return List.copyOf(list);
    }

    private String phrase(int most) {
        StringBuilder phrase = new StringBuilder(frequent(WORDS, ""));
        for (int draws = random.nextInt(most); draws > 0; draws--) {
            phrase.append(one(SEPARATORS)).append(random.nextBoolean() ? one(WORDS) : frequent(WORDS, ""));
        }
        return phrase.toString();
    }

    /** Mostly in the Ruhr and often twice, sometimes at the ends of the world. */
    private GeoPoint place() {
        return switch (random.nextInt(8)) {
            case 0 -> new GeoPoint(-90 + random.nextInt(181), -180 + random.nextInt(361));
            case 1 -> new GeoPoint(51.5, random.nextBoolean() ? 180 : -180);
            case 2, 3 -> new GeoPoint(51.48, 7.2 + random.nextInt(4) / 10.0);
            default -> new GeoPoint(51.3 + random.nextDouble() * 0.4, 6.8 + random.nextDouble() * 0.8);
        };
    }

    /** A question of any shape, also of shapes that no query string has. */
    public Query query() {
        Filter scope = random.nextInt(3) == 0 ? filter(2) : Filter.everything();
        Query query = new Query(scope, filter(3), one(List.of(Sort.values())), page(), facets(), Optional.empty());
        return random.nextInt(4) == 0
                ? Query.where(query.filter()).within(scope).counting(query.facets())
                : query;
    }

    /** Tells whether the next question is the one for the next page. */
    public boolean goesOn() {
        return random.nextInt(3) > 0;
    }

    private Page page() {
        return random.nextBoolean() ? Page.FIRST : new Page(1 + random.nextInt(4), random.nextInt(9));
    }

    private TreeSet<String> facets() {
        TreeSet<String> facets = new TreeSet<>();
        for (FilterSchema.Field<Thing> field : schema.fields()) {
            if (random.nextInt(2) == 0) {
                facets.add(field.name());
            }
        }
        if (random.nextInt(60) == 0) {
            facets.add("unknown");
        }
        return facets;
    }

    private Filter filter(int depth) {
        int kind = random.nextInt(depth == 0 ? 8 : 12);
        if (kind < 7) {
            return condition();
        }
        if (kind == 7) {
            return Filter.not(depth == 0 ? condition() : filter(depth - 1));
        }
        List<Filter> parts = new ArrayList<>();
        for (int draws = random.nextInt(5); draws > 0; draws--) {
            parts.add(filter(depth - 1));
        }
        if (kind == 8 && !parts.isEmpty()) {
            return new Filter.Or(parts);
        }
        if (kind == 9) {
            return new Filter.Preset("preset-" + random.nextInt(3), filter(depth - 1));
        }
        return random.nextBoolean() ? Filter.and(parts) : new Filter.And(parts);
    }

    private Filter condition() {
        return switch (random.nextInt(10)) {
            case 0 -> near();
            case 1 -> box();
            case 2, 3 -> Filter.text(typed());
            case 4 -> new Filter.Preset("of-others", Filter.or(Filter.choice("unknown", "x"), choice()));
            default -> choice();
        };
    }

    private Filter choice() {
        if (schema.fields().isEmpty() || random.nextInt(120) == 0) {
            return schema.fields().isEmpty() ? Filter.text(typed()) : Filter.choice("unknown", "x");
        }
        FilterSchema.Field<Thing> field = one(schema.fields());
        Set<String> values = new TreeSet<>();
        do {
            values.add(value(field));
        } while (random.nextInt(3) == 0);
        return Filter.choice(field.name(), values);
    }

    private String value(FilterSchema.Field<Thing> field) {
        int kind = random.nextInt(14);
        if (kind == 0) {
            return one(List.of("nowhere", "", "V0", "alias-0", "3..1", "2026-13", "..", "1e3"));
        }
        if (kind < 3) {
            return Filter.NONE;
        }
        List<String> known = field.vocabulary().terms().stream().map(Term::id).toList();
        return switch (field.kind()) {
            case CHOICE -> random.nextBoolean() ? one(known) : frequent(known, "v0");
            case NUMBER -> kind < 7 ? frequent(known, "1..") : span(false).numbers();
            case DATE -> kind < 7 ? frequent(known, "2026-11") : span(true).days();
        };
    }

    private Filter near() {
        GeoPoint center = place();
        int metres = one(List.of(1, 200, 3_000, 15_000, 40_000, 2_000_000, Filter.MOST_METRES));
        if (metres > 1 && metres < Filter.MOST_METRES) {
            metres += random.nextInt(metres);
            while (touches(center, metres)) {
                metres += 3;
            }
        }
        return Filter.near(center, metres);
    }

    private boolean touches(GeoPoint center, int metres) {
        return things.stream()
                .flatMap(thing -> thing.places().stream())
                .anyMatch(place -> Math.abs(center.metresTo(place) - metres) < 1);
    }

    private Filter box() {
        GeoPoint a = place();
        GeoPoint b = place();
        // Places have corners of whole steps; these have not.
        double step = 0.0000013;
        double south = Math.max(-90, Math.min(a.latitude(), b.latitude()) - step);
        double north = Math.min(90, Math.max(a.latitude(), b.latitude()) + step);
        double west = Math.max(-180, a.longitude() - step);
        double east = Math.min(180, b.longitude() + step);
        return Filter.box(west, south, east, north);
    }

    /** What a visitor types: words out of the records, spelled otherwise, cut off, or mistyped. */
    public String typed() {
        StringBuilder typed = new StringBuilder(word());
        while (random.nextInt(5) < 2) {
            typed.append(one(SEPARATORS)).append(word());
        }
        return typed.toString();
    }

    private String word() {
        String word = random.nextBoolean() ? one(WORDS) : frequent(WORDS, "");
        return switch (random.nextInt(8)) {
            case 0 -> word.toUpperCase(Locale.ROOT);
            case 1 ->
                word.replace("ä", "ae").replace("ü", "ue").replace("ö", "oe").replace("ß", "ss");
            case 2 -> word.substring(0, Math.max(1, random.nextInt(word.length())));
            case 3 -> mistyped(word);
            case 4 -> mistyped(mistyped(word));
            default -> word;
        };
    }

    private String mistyped(String word) {
        if (word.length() < 3) {
            return word;
        }
        int at = 1 + random.nextInt(word.length() - 2);
        StringBuilder letters = new StringBuilder(word);
        switch (random.nextInt(4)) {
            case 0 -> letters.deleteCharAt(at);
            case 1 -> letters.insert(at, 'x');
            case 2 -> letters.setCharAt(at, 'e');
            default -> letters.insert(at, letters.charAt(at + 1)).deleteCharAt(at + 2);
        }
        return letters.toString();
    }

    /** How many suggestions are wanted. */
    public int suggestions() {
        return 1 + random.nextInt(Suggestion.MOST);
    }

    private <V> V one(Collection<V> list) {
        return List.copyOf(list).get(random.nextInt(list.size()));
    }
}
