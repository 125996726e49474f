package ruhr.knowledge.examples.benchmarks.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.MultiFacets;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.examples.benchmarks.data.Catalogue;
import ruhr.knowledge.examples.benchmarks.data.Condition;
import ruhr.knowledge.examples.benchmarks.data.Field;
import ruhr.knowledge.examples.benchmarks.data.Item;
import ruhr.knowledge.examples.benchmarks.data.Question;

/**
 * Apache Lucene 9.12: sorted-set facets and drill-sideways, which count a field with its own choice set aside.
 *
 * <p>Choices: the index is sorted by name and merged into one segment, so the first documents that match are the page and no
 * priority queue is needed; memory-mapped files; the query cache is off, because it would answer the second question from
 * memory. The values of a record and those above them are values of one flat dimension. Circles and boxes are
 * {@code IndexOrDocValuesQuery}, as the documentation of {@code LatLonPoint} recommends, several values of an exclusion a
 * {@code TermInSetQuery}, and conditions are filters, so nothing is scored. Counts are read as numbers of children; that
 * and the labels are not timed.
 *
 * <p>There are two of them. One has all dimensions in one index field, as {@code FacetsConfig} has it unless told otherwise;
 * then the pass for a set-aside choice reads the values of all dimensions. The other one has an index field for each dimension
 * and reads that one only, which takes a few lines more and a good deal less time: the one that ratios are taken against.
 */
public final class LuceneEngine implements Engine {

    private static final String NUMBER = "number";
    private static final String RANK = "rank";
    private static final String PLACE = "place";
    private static final String TEXT = "text";

    private final Catalogue catalogue;
    private final boolean apart;
    private final Path folder;
    private final FacetsConfig config = new FacetsConfig();
    private final FSDirectory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Map<String, SortedSetDocValuesReaderState> states = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final DrillSideways sideways;

    /**
     * Indexes a catalogue into files, which {@link #close()} deletes.
     *
     * @param catalogue the records
     * @param apart whether each dimension has an index field of its own
     * @throws IOException if files cannot be written
     */
    public LuceneEngine(Catalogue catalogue, boolean apart) throws IOException {
        this.catalogue = catalogue;
        this.apart = apart;
        folder = Files.createTempDirectory("lucene");
        directory = MMapDirectory.open(folder);
        for (Field field : catalogue.fields()) {
            config.setMultiValued(field.name(), !field.single());
            if (apart) {
                config.setIndexFieldName(field.name(), "facet_" + field.name());
            }
        }
        write();
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        if (apart) {
            for (Field field : catalogue.fields()) {
                states.put(field.name(), new DefaultSortedSetDocValuesReaderState(reader, indexed(field), config));
            }
        }
        for (int value = 0; value < catalogue.values(); value++) {
            numbers.put(catalogue.fieldOf(value).name() + "/" + catalogue.valueId(value), value);
        }
        sideways = apart
                ? new ByField(searcher, config, states)
                : new DrillSideways(searcher, config, new DefaultSortedSetDocValuesReaderState(reader, config));
    }

    private String indexed(Field field) {
        return config.getDimConfig(field.name()).indexFieldName;
    }

    private void write() throws IOException {
        IndexWriterConfig writing = new IndexWriterConfig(new WhitespaceAnalyzer())
                .setIndexSort(new Sort(new SortField(RANK, SortField.Type.INT)))
                .setRAMBufferSizeMB(256);
        try (IndexWriter writer = new IndexWriter(directory, writing)) {
            for (Item item : catalogue.items()) {
                writer.addDocument(config.build(document(item)));
            }
            writer.forceMerge(1);
        }
    }

    private Document document(Item item) {
        Document document = new Document();
        document.add(new NumericDocValuesField(NUMBER, item.number()));
        document.add(new NumericDocValuesField(RANK, catalogue.rank(item)));
        document.add(new LatLonPoint(PLACE, item.latitude(), item.longitude()));
        document.add(new LatLonDocValuesField(PLACE, item.latitude(), item.longitude()));
        for (int value : catalogue.closure(item)) {
            document.add(
                    new SortedSetDocValuesFacetField(catalogue.fieldOf(value).name(), catalogue.valueId(value)));
        }
        if (item.words().length > 0) {
            document.add(new TextField(TEXT, catalogue.text(item), Store.NO));
        }
        return document;
    }

    @Override
    public String name() {
        return apart ? "Lucene" : "Lucene, facets in one field";
    }

    @Override
    public Map<String, Long> bytes() throws IOException {
        long bytes = 0;
        for (String file : directory.listAll()) {
            bytes += directory.fileLength(file);
        }
        return Map.of("files", bytes);
    }

