package ruhr.knowledge.snapshot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.model.Entry;
import ruhr.knowledge.query.Deadline;
import ruhr.knowledge.source.FileSource;
import ruhr.knowledge.value.Finding;

class DataDocumentTest {

    @TempDir
    Path folder;

    @Test
    void whoReadsWhatWasWrittenShowsTheSame() throws IOException {
        try (KnowledgeBase origin = KnowledgeBase.ruhr();
                KnowledgeBase mirror = mirror(origin.snapshot())) {
            assertEquals(entries(origin), entries(mirror));
            Frame original = origin.snapshot().frame();
            Frame mirrored = mirror.snapshot().frame();
            assertEquals(original.topics().terms(), mirrored.topics().terms());
            assertEquals(original.types().terms(), mirrored.types().terms());
            assertEquals(
                    original.municipalities().terms(), mirrored.municipalities().terms());
            assertEquals(
                    List.copyOf(original.focuses().values()),
                    List.copyOf(mirrored.focuses().values()));
            assertEquals(
                    List.copyOf(original.figures().values()),
                    List.copyOf(mirrored.figures().values()));
            assertEquals(
                    List.copyOf(original.citations().values()),
                    List.copyOf(mirrored.citations().values()));
            assertEquals(
                    List.copyOf(original.presets().all()),
                    List.copyOf(mirrored.presets().all()));
            assertEquals(original.images().keySet(), mirrored.images().keySet());
            assertTrue(entries(origin).size() > 50 && !original.images().isEmpty(), "there is something to compare");
            assertEquals(
                    List.of(),
                    mirror.snapshot().findings().stream()
                            .filter(it -> it.severity() != Finding.Severity.NOTICE)
                            .toList());
        }
    }

    @Test
    void aMirrorOfAMirrorHasTheSameVersion() throws IOException {
        try (KnowledgeBase origin = KnowledgeBase.ruhr();
                KnowledgeBase mirror = mirror(origin.snapshot())) {
            assertArrayEquals(written(origin.snapshot()), written(mirror.snapshot()));
            String first = mirror.snapshot().version().value();
            try (KnowledgeBase second = mirror(mirror.snapshot())) {
                assertEquals(first, second.snapshot().version().value());
            }
        }
    }

    @Test
    void whatIsNotPublishedIsNotInIt() throws IOException {
        String text = """
                {"types": [{"id": "office", "label": {"de": "Amt"}}],
                 "municipalities": [{"id": "essen", "label": {"de": "Essen"}, "kind": "city"}],
                 "institutions": [
                   {"id": "office", "name": {"de": "Amt"}, "type": "office", "sites": [{"municipality": "essen"}]},
                   {"id": "nowhere", "name": {"de": "Ohne Typ"}, "type": "unheard", "sites": [{"municipality": "essen"}]}],
                 "contacts": [
                   {"id": "kim", "institution": "office", "role": {"de": "Beratung"}, "name": "Kim Hidden",
                    "email": "kim@example.org", "phone": "+49 201 123", "publish": ["phone"], "review": "2999-01-01"},
                   {"id": "alex", "institution": "office", "role": {"de": "Empfang"}, "name": "Alex Overdue",
                    "publish": ["name"], "review": "2001-01-01"}]}""";
        Path document = Files.writeString(folder.resolve("own.json"), text);
        try (KnowledgeBase base = KnowledgeBase.open(FileSource.of(document))) {
            String written = new String(written(base.snapshot()), StandardCharsets.UTF_8);
            assertTrue(written.contains("+49 201 123") && written.contains("\"alex\""), written);
            assertFalse(written.contains("Hidden") || written.contains("kim@") || written.contains("Overdue"), written);
            try (KnowledgeBase mirror = mirror(base.snapshot())) {
                assertEquals(entries(base), entries(mirror));
            }
        }
    }

    @Test
    void aSnapshotWithoutAnythingIsAnEmptyDocument() throws IOException {
        Path document = Files.writeString(folder.resolve("empty.json"), "{}");
        try (KnowledgeBase base = KnowledgeBase.open(FileSource.of(document))) {
            assertEquals("{}\n", new String(written(base.snapshot()), StandardCharsets.UTF_8));
        }
    }

    private static List<Entry> entries(KnowledgeBase base) {
        Snapshot snapshot = base.snapshot();
        return snapshot.ids()
                .map(id -> snapshot.searcher().find(id, Deadline.none()).orElseThrow())
                .sorted((a, b) -> a.id().value().compareTo(b.id().value()))
                .toList();
    }

    private static byte[] written(Snapshot snapshot) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataDocument.write(snapshot, out);
        return out.toByteArray();
    }

    private KnowledgeBase mirror(Snapshot snapshot) throws IOException {
        Path place = Files.createTempDirectory(folder, "mirror");
        Files.write(place.resolve("knowledge.json"), written(snapshot));
        for (ImageFile image : snapshot.frame().images().values()) {
            Path file = place.resolve(image.src());
            Files.createDirectories(file.getParent());
            Files.write(file, image.content());
        }
        return KnowledgeBase.open(FileSource.of(place.resolve("knowledge.json")));
    }
}
