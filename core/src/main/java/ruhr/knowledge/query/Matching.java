package ruhr.knowledge.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.query.Match.Excerpt;
import ruhr.knowledge.query.Match.Mark;
import ruhr.knowledge.text.Words;
import ruhr.knowledge.value.GeoPoint;

/**
 * Says why entries are in the answer to one query: how well they match its words, where those stand, and how far away they
 * are. Meant for the entries of one page; it looks at each word of an entry, as no index has to.
 *
 * <pre>{@code
 * Matching<CityEvent> matching = Matching.of(schema, query);
 * List<Match> matches = matching.matches(page);                 // empty if the query has neither words nor a circle
 * }</pre>
 *
 * <p>Only conditions that have to hold count: those among the {@linkplain Filter#conjuncts() conjuncts} of the scope and of
 * the filter. Immutable and thread-safe, if the functions of the schema are. A function that throws or gives null counts as one
 * that has nothing to say about the record.
 *
 * @param <T> the type of the entries
 */
public final class Matching<T> {

    /*
     * Each word of the query looks at each word of the entry, and notes whether it is the same word, begins it, is a part
     * of it, or is like it but for a typing error. From these notes follow both the tier and the marks: a word of the entry
     * is marked if a word of the query has to do with it, where a typing error counts only if nothing better was found.
     *
     * Stems are dear, and are taken only of words that begin with the same letter: no stemmer changes that one.
     */

    private static final int SAME = 1;
    private static final int BEGINNING = 2;
    private static final int PART = 4;
    private static final int TYPO = 8;

    private static final String GAP = "…";

    private final FilterSchema<T> schema;
    private final List<Question> questions;
    private final Optional<GeoPoint> center;

    private Matching(FilterSchema<T> schema, List<Question> questions, Optional<GeoPoint> center) {
        this.schema = schema;
        this.questions = questions;
        this.center = center;
    }

    /** One word of the query; of the last one, the beginning is enough. */
    private record Wanted(String word, Set<String> stems, boolean isLast) {

        /** Returns what this word has to do with a word of an entry: some of the four bits above. */
        int kinship(String token) {
            if (token.equals(word)) {
                return SAME;
            }
            int kinship = 0;
            if (isLast && token.startsWith(word)) {
                kinship |= BEGINNING;
            }
            if (Words.isPartOf(word, token)) {
                kinship |= PART;
            }
            if (Words.isTypoOf(word, token)) {
                kinship |= TYPO;
            }
            if (token.charAt(0) == word.charAt(0) && Words.stems(token).stream().anyMatch(stems::contains)) {
                kinship |= SAME;
            }
            return kinship;
        }
    }

    /** The words of one condition, all of which an entry has to have. */
    private record Question(List<Wanted> words) {

        static Question of(Filter.Text text) {
            List<String> folded =
                    Words.of(text.words()).stream().map(Words.Word::folded).toList();
            List<Wanted> words = new ArrayList<>();
            for (int i = 0; i < folded.size(); i++) {
                words.add(new Wanted(folded.get(i), Words.stems(folded.get(i)), i == folded.size() - 1));
            }
            return new Question(List.copyOf(words));
        }

        /** Marks the words of an entry and returns how well it matches. */
        Tier examine(Entry entry) {
            Tier worst = Tier.NAME_WORD;
            for (Wanted word : words) {
                Tier tier = entry.examine(word);
                worst = tier.compareTo(worst) > 0 ? tier : worst;
            }
            return entry.names.stream().anyMatch(this::isExactly) ? Tier.EXACT_NAME : worst;
        }

        private boolean isExactly(Piece name) {
            if (name.tokens.size() != words.size()) {
                return false;
            }
            for (int i = 0; i < words.size(); i++) {
                if (!name.tokens.get(i).folded().equals(words.get(i).word())) {
                    return false;
                }
            }
            return true;
        }
    }

    /** One text of an entry, cut into words. */
    private static final class Piece {

        private final String text;
        private final List<Words.Word> tokens;
        private final int[] kinships;
        private final boolean[] marked;

        Piece(String text) {
            this.text = text;
            tokens = Words.of(text);
            kinships = new int[tokens.size()];
            marked = new boolean[tokens.size()];
        }

