package ruhr.knowledge.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.export.ContactVCard;
import ruhr.knowledge.model.ContactId;
import ruhr.knowledge.model.ContactPerson;
import ruhr.knowledge.model.Institution;
import ruhr.knowledge.model.InstitutionId;
import ruhr.knowledge.query.Deadline;
import ruhr.knowledge.value.LocalizedText;

class ContactVCardTest {

    private final KnowledgeBase ruhr = KnowledgeBase.ruhr();

    private ContactPerson contact(String id) {
        return ruhr.snapshot()
                .searcher()
                .find(id, Deadline.none())
                .map(ContactPerson.class::cast)
                .orElseThrow();
    }

    private Optional<Institution> institution(ContactPerson contact) {
        return ruhr.snapshot()
                .searcher()
                .find(contact.institution().value(), Deadline.none())
                .map(Institution.class::cast);
    }

    private static ContactPerson named(String role, String name) {
        return new ContactPerson(
                new ContactId("x"),
                new InstitutionId("y"),
                LocalizedText.german(role),
                Optional.of(name),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                List.of());
    }

    @Test
    void aPersonHasNameRoleAndWhatIsPublished() {
        ContactPerson mara = contact("transfer-contact");

        String card = new ContactVCard(Locale.ENGLISH).one(mara, institution(mara));

        assertEquals(
                List.of(
                        "BEGIN:VCARD",
                        "VERSION:4.0",
                        "KIND:individual",
                        "FN:Mara Musterkamp",
                        "TITLE:Contact for knowledge transfer",
                        "ORG:"
                                + institution(mara)
                                        .orElseThrow()
                                        .name()
                                        .in(Locale.ENGLISH)
                                        .text(),
                        "EMAIL;TYPE=work:mara.musterkamp@example.org",
                        "TEL;TYPE=work:+49 234 0000-0",
                        "NOTE:Invented example",
                        "END:VCARD"),
                card.lines().toList());
        assertTrue(card.endsWith("END:VCARD\r\n"));
    }

    @Test
    void aRoleWithoutANameIsAGroup() {
        ContactPerson desk = contact("start-up-desk");

        String card = new ContactVCard(Locale.GERMAN).one(desk, Optional.empty());

        assertTrue(card.contains("KIND:group\r\nFN:Sprechstunde Gründung\r\n"), card);
        assertFalse(card.contains("TITLE") || card.contains("ORG") || card.contains("TEL"), card);
    }

    @Test
    void whatDividesValuesIsEscapedAndNothingBecomesALine() {
        String card =
                new ContactVCard(Locale.GERMAN).one(named("Rat; Tat, \\ mehr", "Kim\r\nTEL:+49 1"), Optional.empty());

        assertTrue(card.contains("FN:Kim\\nTEL:+49 1\r\n"), card);
        assertTrue(card.contains("TITLE:Rat\\; Tat\\, \\\\ mehr\r\n"), card);
    }

    @Test
    void longLinesAreFoldedBetweenCharacters() {
        String role = "Ü😀".repeat(60);

        String card = new ContactVCard(Locale.GERMAN).one(named(role, "Kim"), Optional.empty());

        assertTrue(card.lines().allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75), card);
        assertTrue(card.replace("\r\n ", "").contains("TITLE:" + role + "\r\n"));
    }
}