    @Override
    public void close() {
        try {
            reader.close();
            directory.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Found(Hits hits, @Nullable Facets facets) {}

    @Override
    public Asked prepare(Question question) {
        DrillDownQuery query = query(question);
        return new Asked() {
            @Override
            public Object answer() throws IOException {
                DrillSideways.ConcurrentDrillSidewaysResult<Hits> result = sideways.search(query, new FirstByName());
                return new Found(result.collectorResult, result.facets);
            }

            @Override
            public Reply read(Object answer) throws IOException {
                return reply((Found) answer);
            }
        };
    }

    private Reply reply(Found found) throws IOException {
        int[] counts = new int[catalogue.values()];
        for (Field field : catalogue.fields()) {
            FacetResult result = found.facets == null ? null : found.facets.getAllChildren(field.name());
            for (LabelAndValue child : result == null ? new LabelAndValue[0] : result.labelValues) {
                counts[numbers.get(field.name() + "/" + child.label)] = child.value.intValue();
            }
        }
        return new Reply(found.hits.total, found.hits.page(), counts);
    }

    private DrillDownQuery query(Question question) {
        DrillDownQuery query =
                question.ground().isEmpty() ? new DrillDownQuery(config) : new DrillDownQuery(config, ground(question));
        for (Condition.Choice choice : question.choices()) {
            for (int value : choice.values()) {
                query.add(choice.field().name(), catalogue.valueId(value));
            }
        }
        return query;
    }

    private Query ground(Question question) {
        BooleanQuery.Builder ground = new BooleanQuery.Builder();
        boolean positive = false;
        for (Condition condition : question.ground()) {
            positive |= !(condition instanceof Condition.Not);
            add(ground, condition, Occur.FILTER);
        }
        if (!positive) {
            ground.add(new MatchAllDocsQuery(), Occur.FILTER);
        }
        return ground.build();
    }

    private void add(BooleanQuery.Builder builder, Condition condition, Occur occur) {
        if (condition instanceof Condition.Not not && occur == Occur.FILTER) {
            builder.add(query(not.part()), Occur.MUST_NOT);
        } else {
            builder.add(query(condition), occur);
        }
    }

    private Query query(Condition condition) {
        if (condition instanceof Condition.Choice choice) {
            String field = indexed(choice.field());
            List<BytesRef> terms = choice.values().stream()
                    .map(value -> new BytesRef(
                            FacetsConfig.pathToString(choice.field().name(), new String[] {catalogue.valueId(value)})))
                    .toList();
            return terms.size() == 1 ? new TermQuery(new Term(field, terms.get(0))) : new TermInSetQuery(field, terms);
        }
        if (condition instanceof Condition.Word word) {
            return new TermQuery(new Term(TEXT, catalogue.words().get(word.number())));
        }
        if (condition instanceof Condition.Circle circle) {
            return new IndexOrDocValuesQuery(
                    LatLonPoint.newDistanceQuery(PLACE, circle.latitude(), circle.longitude(), circle.metres()),
                    LatLonDocValuesField.newSlowDistanceQuery(
                            PLACE, circle.latitude(), circle.longitude(), circle.metres()));
        }
        if (condition instanceof Condition.Box box) {
            return new IndexOrDocValuesQuery(
                    LatLonPoint.newBoxQuery(PLACE, box.south(), box.north(), box.west(), box.east()),
                    LatLonDocValuesField.newSlowBoxQuery(PLACE, box.south(), box.north(), box.west(), box.east()));
        }
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        if (condition instanceof Condition.Any any) {
            any.parts().forEach(part -> add(builder, part, Occur.SHOULD));
            return builder.build();
        }
        List<Condition> parts = condition instanceof Condition.All all ? all.parts() : List.of(condition);
        if (parts.stream().allMatch(part -> part instanceof Condition.Not)) {
            builder.add(new MatchAllDocsQuery(), Occur.FILTER);
        }
        parts.forEach(part -> add(builder, part, Occur.FILTER));
        return builder.build();
    }

    /** Counts each field among its own documents, reading the index field of that field only. */
    private static final class ByField extends DrillSideways {

        private final Map<String, SortedSetDocValuesReaderState> states;
        private final List<String> fields;

        ByField(IndexSearcher searcher, FacetsConfig config, Map<String, SortedSetDocValuesReaderState> states) {
            super(searcher, config, states.values().iterator().next());
            this.states = states;
            fields = List.copyOf(states.keySet());
        }

        @Override
        protected Facets buildFacetsResult(
                FacetsCollector drillDowns, FacetsCollector @Nullable [] drillSideways, String @Nullable [] dimensions)
                throws IOException {
            Map<String, Facets> facets = new HashMap<>();
            for (String field : fields) {
                FacetsCollector among = drillDowns;
                for (int i = 0; dimensions != null && drillSideways != null && i < dimensions.length; i++) {
                    among = dimensions[i].equals(field) ? drillSideways[i] : among;
                }
                facets.put(field, new SortedSetDocValuesFacetCounts(states.get(field), among));
            }
            return new MultiFacets(facets);
        }
    }

    /** What there is on the first page, and how many in all. */
    private static final class Hits extends SimpleCollector {

        private final int[] first = new int[Question.PAGE];
        private int total;
        private @Nullable NumericDocValues numbers;

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            numbers = context.reader().getNumericDocValues(NUMBER);
        }

        @Override
        public void collect(int document) throws IOException {
            if (total < first.length && numbers != null && numbers.advanceExact(document)) {
                first[total] = (int) numbers.longValue();
            }
            total++;
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }

        int[] page() {
            return Arrays.copyOf(first, Math.min(total, first.length));
        }
    }

    /** Documents come in the order of names, in the one segment that there is. */
    private static final class FirstByName implements CollectorManager<Hits, Hits> {

        @Override
        public Hits newCollector() {
            return new Hits();
        }

        @Override
        public Hits reduce(Collection<Hits> collectors) {
            if (collectors.size() > 1) {
                throw new IllegalStateException("expected one segment, found " + collectors.size());
            }
            return collectors.isEmpty() ? new Hits() : collectors.iterator().next();
        }
    }
}
