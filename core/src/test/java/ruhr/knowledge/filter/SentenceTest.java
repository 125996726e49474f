package ruhr.knowledge.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ruhr.knowledge.filter.Filter.and;
import static ruhr.knowledge.filter.Filter.box;
import static ruhr.knowledge.filter.Filter.choice;
import static ruhr.knowledge.filter.Filter.near;
import static ruhr.knowledge.filter.Filter.not;
import static ruhr.knowledge.filter.Filter.or;
import static ruhr.knowledge.filter.Filter.range;
import static ruhr.knowledge.filter.Filter.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruhr.knowledge.value.GeoPoint;
import ruhr.knowledge.value.LocalizedText;

class SentenceTest {

    private record Word(String id, LocalizedText label) implements Term {}

    private static final GeoPoint BOCHUM = new GeoPoint(51.48, 7.22);

    /** A schema whose author wrote words for most of its fields. */
    private final FilterSchema<String> ruhr = FilterSchema.<String>of(it -> it, it -> it)
            .choice(
                    "kind",
                    LocalizedText.of("Inhalt", "Content"),
                    words(
                            "service",
                            "Angebote",
                            "Services",
                            "story",
                            "Geschichten",
                            "Stories",
                            "it",
                            "IT-Kurse",
                            "IT courses"),
                    it -> List.of())
            .choice(
                    "topic",
                    LocalizedText.of("Thema", "Topic"),
                    words(
                            "transfer",
                            "Wissenstransfer",
                            "Knowledge transfer",
                            "start-ups",
                            "Start-ups und Gründung",
                            "Start-ups and founding",
                            "robotics",
                            "Robotik",
                            "Robotics",
                            "energy",
                            "Energie",
                            "Energy"),
                    it -> List.of())
            .choice(
                    "city",
                    LocalizedText.of("Ort", "Place"),
                    words(
                            "bochum",
                            "Bochum",
                            "Bochum",
                            "essen",
                            "Essen",
                            "Essen",
                            "kreis-unna",
                            "Kreis Unna",
                            "Unna district"),
                    it -> List.of())
            .choice(
                    "type",
                    LocalizedText.of("Art der Einrichtung", "Type of institution"),
                    words(
                            "university",
                            "Universität",
                            "University",
                            "network",
                            "Netzwerk",
                            "Network",
                            "office",
                            "Transferstelle",
                            "Transfer office"),
                    it -> List.of())
            .choice(
                    "status",
                    LocalizedText.of("Status", "Status"),
                    words("active", "Aktiv", "Active", "closed", "Geschlossen", "Closed"),
                    it -> List.of(),
                    "active")
            .numbers(
                    "established",
                    LocalizedText.of("Gründungsjahr", "Year of founding"),
                    List.of(new Span(Long.MIN_VALUE, 1949), new Span(1950, 1989)),
                    it -> java.util.Optional.<Long>empty())
            .geo(it -> List.of())
            .nounFrom("kind")
            .phrase("topic", LocalizedText.of("zu", "on"))
            .phrase(
                    "city",
                    term -> term.id().startsWith("kreis")
                            ? LocalizedText.of("im " + term.label(), "in Unna district")
                            : LocalizedText.of("in " + term.label(), "in " + term.label()))
            .phrase("established", LocalizedText.of("mit Gründungsjahr", "founded"))
            .presets(FilterPresets.of(List.of(
                    FilterPreset.of("green", LocalizedText.of("Grüne Wirtschaft", "Green economy"), text("grün")))))
            .build();

    /** A schema whose author gave no words but the labels. */
    private final FilterSchema<String> events = FilterSchema.<String>of(it -> it, it -> it)
            .choice(
                    "audience",
                    LocalizedText.of("Zielgruppe", "Audience"),
                    words("kids", "Kinder", "Children"),
                    it -> List.of())
            .choice(
                    "room",
                    LocalizedText.german("Raum"),
                    Vocabulary.of(List.of(new Word("hall", LocalizedText.of(null, "Hall")), Keyword.of("keller"))),
                    it -> List.of())
            .dates("day", LocalizedText.of("Tag", "Day"), List.of(), it -> List.of())
            .build();

