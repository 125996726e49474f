package ruhr.knowledge.examples.benchmarks.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RoaringBitmapWriter;
import ruhr.knowledge.examples.benchmarks.data.Catalogue;
import ruhr.knowledge.examples.benchmarks.data.Condition;
import ruhr.knowledge.examples.benchmarks.data.Field;
import ruhr.knowledge.examples.benchmarks.data.Item;
import ruhr.knowledge.examples.benchmarks.data.Question;

/**
 * RoaringBitmap, used by hand as somebody who writes a filter engine in a week would.
 *
 * <p>Choices: rows in the order of names, so a page is the first rows of the result. One bitmap for each value and each
 * word, written in order by the writer that the project recommends for that, then {@code runOptimize()} and {@code trim()}.
 * Choices of several values by {@code FastAggregation.or}, counts by {@code andCardinality}, which makes no bitmap. The
 * totals of everything are kept, and so a field whose rows are all rows costs nothing. Places: coordinates sorted by
 * latitude, a binary search for the band, then the distance.
 */
public final class RoaringEngine implements Engine {

    private final Catalogue catalogue;
    private final RoaringBitmap all;
    private final RoaringBitmap[] values;
    private final RoaringBitmap[] words;
    private final int[] totals;
    private final double[] latitudes;
    private final double[] longitudes;
    private final int[] rows;

    /**
     * Indexes a catalogue.
     *
     * @param catalogue the records
     */
    public RoaringEngine(Catalogue catalogue) {
        this.catalogue = catalogue;
        int size = catalogue.items().size();
        all = RoaringBitmap.bitmapOfRange(0, size);
        List<RoaringBitmapWriter<RoaringBitmap>> writers = writers(catalogue.values());
        List<RoaringBitmapWriter<RoaringBitmap>> texts =
                writers(catalogue.words().size());
        Item[] items = new Item[size];
        for (int row = 0; row < size; row++) {
            Item item = catalogue.atRank(row);
            items[row] = item;
            for (int value : catalogue.closure(item)) {
                writers.get(value).add(row);
            }
            for (int word : item.words()) {
                texts.get(word).add(row);
            }
        }
        values = bitmaps(writers);
        words = bitmaps(texts);
        totals = Arrays.stream(values).mapToInt(RoaringBitmap::getCardinality).toArray();
        // Latitudes as sortable bits above, rows below: no objects are sorted.
        long[] keys = new long[size];
        for (int row = 0; row < size; row++) {
            keys[row] = Math.round((items[row].latitude() + 90) * 1e7) << 31 | row;
        }
        Arrays.sort(keys);
        latitudes = new double[size];
        longitudes = new double[size];
        rows = new int[size];
        for (int i = 0; i < size; i++) {
            rows[i] = (int) (keys[i] & Integer.MAX_VALUE);
            latitudes[i] = items[rows[i]].latitude();
            longitudes[i] = items[rows[i]].longitude();
        }
    }

    private static List<RoaringBitmapWriter<RoaringBitmap>> writers(int size) {
        return Stream.generate(() -> RoaringBitmapWriter.writer().get())
                .limit(size)
                .toList();
    }

    private static RoaringBitmap[] bitmaps(List<RoaringBitmapWriter<RoaringBitmap>> writers) {
        RoaringBitmap[] bitmaps = new RoaringBitmap[writers.size()];
        for (int i = 0; i < bitmaps.length; i++) {
            bitmaps[i] = writers.get(i).get();
            bitmaps[i].runOptimize();
            bitmaps[i].trim();
        }
        return bitmaps;
    }

    @Override
    public String name() {
        return "RoaringBitmap";
    }

    @Override
    public Map<String, Long> bytes() {
        return Map.of(
                "values", sum(values),
                "words", sum(words),
                "places", 20L * rows.length);
    }

    private static long sum(RoaringBitmap[] bitmaps) {
        return Arrays.stream(bitmaps)
                .mapToLong(RoaringBitmap::getLongSizeInBytes)
                .sum();
    }

    @Override
    public Asked prepare(Question question) {
        return new Asked() {
            @Override
            public Object answer() {
                return ask(question);
            }

            @Override
            public Reply read(Object answer) {
                return (Reply) answer;
            }
        };
    }

