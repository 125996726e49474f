package ruhr.knowledge.filter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.filter.Filter.And;
import ruhr.knowledge.filter.Filter.Box;
import ruhr.knowledge.filter.Filter.Choice;
import ruhr.knowledge.filter.Filter.Near;
import ruhr.knowledge.filter.Filter.Not;
import ruhr.knowledge.filter.Filter.Or;
import ruhr.knowledge.filter.Filter.Preset;
import ruhr.knowledge.filter.Filter.Text;
import ruhr.knowledge.value.LocalizedText;

/** Says one filter in words. For one use on one thread. */
final class Sentence {

    /*
     * How a sentence is built.
     *
     * A schema may say how it wants its fields led in ("zu", "on"). Such a condition reads on from the noun: "Angebote zu
     * Robotik in Bochum". So do words, circles, boxes and presets. A field that nobody has written words for keeps its
     * label, because no article and no preposition fits every label: "(Art der Einrichtung: Universität)". What is not wanted
     * comes last.
     *
     *   noun  phrases , phrases and phrases  (Label: values; Label: values) , but not phrases
     *
     * Before the noun stands nothing, or how many there are: "12 Angebote", "1 Angebot", "0 Angebote".
     *
     * Conditions inside conditions are joined by "and" and "or"; parentheses stand where the reader would otherwise have to
     * know that "and" binds more tightly.
     *
     * The order is that of the schema, so equal filters have equal sentences. Large filters are cut: a sentence is for a
     * person, and a hostile filter shall not become a hostile sentence.
     */

    private static final int MOST_CONDITIONS = 32;
    private static final int MOST_VALUES = 8;
    private static final int MOST_LEVELS = 6;

    private final FilterSchema<?> schema;
    private final Phrases phrases;
    private final Locale language;
    private final Phrasebook book;
    private int left = MOST_CONDITIONS;

    Sentence(FilterSchema<?> schema, Phrases phrases, Locale language) {
        this.schema = schema;
        this.phrases = phrases;
        this.book = language.getLanguage().equals("de") ? Phrasebook.GERMAN : Phrasebook.ENGLISH;
        this.language = book.language();
    }

    String of(Filter given) {
        return of(given, OptionalInt.empty());
    }

    String of(Filter given, int total) {
        return of(given, OptionalInt.of(total));
    }

    /** Says one condition as it would stand behind the noun. */
    String clause(Filter condition) {
        return clause(FilterOrder.of(schema).inOrder(condition), 1);
    }

    private String of(Filter given, OptionalInt total) {
        Filter filter = FilterOrder.of(schema).inOrder(given);
        List<Filter> conditions = filter.conjuncts().stream()
                .filter(condition -> !isDefault(condition))
                .toList();
        if (conditions.stream().anyMatch(Sentence::isNothing)) {
            return book.none() + " " + book.inside(say(phrases.noun()));
        }
        Optional<Filter> noun = conditions.stream().filter(this::isNoun).findFirst();
        List<Filter> rest = conditions.stream()
                .filter(condition -> noun.isEmpty() || condition != noun.get())
                .toList();
        Optional<Choice> chosen = noun.map(Choice.class::cast);
        List<String> nouns = chosen.map(this::nouns).orElseGet(() -> List.of(say(phrases.noun())));
        String tail = tail(rest);
        if (total.isEmpty()) {
            boolean isBare = tail.isEmpty() || tail.startsWith(",");
            String subject = inside(nouns, book.and());
            return (isBare ? book.all() + " " + subject : Phrasebook.capital(subject)) + tail;
        }
        return switch (total.getAsInt()) {
            case 0 -> "0 " + inside(nouns, book.or()) + tail;
            case 1 ->
                one(chosen)
                        .map(it -> "1 " + inside(it, book.or()) + tail)
                        .orElseGet(() -> book.oneResult() + " " + Phrasebook.capital(inside(nouns, book.and())) + tail);
            default -> book.count(total.getAsInt()) + " " + inside(nouns, book.and()) + tail;
        };
    }

    private String inside(List<String> nouns, String conjunction) {
        return book.list(nouns.stream().map(book::inside).toList(), conjunction);
    }

    /** Returns what a single record is called; empty if that is not known of each of the chosen values. */
    private Optional<List<String>> one(Optional<Choice> chosen) {
        if (chosen.isEmpty()) {
            return phrases.one().map(it -> List.of(say(it)));
        }
        FilterSchema.Field<?> field = schema.field(chosen.get().field()).orElseThrow();
        List<String> names = inOrder(field, chosen.get()).stream()
                .flatMap(value -> field.vocabulary().term(value).stream())
                .flatMap(term -> phrases.oneOf().apply(term).stream())
                .map(this::say)
                .toList();
        return names.size() == chosen.get().values().size() ? Optional.of(names) : Optional.empty();
    }

