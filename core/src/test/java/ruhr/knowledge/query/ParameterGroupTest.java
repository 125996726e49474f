package ruhr.knowledge.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.value.LocalizedText;

class ParameterGroupTest {

    private static final Parameters PAGE = Parameters.parse(
            "article=7&rk_topic=wind&rk_not_city[]=essen&rk_centres_topic=data&rk_centres_page=3&rk_q=a,b&topic=x&rk_limit=5");

    private final ParameterGroup plain = ParameterGroup.plain(Fair.SCHEMA);
    private final ParameterGroup centres =
            ParameterGroup.named("centres", Fair.SCHEMA).orElseThrow();

    @Test
    void eachGroupReadsItsOwn() {
        assertEquals(Parameters.parse("topic=wind&not_city[]=essen&q=a,b"), plain.own(PAGE));
        assertEquals(Parameters.parse("topic=data&page=3"), centres.own(PAGE));
    }

    @Test
    void whatItWritesLeavesThePageAndOtherGroupsAsTheyAre() {
        assertEquals(
                "article=7&rk_centres_topic=data&rk_centres_page=3&topic=x&rk_limit=5&rk_topic=data&rk_page=2",
                plain.write(PAGE, Parameters.parse("topic=data&page=2")).toString());
        assertEquals(plain.others(PAGE), plain.write(PAGE, Parameters.none()));
    }

    @Test
    void whatIsWrittenIsRead() {
        Parameters own = Parameters.parse("topic=wind&near=51.48,7.22,15km&cursor=abc&sort=name");

        assertEquals(own, plain.own(plain.write(PAGE, own)));
        assertEquals(own, centres.own(centres.write(PAGE, own)));
    }

    @Test
    void anUndecodableParameterStaysAProblemOfItsGroup() {
        Parameters page = Parameters.parse("rk_topic=%FF&rk_centres_topic=wind&x=%FF");

        assertEquals(1, plain.own(page).problems().size());
        assertEquals(List.of(), centres.own(page).problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"not", "", "A", "a_b", "home"})
    void aNameThatBeginsAParameterIsNoGroup(String name) {
        FilterSchema<String> schema = FilterSchema.<String>of(x -> x, x -> x)
                .choice("home_town", LocalizedText.german("Ort"), Lab.CITIES, List::of)
                .build();

        assertEquals(Optional.empty(), ParameterGroup.named(name, schema));
        assertTrue(ParameterGroup.named("centres", schema).isPresent());
    }
}
