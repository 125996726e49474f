package ruhr.knowledge.examples.benchmarks.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import ruhr.knowledge.value.GermanOrder;

/** Records, their fields and the words of their texts. Immutable, as far as nobody writes into the arrays. */
public final class Catalogue {

    private final String label;
    private final List<Field> fields;
    private final List<String> words;
    private final List<Item> items;
    private final Field[] fieldOfValue;
    private final int[][] upwards;
    private final int[][] downwards;
    private final int[][] closures;
    private final int[] byRank;
    private final int[] rank;

    /**
     * Takes the records and puts them in order once, so that all engines are given the same order.
     *
     * @param label what a report calls this catalogue
     * @param fields the fields; the numbers of their values follow each other from 0
     * @param words the words that texts are made of, none if there are no texts. Each is found only where exactly it stands:
     *     none is part of another or of a name, and none has a stem beside itself
     * @param items the records, each at its number
     */
    public Catalogue(String label, List<Field> fields, List<String> words, List<Item> items) {
        this.label = label;
        this.fields = List.copyOf(fields);
        this.words = words;
        this.items = items;
        int values = fields.get(fields.size() - 1).end();
        fieldOfValue = new Field[values];
        upwards = new int[values][];
        for (Field field : fields) {
            for (int value = field.first(); value < field.end(); value++) {
                fieldOfValue[value] = field;
                upwards[value] = IntStream.iterate(
                                value,
                                above -> above >= 0,
                                above -> field.broader().get(above - field.first()))
                        .toArray();
            }
        }
        downwards = new int[values][];
        for (Field field : fields) {
            for (int value = field.first(); value < field.end(); value++) {
                int top = value;
                downwards[value] = IntStream.range(field.first(), field.end())
                        .filter(below -> contains(upwards[below], top))
                        .toArray();
            }
        }
        closures = new int[items.size()][];
        for (Item item : items) {
            closures[item.number()] = computeClosure(item);
        }
        byRank = order(items);
        rank = new int[byRank.length];
        for (int place = 0; place < byRank.length; place++) {
            rank[byRank[place]] = place;
        }
    }

    private static int[] order(List<Item> items) {
        record Keyed(String key, Item item) {}
        List<Keyed> keyed = new ArrayList<>(items.size());
        items.forEach(item -> keyed.add(new Keyed(GermanOrder.key(item.name()), item)));
        keyed.sort(Comparator.comparing(Keyed::key)
                .thenComparing(entry -> entry.item().name())
                .thenComparing(entry -> entry.item().id()));
        return keyed.stream().mapToInt(entry -> entry.item().number()).toArray();
    }

    /**
     * Tells whether an array has a number.
     *
     * @param numbers a short array
     * @param wanted the number
     * @return true if it is in there
     */
    public static boolean contains(int[] numbers, int wanted) {
        for (int number : numbers) {
            if (number == wanted) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns what a report calls this catalogue.
     *
     * @return for example {@code 110k}
     */
    public String label() {
        return label;
    }

    /**
     * Returns the fields.
     *
     * @return in the order of their values' numbers
     */
    public List<Field> fields() {
        return fields;
    }

    /**
     * Returns the field of a name.
     *
     * @param name a name
     * @return the field
     * @throws IllegalArgumentException if there is none
     */
    public Field field(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("field '" + name + "': not in this catalogue"));
    }

    /**
     * Returns the field that a value belongs to.
     *
     * @param value the number of a value
     * @return its field
     */
    public Field fieldOf(int value) {
        return fieldOfValue[value];
    }

    /**
     * Returns how many values all fields have together.
     *
     * @return the number after the last value
     */
    public int values() {
        return fieldOfValue.length;
    }

    /**
     * Returns the id of a value.
     *
     * @param value its number
     * @return its id, unique within its field
     */
    public String valueId(int value) {
        Field field = fieldOfValue[value];
        return field.values().get(value - field.first());
    }

    /**
     * Returns a value and all those below it.
     *
     * @param value its number
     * @return numbers, ascending; not to be changed
     */
    public int[] within(int value) {
        return downwards[value];
    }

    /**
     * Returns the values of a record and all those above them. Computed once, for all engines that want them.
     *
     * @param item a record
     * @return numbers, ascending, each once; not to be changed
     */
    public int[] closure(Item item) {
        return closures[item.number()];
    }

    private int[] computeClosure(Item item) {
        int[] found = new int[8];
        int size = 0;
        for (int own : item.values()) {
            for (int value : upwards[own]) {
                if (size == found.length) {
                    found = Arrays.copyOf(found, 2 * size);
                }
                found[size++] = value;
            }
        }
        Arrays.sort(found, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || found[i] != found[i - 1]) {
                found[kept++] = found[i];
            }
        }
        return Arrays.copyOf(found, kept);
    }

    /**
     * Returns the words that texts are made of.
     *
     * @return the words by their numbers
     */
    public List<String> words() {
        return words;
    }

    /**
     * Tells whether questions for words can be asked.
     *
     * @return true if records have a text
     */
    public boolean hasWords() {
        return !words.isEmpty();
    }

    /**
     * Returns the text of a record.
     *
     * @param item a record
     * @return its words, one space between them
     */
    public String text(Item item) {
        StringBuilder text = new StringBuilder();
        for (int word : item.words()) {
            text.append(text.length() == 0 ? "" : " ").append(words.get(word));
        }
        return text.toString();
    }

    /**
     * Returns the records.
     *
     * @return each at its number
     */
    public List<Item> items() {
        return items;
    }

    /**
     * Returns the record at a place in the order of names.
     *
     * @param place from 0
     * @return the record
     */
    public Item atRank(int place) {
        return items.get(byRank[place]);
    }

    /**
     * Returns the place of a record in the order of names.
     *
     * @param item a record
     * @return from 0
     */
    public int rank(Item item) {
        return rank[item.number()];
    }

    /**
     * Returns how many records have each value, or one below it.
     *
     * @return by the number of the value; counted anew with every call
     */
    public int[] totals() {
        int[] totals = new int[values()];
        for (Item item : items) {
            for (int value : closure(item)) {
                totals[value]++;
            }
        }
        return totals;
    }
}
