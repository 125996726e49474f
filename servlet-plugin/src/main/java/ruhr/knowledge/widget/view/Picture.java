package ruhr.knowledge.widget.view;

import org.jspecify.annotations.Nullable;

/**
 * A picture.
 *
 * @param src its address
 * @param alt what is to be seen
 * @param width pixels
 * @param height pixels
 * @param credit whom to name
 */
public record Picture(
        String src,
        Words alt,
        int width,
        int height,
        @Nullable String credit) {}