    @Test
    void everythingAndNothing() {
        says(and(), "Alle Einträge", "All entries");
        says(not(and()), "Keine Einträge", "No entries");
        says(or(not(and())), "Keine Einträge", "No entries");
        says(choice("kind", "service"), "Alle Angebote", "All services");
        says(choice("kind", "it"), "Alle IT-Kurse", "All IT courses");
    }

    @Test
    void kindsOfRecordsAreTheNoun() {
        says(
                and(choice("topic", "robotics"), choice("kind", "story", "service")),
                "Angebote und Geschichten zu Robotik",
                "Services and stories on Robotics");
        says(
                and(choice("topic", "robotics"), not(choice("kind", "story"))),
                "Einträge zu Robotik (Inhalt: nicht Geschichten)",
                "Entries on Robotics (Content: not Stories)");
    }

    @Test
    void valuesOfOneFieldAreJoinedByOr() {
        says(
                choice("topic", "robotics", "transfer"),
                "Einträge zu Wissenstransfer oder Robotik",
                "Entries on Knowledge transfer or Robotics");
        says(
                choice("topic", "energy", "robotics", "transfer"),
                "Einträge zu Wissenstransfer, Robotik oder Energie",
                "Entries on Knowledge transfer, Robotics or Energy");
        says(
                and(choice("kind", "service"), choice("topic", "transfer", "robotics"), choice("city", "bochum")),
                "Angebote zu Wissenstransfer oder Robotik in Bochum",
                "Services on Knowledge transfer or Robotics in Bochum");
    }

    @Test
    void aLabelThatCouldBeTwoIsQuotedBesideOthers() {
        says(choice("topic", "start-ups"), "Einträge zu Start-ups und Gründung", "Entries on Start-ups and founding");
        says(
                choice("topic", "start-ups", "transfer"),
                "Einträge zu Wissenstransfer oder „Start-ups und Gründung“",
                "Entries on Knowledge transfer or “Start-ups and founding”");
    }

    @Test
    void whatLeadsInTwoNeighboursIsSaidOnce() {
        says(
                choice("city", "bochum", "essen", "kreis-unna"),
                "Einträge in Bochum, Essen oder im Kreis Unna",
                "Entries in Bochum, Essen or Unna district");
    }

    @Test
    void fieldsWithoutWordsOfTheirOwnKeepTheirLabels() {
        says(
                and(choice("type", "university", "network"), choice("topic", "energy")),
                "Einträge zu Energie (Art der Einrichtung: Universität oder Netzwerk)",
                "Entries on Energy (Type of institution: University or Network)");
        says(
                and(choice("type", "university"), choice("status", "closed"), choice("kind", "service")),
                "Angebote (Art der Einrichtung: Universität; Status: Geschlossen)",
                "Services (Type of institution: University; Status: Closed)");
    }

    @Test
    void whatIsNotWantedComesLast() {
        says(not(choice("city", "bochum")), "Alle Einträge, aber nicht in Bochum", "All entries, but not in Bochum");
        says(
                and(not(choice("city", "bochum", "essen")), choice("topic", "robotics"), not(text("labor"))),
                "Einträge zu Robotik, aber nicht in Bochum oder Essen und nicht mit dem Wort „labor“",
                "Entries on Robotics, but not in Bochum or Essen and not with the word “labor”");
        says(
                not(choice("type", "network")),
                "Einträge (Art der Einrichtung: nicht Netzwerk)",
                "Entries (Type of institution: not Network)");
        says(
                not(choice("type", "network", "office")),
                "Einträge (Art der Einrichtung: weder Netzwerk noch Transferstelle)",
                "Entries (Type of institution: neither Network nor Transfer office)");
        says(
                not(choice("type", "network", "office", "university")),
                "Einträge (Art der Einrichtung: weder Universität, Netzwerk noch Transferstelle)",
                "Entries (Type of institution: neither University, Network nor Transfer office)");
    }

