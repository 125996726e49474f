package ruhr.knowledge.widget.view;

import org.jspecify.annotations.Nullable;

/**
 * A service.
 *
 * @param name its name
 * @param page where it is shown in full
 * @param summary what one gets
 * @param provider who offers it
 * @param href where to read more
 * @param linkText what the link says
 * @param example "Example", if it is invented
 */
public record ServiceItem(
        Words name,
        String page,
        Words summary,
        Words provider,
        @Nullable String href,
        @Nullable Words linkText,
        @Nullable String example) {}
