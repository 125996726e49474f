package ruhr.knowledge.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.filter.Term;
import ruhr.knowledge.model.Entry;
import ruhr.knowledge.model.EntryKind;
import ruhr.knowledge.widget.WidgetRequest.Delivery;
import ruhr.knowledge.widget.view.Languages;

class AddressesTest {

    private static final FilterSchema<Entry> SCHEMA =
            KnowledgeBase.ruhr().snapshot().schema();
    private static final List<String> PARTS = List.of(
            "topic=energy",
            "topic=hydrogen,mobility",
            "city=bochum",
            "not_topic=energy",
            "q=topic%3Denergy",
            "near=51.48,7.22,15km",
            "sort=name",
            "page=3",
            "status=any",
            "rk_topic=energy",
            "rk_b_topic=hydrogen",
            "rk_q=energy%26topic",
            "id=energy",
            "a=topic%3Denergy");

    @Test
    void areThoseThatAreWrittenInFullInWhateverTheyStand() {
        Random random = new Random(4);
        FilterSchema.Field<Entry> topics = SCHEMA.field("topic").orElseThrow();
        List<String> ids =
                topics.vocabulary().terms().stream().map(Term::id).collect(ArrayList::new, List::add, List::addAll);
        for (int round = 0; round < 200; round++) {
            Collections.shuffle(ids, random);
            PanelLinks links = selection(random).links("institutions");
            Addresses addresses = links.only(topics);

            for (String id : ids) {
                assertEquals(links.only(topics, id), addresses.of(id));
            }
        }
    }

    @Test
    void areWrittenInFullWhereTheyDifferInMoreThanTheValue() {
        Addresses addresses = new Addresses(value -> "?" + value.length() + "=" + value);

        assertEquals("?1=a", addresses.of("a"));
        assertEquals("?2=bb", addresses.of("bb"));
        assertEquals("?3=ccc", addresses.of("ccc"));
    }

    @Test
    void areWrittenInFullTwiceOnly() {
        List<String> written = new ArrayList<>();
        Addresses addresses = new Addresses(value -> {
            written.add(value);
            return "?topic=" + value + "#a";
        });

        for (String value : List.of("a", "a", "b", "c", "d", "a")) {
            assertEquals("?topic=" + value + "#a", addresses.of(value));
        }
        assertEquals(List.of("a", "a", "b"), written);
    }

    @Test
    void writeInFullWhatWouldHaveToBeEncoded() {
        Addresses addresses = new Addresses(value -> "?topic=" + value.replace("&", "%26"));
        addresses.of("a");
        addresses.of("b");

        assertEquals("?topic=c%26d", addresses.of("c&d"));
    }

    private static Selection selection(Random random) {
        boolean isHosted = random.nextBoolean();
        Optional<String> group = Optional.of("b").filter(it -> random.nextBoolean());
        WidgetRequest request = new WidgetRequest(
                "institutions",
                some(random),
                isHosted ? Optional.of(some(random)) : Optional.empty(),
                Locale.GERMAN,
                Delivery.FRAGMENT);
        return Selection.of(
                SCHEMA, request, new Languages(null).of(Locale.GERMAN), group, "/energy", EntryKind.INSTITUTION);
    }

    private static Parameters some(Random random) {
        List<String> some = new ArrayList<>(PARTS);
        some.removeIf(part -> random.nextInt(4) > 0);
        return Parameters.parse(String.join("&", some));
    }
}
