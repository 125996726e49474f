package ruhr.knowledge.embed;

import org.jspecify.annotations.Nullable;

/**
 * A page of its own around a widget.
 *
 * @param lang its language
 * @param title its title
 * @param description a sentence for search engines
 * @param stylesheet the address of the style sheet
 * @param look the classes of the page, each after a space
 * @param otherLang the other language
 * @param otherLabel the name of the other language, in that language
 * @param otherHref the same page in the other language
 * @param independence who is behind it
 * @param content the widget
 */
public record PageView(
        String lang,
        String title,
        @Nullable String description,
        String stylesheet,
        String look,
        String otherLang,
        String otherLabel,
        String otherHref,
        String independence,
        String content) {}
