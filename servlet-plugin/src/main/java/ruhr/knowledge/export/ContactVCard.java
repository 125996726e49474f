package ruhr.knowledge.export;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import ruhr.knowledge.model.ContactPerson;
import ruhr.knowledge.model.Institution;

/**
 * Writes a contact person as a vCard 4.0 (RFC 6350): what the person published, and nothing else. Whoever has no name is
 * written as a role.
 */
public final class ContactVCard {

    /** The media type of a vCard. */
    public static final String MEDIA_TYPE = "text/vcard;charset=UTF-8";

    private static final int LONGEST_LINE = 75;

    private final Locale language;

    /**
     * Writes for one language.
     *
     * @param language the language of role and institution
     */
    public ContactVCard(Locale language) {
        this.language = language;
    }

    /**
     * Writes one person.
     *
     * @param contact the person
     * @param institution where the person works, if that is known
     * @return a vCard with lines that end in CRLF, folded at 75 bytes
     */
    public String one(ContactPerson contact, Optional<Institution> institution) {
        StringBuilder card = new StringBuilder();
        String role = contact.role().in(language).text();
        line(card, "BEGIN:VCARD");
        line(card, "VERSION:4.0");
        line(card, contact.personName().isPresent() ? "KIND:individual" : "KIND:group");
        line(card, "FN:" + escaped(contact.personName().orElse(role)));
        if (contact.personName().isPresent()) {
            line(card, "TITLE:" + escaped(role));
        }
        institution.ifPresent(
                it -> line(card, "ORG:" + escaped(it.name().in(language).text())));
        contact.email().ifPresent(email -> line(card, "EMAIL;TYPE=work:" + escaped(email)));
        contact.phone().ifPresent(phone -> line(card, "TEL;TYPE=work:" + escaped(phone)));
        institution.flatMap(Institution::website).ifPresent(url -> line(card, "URL:" + url.toASCIIString()));
        if (contact.example()) {
            line(
                    card,
                    "NOTE:"
                            + escaped(
                                    language.getLanguage().equals("en") ? "Invented example" : "Erfundenes Beispiel"));
        }
        line(card, "END:VCARD");
        return card.toString();
    }

    /** Escapes what would end a value or divide it; texts of the data have no line breaks. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(",", "\\,")
                .replace(";", "\\;")
                .replaceAll("\\R", "\\\\n");
    }

    /** Adds a line, folded so that no piece is longer than 75 bytes and no character is cut. */
    private static void line(StringBuilder card, String line) {
        int bytes = 0;
        for (int i = 0; i < line.length(); ) {
            int c = line.codePointAt(i);
            int size = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > LONGEST_LINE) {
                card.append("\r\n ");
                bytes = 1;
            }
            card.appendCodePoint(c);
            bytes += size;
            i += Character.charCount(c);
        }
        card.append("\r\n");
    }
}
