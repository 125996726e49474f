package ruhr.knowledge.widget.view;

/**
 * What surrounds every widget.
 *
 * @param id the id of the widget on its page; the ids inside begin with it
 * @param words the words of the page's language
 * @param level the level of the widget's heading
 * @param stylesheet the address of the style sheet
 * @param document whether the widget is a page of its own
 * @param look the classes of its outermost element, beginning with a space; empty for the usual look
 */
public record Shell(String id, Wordbook words, int level, String stylesheet, boolean document, String look) {

    /**
     * Returns the language of the page.
     *
     * @return for example {@code de}
     */
    public String lang() {
        return words.lang();
    }

    /**
     * Returns words of the page's language.
     *
     * @param message which words
     * @return plain text
     */
    public String say(Message message) {
        return words.say(message);
    }
}
