package ruhr.knowledge.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruhr.knowledge.widget.view.Message;
import ruhr.knowledge.widget.view.Wordbook;

/** The words of the widgets are complete in German and English, and no template has words of its own. */
class MessagesTest {

    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path SOURCES = Path.of("src/main/java");

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void aFileHasEachKeyOnceAndNoOther(String language) throws IOException {
        Properties file = new Properties();
        List<String> written;
        try (var in = Wordbook.class.getResourceAsStream("messages_" + language + ".properties")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            written = text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .toList();
            file.load(new java.io.StringReader(text));
        }
        Set<String> keys = new TreeSet<>();
        Stream.of(Message.values()).map(Message::key).forEach(keys::add);

        assertEquals(keys, new TreeSet<>(written));
        assertEquals(keys.size(), written.size(), "no key stands twice");
        for (String key : keys) {
            assertFalse(file.getProperty(key).isBlank(), key);
        }
    }

    @Test
    void bothLanguagesPutInTheSame() {
        for (Message message : Message.values()) {
            assertEquals(
                    places(message.in(java.util.Locale.GERMAN)),
                    places(message.in(java.util.Locale.ENGLISH)),
                    message.key());
        }
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Pattern.compile("\\{[0-9]}").matcher(text).results().forEach(it -> places.add(it.group()));
        return places;
    }

    @Test
    void everyMessageIsSaidSomewhere() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : files()) {
            all.append(Files.readString(file));
        }
        List<String> unsaid = new ArrayList<>();
        for (Message message : Message.values()) {
            if (!Pattern.compile("Message\\." + message.name() + "\\b")
                    .matcher(all)
                    .find()) {
                unsaid.add(message.name());
            }
        }

        assertEquals(List.of(), unsaid);
    }

    @Test
    void noTemplateHasWordsOfItsOwn() throws IOException {
        List<String> words = new ArrayList<>();
        try (Stream<Path> templates = Files.walk(TEMPLATES)) {
            for (Path template :
                    templates.filter(it -> it.toString().endsWith(".jte")).toList()) {
                words.addAll(wordsOf(Files.readString(template)));
            }
        }

        assertEquals(List.of(), words);
    }

    @Test
    void aWordInATemplateIsSeen() {
        assertEquals(List.of("Weiter"), wordsOf("@if(x)<p class=\"rk\">Weiter</p>@endif"));
        assertEquals(List.of("Close"), wordsOf("<a aria-label=\"Close\" href=\"${x}\">${y}</a>"));
    }

    @Test
    void numbersAndDistancesAreWrittenAsTheLanguageDoes() {
        assertEquals("1.234 Ergebnisse", Wordbook.GERMAN.count(1234, Message.RESULTS_ONE, Message.RESULTS_OTHER));
        assertEquals("1 result", Wordbook.ENGLISH.count(1, Message.RESULTS_ONE, Message.RESULTS_OTHER));
        assertEquals("0 results", Wordbook.ENGLISH.count(0, Message.RESULTS_ONE, Message.RESULTS_OTHER));
        assertEquals("1,3", Wordbook.GERMAN.kilometres(1_299));
        assertEquals("12", Wordbook.ENGLISH.kilometres(12_300));
        assertEquals("24. Dezember 2026", Wordbook.GERMAN.date(java.time.LocalDate.of(2026, 12, 24)));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> templates = Files.walk(TEMPLATES);
                Stream<Path> sources = Files.walk(SOURCES)) {
            return Stream.concat(templates, sources)
                    .filter(it ->
                            it.toString().endsWith(".jte") || it.toString().endsWith(".java"))
                    .filter(it -> !it.endsWith("Message.java"))
                    .toList();
        }
    }

    /** Returns the words that stand in a template outside of expressions, tags and addresses. */
    private static List<String> wordsOf(String template) {
        String bare = withoutCode(template.replaceAll("(?m)^@(import|param).*$", ""));
        List<String> words = new ArrayList<>();
        Pattern.compile("(?:aria-label|title|alt|placeholder)=\"(\\p{L}[^\"]*)\"")
                .matcher(bare)
                .results()
                .forEach(it -> words.add(it.group(1)));
        Pattern.compile("\\p{L}{3,}")
                .matcher(bare.replaceAll("<[^>]*>", " "))
                .results()
                .forEach(it -> words.add(it.group()));
        return words;
    }

    /** Leaves out {@code ${…}}, {@code !{…}} and {@code @name(…)} with all that stands inside their brackets. */
    private static String withoutCode(String text) {
        Pattern start = Pattern.compile("\\$(unsafe)?\\{|!\\{|@[a-z.]+\\(|@[a-z]+");
        StringBuilder bare = new StringBuilder();
        var matcher = start.matcher(text);
        int at = 0;
        while (matcher.find(at)) {
            bare.append(text, at, matcher.start());
            at = matcher.end();
            char open = text.charAt(at - 1);
            if (open == '{' || open == '(') {
                char close = open == '{' ? '}' : ')';
                for (int depth = 1; depth > 0; at++) {
                    depth += text.charAt(at) == open ? 1 : text.charAt(at) == close ? -1 : 0;
                }
            }
        }
        return bare.append(text.substring(at)).toString();
    }
}
