package ruhr.knowledge.snapshot;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import ruhr.knowledge.model.Image;
import ruhr.knowledge.source.Source;
import ruhr.knowledge.value.Finding;

/** Fetches the pictures that the documents of one source name, each once. */
final class Pictures {

    private final Source source;
    private final Map<String, ImageFile> files = new LinkedHashMap<>();

    Pictures(Source source) {
        this.source = source;
    }

    /**
     * Fetches a picture.
     *
     * @throws IllegalArgumentException if it is not there or cannot be read
     */
    void load(Image image) {
        if (files.containsKey(image.src())) {
            return;
        }
        try {
            Optional<byte[]> content = source.file(image.src());
            files.put(
                    image.src(),
                    new ImageFile(
                            image.src(),
                            content.orElseThrow(() -> new IllegalArgumentException("image: expected the file "
                                    + Finding.quote(image.src()) + " beside the document, found none"))));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "image: expected a readable file beside the document, found " + unreadable.getMessage(),
                    unreadable);
        }
    }

    Map<String, ImageFile> files() {
        return files;
    }
}
