package ruhr.knowledge.widget;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.source.FileSource;

/** A document with one record of each kind and one block of each kind, whose every text can be replaced. */
final class SmallWorld {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);

    private final UnaryOperator<String> text;

    private SmallWorld(UnaryOperator<String> text) {
        this.text = text;
    }

    /** Opens the document with its own texts. */
    static KnowledgeBase open(Path folder) throws IOException {
        return open(folder, UnaryOperator.identity());
    }

    /** Opens the document with other texts. */
    static KnowledgeBase open(Path folder, UnaryOperator<String> text) throws IOException {
        Files.createDirectories(folder.resolve("images"));
        Files.writeString(
                folder.resolve("images/hall.svg"),
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"><path d=\"M0 0h4v3H0z\"/></svg>");
        Path document = Files.writeString(folder.resolve("world.json"), escaped(new SmallWorld(text).document()));
        return KnowledgeBase.open(CLOCK, FileSource.of(document));
    }

    /** Writes surrogates as JSON escapes, since half a pair has no bytes. */
    private static String escaped(String json) {
        StringBuilder escaped = new StringBuilder(json.length());
        json.chars()
                .forEach(c -> escaped.append(
                        Character.isSurrogate((char) c) ? String.format("\\u%04x", c) : String.valueOf((char) c)));
        return escaped.toString();
    }

    private String document() {
        return Json.createObjectBuilder()
                .add(
                        "sources",
                        list(record("s1").add("title", text.apply("Ein Buch")).add("url", "https://example.org/b")))
                .add(
                        "topics",
                        list(
                                record("energy").add("label", text("Energie", "Energy")),
                                record("hydrogen")
                                        .add("label", text("Wasserstoff", "Hydrogen"))
                                        .add(
                                                "broader",
                                                Json.createArrayBuilder().add("energy"))))
                .add("types", list(record("institute").add("label", text("Institut", "Institute"))))
                .add(
                        "municipalities",
                        list(record("essen")
                                .add("label", text("Essen", "Essen"))
                                .add("kind", "city")))
                .add("institutions", list(institution("old"), institution("new")))
                .add("services", list(service()))
                .add("contacts", list(contact("kim", true), contact("desk", false)))
                .add("stories", list(story()))
                .add("figures", list(figure()))
                .add("focuses", list(focus()))
                .build()
                .toString();
    }

    private JsonObjectBuilder institution(String id) {
        JsonObjectBuilder institution = record(id)
                .add(
                        "name",
                        text(
                                id.equals("old") ? "Altes Institut" : "Neues Institut",
                                id.equals("old") ? "Old Institute" : "New Institute"))
                .add("shortName", text.apply("INST"))
                .add("type", "institute")
                .add("summary", text("Forscht zu Wasserstoff.", "Does research on hydrogen."))
                .add(
                        "sites",
                        list(Json.createObjectBuilder()
                                .add("municipality", "essen")
                                .add("label", text("Haus A", "House A"))))
                .add("topics", list(record("hydrogen").add("assignedBy", "editor")))
                .add("website", "https://example.org/" + id)
                .add("example", true)
                .add("sources", Json.createArrayBuilder().add("s1"));
        return id.equals("old") ? institution.add("status", "merged").add("successor", "new") : institution;
    }

    private JsonObjectBuilder service() {
        return record("advice")
                .add("name", text("Beratung", "Advice"))
                .add("summary", text("Eine Stunde für Ihre Frage.", "An hour for your question."))
                .add("provider", "new")
                .add(
                        "link",
                        Json.createObjectBuilder()
                                .add("url", "https://example.org/advice")
                                .add("label", text("Termin", "Appointment")))
                .add("example", true);
    }

    private JsonObjectBuilder contact(String id, boolean person) {
        JsonObjectBuilder contact = record(id)
                .add("institution", "new")
                .add("role", text("Ansprechpartnerin", "Contact"))
                .add(
                        "publish",
                        Json.createArrayBuilder()
                                .add("name")
                                .add("email")
                                .add("phone")
                                .add("photo"))
                .add("review", "2027-06-30")
                .add("example", true);
        return person
                ? contact.add("name", text.apply("Kim Muster"))
                        .add("email", "kim@example.org")
                        .add("phone", "+49 201 0000-0")
                        .add("photo", image())
                : contact;
    }

    private JsonObjectBuilder story() {
        return record("opening")
                .add("title", text("Ein Haus öffnet", "A house opens"))
                .add("teaser", text("Seit Montag offen.", "Open since Monday."))
                .add("paragraphs", list(text("Am Montag öffnete das Haus.", "The house opened on Monday.")))
                .add("topics", list(record("hydrogen")))
                .add("institutions", Json.createArrayBuilder().add("new"))
                .add("image", image())
                .add(
                        "link",
                        Json.createObjectBuilder()
                                .add("url", "https://example.org/story")
                                .add("label", text("Mehr", "More")))
                .add("example", true)
                .add("sources", Json.createArrayBuilder().add("s1"));
    }

    private JsonObjectBuilder figure() {
        return record("patents")
                .add("value", "258000")
                .add("qualifier", "about")
                .add("unit", "%")
                .add("label", text("Patente", "Patents"))
                .add(
                        "asPublished",
                        Json.createObjectBuilder().add("by", text.apply("Amt")).add("read", "2026-11-23"))
                .add("sources", Json.createArrayBuilder().add("s1"));
    }

    private JsonObjectBuilder focus() {
        return record("energy")
                .add("topic", "energy")
                .add("title", text("Energie im Revier", "Energy in the district"))
                .add("description", text("Wer an Energie forscht.", "Who does research on energy."))
                .add(
                        "blocks",
                        list(
                                block("hero")
                                        .add("title", text("Energie im Revier", "Energy in the district"))
                                        .add("intro", text("Ein Überblick.", "An overview."))
                                        .add("image", image()),
                                block("text")
                                        .add("title", text("Warum", "Why"))
                                        .add(
                                                "paragraphs",
                                                list(text("Darum.", "Because."), text("Und darum.", "And because."))),
                                block("figures")
                                        .add("title", text("Zahlen", "Figures"))
                                        .add(
                                                "figures",
                                                Json.createArrayBuilder().add("patents")),
                                block("institutions")
                                        .add("title", text("Wer", "Who"))
                                        .add("text", text("Alle Institute.", "All institutes."))
                                        .add("query", "topic=energy&status=any")
                                        .add("limit", 5),
                                block("image").add("image", image()),
                                block("services")
                                        .add("title", text("Angebote", "Services"))
                                        .add("text", text("Für alle.", "For all."))
                                        .add(
                                                "services",
                                                Json.createArrayBuilder().add("advice"))
                                        .add("closing", text("Bis bald.", "See you soon.")),
                                block("contact")
                                        .add("title", text("Kontakt", "Contact"))
                                        .add("contact", "kim"),
                                block("contact")
                                        .add("title", text("Empfang", "Reception"))
                                        .add("contact", "desk"),
                                block("teasers")
                                        .add("title", text("Mehr", "More"))
                                        .add(
                                                "teasers",
                                                list(
                                                        Json.createObjectBuilder()
                                                                .add("story", "opening"),
                                                        Json.createObjectBuilder()
                                                                .add("story", "opening")
                                                                .add("readMore", false)
                                                                .add("chip", false)))));
    }

    private JsonObjectBuilder image() {
        return Json.createObjectBuilder()
                .add("src", "images/hall.svg")
                .add("alt", text("Eine Halle.", "A hall."))
                .add("width", 400)
                .add("height", 300)
                .add("credit", text.apply("Zeichnung: K. Muster"));
    }

    private JsonObjectBuilder text(String german, String english) {
        return Json.createObjectBuilder().add("de", text.apply(german)).add("en", text.apply(english));
    }

    private static JsonObjectBuilder record(String id) {
        return Json.createObjectBuilder().add("id", id);
    }

    private static JsonObjectBuilder block(String kind) {
        return Json.createObjectBuilder().add("block", kind);
    }

    private static JsonArrayBuilder list(JsonObjectBuilder... records) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        for (JsonObjectBuilder record : records) {
            list.add(record);
        }
        return list;
    }
}
