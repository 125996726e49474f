package ruhr.knowledge.examples.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.index.FilterIndex;
import ruhr.knowledge.query.Answer;
import ruhr.knowledge.query.FacetCount;

/** The city's records, and what the Ruhr's topics and presets find among them. */
class CityOffersTest {

    private final FilterIndex<Offer> offers = CityPortal.offers();

    private static boolean is(Offer offer, FilterSchema<Offer> schema, String topic) {
        Set<String> within = schema.field("topic").orElseThrow().vocabulary().within(topic);
        return offer.topics().stream().anyMatch(within::contains);
    }

    private static long count(Predicate<Offer> wanted) {
        return CityOffers.all().stream().filter(wanted).count();
    }

    @Test
    void theRecordsAreTheSameWithEveryStart() {
        assertEquals(CityOffers.all(), CityOffers.all());
        assertEquals(300, CityOffers.all().size());
        assertEquals(List.of(), offers.findings());
    }

    @Test
    void theSharedPresetFindsTheCitysRecords() {
        Answer<Offer> answer = offers.ask("preset=knowledge-transfer");

        assertTrue(answer.total() > 0);
        assertEquals(count(offer -> is(offer, offers.schema(), "knowledge-transfer")), answer.total());
    }

    @Test
    void aPresetAboutFieldsThatTheCityDoesNotHaveFindsNothing() {
        assertEquals(0, offers.ask("preset=higher-education").total());
    }

    @Test
    void totalsAndCountsAreThoseOfAPlainLoop() {
        Answer<Offer> answer = offers.ask(
                "preset=knowledge-transfer&district=hafen,altstadt&not_kind=site&facets=district,kind,topic");
        Predicate<Offer> transfer = offer -> is(offer, offers.schema(), "knowledge-transfer");
        Predicate<Offer> noSite = offer -> !offer.kind().equals("site");
        Predicate<Offer> near = offer -> Set.of("hafen", "altstadt").contains(offer.district());

        assertEquals(count(transfer.and(noSite).and(near)), answer.total());
        for (FacetCount district : answer.counts("district")) {
            assertEquals(
                    count(transfer.and(noSite).and(offer -> offer.district().equals(district.value()))),
                    district.entries(),
                    district.value());
        }
        for (FacetCount topic : answer.counts("topic")) {
            assertEquals(
                    count(transfer.and(noSite).and(near).and(offer -> is(offer, offers.schema(), topic.value()))),
                    topic.entries(),
                    topic.value());
        }
        for (FacetCount kind : answer.counts("kind")) {
            assertEquals(
                    count(transfer.and(noSite)
                            .and(near)
                            .and(offer -> offer.kind().equals(kind.value()))),
                    kind.entries(),
                    kind.value());
        }
    }

    @Test
    void recordsAreFoundByWordsDaysYearsAndPlaces() {
        assertTrue(offers.ask("q=wasserstof").total() > 0);
        assertEquals(
                count(offer -> offer instanceof Offer.Site site
                        && site.founded().filter(year -> year >= 2010).isPresent()),
                offers.ask("founded=2010..").total());
        assertEquals(100, offers.ask("day=2027").total());
        assertTrue(offers.ask("near=54.80,6.10,1km").total() > 0);
        assertFalse(offers.suggest("wasserst").isEmpty());
    }

    @Test
    void aSentenceSaysWhatIsAskedFor() {
        Filter filter = Filter.and(Filter.choice("topic", "hydrogen"), Filter.choice("district", "hafen"));

        String german = offers.schema().describe(filter, Locale.GERMAN);
        String english = offers.schema().describe(filter, Locale.ENGLISH);

        assertEquals("Angebote zum Thema Wasserstoff im Stadtteil Hafen", german);
        assertEquals("Offers on Hydrogen in Harbour", english);
    }
}
