package ruhr.knowledge.widget.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A block of a focus page as it is shown. */
public sealed interface BlockView {

    /**
     * The head of the page.
     *
     * @param title its heading
     * @param intro its introduction
     * @param image its picture
     * @param chip the topic of the page
     */
    record Hero(Words title, Words intro, @Nullable Picture image, Chip chip) implements BlockView {}

    /**
     * A section of text.
     *
     * @param title its heading
     * @param paragraphs its text
     */
    record Text(@Nullable Words title, List<Words> paragraphs) implements BlockView {}

    /**
     * Key figures.
     *
     * @param title their heading
     * @param figures the figures
     */
    record Figures(@Nullable Words title, List<Figure> figures) implements BlockView {}

    /**
     * Institutions.
     *
     * @param title their heading
     * @param text what they are
     * @param cards the institutions
     * @param all what the link to all of them says
     * @param href where all of them are
     */
    record Institutions(Words title, @Nullable Words text, List<Card> cards, String all, String href)
            implements BlockView {}

    /**
     * A picture across the page.
     *
     * @param image the picture
     */
    record Wide(Picture image) implements BlockView {}

    /**
     * Services.
     *
     * @param title their heading
     * @param text an introduction
     * @param services the services
     * @param closing a closing paragraph
     */
    record Services(
            Words title,
            @Nullable Words text,
            List<ServiceItem> services,
            @Nullable Words closing) implements BlockView {}

    /**
     * Whom to ask.
     *
     * @param title its heading
     * @param person the contact person
     */
    record Contact(Words title, Person person) implements BlockView {}

    /**
     * Stories.
     *
     * @param title their heading
     * @param teasers the stories
     */
    record Teasers(@Nullable Words title, List<TeaserItem> teasers) implements BlockView {}
}
