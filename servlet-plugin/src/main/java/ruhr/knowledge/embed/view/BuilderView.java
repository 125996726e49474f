package ruhr.knowledge.embed.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.widget.view.Wordbook;
import ruhr.knowledge.widget.view.Words;

/**
 * The page on which somebody puts a widget together.
 *
 * @param words the words of its language
 * @param action where its form leads
 * @param stylesheets the addresses of its style sheets
 * @param scripts the addresses of its scripts
 * @param groups what can be chosen
 * @param search the words that are searched for
 * @param limit how many entries a list shows
 * @param group the group of widgets that it follows
 * @param preview the address of the widget's own page
 * @param title what the widget is called
 * @param codes what is to be pasted, for each system
 * @param placeless the address that stands in the codes because nobody has set the right one; null if it is set
 * @param otherLang the other language
 * @param otherLabel the name of the other language, in that language
 * @param otherHref the same page in the other language
 */
public record BuilderView(
        Wordbook words,
        String action,
        List<String> stylesheets,
        List<String> scripts,
        List<Group> groups,
        String search,
        String limit,
        String group,
        String preview,
        String title,
        List<EmbedCode> codes,
        @Nullable String placeless,
        String otherLang,
        String otherLabel,
        String otherHref) {

    /**
     * Values of one parameter.
     *
     * @param name the parameter
     * @param label what it is about
     * @param choices its values
     * @param many whether several may be chosen
     */
    public record Group(String name, Words label, List<Choice> choices, boolean many) {

        /**
         * Returns how many are chosen.
         *
         * @return 0 to the number of choices
         */
        public long chosen() {
            return choices.stream().filter(Choice::chosen).count();
        }
    }

    /**
     * A value.
     *
     * @param value what is sent
     * @param label what is read
     * @param level how many broader values it has above it
     * @param chosen whether it is chosen
     */
    public record Choice(String value, Words label, int level, boolean chosen) {}
}
