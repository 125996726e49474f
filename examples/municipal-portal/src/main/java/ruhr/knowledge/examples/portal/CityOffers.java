package ruhr.knowledge.examples.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import ruhr.knowledge.filter.FilterPresets;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Span;
import ruhr.knowledge.filter.Term;
import ruhr.knowledge.filter.Vocabulary;
import ruhr.knowledge.value.GeoPoint;
import ruhr.knowledge.value.LocalizedText;

/** The made-up records of Musterhafen, a city that does not exist, and how they are filtered. */
public final class CityOffers {

    private static final long SEED = 20_261_125;
    private static final int SIZE = 300;

    /** Topics of the Ruhr that the city has to do with; those that come first are met more often. */
    private static final List<Subject> SUBJECTS = List.of(
            new Subject("knowledge-transfer", "Wissenstransfer", "knowledge transfer"),
            new Subject("start-ups", "Gründung", "starting up"),
            new Subject("hydrogen", "Wasserstoff", "hydrogen"),
            new Subject("renewable-energy", "Erneuerbare Energie", "renewable energy"),
            new Subject("circular-economy", "Kreislaufwirtschaft", "circular economy"),
            new Subject("logistics", "Logistik", "logistics"),
            new Subject("shipping", "Binnenschifffahrt", "inland shipping"),
            new Subject("it-security", "IT-Sicherheit", "IT security"),
            new Subject("artificial-intelligence", "Künstliche Intelligenz", "artificial intelligence"),
            new Subject("health", "Gesundheit", "health"),
            new Subject("urban-development", "Stadtentwicklung", "urban development"),
            new Subject("skilled-workers", "Fachkräfte", "skilled workers"),
            new Subject("creative-industries", "Kreativwirtschaft", "creative industries"),
            new Subject("environment", "Umwelt", "environment"),
            new Subject("materials", "Werkstoffe", "materials"));

    private static final List<String> DISTRICTS =
            List.of("altstadt", "hafen", "nordend", "suedhang", "ostfeld", "westpark");

    private record Subject(String topic, String german, String english) {}

    private record Choice(String id, LocalizedText label) implements Term {}

    private record Pattern(String german, String aboutGerman, String aboutEnglish) {}

    private static final List<Pattern> EVENTS = List.of(
            new Pattern(
                    "Forum %s",
                    "Ein Abend mit kurzen Vorträgen zu %s und Zeit für Fragen.",
                    "An evening of short talks on %s, with time for questions."),
            new Pattern(
                    "Tag der offenen Werkstatt: %s",
                    "Betriebe zeigen, was sie mit %s zu tun haben.", "Businesses show what they have to do with %s."),
            new Pattern(
                    "Sprechstunde %s",
                    "Fachleute aus der Stadt beraten zu %s, ohne Anmeldung.",
                    "Experts of the city advise on %s; no appointment needed."),
            new Pattern(
                    "Markt der Ideen: %s",
                    "Hochschulen und Betriebe stellen gemeinsame Vorhaben zu %s vor.",
                    "Universities and businesses present joint projects on %s."));

    private static final List<Pattern> SERVICES = List.of(
            new Pattern(
                    "Beratung %s",
                    "Das Amt für Wirtschaft berät zu %s und vermittelt Kontakte.",
                    "The business office advises on %s and makes contacts."),
            new Pattern(
                    "Förderlotse %s",
                    "Hilfe bei Anträgen für Vorhaben zu %s.", "Help with applications for projects on %s."),
            new Pattern(
                    "Genehmigungen rund um %s",
                    "Eine Anlaufstelle für alle Genehmigungen, die %s betreffen.",
                    "One office for all permits that concern %s."));

    private static final List<Pattern> SITES = List.of(
            new Pattern(
                    "Gewerbepark %s",
                    "Flächen für Betriebe aus dem Feld %s.", "Space for businesses in the field of %s."),
            new Pattern(
                    "Kontor für %s",
                    "Büros und eine Werkstatt, gedacht für %s.", "Offices and a workshop, meant for %s."),
            new Pattern(
                    "Speicher 7: %s",
                    "Ein alter Hafenspeicher mit Räumen für %s.", "An old warehouse with rooms for %s."));

    private CityOffers() {}

    /**
     * Returns the records.
     *
     * @return the same three hundred with every call; a third of them of each kind
     */
    public static List<Offer> all() {
        Random random = new Random(SEED);
        List<Offer> offers = new ArrayList<>();
        for (int number = 1; number <= SIZE; number++) {
            offers.add(offer(number, random));
        }
        return offers;
    }

