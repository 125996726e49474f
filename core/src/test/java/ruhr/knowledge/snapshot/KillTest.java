package ruhr.knowledge.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.source.FileSource;

/** Fault 16: a program that is killed at any moment starts with what it had last said that it shows, or with more. */
class KillTest {

    /** As many as fit into {@code verify}; {@code -Dkills=1000} does a thousand. */
    private static final int KILLS = Integer.getInteger("kills", 50);

    @TempDir
    Path folder;

    @Test
    void whoIsKilledStartsWithWhatItHadSaidOrMore() throws InterruptedException, ExecutionException {
        ExecutorService two = Executors.newFixedThreadPool(2);
        List<Future<Integer>> all = new ArrayList<>();
        try {
            for (int lane = 0; lane < 2; lane++) {
                int number = lane;
                all.add(two.submit(() -> kill(folder.resolve("lane-" + number), KILLS / 2, number)));
            }
            int unfinished = all.get(0).get() + all.get(1).get();
            assertTrue(unfinished >= 0);
        } finally {
            two.shutdownNow();
        }
    }

    private static int kill(Path place, int kills, long seed) throws IOException, InterruptedException {
        Files.createDirectories(place);
        Random random = new Random(seed);
        int said = 0;
        int unfinished = 0;
        for (int i = 0; i < kills; i++) {
            said = saidBeforeItWasKilled(place, 1 + said % 40, random.nextInt(120));
            unfinished += (int) files(place).stream()
                    .filter(it -> it.endsWith(".unfinished"))
                    .count();
            Files.deleteIfExists(KilledWriter.document(place));
            try (KnowledgeBase after = KnowledgeBase.builder()
                    .sources(FileSource.of(KilledWriter.document(place)))
                    .lastGood(place.resolve("kept"))
                    .open()) {
                int shown = after.current().map(Snapshot::entries).orElse(0);
                assertTrue(shown == said || shown == said + 1, "kill " + i + ": said " + said + ", shown " + shown);
            }
            assertEquals(
                    0,
                    files(place).stream()
                            .filter(it -> it.endsWith(".unfinished"))
                            .count());
        }
        return unfinished;
    }

    private static List<String> files(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place.resolve("kept"))) {
            return files.map(Path::toString).toList();
        }
    }

    /** Returns the last version that was said to be shown. */
    private static int saidBeforeItWasKilled(Path place, int first, int millis)
            throws IOException, InterruptedException {
        Path out = place.resolve("said.txt");
        Files.deleteIfExists(out);
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledWriter.class.getName(),
                        place.toString(),
                        String.valueOf(first))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(out.toFile())
                .start();
        try {
            while (said(out) < first) {
                assertTrue(program.isAlive(), "it has begun");
                Thread.sleep(5);
            }
            Thread.sleep(millis);
        } finally {
            program.destroyForcibly().waitFor();
        }
        return said(out);
    }

    /** The last line that was finished. */
    private static int said(Path out) throws IOException {
        String all = Files.readString(out, StandardCharsets.US_ASCII);
        String whole = all.substring(0, all.lastIndexOf('\n') + 1).stripTrailing();
        String last = whole.substring(whole.lastIndexOf('\n') + 1);
        return last.isEmpty() ? 0 : Integer.parseInt(last);
    }
}
