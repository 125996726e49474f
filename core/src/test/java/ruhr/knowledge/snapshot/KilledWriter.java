package ruhr.knowledge.snapshot;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.source.FileSource;

/** A program that reads one version after the other and says which it has shown, until somebody kills it. */
final class KilledWriter {

    private KilledWriter() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int version = Integer.parseInt(arguments[1]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        write(folder, version);
        KnowledgeBase base = KnowledgeBase.builder()
                .sources(FileSource.of(document(folder)))
                .lastGood(folder.resolve("kept"))
                .validators(List.of())
                .open();
        while (true) {
            out.println(base.snapshot().entries());
            write(folder, ++version);
            base.refresh();
        }
    }

    static Path document(Path folder) {
        return folder.resolve("data.json");
    }

    /** A version has as many entries as its number, give or take none. */
    private static void write(Path folder, int version) throws IOException {
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < version; i++) {
            records.append(i == 0 ? "" : ",").append("""
                    {"id": "place-%d", "name": {"de": "Ort %d"}, "type": "institute",
                     "sites": [{"municipality": "essen"}]}""".formatted(i, i));
        }
        Files.writeString(document(folder), """
                {"types": [{"id": "institute", "label": {"de": "Institut"}}],
                 "municipalities": [{"id": "essen", "label": {"de": "Essen"}, "kind": "city"}],
                 "institutions": [%s]}""".formatted(records));
    }
}