        /** Returns what a word of the query has to do with all words of this piece. */
        int examine(Wanted word) {
            int all = 0;
            for (int i = 0; i < kinships.length; i++) {
                kinships[i] = word.kinship(tokens.get(i).folded());
                all |= kinships[i];
            }
            return all;
        }

        /** Marks what has to do with the word examined last. */
        void mark(int telling) {
            for (int i = 0; i < marked.length; i++) {
                marked[i] |= (kinships[i] & telling) != 0;
            }
        }

        List<Mark> marks() {
            List<Mark> marks = new ArrayList<>();
            for (int i = 0; i < marked.length; i++) {
                if (marked[i]) {
                    marks.add(new Mark(tokens.get(i).start(), tokens.get(i).end()));
                }
            }
            return marks;
        }

        Optional<Excerpt> excerpt() {
            List<Mark> marks = marks();
            if (marks.isEmpty()) {
                return Optional.empty();
            }
            int start = startBefore(marks.get(0));
            int end = endBehind(start, marks.get(0));
            String before = start == 0 ? "" : GAP + " ";
            String behind = end == text.length() ? "" : " " + GAP;
            int shift = before.length() - start;
            List<Mark> shown = marks.stream()
                    .filter(mark -> mark.start() < end)
                    .map(mark -> new Mark(mark.start() + shift, Math.min(mark.end(), end) + shift))
                    .toList();
            return Optional.of(new Excerpt(before + text.substring(start, end) + behind, shown));
        }

        /** A quarter of the excerpt may stand before the first mark; it begins with a word. */
        private int startBefore(Mark first) {
            int earliest = first.start() - Excerpt.LENGTH / 4;
            if (text.length() <= Excerpt.LENGTH || earliest <= 0) {
                return 0;
            }
            for (Words.Word token : tokens) {
                if (token.start() >= earliest) {
                    return token.start();
                }
            }
            return first.start();
        }

        /** It ends with a word, unless already the first marked one is too long. */
        private int endBehind(int start, Mark first) {
            int latest = start + Excerpt.LENGTH;
            if (text.length() <= latest) {
                return text.length();
            }
            int end = 0;
            for (Words.Word token : tokens) {
                if (token.end() <= latest) {
                    end = token.end();
                }
            }
            if (end >= first.end()) {
                return end;
            }
            return Character.isHighSurrogate(text.charAt(latest - 1)) ? latest - 1 : latest;
        }
    }

    /** An entry, cut into words. */
    private static final class Entry {

        private final List<Piece> names = new ArrayList<>();
        private final List<Piece> texts = new ArrayList<>();

        /** Marks what has to do with a word of the query and returns how well this word is found. */
        Tier examine(Wanted word) {
            Tier tier = tier(examine(names, word), examine(texts, word));
            int telling = tier == Tier.TYPO ? TYPO : SAME | BEGINNING | PART;
            names.forEach(piece -> piece.mark(telling));
            texts.forEach(piece -> piece.mark(telling));
            return tier;
        }

        private static int examine(List<Piece> pieces, Wanted word) {
            int kinships = 0;
            for (Piece piece : pieces) {
                kinships |= piece.examine(word);
            }
            return kinships;
        }

        /** A word that is not found at all cannot occur in an answer; the worst tier is the nearest to it. */
        private static Tier tier(int inNames, int inTexts) {
            if ((inNames & SAME) != 0) {
                return Tier.NAME_WORD;
            }
            if ((inNames & BEGINNING) != 0) {
                return Tier.NAME_PREFIX;
            }
            if ((inTexts & (SAME | BEGINNING)) != 0) {
                return Tier.TEXT;
            }
            return ((inNames | inTexts) & PART) != 0 ? Tier.COMPOUND : Tier.TYPO;
        }

        Optional<Excerpt> excerpt() {
            return firstExcerpt(texts)
                    .or(() -> names.get(0).marks().isEmpty()
                            ? firstExcerpt(names.subList(1, names.size()))
                            : Optional.empty());
        }

        private static Optional<Excerpt> firstExcerpt(List<Piece> pieces) {
            return pieces.stream().flatMap(piece -> piece.excerpt().stream()).findFirst();
        }
    }

