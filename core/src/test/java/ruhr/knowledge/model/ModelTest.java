package ruhr.knowledge.model;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruhr.knowledge.value.LocalizedText;

/** An object of the model is never half right. */
class ModelTest {

    private static final LocalizedText NAME = LocalizedText.german("Institut");
    private static final Site ESSEN =
            new Site("essen", Optional.empty(), Optional.empty(), Optional.empty(), Site.Precision.CITY);

    @Test
    void anInstitutionInSeveralTownsNamesEachOnceAndTheMainOneFirst() {
        Site marl = new Site("marl", Optional.empty(), Optional.empty(), Optional.empty(), Site.Precision.CITY);

        assertEquals(
                List.of("marl", "essen"),
                institution(List.of(marl, ESSEN, marl), Status.ACTIVE, Optional.empty(), List.of())
                        .municipalities());
    }

    @Test
    void anInstitutionWithoutASiteIsRefused() {
        refuses("sites", () -> institution(List.of(), Status.ACTIVE, Optional.empty(), List.of()));
    }

    @Test
    void anActiveInstitutionHasNoSuccessor() {
        Optional<InstitutionId> other = Optional.of(new InstitutionId("other"));

        refuses("successor", () -> institution(List.of(ESSEN), Status.ACTIVE, other, List.of()));
        assertDoesNotThrow(() -> institution(List.of(ESSEN), Status.MERGED, other, List.of()));
    }

    @Test
    void anInstitutionIsNeitherItsOwnParentNorItsOwnSuccessor() {
        InstitutionId self = new InstitutionId("self");

        refuses("parents", () -> institution(List.of(ESSEN), Status.ACTIVE, Optional.empty(), List.of(self)));
        refuses("parents", () -> institution(List.of(ESSEN), Status.MERGED, Optional.of(self), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://ror.org/04tsk2644", "https://ror.org/01k97gp34"})
    void aRorAddressWithARightChecksumIsTaken(String address) {
        assertEquals(URI.create(address), RorId.address(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ror.org/04tsk2645",
                "https://ror.org/04tsk264",
                "https://ror.org/14tsk2644",
                "https://ror.org/04tsi2644",
                "http://ror.org/04tsk2644",
                "04tsk2644",
                ""
            })
    void aRorAddressThatSomebodyMistypedIsRefused(String address) {
        refuses("ror", () -> RorId.address(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JAVASCRIPT:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "//example.org",
                "example.org",
                "https:",
                "https:///path",
                "https://user:secret@example.org/",
                "https://exa mple.org",
                "mailto:a@example.org"
            })
    void aLinkLeadsToTheWebOrIsRefused(String address) {
        refuses("link", () -> Link.webAddress(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/a.png",
                "../a.png",
                "images/../a.png",
                "images/a..png",
                "images/a.gif",
                "images/A.png",
                "/images/a.png",
                "images/.png",
                "images/a.png?x"
            })
    void aPictureLiesBesideItsDocument(String src) {
        refuses("image", () -> new Image(src, NAME, 10, 10, Optional.empty()));
    }

    @Test
    void aPictureHasASize() {
        assertDoesNotThrow(() -> new Image("images/a-1.jpg", NAME, 10, 10, Optional.empty()));
        refuses("image", () -> new Image("images/a.jpg", NAME, 0, 10, Optional.empty()));
        refuses("image", () -> new Image("images/a.jpg", NAME, 10, 10_001, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "@example.org",
                "a@b",
                "a@@example.org",
                "a b@example.org",
                "a@example.org?cc=b@x.org",
                "a@example.org,b@example.org",
                "<a@example.org>",
                "a@exämple.org",
                "a@example.org."
            })
    void aMailboxThatAMailProgramWouldReadMoreIntoIsRefused(String mailbox) {
        refuses("email", () -> ContactPerson.requireMailbox(mailbox));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+49 234 123456", "0234/12 34-0", "(0201) 115", "115"})
    void numbersAsPeopleWriteThemAreTaken(String number) {
        assertEquals(number, ContactPerson.requirePhoneNumber(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "call me", "0234 123;ext=4", "49+234", "123456789012345678901"})
    void whatCannotBeDialledIsRefused(String number) {
        refuses("phone", () -> ContactPerson.requirePhoneNumber(number));
    }

    @Test
    void aFigureHasAYearOrSaysWhoPublishedIt() {
        refuses(
                "figure",
                () -> new KeyFigure(
                        "f",
                        "22",
                        KeyFigure.Qualifier.EXACT,
                        Optional.empty(),
                        Optional.empty(),
                        NAME,
                        List.of(),
                        Optional.empty(),
                        List.of()));
        assertDoesNotThrow(() -> new KeyFigure(
                "f",
                "Lünen",
                KeyFigure.Qualifier.EXACT,
                Optional.empty(),
                Optional.of(1965),
                NAME,
                List.of(),
                Optional.empty(),
                List.of()));
    }

    @Test
    void aContactWithoutAPublishedNameIsListedByItsRole() {
        ContactPerson desk = new ContactPerson(
                new ContactId("desk"),
                new InstitutionId("self"),
                LocalizedText.of("Empfang", "Reception"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                true,
                List.of());

        assertEquals(LocalizedText.of("Empfang", "Reception"), desk.name());
    }

    private static Institution institution(
            List<Site> sites, Status status, Optional<InstitutionId> successor, List<InstitutionId> parents) {
        return new Institution(
                new InstitutionId("self"),
                NAME,
                Optional.empty(),
                "institute",
                Optional.empty(),
                sites,
                status,
                successor,
                parents,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of());
    }

    private static void refuses(String what, Runnable making) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, making::run);
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.startsWith(what) && message.contains("expected") && message.contains("found"), message);
    }
}
