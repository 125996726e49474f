package ruhr.knowledge.filter;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import ruhr.knowledge.value.LocalizedText;

/** A span as a term of a vocabulary: what a panel offers of numbers and days. */
record Bucket(String id, LocalizedText label) implements Term {

    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("d.M.uuuu", Locale.GERMAN);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    static Vocabulary vocabulary(List<Span> spans, boolean days) {
        return TermTree.ofSpans(spans.stream()
                .map(span -> new Bucket(days ? span.days() : span.numbers(), label(span, days)))
                .toList());
    }

    static LocalizedText label(Span span, boolean days) {
        return LocalizedText.of(
                words(span, days, GERMAN, "bis ", "ab "), words(span, days, ENGLISH, "until ", "from "));
    }

    private static String words(Span span, boolean days, DateTimeFormatter format, String until, String from) {
        if (span.from() == span.to()) {
            return one(span.from(), days, format);
        }
        if (span.from() == Long.MIN_VALUE) {
            return until + one(span.to(), days, format);
        }
        return span.to() == Long.MAX_VALUE
                ? from + one(span.from(), days, format)
                : one(span.from(), days, format) + (days ? " – " : "–") + one(span.to(), days, format);
    }

    private static String one(long number, boolean days, DateTimeFormatter format) {
        return days ? LocalDate.ofEpochDay(number).format(format) : Long.toString(number);
    }
}
