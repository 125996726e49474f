package ruhr.knowledge.model;

import java.util.Optional;
import java.util.regex.Pattern;
import ruhr.knowledge.value.Finding;
import ruhr.knowledge.value.LocalizedText;

/**
 * A picture that lies beside the document that names it, with the text for those who do not see it.
 *
 * @param src the path beside the document: {@code images/} and a file name that ends in svg, png, jpg, jpeg or webp
 * @param alt what is to be seen
 * @param width pixels, 1 to 10,000
 * @param height pixels, 1 to 10,000
 * @param credit whom to name for it
 */
public record Image(String src, LocalizedText alt, int width, int height, Optional<String> credit) {

    private static final Pattern BESIDE_THE_DOCUMENT =
            Pattern.compile("images/[a-z0-9][a-z0-9._-]{0,95}\\.(svg|png|jpg|jpeg|webp)");

    /**
     * Checks the path and the size. An address on another host is refused: a page that shows it would send its visitors
     * there.
     *
     * @throws IllegalArgumentException if the path leads elsewhere than beside the document, or the size is out of range
     */
    public Image {
        if (!BESIDE_THE_DOCUMENT.matcher(src).matches() || src.contains("..")) {
            throw new IllegalArgumentException("image: expected a file beside the document such as images/hall.jpg, "
                    + "found " + Finding.quote(src));
        }
        if (width < 1 || width > 10_000 || height < 1 || height > 10_000) {
            throw new IllegalArgumentException(
                    "image: expected a size of 1 to 10,000 pixels, found " + width + " × " + height);
        }
    }
}