    private static Offer offer(int number, Random random) {
        Subject subject = SUBJECTS.get((int) (SUBJECTS.size() * Math.pow(random.nextDouble(), 1.6)));
        Set<String> topics = new TreeSet<>(Set.of(subject.topic()));
        if (random.nextInt(3) == 0) {
            topics.add(SUBJECTS.get(random.nextInt(SUBJECTS.size())).topic());
        }
        String district = DISTRICTS.get(random.nextInt(1 + random.nextInt(DISTRICTS.size())));
        GeoPoint place = place(district, random);
        List<Pattern> patterns = number % 3 == 0 ? EVENTS : number % 3 == 1 ? SERVICES : SITES;
        Pattern pattern = patterns.get(random.nextInt(patterns.size()));
        String name = pattern.german().formatted(subject.german()) + " " + number;
        LocalizedText text = LocalizedText.of(
                pattern.aboutGerman().formatted(subject.german()),
                pattern.aboutEnglish().formatted(subject.english()));
        if (number % 3 == 0) {
            return new Offer.Event("event-" + number, name, text, topics, district, place, days(random));
        }
        if (number % 3 == 1) {
            Set<String> audience = random.nextInt(4) == 0
                    ? Set.of("citizens", "businesses")
                    : Set.of(random.nextBoolean() ? "citizens" : "businesses");
            return new Offer.Service("service-" + number, name, text, topics, district, place, audience);
        }
        Optional<Integer> founded =
                random.nextInt(10) == 0 ? Optional.empty() : Optional.of(1890 + random.nextInt(136));
        return new Offer.Site("site-" + number, name, text, topics, district, place, founded);
    }

    private static List<LocalDate> days(Random random) {
        LocalDate first = LocalDate.of(2027, 1, 1).plusDays(random.nextInt(365));
        return random.nextInt(5) == 0 ? List.of(first, first.plusDays(1)) : List.of(first);
    }

    /** The city lies where there is only sea: nobody's address is on its map. */
    private static GeoPoint place(String district, Random random) {
        int at = DISTRICTS.indexOf(district);
        return new GeoPoint(
                54.80 + 0.02 * (at / 3) + random.nextGaussian() * 0.004,
                6.10 + 0.03 * (at % 3) + random.nextGaussian() * 0.006);
    }

    /**
     * Returns how the records are filtered: by the Ruhr's topics and presets, and by fields that the city has made up itself.
     *
     * @param topics the Ruhr's topics
     * @param presets the Ruhr's presets
     * @return the schema
     */
    public static FilterSchema<Offer> schema(Vocabulary topics, FilterPresets presets) {
        return FilterSchema.of(Offer.class, Offer::id, Offer::name)
                .choice("topic", LocalizedText.of("Thema", "Topic"), topics, Offer::topics)
                .choice("kind", LocalizedText.of("Art", "Kind"), kinds(), offer -> Set.of(offer.kind()))
                .choice(
                        "district",
                        LocalizedText.of("Stadtteil", "District"),
                        districts(),
                        offer -> Set.of(offer.district()))
                .choice("audience", LocalizedText.of("Für wen", "For whom"), audiences(), CityOffers::audience)
                .dates("day", LocalizedText.of("Wann", "When"), quarters(), CityOffers::days)
                .numbers("founded", LocalizedText.of("Eröffnet", "Opened"), decades(), CityOffers::founded)
                .geo(offer -> List.of(offer.place()))
                .text(offer -> List.of(
                        offer.text().in(Locale.GERMAN).text(),
                        offer.text().in(Locale.ENGLISH).text()))
                .presets(presets)
                .noun(LocalizedText.of("Angebote", "Offers"))
                .phrase("topic", LocalizedText.of("zum Thema", "on"))
                .phrase("district", LocalizedText.of("im Stadtteil", "in"))
                .build();
    }

    private static Set<String> audience(Offer offer) {
        return offer instanceof Offer.Service service ? service.audience() : Set.of();
    }

    private static List<LocalDate> days(Offer offer) {
        return offer instanceof Offer.Event event ? event.days() : List.of();
    }

    private static Optional<Integer> founded(Offer offer) {
        return offer instanceof Offer.Site site ? site.founded() : Optional.empty();
    }

    private static Vocabulary kinds() {
        return Vocabulary.of(List.of(
                new Choice("event", LocalizedText.of("Veranstaltung", "Event")),
                new Choice("service", LocalizedText.of("Dienst der Stadt", "City service")),
                new Choice("site", LocalizedText.of("Gewerbestandort", "Business site"))));
    }

    private static Vocabulary districts() {
        return Vocabulary.of(List.of(
                new Choice("altstadt", LocalizedText.of("Altstadt", "Old Town")),
                new Choice("hafen", LocalizedText.of("Hafen", "Harbour")),
                new Choice("nordend", LocalizedText.german("Nordend")),
                new Choice("suedhang", LocalizedText.german("Südhang")),
                new Choice("ostfeld", LocalizedText.german("Ostfeld")),
                new Choice("westpark", LocalizedText.of("Westpark", "West Park"))));
    }

    private static Vocabulary audiences() {
        return Vocabulary.of(List.of(
                new Choice("citizens", LocalizedText.of("Einwohnerinnen und Einwohner", "Citizens")),
                new Choice("businesses", LocalizedText.of("Betriebe", "Businesses"))));
    }

    private static List<Span> quarters() {
        List<Span> quarters = new ArrayList<>();
        for (LocalDate from = LocalDate.of(2027, 1, 1); from.getYear() == 2027; from = from.plusMonths(3)) {
            quarters.add(
                    new Span(from.toEpochDay(), from.plusMonths(3).minusDays(1).toEpochDay()));
        }
        return quarters;
    }

    private static List<Span> decades() {
        return List.of(
                new Span(Long.MIN_VALUE, 1949),
                new Span(1950, 1989),
                new Span(1990, 2009),
                new Span(2010, Long.MAX_VALUE));
    }
}
