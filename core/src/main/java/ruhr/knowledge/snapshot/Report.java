package ruhr.knowledge.snapshot;

import java.util.ArrayList;
import java.util.List;
import ruhr.knowledge.source.EntrySink.Place;
import ruhr.knowledge.value.Finding;
import ruhr.knowledge.value.Finding.Severity;

/** Collects what is wrong, in the order in which it is found. */
final class Report {

    private static final int MOST_FINDINGS = 10_000;

    private final List<Finding> findings = new ArrayList<>();
    private int leftOut;

    List<Finding> findings() {
        return findings;
    }

    /** Returns how many records are left out, also beyond the findings that are kept. */
    int leftOut() {
        return leftOut;
    }

    void add(Finding finding) {
        if (finding.severity() == Severity.RECORD_LEFT_OUT) {
            leftOut++;
        }
        // A document that is wrong from end to end shall not fill the memory with messages about it.
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        }
    }

    void recordLeftOut(Place place, String member, String expected, String found) {
        add(finding(Severity.RECORD_LEFT_OUT, place, member, expected, found, "The record is left out."));
    }

    /** Reports a refusal whose message says what was expected and what was found. */
    void recordLeftOut(Place place, IllegalArgumentException refusal) {
        add(finding(Severity.RECORD_LEFT_OUT, place, "", refusal, "The record is left out."));
    }

    void partLeftOut(Place place, String member, String expected, String found) {
        add(finding(Severity.PART_LEFT_OUT, place, member, expected, found, "This part is left out."));
    }

    /** Reports a refusal whose message says what was expected and what was found. */
    void partLeftOut(Place place, String member, IllegalArgumentException refusal) {
        add(finding(Severity.PART_LEFT_OUT, place, member, refusal, "This part is left out."));
    }

    void notice(Place place, String member, String expected, String found, String consequence) {
        add(finding(Severity.NOTICE, place, member, expected, found, consequence));
    }

    private static Finding finding(
            Severity severity, Place place, String member, IllegalArgumentException refusal, String consequence) {
        String message = String.valueOf(refusal.getMessage());
        int expected = message.indexOf("expected ");
        int found = message.lastIndexOf(", found ");
        if (expected < 0 || found < expected) {
            return finding(severity, place, member, "a valid record", message, consequence);
        }
        String subject = message.substring(0, expected);
        return finding(
                severity,
                place,
                member,
                subject + message.substring(expected + "expected ".length(), found),
                message.substring(found + ", found ".length()),
                consequence);
    }

    private static Finding finding(
            Severity severity, Place place, String member, String expected, String found, String consequence) {
        String pointer = member.isEmpty() ? place.pointer() : place.pointer() + "/" + member;
        return new Finding(severity, place.document(), pointer, expected, found, consequence);
    }
}
