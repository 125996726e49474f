package ruhr.knowledge.examples.partner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person asks not to be shown any more. Nothing of her may stay, wherever one looks. */
class WithdrawalTest {

    private static final String NAME = "Probeschacht";
    private static final String MAILBOX = "nele.probeschacht";
    private static final String PHONE = "0000-17";
    private static final String ROLE = "Lotsin zwischen Betrieb";
    private static final String PORTRAIT = "portrait of chamber-contact";
    private static final String ALT = "eine Frau mit kurzem dunklem Haar";

    private static final List<String> ADDRESSES = List.of(
            "/",
            "/en/",
            "/?rk_topic=knowledge-transfer",
            "/ruhr-knowledge/widgets/focus?id=our-contact&lang=de",
            "/ruhr-knowledge/widgets/focus?id=our-contact&lang=en",
            "/ruhr-knowledge/widgets/institutions?lang=de&limit=100",
            "/ruhr-knowledge/widgets/filter?lang=de",
            "/ruhr-knowledge/embed/focus?id=our-contact&lang=de",
            "/ruhr-knowledge/embed/institutions?lang=de",
            "/ruhr-knowledge/embed/filter?lang=de",
            "/ruhr-knowledge/api/v1/institutions?limit=100",
            "/ruhr-knowledge/api/v1/institutions/model-district-chamber",
            "/ruhr-knowledge/health");

    @TempDir
    Path folder;

    private PartnerSite site;
    private Visitor visitor;

    @BeforeEach
    void open() throws IOException {
        site = PartnerSite.start(0, folder);
        visitor = new Visitor(site.address());
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aPublishedPersonIsSeenByTheSameSearchThatLaterFindsNothing() throws Exception {
        Map<String, HttpResponse<byte[]>> answers = answers();

        for (String part : List.of(NAME, MAILBOX, PHONE, ROLE, PORTRAIT, ALT)) {
            assertFalse(with(part, answers).isEmpty(), part);
        }
        assertTrue(with(NAME, answers).containsAll(List.of("/", "/en/")), "both pages show her");
        assertFalse(filesWith(PORTRAIT).isEmpty(), "her portrait lies in the folder");
        assertTrue(site.knowledge().find("chamber-contact").toString().contains(NAME));
        assertTrue(
                site.knowledge().snapshot().findings().isEmpty(),
                () -> site.knowledge().snapshot().findings().toString());
    }

    @Test
    void aWithdrawnPersonIsGoneFromAnswersRendersAndFilesAfterOneReload() throws Exception {
        String portrait = portraitAddress();
        assertEquals(200, visitor.get(portrait).statusCode());
        List<String> addressesBefore = new ArrayList<>(answers().keySet());

        write(withoutContacts(document()));
        assertTrue(site.refresh(), "the reload sees the change");

        Map<String, HttpResponse<byte[]>> answers = answers();
        answers.putAll(visitor.answers(addressesBefore));
        for (String part : List.of(NAME, MAILBOX, PHONE, ROLE, PORTRAIT, ALT)) {
            assertEquals(List.of(), with(part, answers), part);
            assertEquals(List.of(), filesWith(part), part);
        }
        assertEquals(404, visitor.get(portrait).statusCode(), "the address of her portrait");
        assertTrue(site.knowledge().find("chamber-contact").isEmpty());
        assertFalse(site.knowledge()
                .ask("kind=contact&limit=100")
                .entries()
                .toString()
                .contains(NAME));
        assertFalse(
                site.knowledge().snapshot().frame().images().keySet().toString().contains("chamber-contact"));
    }

    @Test
    void whatAPersonNoLongerReleasesIsGoneAndTheRestStays() throws Exception {
        String portrait = portraitAddress();

        write(document()
                .replace("\"publish\": [\"name\", \"email\", \"phone\", \"photo\"]", "\"publish\": [\"name\"]"));
        assertTrue(site.refresh(), "the reload sees the change");

        Map<String, HttpResponse<byte[]>> answers = answers();
        for (String part : List.of(MAILBOX, PHONE, PORTRAIT, ALT)) {
            assertEquals(List.of(), with(part, answers), part);
        }
        assertTrue(with(NAME, answers).containsAll(List.of("/", "/en/")), "she is still named");
        assertEquals(404, visitor.get(portrait).statusCode(), "the address of her portrait");
        assertEquals(List.of(), filesWith(PORTRAIT));
    }

    @Test
    void aPersonStaysWithdrawnWhenTheSiteStartsAgain() throws Exception {
        write(withoutContacts(document()));
        site.refresh();
        site.close();

        open();

        assertEquals(List.of(), with(NAME, answers()));
        assertEquals(List.of(), filesWith(PORTRAIT));
    }

    @Test
    void aDocumentThatCannotBeReadTakesNothingAway() throws Exception {
        write("{ half a docu");

        try {
            site.refresh();
        } catch (RuntimeException expected) {
            assertTrue(expected.getMessage().contains("people.json"), expected.getMessage());
        }

        assertTrue(visitor.text("/").contains(NAME));
        assertFalse(filesWith(PORTRAIT).isEmpty());
    }

    @Test
    void aPortraitThatTheWebmasterBroughtIsNotTheSitesToDelete() throws Exception {
        Path portrait = folder.resolve("images/chamber-contact.svg");
        Files.writeString(portrait, "<svg xmlns=\"http://www.w3.org/2000/svg\"><!-- brought --></svg>");
        write(withoutContacts(document()));

        site.refresh();

        assertTrue(Files.exists(portrait));
    }

    private String document() throws IOException {
        return Files.readString(folder.resolve("people.json"));
    }

    private void write(String document) throws IOException {
        Files.writeString(folder.resolve("people.json"), document);
    }

    private static String withoutContacts(String document) {
        int contacts = document.indexOf("\"contacts\": [");
        int focuses = document.indexOf("\"focuses\": [");
        assertTrue(contacts > 0 && focuses > contacts, "the document is as this test knows it");
        return document.substring(0, contacts) + document.substring(focuses);
    }

    private String portraitAddress() throws Exception {
        Matcher image = Pattern.compile("<img[^>]*src=\"([^\"]*chamber-contact[^\"]*)\"")
                .matcher(visitor.text("/"));
        assertTrue(image.find(), "the page shows her portrait");
        return image.group(1);
    }

    private Map<String, HttpResponse<byte[]>> answers() throws Exception {
        return visitor.answersAround(ADDRESSES);
    }

    private static List<String> with(String part, Map<String, HttpResponse<byte[]>> answers) {
        List<String> found = new ArrayList<>();
        answers.forEach((address, answer) -> {
            if (Visitor.text(answer).contains(part)
                    || answer.headers().map().toString().contains(part)) {
                found.add(address);
            }
        });
        return found;
    }

    private List<String> filesWith(String part) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> contains(file, part))
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }

    private static boolean contains(Path file, String part) {
        try {
            return new String(Files.readAllBytes(file), UTF_8).contains(part);
        } catch (IOException unreadable) {
            throw new AssertionError(file.toString(), unreadable);
        }
    }
}
