package ruhr.knowledge.snapshot;

import java.util.List;
import java.util.Optional;
import ruhr.knowledge.model.EntryKind;

/**
 * Looks at a snapshot before it takes the place of another. Who finds something suspicious holds it back; what was shown
 * before stays until the data change again or somebody accepts the snapshot.
 *
 * <pre>{@code
 * Validator noHolidays = (before, next) -> next.entries(EntryKind.STORY) == 0
 *         ? Optional.of(new Validator.Objection("no-stories", "There is no story left."))
 *         : Optional.empty();
 * }</pre>
 *
 * <p>Implementations are thread-safe and only look.
 */
@FunctionalInterface
public interface Validator {

    /** Below this many entries of a kind, their number says nothing. */
    int FEW = 10;

    /**
     * Says what is suspicious.
     *
     * @param before the snapshot that is shown
     * @param next the one that would be shown
     * @return an objection, or empty if all is well
     */
    Optional<Objection> look(Snapshot before, Snapshot next);

    /**
     * Why a snapshot is held back.
     *
     * @param code a word for it, made of a-z and hyphens
     * @param sentence the same for a person, with numbers
     */
    record Objection(String code, String sentence) {}

    /**
     * Returns the validators that hold where nobody names others: of a kind, no more than 30 % may disappear at once; of what
     * came in, no more than 20 % may be left out and no more than 5 % may repeat an id.
     *
     * @return three validators
     */
    static List<Validator> usual() {
        return List.of(countDrop(0.3), leftOut(0.2), repeated(0.05));
    }

    /**
     * Objects when a kind of entries shrinks by too much. Contact persons are not counted: who withdraws must be gone at once,
     * however many do. Kinds of fewer than ten entries are not counted, either.
     *
     * @param share how much of a kind may disappear, for example 0.3
     * @return a validator with the code {@code count-drop}
     */
    static Validator countDrop(double share) {
        return (before, next) -> {
            for (EntryKind kind : EntryKind.values()) {
                int was = before.entries(kind);
                int left = next.entries(kind);
                if (kind != EntryKind.CONTACT && was >= FEW && left < was * (1 - share)) {
                    return Optional.of(new Objection(
                            "count-drop",
                            "Expected at least " + percent(1 - share) + " of the " + was + " entries of the kind '"
                                    + kind.id() + "', found " + left + "."));
                }
            }
            return Optional.empty();
        };
    }

    /**
     * Objects when too many records cannot be shown.
     *
     * @param share how many of the records may be left out, for example 0.2
     * @return a validator with the code {@code left-out}
     */
    static Validator leftOut(double share) {
        return (before, next) -> {
            Intake intake = next.intake();
            int all = Math.max(intake.records(), intake.leftOut());
            return intake.leftOut() >= FEW && intake.leftOut() > all * share
                    ? Optional.of(new Objection(
                            "left-out",
                            "Expected at most " + percent(share) + " of " + all
                                    + " records with a mistake that leaves them out," + " found " + intake.leftOut()
                                    + "."))
                    : Optional.empty();
        };
    }

    /**
     * Objects when too many records of one source have the id of another one of it.
     *
     * @param share how many of the records may, for example 0.05
     * @return a validator with the code {@code repeated-ids}
     */
    static Validator repeated(double share) {
        return (before, next) -> {
            Intake intake = next.intake();
            return intake.repeated() >= FEW && intake.repeated() > intake.records() * share
                    ? Optional.of(new Objection(
                            "repeated-ids",
                            "Expected at most " + percent(share) + " of " + intake.records()
                                    + " records with an id that stands twice in a source, found " + intake.repeated()
                                    + "."))
                    : Optional.empty();
        };
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }
}
