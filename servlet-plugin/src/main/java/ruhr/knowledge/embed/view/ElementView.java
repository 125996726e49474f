package ruhr.knowledge.embed.view;

import org.jspecify.annotations.Nullable;

/**
 * The custom element with a widget in it.
 *
 * @param widget the name of the widget
 * @param entry the id of the entry that it shows, if it shows one
 * @param lang the language
 * @param group the group of widgets that it follows, if one is named
 * @param theme the theme, if one is named
 * @param parameters all other parameters, as a query string
 * @param sync whether what the visitor chooses goes into the address of the page
 * @param stylesheet the address of its style sheet
 * @param content the widget
 * @param address the widget's own page, for browsers that cannot show the content
 * @param title the title of that page
 */
public record ElementView(
        String widget,
        @Nullable String entry,
        String lang,
        @Nullable String group,
        @Nullable String theme,
        @Nullable String parameters,
        boolean sync,
        String stylesheet,
        String content,
        String address,
        String title) {}