    /** Says all conditions but the noun. */
    private String tail(List<Filter> conditions) {
        List<Filter> reading = only(conditions, condition -> readsOn(condition) && !isExclusion(condition));
        List<Filter> labelled = only(conditions, condition -> !readsOn(condition));
        List<Filter> unwanted = only(conditions, condition -> readsOn(condition) && isExclusion(condition));

        StringBuilder sentence = new StringBuilder();
        if (!reading.isEmpty()) {
            sentence.append(' ').append(pieces(reading));
        }
        if (!labelled.isEmpty()) {
            sentence.append(" (").append(String.join("; ", each(labelled, 1))).append(')');
        }
        if (!unwanted.isEmpty()) {
            sentence.append(", ").append(book.but()).append(' ').append(book.list(each(unwanted, 1), book.and()));
        }
        return sentence.toString();
    }

    /** Joins what reads on from the noun: phrases of fields by spaces, and these to all others by commas. */
    private String pieces(List<Filter> reading) {
        List<Filter> fields = only(reading, Choice.class::isInstance);
        List<Filter> others = only(reading, condition -> !(condition instanceof Choice));
        List<String> pieces = new ArrayList<>();
        if (!fields.isEmpty()) {
            pieces.add(String.join(" ", each(fields, 1)));
        }
        boolean isAlone = pieces.isEmpty() && others.size() == 1;
        pieces.addAll(isAlone ? each(others, 1) : each(others, 2));
        return book.list(pieces, book.and());
    }

    private static List<Filter> only(List<Filter> conditions, Predicate<Filter> wanted) {
        return conditions.stream().filter(wanted).toList();
    }