    @Test
    void recordsWithoutAValue() {
        says(choice("topic", "none"), "Einträge (Thema: keine Angabe)", "Entries (Topic: not stated)");
        says(not(choice("topic", "none")), "Einträge (Thema: angegeben)", "Entries (Topic: stated)");
        says(
                choice("topic", "none", "robotics"),
                "Einträge (Thema: Robotik oder keine Angabe)",
                "Entries (Topic: Robotics or not stated)");
        says(
                not(choice("topic", "none", "robotics")),
                "Einträge (Thema: angegeben, aber nicht Robotik)",
                "Entries (Topic: stated, but not Robotics)");
        says(
                not(choice("topic", "none", "robotics", "energy")),
                "Einträge (Thema: angegeben, aber weder Robotik noch Energie)",
                "Entries (Topic: stated, but neither Robotics nor Energy)");
    }

    @Test
    void spansOfNumbers() {
        says(range("established", 1960, 1990), "Einträge mit Gründungsjahr 1960–1990", "Entries founded 1960–1990");
        says(
                choice("established", "..1949", "2010..", "1965"),
                "Einträge mit Gründungsjahr bis 1949, 1965 oder ab 2010",
                "Entries founded until 1949, 1965 or from 2010");
        says(
                not(choice("established", "1965")),
                "Alle Einträge, aber nicht mit Gründungsjahr 1965",
                "All entries, but not founded 1965");
    }