    /**
     * Prepares for one query. Takes time in proportion to its words.
     *
     * @param schema how to read names, texts and places off an entry
     * @param query the question that the entries are answers to
     * @param <T> the type of the entries
     * @return what tells why an entry is there
     */
    public static <T> Matching<T> of(FilterSchema<T> schema, Query query) {
        List<Question> questions = conditions(query, Filter.Text.class)
                .map(Question::of)
                .filter(question -> !question.words().isEmpty())
                .toList();
        return new Matching<>(schema, questions, center(query));
    }

    /**
     * Returns the point from which distances of an answer are measured.
     *
     * @param query the question
     * @return the middle of the smallest circle that has to hold by the filter, or else by the scope; empty if there is none
     */
    public static Optional<GeoPoint> center(Query query) {
        return Stream.of(query.filter(), query.scope())
                .flatMap(filter -> filter.conjuncts().stream())
                .flatMap(condition ->
                        condition instanceof Filter.Near near ? Stream.of(near.center()) : Stream.<GeoPoint>empty())
                .findFirst();
    }

    private static <F extends Filter> Stream<F> conditions(Query query, Class<F> kind) {
        return Stream.of(query.scope(), query.filter())
                .flatMap(filter -> filter.conjuncts().stream())
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /**
     * Tells whether there is nothing to say: whether the query has neither words nor a circle that have to hold.
     *
     * @return true if each match is {@link Match#PLAIN}
     */
    public boolean isPlain() {
        return questions.isEmpty() && center.isEmpty();
    }

    /**
     * Returns the matches of a page, as they stand in an {@link Answer}. Each is made when it is first looked at.
     *
     * @param page entries of the answer
     * @return for each of them its match; empty if {@link #isPlain}; unmodifiable
     */
    public List<Match> matches(List<? extends T> page) {
        return isPlain() ? List.of() : new LateMatches<>(this, page);
    }

    /**
     * Returns why one entry is there. Takes time in proportion to the words of its names and texts, if the query has words.
     *
     * <p>Marks stand around whole words. An excerpt is taken from the first text of the entry in which a word is marked; if
     * there is none, and no mark in the name either, from the first of its other names.
     *
     * @param item an entry of the answer; of another record, the tier says nothing
     * @return the match; {@link Match#PLAIN} if {@link #isPlain}
     */
    public Match match(T item) {
        if (isPlain()) {
            return Match.PLAIN;
        }
        Optional<GeoPoint> place = center.flatMap(middle -> nearest(item, middle));
        OptionalInt metres = place.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of((int) Math.round(center.orElseThrow().metresTo(place.get())));
        if (questions.isEmpty()) {
            return new Match(Optional.empty(), List.of(), Optional.empty(), place, metres);
        }
        Entry entry = read(item);
        Tier tier = Tier.EXACT_NAME;
        for (Question question : questions) {
            Tier found = question.examine(entry);
            tier = found.compareTo(tier) > 0 ? found : tier;
        }
        return new Match(Optional.of(tier), entry.names.get(0).marks(), entry.excerpt(), place, metres);
    }

    private Optional<GeoPoint> nearest(T item, GeoPoint middle) {
        GeoPoint nearest = null;
        for (GeoPoint place : all(item, schema::places)) {
            if (nearest == null || middle.metresTo(place) < middle.metresTo(nearest)) {
                nearest = place;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private Entry read(T item) {
        Entry entry = new Entry();
        // A record without a name stands under its id.
        String name = one(() -> schema.name(item));
        String shown = name == null ? one(() -> schema.id(item)) : name;
        entry.names.add(new Piece(shown == null ? "" : shown));
        all(item, schema::otherNames).forEach(other -> entry.names.add(new Piece(other)));
        all(item, schema::texts).forEach(text -> entry.texts.add(new Piece(text)));
        return entry;
    }

    private static <V> @Nullable V one(Supplier<@Nullable V> function) {
        try {
            return function.get();
        } catch (RuntimeException failed) {
            return null;
        }
    }

    /** Returns what a function gives, without what is null in it. */
    private static <T, V> List<V> all(T item, Function<T, ? extends Collection<V>> function) {
        Collection<V> given = one(() -> new ArrayList<>(function.apply(item)));
        return given == null
                ? List.of()
                : given.stream().filter(Objects::nonNull).toList();
    }
}