    /** Says conditions until enough have been said. */
    private List<String> each(List<Filter> conditions, int level) {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            if (left <= 0) {
                said.add(book.moreConditions(conditions.size() - i));
                return said;
            }
            said.add(clause(conditions.get(i), level));
        }
        return said;
    }

    /** Says one condition; from the second level on it stands beside others and is put in parentheses if it is composed. */
    private String clause(Filter filter, int level) {
        if (filter instanceof Or or) {
            return group(or.parts(), book.or(), level);
        } else if (filter instanceof And and && !and.parts().isEmpty()) {
            return group(and.parts(), book.and(), level);
        }
        left--;
        if (filter instanceof Choice choice) {
            return composed(
                    choice(choice, false, level > 1),
                    level > 2 && choice.values().size() > 1);
        } else if (filter instanceof Not not && not.part() instanceof Choice choice) {
            return composed(
                    choice(choice, true, level > 1),
                    level > 2 && choice.values().size() > 1);
        } else if (filter instanceof Not not) {
            boolean isOne = !(not.part() instanceof And || not.part() instanceof Or || not.part() instanceof Not);
            return isNothing(filter)
                    ? book.nothing()
                    : book.not() + " " + (isOne ? clause(not.part(), level) : deeper(not.part(), level));
        } else if (filter instanceof Text text) {
            return book.words(clean(text.words()));
        } else if (filter instanceof Near near) {
            return book.near(near);
        } else if (filter instanceof Box box) {
            return book.box(box);
        } else if (filter instanceof Preset preset) {
            return book.preset(label(preset));
        }
        return book.everything();
    }

    private String deeper(Filter filter, int level) {
        return level >= MOST_LEVELS ? book.moreConditions() : "(" + clause(filter, 1) + ")";
    }

    private String group(List<Filter> parts, String conjunction, int level) {
        if (level >= MOST_LEVELS) {
            left--;
            return book.moreConditions();
        }
        int inside = Math.max(level, 2) + 1;
        return composed(String.join(" " + conjunction + " ", each(parts, inside)), level > 1);
    }

    private static String composed(String text, boolean isComposed) {
        return isComposed ? "(" + text + ")" : text;
    }

    private String choice(Choice choice, boolean excluded, boolean nested) {
        FilterSchema.@Nullable Field<?> field = schema.field(choice.field()).orElse(null);
        if (field == null || choice.values().contains(Filter.NONE) || !phrases.has(choice.field())) {
            return labelled(field, choice, excluded, nested);
        }
        return (excluded ? book.not() + " " : "") + phrase(field, choice, nested);
    }

    private String phrase(FilterSchema.Field<?> field, Choice choice, boolean nested) {
        List<String> values = inOrder(field, choice);
        LocalizedText before = phrases.before().get(field.name());
        if (before != null) {
            return say(before) + " " + book.list(cut(labels(field, values, nested), values), book.or());
        }
        Function<? super Term, LocalizedText> whole = phrases.whole().get(field.name());
        List<String> said = new ArrayList<>();
        String lead = "";
        for (String value : values.subList(0, Math.min(MOST_VALUES, values.size()))) {
            Term term = field.vocabulary().term(value).orElseGet(() -> new Bucket(value, field.label(value)));
            String phrase = whole == null ? say(term.label()) : say(whole.apply(term));
            // "in Bochum, Essen oder im Kreis Unna": what leads in the phrase before need not be said again.
            int space = phrase.indexOf(' ');
            String own = space < 0 ? "" : phrase.substring(0, space);
            said.add(!own.isEmpty() && own.equals(lead) ? phrase.substring(space + 1) : phrase);
            lead = own;
        }
        return book.list(cut(said, values), book.or());
    }

    /** Says "Label: values", which is right whatever gender and number the label has. */
    private String labelled(FilterSchema.@Nullable Field<?> field, Choice choice, boolean excluded, boolean nested) {
        String label = field == null ? clean(choice.field()) : say(field.label());
        List<String> values = new ArrayList<>(inOrder(field, choice));
        boolean withoutValue = values.remove(Filter.NONE);
        List<String> said = cut(labels(field, values, nested), values);
        if (!excluded) {
            if (withoutValue) {
                said.add(book.notStated());
            }
            return label + ": " + book.list(said, book.or());
        }
        String unwanted = said.isEmpty() ? "" : said.size() == 1 ? book.not() + " " + said.get(0) : book.neither(said);
        if (!withoutValue) {
            return label + ": " + unwanted;
        }
        return label + ": " + book.stated() + (unwanted.isEmpty() ? "" : ", " + book.but() + " " + unwanted);
    }

    private List<String> labels(FilterSchema.@Nullable Field<?> field, List<String> values, boolean nested) {
        boolean isBesideOthers = nested || values.size() > 1;
        return values.stream()
                .limit(MOST_VALUES)
                .map(value -> field == null ? clean(value) : say(field.label(value)))
                .map(label -> isBesideOthers && Phrasebook.couldBeTwo(label) ? book.quoted(label) : label)
                .toList();
    }

    private List<String> cut(List<String> said, List<String> values) {
        List<String> all = new ArrayList<>(said);
        if (values.size() > MOST_VALUES) {
            all.add(book.moreValues(values.size() - MOST_VALUES));
        }
        return all;
    }

    /** Returns the values in the order of the vocabulary; those that it does not have come behind it. */
    private static List<String> inOrder(FilterSchema.@Nullable Field<?> field, Choice choice) {
        if (field == null || choice.values().size() == 1) {
            return List.copyOf(choice.values());
        }
        Stream<String> known = field.vocabulary().terms().stream().map(Term::id).filter(choice.values()::contains);
        Stream<String> unknown = choice.values().stream()
                .filter(value -> field.vocabulary().term(value).isEmpty());
        List<String> unknownInOrder = field.kind() == FilterSchema.Kind.CHOICE
                ? unknown.toList()
                : unknown.sorted(Comparator.comparingLong(
                                value -> field.span(value).map(Span::from).orElse(Long.MAX_VALUE)))
                        .toList();
        return Stream.concat(known, unknownInOrder.stream()).toList();
    }

    private List<String> nouns(Choice choice) {
        FilterSchema.Field<?> field = schema.field(choice.field()).orElseThrow();
        return inOrder(field, choice).stream()
                .map(value -> say(field.label(value)))
                .toList();
    }

    private boolean isNoun(Filter condition) {
        return condition instanceof Choice choice
                && phrases.nounField().equals(Optional.of(choice.field()))
                && choice.values().size() <= MOST_VALUES
                && schema.field(choice.field()).stream()
                        .anyMatch(field -> choice.values().stream()
                                .allMatch(
                                        value -> field.vocabulary().term(value).isPresent()));
    }

    /** Tells whether a query string that does not name the field means the same: nobody chose this. */
    private boolean isDefault(Filter condition) {
        return condition instanceof Choice choice
                && schema.field(choice.field())
                        .filter(field -> field.defaults().equals(choice.values()))
                        .isPresent();
    }

    /** Tells whether a condition reads on from the noun; others are said with the labels of their fields. */
    private boolean readsOn(Filter condition) {
        if (condition instanceof Choice choice) {
            return phrases.has(choice.field())
                    && schema.field(choice.field()).isPresent()
                    && !choice.values().contains(Filter.NONE);
        } else if (condition instanceof Not not) {
            return readsOn(not.part());
        } else if (condition instanceof And and) {
            return and.parts().stream().allMatch(this::readsOn);
        } else if (condition instanceof Or or) {
            return or.parts().stream().allMatch(this::readsOn);
        }
        return true;
    }

    private static boolean isExclusion(Filter condition) {
        return condition instanceof Not;
    }

    private static boolean isNothing(Filter condition) {
        return condition instanceof Not not
                && not.part() instanceof And and
                && and.parts().isEmpty();
    }

    private String label(Preset preset) {
        return schema.presets().find(preset.id()).map(it -> say(it.label())).orElse(preset.id());
    }

    private String say(LocalizedText text) {
        return clean(text.in(language).text());
    }

    private static String clean(String text) {
        return Phrasebook.clean(text);
    }
}