    private Reply ask(Question question) {
        RoaringBitmap ground = null;
        for (Condition condition : question.ground()) {
            ground = both(ground, rows(condition));
        }
        List<Condition.Choice> choices = question.choices();
        RoaringBitmap[] chosen = choices.stream().map(this::union).toArray(RoaringBitmap[]::new);
        // Before each choice what holds up to it: a field's own choice is left out of before and after.
        RoaringBitmap[] before = new RoaringBitmap[chosen.length + 1];
        before[0] = ground;
        for (int i = 0; i < chosen.length; i++) {
            before[i + 1] = both(before[i], chosen[i]);
        }
        RoaringBitmap hits = before[chosen.length];
        int[] counts = new int[catalogue.values()];
        RoaringBitmap after = null;
        for (int i = chosen.length - 1; i >= 0; i--) {
            RoaringBitmap among = after == null ? before[i] : both(before[i], after);
            count(choices.get(i).field(), among, counts);
            after = both(after, chosen[i]);
        }
        for (Field field : catalogue.fields()) {
            if (question.choice(field).isEmpty()) {
                count(field, hits, counts);
            }
        }
        RoaringBitmap found = Optional.ofNullable(hits).orElse(all);
        int total = found.getCardinality();
        int[] page = new int[Math.min(total, Question.PAGE)];
        PeekableIntIterator iterator = found.getIntIterator();
        for (int i = 0; i < page.length; i++) {
            page[i] = catalogue.atRank(iterator.next()).number();
        }
        return new Reply(total, page, counts);
    }

    private static @Nullable RoaringBitmap both(@Nullable RoaringBitmap one, @Nullable RoaringBitmap other) {
        return one == null ? other : other == null ? one : RoaringBitmap.and(one, other);
    }

    private void count(Field field, @Nullable RoaringBitmap among, int[] counts) {
        for (int value = field.first(); value < field.end(); value++) {
            counts[value] = among == null ? totals[value] : RoaringBitmap.andCardinality(values[value], among);
        }
    }

    private RoaringBitmap union(Condition.Choice choice) {
        return choice.values().size() == 1
                ? values[choice.values().get(0)]
                : FastAggregation.or(
                        choice.values().stream().map(value -> values[value]).toArray(RoaringBitmap[]::new));
    }

    private RoaringBitmap rows(Condition condition) {
        if (condition instanceof Condition.Choice choice) {
            return union(choice);
        }
        if (condition instanceof Condition.Word word) {
            return words[word.number()];
        }
        if (condition instanceof Condition.Not not) {
            return RoaringBitmap.andNot(all, rows(not.part()));
        }
        if (condition instanceof Condition.All both) {
            return FastAggregation.and(both.parts().stream().map(this::rows).toArray(RoaringBitmap[]::new));
        }
        if (condition instanceof Condition.Any any) {
            return FastAggregation.or(any.parts().stream().map(this::rows).toArray(RoaringBitmap[]::new));
        }
        return condition instanceof Condition.Circle circle ? within(circle) : within((Condition.Box) condition);
    }

    private RoaringBitmap within(Condition.Circle circle) {
        double limit = circle.limit();
        int from = firstAtLeast(circle.latitude() - circle.reach());
        int to = firstAtLeast(circle.latitude() + circle.reach());
        int[] found = new int[to - from];
        int size = 0;
        for (int i = from; i < to; i++) {
            if (circle.haversine(latitudes[i], longitudes[i]) <= limit) {
                found[size++] = rows[i];
            }
        }
        return of(found, size);
    }

    private RoaringBitmap within(Condition.Box box) {
        int from = firstAtLeast(box.south());
        int to = firstAtLeast(Math.nextUp(box.north()));
        int[] found = new int[to - from];
        int size = 0;
        for (int i = from; i < to; i++) {
            if (longitudes[i] >= box.west() && longitudes[i] <= box.east()) {
                found[size++] = rows[i];
            }
        }
        return of(found, size);
    }

    private static RoaringBitmap of(int[] found, int size) {
        Arrays.sort(found, 0, size);
        RoaringBitmapWriter<RoaringBitmap> writer = RoaringBitmapWriter.writer().get();
        for (int i = 0; i < size; i++) {
            writer.add(found[i]);
        }
        return writer.get();
    }

    private int firstAtLeast(double latitude) {
        int from = 0;
        int to = latitudes.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (latitudes[middle] < latitude) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