    @Test
    void spansOfDays() {
        eventsSay(
                range("day", LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 24)),
                "Einträge (Tag: 1.11.2026 – 24.12.2026)",
                "Entries (Day: 1 Nov 2026 – 24 Dec 2026)");
        eventsSay(choice("day", "2026-11-01.."), "Einträge (Tag: ab 1.11.2026)", "Entries (Day: from 1 Nov 2026)");
        eventsSay(choice("day", "2026-11-01"), "Einträge (Tag: 1.11.2026)", "Entries (Day: 1 Nov 2026)");
    }

    @Test
    void circles() {
        says(
                near(BOCHUM, 15_000),
                "Einträge im Umkreis von 15 km um 51,48° N 7,22° O",
                "Entries within 15 km of 51.48° N 7.22° E");
        says(
                near(BOCHUM, 1_500),
                "Einträge im Umkreis von 1,5 km um 51,48° N 7,22° O",
                "Entries within 1.5 km of 51.48° N 7.22° E");
        says(
                near(BOCHUM, 250),
                "Einträge im Umkreis von 250 m um 51,48° N 7,22° O",
                "Entries within 250 m of 51.48° N 7.22° E");
        says(
                near(new GeoPoint(-33.4, -70.123456), 1_200_000),
                "Einträge im Umkreis von 1.200 km um 33,4° S 70,1235° W",
                "Entries within 1,200 km of 33.4° S 70.1235° W");
        says(
                and(choice("topic", "energy"), not(near(new GeoPoint(0, 0), 1))),
                "Einträge zu Energie, aber nicht im Umkreis von 1 m um 0° N 0° O",
                "Entries on Energy, but not within 1 m of 0° N 0° E");
    }

    @Test
    void boxes() {
        says(
                box(7, 51.4, 7.3, 51.65),
                "Einträge im Rechteck von 51,4° N 7° O bis 51,65° N 7,3° O",
                "Entries in the rectangle from 51.4° N 7° E to 51.65° N 7.3° E");
    }

    @Test
    void words() {
        says(text("wasserstoff"), "Einträge mit dem Wort „wasserstoff“", "Entries with the word “wasserstoff”");
        says(text("  uni \t dort "), "Einträge mit den Wörtern „uni dort“", "Entries with the words “uni dort”");
    }

    @Test
    void presetsAreSaidByTheirLabels() {
        says(
                and(new Filter.Preset("green", text("grün")), choice("city", "essen")),
                "Einträge in Essen und aus der Vorauswahl „Grüne Wirtschaft“",
                "Entries in Essen and from the preset “Green economy”");
        says(
                not(new Filter.Preset("unheard-of", text("x"))),
                "Alle Einträge, aber nicht aus der Vorauswahl „unheard-of“",
                "All entries, but not from the preset “unheard-of”");
    }

    @Test
    void severalPhrasesAreAList() {
        says(
                and(near(BOCHUM, 15_000), text("labor"), choice("topic", "robotics"), choice("city", "essen")),
                "Einträge zu Robotik in Essen, mit dem Wort „labor“ und im Umkreis von 15 km um 51,48° N 7,22° O",
                "Entries on Robotics in Essen, with the word “labor” and within 15 km of 51.48° N 7.22° E");
    }

    @Test
    void everythingAtOnce() {
        says(
                and(
                        not(choice("city", "essen")),
                        choice("status", "closed"),
                        choice("kind", "service"),
                        text("labor"),
                        choice("topic", "robotics")),
                "Angebote zu Robotik und mit dem Wort „labor“ (Status: Geschlossen), aber nicht in Essen",
                "Services on Robotics and with the word “labor” (Status: Closed), but not in Essen");
    }

    @Test
    void alternativesAcrossFields() {
        says(
                or(choice("topic", "robotics"), choice("city", "essen")),
                "Einträge zu Robotik oder in Essen",
                "Entries on Robotics or in Essen");
        says(
                and(choice("topic", "energy"), or(choice("city", "essen"), text("labor"))),
                "Einträge zu Energie und (in Essen oder mit dem Wort „labor“)",
                "Entries on Energy and (in Essen or with the word “labor”)");
        says(
                or(choice("type", "network"), choice("status", "closed")),
                "Einträge (Art der Einrichtung: Netzwerk oder Status: Geschlossen)",
                "Entries (Type of institution: Network or Status: Closed)");
        says(
                and(choice("topic", "energy"), or(choice("type", "network", "office"), choice("city", "essen"))),
                "Einträge zu Energie (in Essen oder (Art der Einrichtung: Netzwerk oder Transferstelle))",
                "Entries on Energy (in Essen or (Type of institution: Network or Transfer office))");
    }

    @Test
    void conditionsInsideAlternatives() {
        says(
                or(
                        and(choice("topic", "robotics"), choice("city", "essen")),
                        and(choice("topic", "energy"), not(choice("city", "bochum")))),
                "Einträge (zu Energie und nicht in Bochum) oder (zu Robotik und in Essen)",
                "Entries (on Energy and not in Bochum) or (on Robotics and in Essen)");
        says(
                not(and(choice("topic", "robotics"), choice("city", "essen"))),
                "Einträge nicht zu Robotik oder nicht in Essen",
                "Entries not on Robotics or not in Essen");
        says(
                not(or(choice("topic", "robotics"), choice("city", "essen"))),
                "Alle Einträge, aber nicht zu Robotik und nicht in Essen",
                "All entries, but not on Robotics and not in Essen");
    }

    @Test
    void theDefaultOfAFieldIsNotSaid() {
        says(and(choice("status", "active"), choice("topic", "energy")), "Einträge zu Energie", "Entries on Energy");
        says(
                choice("status", "active", "closed"),
                "Einträge (Status: Aktiv oder Geschlossen)",
                "Entries (Status: Active or Closed)");
    }

    @Test
    void aMissingLabelIsSaidInTheOtherLanguage() {
        eventsSay(
                choice("room", "hall", "keller"),
                "Einträge (Raum: Hall oder keller)",
                "Entries (Raum: Hall or keller)");
    }

    @Test
    void aSchemaSaysWhatItsRecordsAreCalled() {
        FilterSchema<String> schema = FilterSchema.<String>of(it -> it, it -> it)
                .noun(LocalizedText.of("Veranstaltungen", "Events"))
                .build();

        assertEquals("Alle Veranstaltungen", schema.describe(and(), Locale.GERMANY));
        assertEquals("Events with the word “jazz”", schema.describe(text("jazz"), Locale.FRENCH));
    }

    @Test
    void wordsForAFieldThatIsNotThereAreRefused() {
        FilterSchema.Builder<String> builder = FilterSchema.of(it -> it, it -> it);

        assertThrows(IllegalArgumentException.class, () -> builder.phrase("topic", LocalizedText.german("zu")));
        assertThrows(IllegalArgumentException.class, () -> builder.nounFrom("kind"));
    }

    @Test
    void whatTheSchemaDoesNotHaveIsSaidAsItIsWritten() {
        says(
                and(choice("colour", "blue", "red"), choice("topic", "unheard-of")),
                "Einträge zu unheard-of (colour: blue oder red)",
                "Entries on unheard-of (colour: blue or red)");
        says(choice("established", "yesterday"), "Einträge mit Gründungsjahr yesterday", "Entries founded yesterday");
        says(choice("kind", "unheard-of"), "Einträge (Inhalt: unheard-of)", "Entries (Content: unheard-of)");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOrderOfConditionsSaysNothing(long seed) {
        List<Filter> parts = new ArrayList<>(List.of(
                choice("topic", "energy"),
                not(choice("city", "essen")),
                text("a"),
                text("b"),
                or(choice("city", "bochum"), text("c"), and(text("d"), text("e"))),
                near(BOCHUM, 5),
                near(BOCHUM, 6)));
        String first = ruhr.describe(and(parts), Locale.GERMAN);
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(parts, random);
            assertEquals(first, ruhr.describe(and(parts), Locale.GERMAN), "seed " + seed);
        }
    }

    @Test
    void manyValuesAreCounted() {
        TreeSet<String> values =
                IntStream.range(0, 60).mapToObj(i -> "v" + i).collect(Collectors.toCollection(TreeSet::new));

        assertEquals(
                "Entries (Type of institution: v0, v1, v10, v11, v12, v13, v14, v15 or 52 more)",
                ruhr.describe(choice("type", values), Locale.ENGLISH));
        assertTrue(ruhr.describe(choice("city", values), Locale.GERMAN).endsWith(" oder 52 weitere"));
    }

    @Test
    void manyConditionsAreCounted() {
        Filter many = or(IntStream.range(0, 100).mapToObj(i -> text("w" + i)).toArray(Filter[]::new));

        assertTrue(ruhr.describe(many, Locale.GERMAN).endsWith(" oder 68 weitere Bedingungen"));
        assertTrue(ruhr.describe(many, Locale.ENGLISH).endsWith(" or 68 more conditions"));
    }

    @Test
    void aHugeFilterHasABoundedSentence() {
        Filter huge = or(IntStream.range(0, 50_000)
                .mapToObj(i -> not(and(text("x".repeat(190) + i % 7), choice("f" + i, "y".repeat(5000)))))
                .toArray(Filter[]::new));

        assertTrue(ruhr.describe(huge, Locale.GERMAN).length() < 20_000);
    }

    @Test
    void aDeepFilterHasABoundedSentence() {
        Filter deep = text("x");
        for (int i = 0; i < 40; i++) {
            List<Filter> both = List.of(deep, text("w" + i));
            deep = i % 2 == 0 ? new Filter.Or(both) : new Filter.And(both);
        }

        String sentence = ruhr.describe(deep, Locale.GERMAN);

        assertTrue(sentence.contains("weitere Bedingungen"), sentence);
        assertTrue(sentence.length() < 1000, sentence);
    }

    @Test
    void textsOfStrangersShowNothingInvisible() {
        String sentence =
                ruhr.describe(and(text("a\u202Eb\u200B\n<i>"), choice("x\u0007y", "v\u2028w")), Locale.GERMAN);

        assertEquals("Einträge mit den Wörtern „ab <i>“ (xy: vw)", sentence);
        assertFalse(sentence.codePoints().anyMatch(c -> Character.getType(c) == Character.FORMAT));
    }

    @Test
    void aNumberOfResultsStandsBeforeTheNoun() {
        Filter both = and(choice("kind", "service", "story"), choice("topic", "robotics"));

        counts(both, 1234, "1.234 Angebote und Geschichten zu Robotik", "1,234 services and stories on Robotics");
        counts(both, 0, "0 Angebote oder Geschichten zu Robotik", "0 services or stories on Robotics");
        counts(Filter.everything(), 2, "2 Einträge", "2 entries");
        counts(
                not(choice("topic", "robotics")),
                2,
                "2 Einträge, aber nicht zu Robotik",
                "2 entries, but not on Robotics");
    }

    @Test
    void aSingleResultIsCalledAsTheSchemaSays() {
        FilterSchema<String> schema = FilterSchema.<String>of(it -> it, it -> it)
                .choice(
                        "kind",
                        LocalizedText.of("Inhalt", "Content"),
                        words("service", "Angebote", "Services", "story", "Geschichten", "Stories"),
                        it -> List.of())
                .noun(LocalizedText.of("Einträge", "Entries"), LocalizedText.of("Eintrag", "Entry"))
                .nounFrom(
                        "kind",
                        term -> term.id().equals("story")
                                ? LocalizedText.of("Geschichte", "Story")
                                : LocalizedText.of("Angebot", "Service"))
                .build();

        assertEquals("1 Angebot", schema.describe(choice("kind", "service"), 1, Locale.GERMAN));
        assertEquals("1 service or story", schema.describe(choice("kind", "service", "story"), 1, Locale.ENGLISH));
        assertEquals("1 Eintrag", schema.describe(Filter.everything(), 1, Locale.GERMAN));
    }

    @Test
    void aSingleResultWithoutANameOfItsOwnIsAResult() {
        counts(choice("kind", "service"), 1, "1 Treffer: Angebote", "1 result: Services");
    }

    @Test
    void aConditionIsSaidWithoutANoun() {
        Filter near = Filter.near(new GeoPoint(51.48, 7.22), 10_000);

        assertEquals("im Umkreis von 10 km um 51,48° N 7,22° O", ruhr.describeCondition(near, Locale.GERMAN));
        assertEquals("in Bochum", ruhr.describeCondition(choice("city", "bochum"), Locale.ENGLISH));
        assertEquals("Type of institution: Network", ruhr.describeCondition(choice("type", "network"), Locale.ENGLISH));
    }

    @Test
    void lessThanNothingCannotBeFound() {
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> ruhr.describe(Filter.everything(), -1, Locale.GERMAN));

        assertEquals("total: expected 0 or more, found -1", refusal.getMessage());
    }

    private void counts(Filter filter, int total, String german, String english) {
        assertEquals(german, ruhr.describe(filter, total, Locale.GERMAN));
        assertEquals(english, ruhr.describe(filter, total, Locale.ENGLISH));
    }

    private void says(Filter filter, String german, String english) {
        assertEquals(german, ruhr.describe(filter, Locale.GERMAN));
        assertEquals(english, ruhr.describe(filter, Locale.ENGLISH));
    }

    private void eventsSay(Filter filter, String german, String english) {
        assertEquals(german, events.describe(filter, Locale.GERMAN));
        assertEquals(english, events.describe(filter, Locale.ENGLISH));
    }

    /** Makes terms of triples: id, German label, English label. */
    private static Vocabulary words(String... triples) {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < triples.length; i += 3) {
            words.add(new Word(triples[i], LocalizedText.of(triples[i + 1], triples[i + 2])));
        }
        return Vocabulary.of(words);
    }
}
