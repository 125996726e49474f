package ruhr.knowledge.embed.view;

import org.jspecify.annotations.Nullable;

/**
 * A page of its own around a widget.
 *
 * @param lang its language
 * @param title its title
 * @param description a sentence for search engines
 * @param address its address, always written in the same way
 * @param oembed where its oEmbed reply is; null where the plugin does not know its public address
 * @param stylesheet the address of the style sheet
 * @param frameScript the address of the script for the page inside a frame
 * @param look the classes of the page, each after a space
 * @param otherLang the other language
 * @param otherLabel the name of the other language, in that language
 * @param otherHref the same page in the other language
 * @param openAlone the words of the link that leaves a frame
 * @param independence who is behind it
 * @param content the widget
 */
public record PageView(
        String lang,
        String title,
        @Nullable String description,
        String address,
        @Nullable String oembed,
        String stylesheet,
        String frameScript,
        String look,
        String otherLang,
        String otherLabel,
        String otherHref,
        String openAlone,
        String independence,
        String content) {}
