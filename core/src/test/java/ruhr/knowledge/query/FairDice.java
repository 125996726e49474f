package ruhr.knowledge.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Span;
import ruhr.knowledge.value.GeoPoint;

/** Random questions about {@link Fair}s, and random strings that are nearly questions. The same seed gives the same ones. */
final class FairDice {

    private static final List<String> PIECES = List.of(
            "kind",
            "topic",
            "city",
            "status",
            "founded",
            "day",
            "near",
            "bbox",
            "q",
            "preset",
            "sort",
            "page",
            "limit",
            "cursor",
            "facets",
            "lang",
            "not_",
            "not_topic",
            "not_founded",
            "[]",
            "%5B%5D",
            "=",
            "=",
            "=",
            "&",
            "&",
            "&",
            ",",
            ",",
            "%2C",
            "any",
            "none",
            "ANY",
            "wind",
            "wasserstoff",
            "ai",
            "bochum",
            "active",
            "aktiv",
            "service",
            "1960",
            "1960..1979",
            "..",
            "..1959",
            "2026-11",
            "2026-11-26",
            "2026-11-01..",
            "51.48",
            "7.22",
            "15km",
            "0km",
            "500m",
            "-0",
            "NaN",
            "9e999",
            "knowledge-transfer",
            "young",
            "name",
            "relevance",
            "distance",
            "newest",
            "de",
            "EN",
            "2",
            "0",
            "100",
            "101",
            "99999999999",
            "djEKYzBmZmVlCmxhYi03",
            "~",
            "%",
            "%00",
            "%FF",
            "%C3%A4",
            "+",
            " ",
            "ü",
            "\u0308",
            "\u212a",
            "İ",
            "\ud83d",
            "\ud83d\ude00",
            "<",
            "?",
            "utm_source",
            "-",
            "_",
            ".");

    private final Random random;

    FairDice(long seed) {
        random = new Random(seed);
    }

    /** A query that the flat grammar can express. */
    Query query() {
        List<Filter> conditions = new ArrayList<>();
        for (FilterSchema.Field<Fair> field : Fair.SCHEMA.fields()) {
            if (random.nextInt(3) == 0) {
                conditions.add(Filter.choice(field.name(), values(field)));
            }
            if (random.nextInt(6) == 0) {
                conditions.add(Filter.not(Filter.choice(field.name(), values(field))));
            }
        }
        if (random.nextInt(3) == 0) {
            conditions.add(Filter.near(place(), 1 + random.nextInt(random.nextBoolean() ? 9999 : Filter.MOST_METRES)));
        }
        if (random.nextInt(4) == 0) {
            double south = place().latitude();
            conditions.add(new Filter.Box(
                    new GeoPoint(south, place().longitude()),
                    new GeoPoint(south + random.nextDouble() * (90 - south), place().longitude())));
        }
        if (random.nextInt(3) == 0) {
            conditions.add(Filter.text(
                    one(List.of("wind", "Wind  & See, 100% =", "kälte", "\u00e4\u0308 x\ud83d\ude00", "+a?"))));
        }
        for (String id : List.of("knowledge-transfer", "young")) {
            if (random.nextInt(5) == 0) {
                conditions.add(new Filter.Preset(id, Fair.PRESETS.filter(id).orElseThrow()));
            }
        }
        Query query = Query.where(Filter.and(conditions)).counting(facets());
        query = random.nextInt(3) == 0 ? query.sort(one(List.of(Sort.values()))) : query;
        query = random.nextInt(3) == 0 ? query.page(new Page(1 + random.nextInt(9), random.nextInt(101))) : query;
        return random.nextInt(5) == 0
                ? query.after(new Cursor("v" + random.nextInt(9), random.nextLong(), "lab-7"))
                : query;
    }

    private Set<String> facets() {
        Set<String> facets = new TreeSet<>();
        while (random.nextInt(3) == 0) {
            facets.add(one(Grammar.fields(Fair.SCHEMA)));
        }
        return facets;
    }

    private Set<String> values(FilterSchema.Field<Fair> field) {
        Set<String> values = new TreeSet<>();
        do {
            values.add(random.nextInt(8) == 0 ? Filter.NONE : value(field));
        } while (random.nextInt(3) == 0);
        return values;
    }

    private String value(FilterSchema.Field<Fair> field) {
        if (field.kind() == FilterSchema.Kind.CHOICE || random.nextInt(3) == 0) {
            return one(field.vocabulary().terms()).id();
        }
        boolean days = field.kind() == FilterSchema.Kind.DATE;
        long least = days ? LocalDate.of(1, 1, 1).toEpochDay() : -Span.MOST;
        long most = days ? LocalDate.of(9999, 12, 31).toEpochDay() : Span.MOST;
        long from = random.nextLong(least, most);
        long to = random.nextLong(from, most);
        Span span = new Span(random.nextInt(4) == 0 ? Long.MIN_VALUE : from, random.nextInt(4) == 0 ? from : to);
        return days ? span.days() : span.numbers();
    }

    private GeoPoint place() {
        return new GeoPoint(random.nextDouble() * 180 - 90, random.nextDouble() * 360 - 180);
    }

    /** A string in the plainest spelling, about few things, so that some mean the same. */
    String plain() {
        List<String> parts = new ArrayList<>();
        for (FilterSchema.Field<Fair> field : Fair.SCHEMA.fields()) {
            if (random.nextInt(4) == 0) {
                List<String> values = new ArrayList<>(List.of(Filter.NONE));
                field.vocabulary().terms().stream().limit(3).forEach(term -> {
                    values.add(term.id());
                    values.addAll(term.aliases());
                });
                boolean excludes = random.nextInt(3) == 0;
                if (!excludes) {
                    values.add(QueryString.ANY);
                }
                String name = excludes ? "not_" + field.name() : field.name();
                do {
                    parts.add(name + "=" + one(values) + (random.nextBoolean() ? "," + one(values) : ""));
                } while (random.nextInt(4) == 0);
            }
        }
        if (random.nextInt(3) == 0) {
            parts.add(one(List.of(
                    "page=1", "page=2", "limit=20", "limit=5", "sort=name", "sort=newest", "lang=de", "city=")));
        }
        if (random.nextInt(3) == 0) {
            parts.add("facets=" + one(List.of("topic", "none", "city,topic", "topic,city")));
        }
        if (random.nextInt(5) == 0) {
            parts.add("preset=" + one(List.of("young", "knowledge-transfer")));
        }
        Collections.shuffle(parts, random);
        return String.join("&", parts);
    }

    /** A string of pieces of the grammar. */
    String pieces(int most) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(most); length > 0; length--) {
            text.append(one(PIECES));
        }
        return text.toString();
    }

    /** A string that is no longer quite what it was, if there is a change at all. */
    String mutated(String text, int most) {
        StringBuilder changed = new StringBuilder(text);
        for (int changes = random.nextInt(most + 1); changes > 0; changes--) {
            int at = random.nextInt(changed.length() + 1);
            int end = Math.min(changed.length(), at + 1 + random.nextInt(6));
            switch (random.nextInt(6)) {
                case 0 -> changed.delete(at, end);
                case 1 -> changed.insert(at, one(PIECES));
                case 2 -> changed.replace(at, end, one(PIECES));
                case 3 -> changed.insert(at, "&" + text);
                case 4 -> changed.insert(at, (char) random.nextInt(0x300));
                default -> changed.insert(random.nextInt(changed.length() + 1), changed.substring(at, end));
            }
        }
        return changed.toString();
    }

    private <V> V one(Collection<V> some) {
        return List.copyOf(some).get(random.nextInt(some.size()));
    }
}
