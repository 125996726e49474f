package ruhr.knowledge.examples.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import ruhr.knowledge.examples.benchmarks.data.Catalogue;
import ruhr.knowledge.examples.benchmarks.data.GeneratedCatalogue;
import ruhr.knowledge.examples.benchmarks.data.Question;
import ruhr.knowledge.examples.benchmarks.data.RandomQuestions;
import ruhr.knowledge.examples.benchmarks.data.Shapes;
import ruhr.knowledge.examples.benchmarks.engine.Engine;
import ruhr.knowledge.examples.benchmarks.engine.OurEngine;
import ruhr.knowledge.examples.benchmarks.engine.Reply;
import ruhr.knowledge.examples.benchmarks.engine.StreamsEngine;
import ruhr.knowledge.examples.benchmarks.report.Chart;
import ruhr.knowledge.examples.benchmarks.report.Machine;
import ruhr.knowledge.examples.benchmarks.report.ResultFile;
import ruhr.knowledge.examples.benchmarks.report.Run;
import ruhr.knowledge.examples.benchmarks.run.Bound;
import ruhr.knowledge.examples.benchmarks.run.Progress;
import ruhr.knowledge.examples.benchmarks.run.Timing;
import ruhr.knowledge.examples.benchmarks.run.Verification;

/** What a report says can be trusted: the records are always the same, and a wrong answer stops the run. */
class BenchmarksTest {

    private static final Progress SILENT =
            new Progress(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8), false);

    private final Catalogue catalogue = GeneratedCatalogue.of("test", 400);

    /** Answers as another engine does, but counts one value once too often. */
    private static final class CountsOneTooMany implements Engine {

        private final Engine right;

        CountsOneTooMany(Engine right) {
            this.right = right;
        }

        @Override
        public String name() {
            return "counts one too many";
        }

        @Override
        public Asked prepare(Question question) throws Exception {
            Asked asked = right.prepare(question);
            return new Asked() {
                @Override
                public Object answer() throws Exception {
                    return asked.answer();
                }

                @Override
                public Reply read(Object answer) throws Exception {
                    Reply reply = asked.read(answer);
                    int[] counts = reply.counts().clone();
                    counts[7]++;
                    return new Reply(reply.total(), reply.page(), counts);
                }
            };
        }
    }

    private Verification verify(Engine... engines) throws Exception {
        List<Question> questions = RandomQuestions.of(catalogue, 60, 1);
        return Verification.of(catalogue, List.of(engines), questions, 0, 60, SILENT);
    }

    @Test
    void theRecordsAreTheSameWithEveryRunAndASmallCatalogueBeginsALargeOne() {
        Catalogue larger = GeneratedCatalogue.of("larger", 500);
        long fingerprint = 0;
        for (int i = 0; i < 400; i++) {
            assertEquals(catalogue.items().get(i).name(), larger.items().get(i).name());
            assertEquals(catalogue.items().get(i).place(), larger.items().get(i).place());
            fingerprint =
                    31 * fingerprint + Arrays.hashCode(catalogue.items().get(i).values());
        }

        assertEquals(268, catalogue.values());
        assertEquals(18_626_940_472_545_216L, fingerprint);
    }

    @Test
    void enginesThatAgreePass() throws Exception {
        Verification verification =
                verify(new StreamsEngine(catalogue), new OurEngine(catalogue, OurEngine.Variant.WITH_PAIRS, true));

        assertTrue(verification.passed(), verification.differences().toString());
        assertEquals(List.of(60, 60), List.copyOf(verification.compared().values()));
    }

    @Test
    void aCountThatIsOffByOneIsReported() throws Exception {
        Engine right = new StreamsEngine(catalogue);

        Verification verification = verify(right, new CountsOneTooMany(right));

        assertFalse(verification.passed());
        assertTrue(
                verification.differences().get(0).contains("count of type=type-08"),
                verification.differences().get(0));
    }

    @Test
    void theResultsAreJsonAndThePictureIsSvgWithATitle() throws Exception {
        List<Question> shapes = Shapes.of(catalogue).subList(0, 3);
        List<Engine> engines =
                List.of(new StreamsEngine(catalogue), new OurEngine(catalogue, OurEngine.Variant.WITHOUT_PAIRS, true));
        Map<Question, Integer> totals = new LinkedHashMap<>();
        shapes.forEach(shape -> totals.put(shape, 1));
        Run run = new Run(
                "test",
                400,
                268,
                totals,
                verify(engines.toArray(Engine[]::new)),
                List.of(),
                Timing.of("test", engines, shapes, 0.01, SILENT),
                new Bound(20, 1_000, 1_000));

        JsonObject json = Json.createReader(
                        new StringReader(ResultFile.of(Machine.here(), List.of(run), List.of(), List.of())))
                .readObject();
        Document picture = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(Chart.of(run).getBytes(StandardCharsets.UTF_8)));

        assertFalse(json.isEmpty());
        assertEquals("svg", picture.getDocumentElement().getTagName());
        assertTrue(picture.getElementsByTagName("title").getLength() > 0);
    }

    @Test
    void aPageWithoutTheMarksIsLeftAsItIs() {
        assertEquals(
                "a<!-- measured: begin -->\n\nx\n<!-- measured: end -->b",
                Benchmarks.between("a<!-- measured: begin -->old<!-- measured: end -->b", "x"));
        assertThrows(IllegalArgumentException.class, () -> Benchmarks.between("nothing", "x"));
    }
}
