package ruhr.knowledge.examples.benchmarks.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import ruhr.knowledge.value.GeoPoint;

/**
 * Makes records up, the same ones every time: those of a small catalogue are the first ones of a large one.
 *
 * <p>8 types, 53 cities, 200 topics in three levels, 5 audiences, 2 languages: 268 values. Types, cities, topics and words
 * follow Zipf's law. A record lies near the centre of its city, and each city has topics of its own. A record has 1 to 3
 * topics; with those above them about six.
 */
public final class GeneratedCatalogue {

    /** How many topics are at the top, in the middle and at the bottom. */
    static final int[] TOPICS = {10, 40, 150};

    static final int WORDS = 5_000;

    private static final long SEED = 20_261_125;
    private static final String[] KINDS = {
        "Institut",
        "Agentur",
        "Stiftung",
        "Zentrum",
        "Werkstatt",
        "Netzwerk",
        "Atelier",
        "Akademie",
        "Verein",
        "Gesellschaft",
        "Universität",
        "Ausschuss",
        "Initiative",
        "Arbeitsgruppe",
        "Prüfstelle",
        "Schule"
    };
    private static final String[] SUBJECTS = {
        "Energien",
        "Umwelt",
        "Gesundheit",
        "Chemie",
        "Elektronik",
        "Architektur",
        "Ernährung",
        "Astronomie",
        "Sprachen",
        "Pflege",
        "Stahl",
        "Klima",
        "Wetter",
        "Gestein",
        "Textilien",
        "Optik",
        "Akustik",
        "Geschichte",
        "Wirtschaft",
        "Statistik",
        "Archive",
        "Gewässer",
        "Verkehr",
        "Chirurgie"
    };

    private final Random random = new Random(SEED);
    private final Zipf type = new Zipf(8, 1.17);
    private final Zipf city = new Zipf(53, 1);
    private final Zipf leaf = new Zipf(TOPICS[2], 0.9);
    private final Zipf middle = new Zipf(TOPICS[1], 0.9);
    private final Zipf word = new Zipf(WORDS, 1);
    private final List<Field> fields = fields();
    private final double[][] centres = new double[53][];

    private GeneratedCatalogue() {
        Arrays.setAll(centres, town ->
                new double[] {51.30 + 0.45 * random.nextDouble(), 6.55 + 1.35 * random.nextDouble()});
    }

    /**
     * Returns a catalogue of made-up records.
     *
     * @param label what a report calls it
     * @param size how many records
     * @return the catalogue
     */
    public static Catalogue of(String label, int size) {
        GeneratedCatalogue source = new GeneratedCatalogue();
        List<Item> items = new ArrayList<>(size);
        for (int number = 0; number < size; number++) {
            items.add(source.item(number));
        }
        return new Catalogue(label, source.fields, words(), items);
    }

    private static List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        int first = 0;
        for (Field field :
                List.of(list("type", 8, false), list("city", 53, false), topics(), list("audience", 5, true))) {
            fields.add(moved(field, first));
            first += field.values().size();
        }
        fields.add(new Field("language", false, first, List.of("de", "en"), List.of(-1, -1)));
        return fields;
    }

    private static Field list(String name, int size, boolean several) {
        List<String> values = IntStream.range(0, size)
                .mapToObj(value -> String.format(Locale.ROOT, "%s-%02d", name, value + 1))
                .toList();
        return new Field(
                name, several, 0, values, values.stream().map(value -> -1).toList());
    }

    private static Field topics() {
        List<String> values = new ArrayList<>();
        List<Integer> broader = new ArrayList<>();
        for (int level = 0; level < TOPICS.length; level++) {
            for (int i = 0; i < TOPICS[level]; i++) {
                values.add(String.format(Locale.ROOT, "topic-%d-%03d", level + 1, i + 1));
                int above = level == 1 ? i % TOPICS[0] : TOPICS[0] + i % TOPICS[1];
                broader.add(level == 0 ? -1 : above);
            }
        }
        return new Field("topic", true, 0, values, broader);
    }

    private static Field moved(Field field, int first) {
        List<Integer> broader = field.broader().stream()
                .map(above -> above < 0 ? above : above + first)
                .toList();
        return new Field(field.name(), field.several(), first, field.values(), broader);
    }

    /**
     * Returns words of four letters, each a syllable that closes with two consonants. None is part of another, the first
     * or the last letters of a word in a name, or has an ending that a German or English stemmer takes away; and four
     * letters are too few for a search that forgives typing errors. So every engine finds the same records by them.
     */
    private static List<String> words() {
        List<String> words = new ArrayList<>();
        for (char last : "fkpxzbgvw".toCharArray()) {
            for (char third : "lrnmbdgkp".toCharArray()) {
                for (char vowel : "aiou".toCharArray()) {
                    for (char first : "bdfghjklmnprstvw".toCharArray()) {
                        words.add("" + first + vowel + third + last);
                    }
                }
            }
        }
        return List.copyOf(words.subList(0, WORDS));
    }

    private Item item(int number) {
        int town = city.draw(random);
        TreeSet<Integer> values = new TreeSet<>();
        values.add(fields.get(0).first() + type.draw(random));
        values.add(fields.get(1).first() + town);
        int topics = number(0.25, 0.75);
        for (int i = 0; i < topics; i++) {
            values.add(fields.get(2).first() + topic(town));
        }
        int audiences = number(0.5, 0.85);
        for (int i = 0; i < audiences; i++) {
            values.add(fields.get(3).first() + random.nextInt(5));
        }
        values.add(fields.get(4).first() + (random.nextInt(10) < 7 ? 0 : 1));
        TreeSet<Integer> words = new TreeSet<>();
        int length = 4 + random.nextInt(6);
        for (int i = 0; i < length; i++) {
            words.add(word.draw(random));
        }
        double latitude = centres[town][0] + 0.018 * random.nextGaussian();
        double longitude = centres[town][1] + 0.028 * random.nextGaussian();
        String name = KINDS[random.nextInt(KINDS.length)] + " " + SUBJECTS[random.nextInt(SUBJECTS.length)] + " "
                + (1 + random.nextInt(10_000));
        return new Item(
                number,
                String.format(Locale.ROOT, "r%08d", number),
                name,
                List.of(),
                new GeoPoint(latitude, longitude),
                toArray(values),
                toArray(words));
    }

    /** Returns 1, 2 or 3: up to the first part of all cases 1, up to the second 2. */
    private int number(double one, double two) {
        double part = random.nextDouble();
        return part < one ? 1 : part < two ? 2 : 3;
    }

    /** Returns a topic of the lowest level, or now and then of the middle one; in a third of all cases one that the town is known for. */
    private int topic(int town) {
        boolean known = random.nextInt(3) == 0;
        if (random.nextInt(8) == 0) {
            return TOPICS[0] + middle.draw(random);
        }
        int drawn = leaf.draw(random);
        return TOPICS[0] + TOPICS[1] + (known ? (drawn + 11 * town) % TOPICS[2] : drawn);
    }

    private static int[] toArray(TreeSet<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
