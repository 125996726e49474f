package ruhr.knowledge.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Term;
import ruhr.knowledge.query.Suggestion;
import ruhr.knowledge.query.Tier;

/** What somebody who types may mean: values by their labels and aliases, and entries by their names. */
final class Suggesting {

    private record Value(String field, Term term) {}

    private final List<Value> values = new ArrayList<>();
    private final TextIndex valueNames;
    private final TextIndex entryNames;
    private final IntFunction<Suggestion> entries;

    /**
     * Reads the names of the values that at least one record has, but for those that are records themselves.
     *
     * @param columns the fields
     * @param isRecord tells whether a value is one of the records
     * @param entryNames the names of the entries
     * @param entries makes a suggestion of a row; its tier is set here
     */
    Suggesting(List<Column> columns, Predicate<Term> isRecord, TextIndex entryNames, IntFunction<Suggestion> entries) {
        this.entryNames = entryNames;
        this.entries = entries;
        TextIndex.Builder builder = new TextIndex.Builder();
        for (Column column : columns) {
            List<Term> terms = column.field().kind() == FilterSchema.Kind.CHOICE
                    ? column.field().vocabulary().terms()
                    : List.of();
            for (int ordinal = 0; ordinal < terms.size(); ordinal++) {
                if (column.totals()[ordinal] > 0 && !isRecord.test(terms.get(ordinal))) {
                    values.add(new Value(column.name(), terms.get(ordinal)));
                    builder.add(names(terms.get(ordinal)), List.of());
                }
            }
        }
        valueNames = builder.build(row -> names(values.get(row).term()));
    }

    private static Collection<String> names(Term term) {
        List<String> names = new ArrayList<>(term.aliases());
        names.add(term.label().in(Locale.GERMAN).text());
        names.add(term.label().in(Locale.ENGLISH).text());
        return names;
    }

    List<Suggestion> suggest(String typed, int limit) {
        List<Suggestion> found = new ArrayList<>();
        long[][] valueTiers = tiers(valueNames);
        long[][] entryTiers = tiers(entryNames);
        if (!valueNames.match(typed, true, valueTiers) || !entryNames.match(typed, true, entryTiers)) {
            return found;
        }
        for (Tier tier : Tier.values()) {
            add(valueTiers, tier, limit, found, row -> {
                Value value = values.get(row);
                return new Suggestion(
                        Optional.of(value.field()),
                        value.term().id(),
                        value.term().label(),
                        tier);
            });
            add(entryTiers, tier, limit, found, row -> {
                Suggestion entry = entries.apply(row);
                return new Suggestion(entry.field(), entry.id(), entry.label(), tier);
            });
        }
        return found;
    }

    private static long[][] tiers(TextIndex index) {
        return new long[Tier.values().length][Scratch.words(index.rows())];
    }

    private static void add(
            long[][] tiers, Tier tier, int limit, List<Suggestion> found, IntFunction<Suggestion> suggestion) {
        long[] bits = tiers[tier.ordinal()];
        for (int at = 0; at < bits.length && found.size() < limit; at++) {
            long word = tier.ordinal() == 0 ? bits[at] : bits[at] & ~tiers[tier.ordinal() - 1][at];
            for (; word != 0 && found.size() < limit; word &= word - 1) {
                found.add(suggestion.apply((at << 6) + Long.numberOfTrailingZeros(word)));
            }
        }
    }
}
