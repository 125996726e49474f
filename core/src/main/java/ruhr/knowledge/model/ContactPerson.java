package ruhr.knowledge.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ruhr.knowledge.value.Finding;
import ruhr.knowledge.value.LocalizedText;

/**
 * Whom to ask: a role at an institution, with as much of the person as may be published.
 *
 * <p>What a person did not release for publication is not in this object, and so in no answer, cache, page or file made
 * from it.
 *
 * @param id the identifier
 * @param institution where the person works
 * @param role what the person is there for; always known
 * @param personName the person's name, if it is published
 * @param email the mailbox, if it is published
 * @param phone the number, if it is published
 * @param photo the portrait, if it is published
 * @param review until when somebody has to ask the person again
 * @param topics what the person knows about
 * @param example whether the person is invented
 * @param sources where the facts come from
 */
public record ContactPerson(
        ContactId id,
        InstitutionId institution,
        LocalizedText role,
        Optional<String> personName,
        Optional<String> email,
        Optional<String> phone,
        Optional<Image> photo,
        Optional<LocalDate> review,
        List<AssignedTopic> topics,
        boolean example,
        List<String> sources)
        implements Entry {

    /**
     * Checks mailbox and number and copies the lists.
     *
     * @throws IllegalArgumentException if the mailbox or the number has a form that no program could use
     */
    public ContactPerson {
        topics = List.copyOf(topics);
        sources = List.copyOf(sources);
        email.ifPresent(ContactPerson::requireMailbox);
        phone.ifPresent(ContactPerson::requirePhoneNumber);
    }

    /**
     * Returns a text if mail can be sent to it.
     *
     * @param text any text
     * @return the text
     * @throws IllegalArgumentException if it has a form that a mail program could not use, or would read more into
     */
    public static String requireMailbox(String text) {
        if (!isMailbox(text)) {
            throw new IllegalArgumentException(
                    "email: expected a mailbox such as transfer@example.org, found " + Finding.quote(text));
        }
        return text;
    }

    /**
     * Returns a text if it can be dialled.
     *
     * @param text any text
     * @return the text
     * @throws IllegalArgumentException if it is not made of digits, spaces and {@code + - / ( )}
     */
    public static String requirePhoneNumber(String text) {
        if (!isPhoneNumber(text)) {
            throw new IllegalArgumentException(
                    "phone: expected a number such as +49 234 123456, found " + Finding.quote(text));
        }
        return text;
    }

    @Override
    public EntryKind kind() {
        return EntryKind.CONTACT;
    }

    @Override
    public LocalizedText name() {
        return personName.map(LocalizedText::german).orElse(role);
    }

    private static boolean isMailbox(String text) {
        int at = text.indexOf('@');
        return at > 0
                && at == text.lastIndexOf('@')
                && text.indexOf('.', at) > at + 1
                && !text.endsWith(".")
                && text.length() <= 254
                && text.chars().allMatch(c -> c > ' ' && c < 127 && "\"(),:;<>[\\]?&%#/".indexOf(c) < 0);
    }

    private static boolean isPhoneNumber(String text) {
        long digits = text.chars().filter(c -> c >= '0' && c <= '9').count();
        return digits >= 3
                && digits <= 20
                && text.length() <= 40
                && text.indexOf('+') <= 0
                && text.chars().allMatch(c -> c >= '0' && c <= '9' || "+ -/()".indexOf(c) >= 0);
    }
}
